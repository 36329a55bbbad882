import type { PlanBody, PlanChoices } from '../../../api/contracts/plan.ts'
import type { Problem } from '../../../api/contracts/shared.ts'
import { inLondon, londonDay, londonTime } from '../../../domain/kernel/london.ts'
import { day, instant, isBefore } from '../../../domain/kernel/time.ts'
import type { Day, Instant } from '../../../domain/kernel/time.ts'
import { faultWords, words } from './words.ts'

type Audience = NonNullable<PlanBody['audience']>
type Check = NonNullable<PlanBody['check']>

/** A plan as it was typed. Days and times are London's. */
export type Draft = {
  readonly title: string
  readonly on: string
  readonly from: string
  readonly until: string
  /** Days from the one on which it begins to the one on which it ends: 0 unless it lasts past midnight. */
  readonly nights: number
  readonly kind: string
  readonly delivery: PlanBody['delivery']
  readonly place: string
  readonly loopNeeded: boolean
  /** Empty: as is usual for its kind. `named`: those whom the session's details name. */
  readonly audience: Audience['kind'] | ''
  readonly group: string
  readonly check: Check
}
export type Wrong = Readonly<Partial<Record<string, string>>>

/** A session's own plan; for a new one the first kind at the usual venue, and no time yet. */
export function draftOf({ kinds, venue, plan }: PlanChoices): Draft {
  if (!plan) return { ...empty, kind: kinds[0]?.id ?? '', place: venue }
  const { title = '', kind, delivery, startsAt, endsAt, place = '', loopNeeded = false, audience, check = {} } = plan
  return {
    title,
    kind,
    delivery,
    place,
    loopNeeded,
    check,
    ...timesOf({ startsAt, endsAt }),
    audience: audience?.kind ?? '',
    group: audience?.kind === 'committee' ? audience.committee : audience?.kind === 'office' ? audience.office : '',
  }
}

const empty: Draft = {
  title: '',
  on: '',
  from: '',
  until: '',
  nights: 0,
  kind: '',
  delivery: 'in-person',
  place: '',
  loopNeeded: false,
  audience: '',
  group: '',
  check: {},
}

/** Of one of the other times: the day and the times as they are typed. */
export function timesOf({ startsAt, endsAt }: { startsAt: string; endsAt: string }): Pick<Draft, 'on' | 'from' | 'until' | 'nights'> {
  const [from, to] = [instant(startsAt), instant(endsAt)]
  const on = londonDay(from)
  return { on: on.toString(), from: londonTime(from), until: londonTime(to), nights: on.until(londonDay(to)).days }
}

/** When it ends: on its own day, or on a later one where it lasts past midnight. Only of a day and a time that are written. */
function endOf({ on, until, nights }: Pick<Draft, 'on' | 'until' | 'nights'>): Instant {
  return inLondon(day(on).add({ days: nights }), until)
}

export function wrongIn({ on, from, until, nights, audience, group }: Draft): Wrong {
  const ends = isTime(from) && isTime(until) && isDay(on) && !isBefore(inLondon(day(on), from), endOf({ on, until, nights }))
  return {
    ...(isDay(on) ? {} : { startsAt: words.dayMissing }),
    ...(isTime(from) ? {} : { from: words.timeMissing }),
    ...(isTime(until) ? {} : { endsAt: words.timeMissing }),
    ...(ends ? { endsAt: faultWords('ends-before-it-begins') } : {}),
    ...((audience === 'committee' || audience === 'office') && group === '' ? { group: words.groupMissing } : {}),
  }
}

/** Two weeks, which is the longest that anything lasts: from one day to the same time of the last is a day less. */
const mostNights = 13

/** On which days it may end, counted from the one on which it begins. */
export function nightsFor({ nights }: Pick<Draft, 'nights'>): readonly number[] {
  return Array.from({ length: Math.max(mostNights, nights) + 1 }, (_, days) => days)
}

/** The day on which it begins; none until one is written whole. */
export function dayIn({ on }: Pick<Draft, 'on'>): Day | undefined {
  return isDay(on) ? day(on) : undefined
}

function isDay(text: string): boolean {
  return /^20\d\d-\d\d-\d\d$/.test(text)
}

function isTime(text: string): boolean {
  return /^([01]\d|2[0-3]):[0-5]\d$/.test(text)
}

/** The same from a refusal, whose paths name fields of the body. */
export function wrongFrom({ errors = [] }: Pick<Problem, 'errors'>): Wrong {
  return Object.fromEntries(errors.map(({ path, message }) => [path.replace(/^body\./, ''), faultWords(message)]))
}

/** The body to send; only of a draft with nothing wrong in it. */
export function bodyOf(draft: Draft, { plan }: Pick<PlanChoices, 'plan'>): PlanBody {
  const { title, on, from, kind, delivery, place, loopNeeded, check } = draft
  const audience = audienceIn(draft, plan?.audience)
  return {
    ...(plan?.sessionId ? { sessionId: plan.sessionId } : {}),
    ...(title.trim() ? { title: title.trim() } : {}),
    kind,
    delivery,
    startsAt: inLondon(day(on), from).toString(),
    endsAt: endOf(draft).toString(),
    ...(place.trim() && delivery !== 'online' ? { place: place.trim() } : {}),
    ...(loopNeeded ? { loopNeeded } : {}),
    ...(audience ? { audience } : {}),
    check,
  }
}

function audienceIn({ audience, group }: Draft, putDown: Audience | undefined): Audience | undefined {
  switch (audience) {
    case '':
      return undefined
    case 'committee':
      return { kind: audience, committee: group }
    case 'office':
      return { kind: audience, office: group }
    case 'named':
      return putDown?.kind === 'named' ? putDown : undefined
    default:
      return { kind: audience }
  }
}
