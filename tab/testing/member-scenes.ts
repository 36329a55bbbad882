import { checkedIn } from '../../api/contracts/attendance.ts'
import { mySession, mySessionPage, myTexts, myTraining, type MySession, type MySessionPage } from '../../api/contracts/my-training.ts'
import { bulletinForMember } from './bulletin-scenes.ts'
import { evaluationsIn, waitingForm } from './evaluation-scenes.ts'
import { cancelled, casework, chairing, chairingOnline, moved, pageOf, texts, training } from './member-fixtures.ts'
import { placesForMember } from './places-scenes.ts'
import { requirementsForMember } from './requirement-scenes.ts'
import { ok, outlookSilent, problem, type Asked, type Given, type Scene } from './scene.ts'

/** What the API answers a Member. */
export function forMember(scene: Scene, { method, path, body }: Asked): Given {
  if (path === '/my/training') return ok(myTraining, trainingIn(scene))
  if (path === '/my/requirements') return requirementsForMember(scene)
  if (path.startsWith('/my/evaluations')) return evaluationsIn(scene, { method, path, body })
  if (path.startsWith('/my/places')) return placesForMember(scene, { method, path, body })
  if (path.startsWith('/my/bulletins')) return bulletinForMember(path)
  if (path === '/my/texts') return textsIn(scene, method, body)
  if (path === '/my/check-in') return checkedInWith(scene, String(body.code))
  const [, sessionId = '', isAnswer] = /^\/my\/sessions\/([^/]+)(\/answer)?$/.exec(path) ?? []
  const found = [chairing, chairingOnline, casework, moved, cancelled, ...training.nextDates].find((each) => each.sessionId === sessionId)
  if (!found) return problem(404, 'There is no such session', 'It may have been taken out of Outlook.')
  if (isAnswer && scene.name === 'member-too-late')
    return problem(409, 'This session was cancelled', 'There is nothing to answer any more.')
  if (isAnswer) return given(scene, found, String(body.answer))
  return ok(mySessionPage, {
    ...pageOf(answered(scene, found)),
    ...attendanceIn(scene),
    unreachable: scene.name === 'member-outlook-down' ? [...outlookSilent] : [],
  })
}

/** In the scenes of the day itself it is ten past six, or the morning after. */
function attendanceIn(scene: Scene): Partial<MySessionPage> {
  const atTheDoor = { checkIn: { from: '2026-10-22T17:15:00Z', until: '2026-10-22T19:00:00Z' }, now: '2026-10-22T17:20:00Z' }
  const recorded = { recorded: 'in-person', walkIn: false, at: '2026-10-22T17:21:00Z' } as const
  switch (scene.name) {
    case 'member-at-the-door':
      return scene.answers.has('checked-in') ? { ...atTheDoor, attendance: recorded } : atTheDoor
    case 'member-early':
      return { ...atTheDoor, now: '2026-10-22T10:00:00Z' }
    case 'member-attended': {
      const session = {
        ...chairing,
        response: 'accepted' as const,
        otherRuns: chairing.otherRuns.map((run) => ({ ...run, yours: 'accepted' as const })),
      }
      return { session, attendance: { ...recorded, by: 'Hannah Brightwell' }, now: '2026-10-23T08:00:00Z' }
    }
    case 'member-been':
      return { attendedRun: { sessionId: 's-earlier', startsAt: '2026-10-06T17:30:00Z' } }
    default:
      return {}
  }
}

function checkedInWith(scene: Scene, code: string): Given {
  if (code.replaceAll(' ', '') !== '482173')
    return problem(
      422,
      'That is not the code on the screen',
      'Look again: it changes each minute. Or give your name to whoever keeps the register.',
    )
  scene.answers.set('checked-in', 'yes')
  const { sessionId, title, startsAt } = chairing
  const at = '2026-10-22T17:21:00Z'
  return ok(checkedIn, { sessionId, title, startsAt, recorded: 'in-person', walkIn: false, already: false, at, now: at })
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
    case 'member-evaluates':
      return { ...training, needsAnswer: [], evaluations: scene.answers.has('said') ? [] : [waitingForm] }
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
