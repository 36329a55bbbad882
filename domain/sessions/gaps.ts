import { isUsualVenue } from '../planning/venue.ts'
import { kindOf } from '../rulebook/in-force.ts'
import type { Rulebook } from '../rulebook/rulebook.ts'
import type { SessionRecordWords } from './details.ts'
import { lacksAims } from './held.ts'
import { isPostponed } from './postponed.ts'
import type { Session } from './session.ts'

/** What a council wants on the record of a session besides its aims, as officers have put it down. */
export const recordedKinds = ['serves', 'venueValue', 'requestedBy', 'implements', 'monitors', 'evaluates'] as const
export type Recorded = (typeof recordedKinds)[number]

/** What may be missing of a session, in the order in which it is asked. */
export const gapKinds = ['aims', 'serves', 'when', 'where', 'venueValue', 'requestedBy', 'implements', 'monitors', 'evaluates'] as const
export type Gap = (typeof gapKinds)[number]

/** C1.12: how, when and where it is held, and who answers for it. How is never missing: its kind and its appointment always say. */
export const planGaps = ['when', 'where', 'implements', 'monitors', 'evaluates'] as const satisfies readonly Gap[]

/** What has been put down of what its appointment cannot say. C1.10: a priority or a function is link enough. */
export function recordedIn(record: SessionRecordWords = {}): readonly Recorded[] {
  const there: Readonly<Record<Recorded, boolean>> = {
    serves: (record.priorities ?? []).length > 0 || isWritten(record.functions),
    venueValue: isWritten(record.venueValue),
    requestedBy: isWritten(record.requestedBy),
    implements: isWritten(record.implements),
    monitors: isWritten(record.monitors),
    evaluates: isWritten(record.evaluates),
  }
  return recordedKinds.filter((kind) => there[kind])
}

function isWritten(text: string | undefined): boolean {
  return text !== undefined && text.trim() !== ''
}

type Looked = Pick<Session, 'kind' | 'delivery' | 'place' | 'joinUrl' | 'standing' | 'decision'> & {
  readonly aims?: string | undefined
  readonly recorded?: readonly Recorded[]
}
type Rules = Pick<Rulebook, 'kinds' | 'briefings' | 'planning' | 'rooms'>

/**
 * What nobody has put down of a session yet.
 *
 * Clauses: C1.7 (of what is for all Members by its kind, which service asked for it), C1.9, C1.10, C1.12 (when: it is postponed and has no
 * new time), C1.14 (of another place than the usual, what it adds).
 */
export function gapsOf(session: Looked, rules: Rules): readonly Gap[] {
  const recorded = new Set<Gap>(session.recorded)
  const missing: Readonly<Record<Gap, boolean>> = {
    aims: lacksAims(session, rules),
    serves: !recorded.has('serves'),
    when: isPostponed(session),
    where: isNowhere(session, rules),
    venueValue: isElsewhere(session, rules) && !recorded.has('venueValue'),
    requestedBy: kindOf(rules, session.kind).audienceFixed && !recorded.has('requestedBy'),
    implements: !recorded.has('implements'),
    monitors: !recorded.has('monitors'),
    evaluates: !recorded.has('evaluates'),
  }
  return gapKinds.filter((kind) => missing[kind])
}

/** Online it is at its link; what is done in one's own time is wherever one likes. */
function isNowhere({ kind, delivery, place, joinUrl }: Looked, rules: Rules): boolean {
  if (kindOf(rules, kind).countsAs === 'own-time') return false
  return place === undefined && !(delivery === 'online' && joinUrl !== undefined)
}

function isElsewhere({ delivery, place }: Looked, rules: Rules): boolean {
  return delivery !== 'online' && place !== undefined && !isUsualVenue(place, rules)
}
