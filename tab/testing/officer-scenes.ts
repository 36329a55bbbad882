import { attention as attentionShape, phoneList } from '../../api/contracts/attention.ts'
import { sessionDetails, type SessionDetails } from '../../api/contracts/details.ts'
import { decisionCase, decisionTaken } from '../../api/contracts/decisions.ts'
import { chased } from '../../api/contracts/chasing.ts'
import { programmeMonth, type ProgrammeMonth } from '../../api/contracts/month.ts'
import { programme as programmeShape, sessionPage } from '../../api/contracts/programme.ts'
import { importReport, memberMobile, members, type MembersView } from '../../api/contracts/register.ts'
import {
  attention,
  briefsOwed,
  bulletinLapsed,
  cancelledSession,
  decision,
  phones,
  programme,
  register,
  session,
} from './officer-fixtures.ts'
import { clashes, clashRows, emptyMonth, october, octoberInDoubt } from './month-fixtures.ts'
import { details, outgrownDetails, seminarDetails } from './details-fixtures.ts'
import { resultsIn } from './evaluation-scenes.ts'
import { briefIn } from './brief-scenes.ts'
import { bulletinForOfficer } from './bulletin-scenes.ts'
import { inHeld } from './held-scene.ts'
import { brightwell, now } from './people.ts'
import { planIn } from './plan-scenes.ts'
import { placesForOfficer } from './places-scenes.ts'
import { gridForOfficer, requirementsForOfficer } from './requirement-scenes.ts'
import { rulebookIn } from './rulebook-scenes.ts'
import { registerIn as attendanceIn } from './register-scenes.ts'
import { sharingIn } from './partner-scenes.ts'
import { uptakeReport } from '../../api/contracts/uptake.ts'
import { jointReport } from '../../api/contracts/joint.ts'
import { missing as missingShape } from '../../api/contracts/missing.ts'
import { spreadReport } from '../../api/contracts/spread.ts'
import { joint, noJoint } from './joint-fixtures.ts'
import { missing, nothingMissing } from './missing-fixtures.ts'
import { noSpread, spread } from './spread-fixtures.ts'
import { noUptake, uptake } from './uptake-fixtures.ts'
import { ok, outlookSilent, problem, type Asked, type Given, type Scene } from './scene.ts'

type MemberRow = MembersView['members'][number]

/** What the API answers an officer. */
export function forOfficer(scene: Scene, { method, path, body }: Asked): Given {
  const isDown = scene.name === 'officer-outlook-down'
  if (path === '/programme') return ok(programmeShape, programmeIn(scene))
  if (path.startsWith('/programme/month/')) return ok(programmeMonth, monthIn(scene, path.slice(-7)))
  if (scene.name === 'officer-clash') {
    const given = inClash(scene, { method, path, body })
    if (given) return given
  }
  if (scene.name === 'officer-held') {
    const given = inHeld({ method, path, body })
    if (given) return given
  }
  if (path === '/plan' || path.startsWith('/plan/')) return planIn(scene, { method, path, body })
  if (path.startsWith('/rulebook')) return rulebookIn(scene, { method, path, body })
  if (path === '/places' || path.startsWith('/places/')) return placesForOfficer(scene, { method, path, body })
  if (path.startsWith('/bulletin')) return bulletinForOfficer(scene, { method, path, body })
  if (path === '/attention') return waitingIn(scene)
  if (path === '/requirements') return gridForOfficer(scene)
  if (/^\/members\/[^/]+\/(requirements|completions)/.test(path)) return requirementsForOfficer(scene, { method, path, body })
  if (path.startsWith('/members')) return registerIn(scene, { method, path, body })
  if (path.endsWith('/decision')) return method === 'POST' ? decided(scene, body) : ok(decisionCase, decisionIn(scene))
  if (path === '/reports/uptake') return ok(uptakeReport, scene.name === 'officer-empty' ? noUptake : uptake)
  if (path === '/reports/joint') return ok(jointReport, scene.name === 'officer-empty' ? noJoint : joint)
  if (path === '/reports/missing') return ok(missingShape, scene.name === 'officer-empty' ? nothingMissing : missing)
  if (path === '/reports/spread') return ok(spreadReport, scene.name === 'officer-empty' ? noSpread : spread)
  if (path.endsWith('/attendance') || path.endsWith('/check-in-code')) return attendanceIn(scene, { method, path, body })
  if (path.endsWith('/details')) return method === 'PUT' ? detailsSaved(scene, body) : ok(sessionDetails, detailsIn(scene))
  if (path.includes('/evaluation')) return resultsIn(scene, { method, path, body })
  if (path.endsWith('/brief')) return briefIn(scene, { method, path, body })
  if (path.endsWith('/partners')) return sharingIn(scene, { method, path, body })
  if (path.endsWith('/chase')) return chasedIn(scene)
  if (path.endsWith('/factors')) return factorAdded(scene, body)
  if (path.endsWith('/reason')) return { status: 200, body: {} }
  if (path.includes('/phone-list')) return ok(phoneList, phonesIn(scene, method, path, body))
  if (!/^\/sessions\/[^/]+$/.test(path)) return problem(404, 'There is no such page')
  if (path === '/sessions/s-nowhere') return problem(404, 'There is no such session', 'It may have been taken out of Outlook.')
  const shown = scene.name === 'officer-cancelled' || scene.answers.has('choice') ? cancelledSession : chaseShown(scene)
  return ok(sessionPage, { ...shown, unreachable: isDown ? [...outlookSilent] : [] })
}

function waitingIn(scene: Scene): Given {
  if (scene.name === 'officer-empty') return dealtWith(scene)
  if (scene.name === 'officer-briefs') return ok(attentionShape, { ...attention, rows: briefsOwed })
  return ok(attentionShape, scene.name === 'officer-bulletin-lapsed' ? bulletinLapsed : attention)
}

/** The last of it a moment ago, which whoever is signed in has not been told of yet. */
function dealtWith({ answers }: Scene): Given {
  answers.set('attention-read', 'yes')
  return ok(attentionShape, { ...attention, rows: [] })
}

/** In the scene `officer-all-asked` everybody has had what the week allows, and its places are limited; elsewhere, once they were chased, who did it. */
function chaseShown({ name, answers }: Scene): typeof session {
  const { chase } = session
  if (chase && name === 'officer-postponed')
    return { ...session, row: putOff.row, chase: { ...chase, asks: 0, toAsk: [], cannot: 'postponed' } }
  if (!chase) return session
  if (name === 'officer-all-asked') {
    const leftOut = chase.toAsk.map((each) => each.name)
    const limitedPlaces = { offerId: 'offer-session-s-planning', places: 12, stage: 'closed' } as const
    const spared = { number: 3, asks: 0, spared: chase.asks, toAsk: [], leftOut, cannot: 'all-spared' as const }
    return { ...session, limitedPlaces, chase: { ...chase, ...spared } }
  }
  return answers.has('chase') ? { ...session, chase: { ...chase, number: 2, last: { by: brightwell.name, at: now, asked: 27 } } } : session
}

function monthIn({ name }: Scene, month: string): ProgrammeMonth {
  if (month !== october.month || name === 'officer-empty') return emptyMonth(month)
  return name === 'officer-calendar-down' ? octoberInDoubt : october
}

/** In the scene `officer-clash` one clash waits, until a reason is given why the session stays. */
function inClash(scene: Scene, { path, body }: Asked): Given | undefined {
  if (path.endsWith('/acceptance')) {
    scene.answers.set('clash', String(body.reason))
    return { status: 200, body: {} }
  }
  const reason = scene.answers.get('clash')
  if (path === '/attention') return ok(attentionShape, { ...attention, rows: reason ? [] : clashRows })
  if (path !== '/sessions/s-planning') return undefined
  const shown = clashes.map((clash) => ({ ...(reason ? { accepted: { by: brightwell.name, at: now, reason } } : {}), ...clash }))
  return ok(sessionPage, { ...session, clashes: shown })
}

const landline = {
  title: 'That is a landline, which cannot be texted',
  detail: 'Ask for a mobile number. The number that was there is still kept.',
}

function registerIn(scene: Scene, { method, path, body }: Asked): Given {
  const [, memberId = ''] = /^\/members\/([^/]+)\/mobile$/.exec(path) ?? []
  if (memberId && method === 'PUT') {
    const mobile = String(body.mobile)
    if (mobile.startsWith('020')) return problem(422, landline.title, landline.detail)
    scene.answers.set(memberId, mobile)
    return ok(memberMobile, mobile ? { memberId, mobileState: 'usable', mobile } : { memberId, mobileState: 'none' })
  }
  if (path === '/members/import') return importedIn(scene, body)
  if (scene.name === 'officer-empty') return ok(members, { members: [] })
  const unfinished = scene.name === 'officer-broken-off' && !scene.answers.has('import')
  return ok(members, {
    members: register.members.map((member): MemberRow => {
      const mobile = scene.answers.get(member.memberId)
      return mobile === undefined ? member : { ...member, mobileState: mobile ? 'usable' : 'none' }
    }),
    ...(register.lastImport ? { lastImport: { ...register.lastImport, unfinished } } : {}),
  })
}

/** In the scene `officer-election` more than half of the Members leave. */
function importedIn(scene: Scene, body: Record<string, unknown>): Given {
  if (scene.name === 'officer-election' && !body.confirmed) {
    const { body: said } = problem(
      409,
      'More than half of the Members would leave',
      'Nothing has been changed. If that is right, confirm it.',
    )
    return { status: 409, body: { ...(said as object), refusal: 'too-many-leave' } }
  }
  scene.answers.set('import', 'done')
  return register.lastImport ? ok(importReport, register.lastImport) : problem(500, 'Nothing')
}

function programmeIn(scene: Scene): typeof programme {
  if (scene.name === 'officer-empty') return { ...programme, rows: [] }
  if (scene.name === 'officer-outlook-down') return { ...programme, readAt: '2026-10-13T10:42:00Z', unreachable: [...outlookSilent] }
  return programme
}

const postponedAt = '2026-10-13T12:10:00Z'
/** In the scene `officer-postponed` it waits to be moved, and partners have been told so. */
const { decideBy: _asked, ...noLongerAsked } = decision
const putOff: typeof decision = {
  ...noLongerAsked,
  row: { ...decision.row, state: { kind: 'postponed', at: postponedAt } },
  state: 'decided',
  decided: { choice: 'postpone', by: brightwell.name, at: postponedAt },
  toldPutOff: 2,
  reasons: decision.reasons.slice(1),
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
  if (scene.name === 'officer-postponed') return putOff
  const counts = { ...decision.row.counts, accepted: 6, none: 23 }
  if (scene.name !== 'officer-overtaken' || scene.asked < 4) return weighedIn(scene)
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

/** In the scene `officer-outgrown` the council has changed its rulebook since the details were put down; in `officer-seminar` it is one. */
function detailsIn({ name }: Scene): SessionDetails {
  if (name === 'officer-seminar') return seminarDetails
  return name === 'officer-outgrown' ? outgrownDetails : details
}

/** In the scene `officer-stale` somebody else was faster. */
function detailsSaved(scene: Scene, body: Record<string, unknown>): Given {
  if (scene.name === 'officer-stale') {
    return problem(
      412,
      'Somebody else has changed these details since you looked',
      'Nothing has been saved. What you have written is still here.',
    )
  }
  scene.answers.set('details', JSON.stringify(body))
  return ok(sessionDetails, { ...details, version: details.version + 1 })
}

function chasedIn(scene: Scene): Given {
  scene.answers.set('chase', '27')
  return ok(chased, { asked: 27, spared: 0, at: now, by: brightwell.name }, 201)
}

function factorAdded(scene: Scene, body: Record<string, unknown>): Given {
  scene.answers.set('factor', String(body.words))
  return { status: 201, body: {} }
}

/** What was chased and put down since, in the case as it then stands. */
function weighedIn(scene: Scene): typeof decision {
  const factor = scene.answers.get('factor')
  const last = { by: brightwell.name, at: now, asked: 27 }
  return {
    ...decision,
    ...(scene.answers.has('chase') ? { chase: { ...decision.chase, number: 2, last } } : {}),
    ...(factor ? { factors: [...decision.factors, { words: factor, by: brightwell.name, at: now }] } : {}),
  }
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
