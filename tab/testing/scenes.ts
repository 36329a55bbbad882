import type { ZodType } from 'zod'
import { attention as attentionShape, phoneList } from '../../api/contracts/attention.ts'
import { decisionCase, decisionTaken } from '../../api/contracts/decisions.ts'
import { me } from '../../api/contracts/me.ts'
import { mySession, mySessionPage, myTexts, myTraining, type MySession } from '../../api/contracts/my-training.ts'
import { programme as programmeShape, sessionPage } from '../../api/contracts/programme.ts'
import { importReport, members } from '../../api/contracts/register.ts'
import { cancelled, casework, chairing, chairingOnline, moved, pageOf, texts, training } from './member-fixtures.ts'
import { attention, cancelledSession, decision, phones, programme, register, session } from './officer-fixtures.ts'
import { brightwell, now, stranger, tadworth } from './people.ts'

/** One visit: whose it is and what is amiss, by name; what has been answered and how often was asked since. */
export type Scene = { readonly name: string; readonly answers: Map<string, string>; asked: number }
type Asked = { readonly method: string; readonly path: string; readonly body: Record<string, unknown> }
type Given = { readonly status: number; readonly body: unknown; readonly afterMs?: number }

const outlookSilent = [{ dependency: 'graph', since: '2026-10-13T08:15:00Z' }] as const

/** What the API would answer in this scene. Every answer passes its contract, or this throws. */
export function answer(scene: Scene, asked: Asked): Given {
  scene.asked += 1
  if (scene.name.endsWith('api-down')) return problem(503, 'Quorate cannot reach its records just now')
  if (scene.name.endsWith('slow')) return { ...inScene(scene, asked), afterMs: 5_000 }
  return inScene(scene, asked)
}

function inScene(scene: Scene, asked: Asked): Given {
  if (asked.path === '/me')
    return ok(
      me,
      scene.name === 'officer-outlook-down'
        ? { ...brightwell, unreachable: [...outlookSilent] }
        : scene.name.startsWith('officer')
          ? brightwell
          : scene.name === 'stranger'
            ? stranger
            : tadworth,
    )
  return (scene.name.startsWith('officer') ? forOfficer : forMember)(scene, asked)
}

function ok<Value>(shape: ZodType<Value>, value: Value, status = 200): Given {
  return { status, body: shape.parse(value) }
}

function problem(status: number, title: string, detail?: string): Given {
  return { status, body: { type: 'about:blank', title, status, ...(detail ? { detail } : {}) } }
}

function forMember(scene: Scene, { method, path, body }: Asked): Given {
  if (path === '/my/training') return ok(myTraining, trainingIn(scene))
  if (path === '/my/texts') return textsIn(scene, method, body)
  const [, sessionId = '', isAnswer] = /^\/my\/sessions\/([^/]+)(\/answer)?$/.exec(path) ?? []
  const found = [chairing, chairingOnline, casework, moved, cancelled, ...training.nextDates].find((each) => each.sessionId === sessionId)
  if (!found) return problem(404, 'There is no such session', 'It may have been taken out of Outlook.')
  if (isAnswer && scene.name === 'member-too-late')
    return problem(409, 'This session was cancelled', 'There is nothing to answer any more.')
  if (isAnswer) return given(scene, found, String(body.answer))
  return ok(mySessionPage, {
    ...pageOf(answered(scene, found)),
    unreachable: scene.name === 'member-outlook-down' ? [...outlookSilent] : [],
  })
}

/** An answer is on its way at first, and is in Outlook at the second look after it. */
function given(scene: Scene, found: MySession, answer: string): Given {
  scene.answers.set(found.sessionId, answer)
  scene.asked = 0
  return ok(mySession, answered(scene, found), 202)
}

function answered(scene: Scene, found: MySession): MySession {
  const earlier = scene.name === 'member-outlook-down' && found === chairing ? 'accepted' : undefined
  const answer = (scene.answers.get(found.sessionId) ?? earlier) as Exclude<MySession['response'], 'none'> | undefined
  if (!answer) return found
  const at = '2026-10-13T08:58:00Z'
  if (scene.name === 'member-outlook-down') return { ...found, telling: { answer, at, state: 'waiting' } }
  if (scene.asked < 2) return { ...found, telling: { answer, at, state: 'telling' } }
  if (scene.name === 'member-refused') return { ...found, telling: { answer, at, state: 'refused' } }
  const { accepted, tentative } = found.uptake
  const uptake = {
    ...found.uptake,
    accepted: accepted + (answer === 'accepted' ? 1 : 0),
    tentative: tentative + (answer === 'tentative' ? 1 : 0),
  }
  return { ...found, response: answer, uptake }
}

function trainingIn(scene: Scene): typeof training {
  const needsAnswer = training.needsAnswer.filter(({ sessionId }) => !scene.answers.has(sessionId))
  switch (scene.name) {
    case 'member-empty':
      return {
        ...training,
        needsAnswer: [],
        nextDates: [],
        week: { sessions: 0, minutes: 0 },
        answered: { answered: 12, invited: 12, since: training.answered.since },
      }
    case 'member-many':
      return {
        ...training,
        needsAnswer: [chairing, casework, moved, { ...casework, sessionId: 's-4', title: 'Scrutiny: asking good questions' }],
      }
    case 'member-moved':
      return { ...training, needsAnswer: [moved], cancelled: [cancelled] }
    case 'member-outlook-down': {
      const waiting = { ...chairing, telling: { answer: 'accepted', at: '2026-10-13T08:58:00Z', state: 'waiting' } } as const
      return {
        ...training,
        now: '2026-10-13T09:02:00Z',
        readAt: '2026-10-13T08:15:00Z',
        needsAnswer: [{ ...waiting, uptake: { ...chairing.uptake, readAt: '2026-10-13T08:15:00Z' } }],
        unreachable: [...outlookSilent],
      }
    }
    default:
      return { ...training, needsAnswer }
  }
}

function textsIn(scene: Scene, method: string, body: Record<string, unknown>): Given {
  if (scene.name === 'member-conflict' && method === 'PUT') return problem(412, 'Somebody changed this since you looked')
  if (body.mobile === '123') return problem(422, 'That is not a mobile number', 'Write a UK mobile, such as 07700 900142.')
  const change = method === 'PUT' ? body : {}
  for (const [name, value] of Object.entries(change)) scene.answers.set(name, JSON.stringify(value))
  const kept = Object.fromEntries([...scene.answers].map(([name, value]) => [name, JSON.parse(value) as unknown]))
  return ok(myTexts, { ...texts, ...kept, etag: `etag-${scene.asked}` })
}

function forOfficer(scene: Scene, { method, path, body }: Asked): Given {
  const isDown = scene.name === 'officer-outlook-down'
  if (path === '/programme') return ok(programmeShape, programmeIn(scene))
  if (path === '/attention') return ok(attentionShape, scene.name === 'officer-empty' ? { ...attention, rows: [] } : attention)
  if (path === '/members') return ok(members, scene.name === 'officer-empty' ? { members: [] } : register)
  if (path === '/members/import') return register.lastImport ? ok(importReport, register.lastImport) : problem(500, 'Nothing')
  if (path.endsWith('/decision')) return method === 'POST' ? decided(scene, body) : ok(decisionCase, decisionIn(scene))
  if (path.endsWith('/reason')) return { status: 200, body: {} }
  if (path.includes('/phone-list')) return ok(phoneList, phonesIn(scene, method, path, body))
  if (!/^\/sessions\/[^/]+$/.test(path)) return problem(404, 'There is no such page')
  if (path === '/sessions/s-nowhere') return problem(404, 'There is no such session', 'It may have been taken out of Outlook.')
  const shown = scene.name === 'officer-cancelled' || scene.answers.has('choice') ? cancelledSession : session
  return ok(sessionPage, { ...shown, unreachable: isDown ? [...outlookSilent] : [] })
}

function programmeIn(scene: Scene): typeof programme {
  if (scene.name === 'officer-empty') return { ...programme, rows: [] }
  if (scene.name === 'officer-outlook-down') return { ...programme, readAt: '2026-10-13T10:42:00Z', unreachable: [...outlookSilent] }
  return programme
}

/** In the scene `officer-overtaken`, two more Members accept while the page is open. */
function decisionIn(scene: Scene): typeof decision {
  if (scene.name === 'officer-untouched')
    return {
      ...decision,
      row: { ...decision.row, state: { kind: 'reviewed-on', at: '2026-10-14T08:00:00Z' } },
      state: 'before-review',
      reasons: decision.reasons.slice(1),
    }
  if (scene.name === 'officer-no-reason') {
    const state = { kind: 'cancelled', at: '2026-10-12T16:10:00Z', reasonMissing: true, through: 'outlook' } as const
    return { ...decision, row: { ...decision.row, state }, state: 'cancelled', reasons: decision.reasons.slice(1) }
  }
  const counts = { ...decision.row.counts, accepted: 6, none: 23 }
  if (scene.name !== 'officer-overtaken' || scene.asked < 4) return decision
  const row = {
    ...decision.row,
    counts,
    uptake: { ...decision.row.uptake, accepted: 6, stage: 'enough' },
    state: { kind: 'going-ahead', because: 'enough' },
  } as const
  return { ...decision, row, state: 'enough', closedAt: '2026-10-13T13:31:00Z', now: '2026-10-13T13:32:00Z' }
}

function decided(scene: Scene, body: Record<string, unknown>): Given {
  if (scene.name === 'officer-stale') return problem(412, 'Someone has answered since you looked. Look again, then decide')
  scene.answers.set('choice', String(body.choice))
  return ok(decisionTaken, { choice: 'cancel', at: now, by: brightwell.name }, 201)
}

function phonesIn(scene: Scene, method: string, path: string, body: Record<string, unknown>): typeof phones {
  const memberId = path.split('/').at(-1) ?? ''
  if (method === 'POST') scene.answers.set(memberId, String(body.outcome))
  if (method === 'DELETE') scene.answers.delete(memberId)
  return {
    ...phones,
    entries: phones.entries.map((entry) => {
      const outcome = scene.answers.get(entry.memberId) as 'told' | 'left-message' | 'no-reply' | undefined
      return outcome ? { ...entry, calls: [...entry.calls, { outcome, at: now, by: brightwell.name }], reached: outcome === 'told' } : entry
    }),
  }
}
