import type { MemberId, PersonId, SessionId } from '../kernel/ids.ts'
import type { Instant } from '../kernel/time.ts'
import type { Audience } from '../members/audience.ts'
import { kindOf } from '../rulebook/in-force.ts'
import type { Rulebook } from '../rulebook/rulebook.ts'
import type { ShortCheckWords } from '../planning/plan.ts'
import type { Sharing } from '../partners/told.ts'
import type { Cost } from './costs.ts'
import { partnerFaults, type Partner } from './joint.ts'
import type { Session } from './session.ts'

/**
 * What officers know of a session and a plain appointment cannot say. Quorate's alone: reading Outlook again leaves it as it stands.
 *
 * Clauses: C1.3 (`audience`), C1.5 (`aims`, `commitment`), C1.15 (`capacity`), C3.5 (`costs`), C3.6 (`meets`).
 */
export type SessionDetails = {
  /** Counts its changes, so that nobody writes over what somebody else has just put down. */
  readonly version: number
  readonly by: PersonId
  readonly byName: string
  readonly at: Instant
  readonly aims?: string
  /** C1.9: it says no more what it is to achieve, and did: it has been published. */
  readonly hadAims?: true
  /** Besides its own length, which the appointment says. */
  readonly commitment?: { readonly preWork?: string; readonly followUp?: string }
  /** Absent: whom the rulebook says that sessions of its kind are for. */
  readonly audience?: Audience
  readonly provider?: string
  readonly costs: readonly Cost[]
  /** Ids of the rulebook's mandatory rules. Absent: those that its title says. */
  readonly meets?: readonly string[]
  /** How many the room holds, where Outlook does not say. */
  readonly capacity?: number
  /** C4.18: it suits partners. Absent: it is nobody's but the council's. */
  readonly partners?: Sharing
  /** C12.7: somebody who is to come needs a hearing loop. Who is written nowhere. */
  readonly loopNeeded?: true
  /** C1.17: other councils and partners with whom it is run, and what each pays of it. */
  readonly jointWith?: readonly Partner[]
  /** C1.7, C1.10, C1.12, C1.13, C1.14, C1.17, C1.19. */
  readonly record?: SessionRecordWords
  /** C12.14. */
  readonly check?: ShortCheckWords
  /** The other run of the same training, where the titles do not say so. */
  readonly repeatOf?: SessionId
  /** The digest of the add-in's tag that said all this. Absent: an officer put it down in Quorate. */
  readonly fromTag?: string
}

/** What is on the record of a session besides, in officers' words. `priorities`: ids of the rulebook's. */
export type SessionRecordWords = { readonly priorities?: readonly string[] } & {
  readonly [Text in RecordText]?: string
}

/** The councillor's functions or roles it serves; who puts it on, watches over it and evaluates it; who asked for it; and what lies outside the council. */
export const recordTexts = [
  'functions',
  'implements',
  'monitors',
  'evaluates',
  'requestedBy',
  'whyExternal',
  'trackRecord',
  'venueValue',
  'joint',
  'sponsors',
] as const
export type RecordText = (typeof recordTexts)[number]

export type GivenDetails = Omit<SessionDetails, 'version' | 'by' | 'byName' | 'at' | 'fromTag' | 'hadAims'>

/** What is wrong with details as they were given, and in which field. */
export type DetailsFault = { readonly path: string; readonly because: DetailsFaultBecause }

export type DetailsFaultBecause =
  | 'audience-fixed'
  | 'nobody-named'
  | 'no-such-member'
  | 'no-such-category'
  | 'no-terms'
  | 'term-twice'
  | 'owed-less-later'
  | 'no-such-rule'
  | 'no-such-run'
  | 'no-such-priority'
  | 'no-such-service'
  | 'partner-twice'
  | 'shared-too-much'

type Known = {
  readonly rulebook: Rulebook
  readonly members: readonly { readonly id: MemberId }[]
  /** Whether there is such a session, besides this one. */
  readonly isOtherRun: boolean
}

/** Everything in details that does not fit the council's rulebook or its register. What has no fault may be kept. */
export function detailsFaults(session: Pick<Session, 'kind' | 'details'>, given: GivenDetails, known: Known): readonly DetailsFault[] {
  const { rulebook } = known
  const rules = new Set(rulebook.mandatory.rules.map(({ id }) => id))
  return [
    ...audienceFaults(session, given.audience, known),
    ...given.costs.flatMap((cost, index) => costFaults(cost, `costs.${index}`, rulebook)),
    ...(given.meets ?? []).flatMap((id, index) => fault(!rules.has(id), `meets.${index}`, 'no-such-rule')),
    ...fault(
      (given.record?.priorities ?? []).some((id) => !rulebook.planning.priorities.some((priority) => priority.id === id)),
      'record.priorities',
      'no-such-priority',
    ),
    ...fault(isUnknownService(session, given, rulebook), 'record.requestedBy', 'no-such-service'),
    ...partnerFaults(given.jointWith ?? [], given.costs),
    ...fault(given.repeatOf !== undefined && !known.isOtherRun, 'repeatOf', 'no-such-run'),
  ]
}

/** C1.7: one of those that the rulebook lists, or the one that stood there before: what has been recorded stays true. */
function isUnknownService({ details }: Pick<Session, 'details'>, { record }: GivenDetails, { planning }: Rulebook): boolean {
  const asked = record?.requestedBy
  if (asked === undefined || planning.serviceAreas.length === 0) return false
  return asked !== details?.record?.requestedBy && !planning.serviceAreas.some(({ label }) => label === asked)
}

function fault(is: boolean, path: string, because: DetailsFaultBecause): readonly DetailsFault[] {
  return is ? [{ path, because }] : []
}

/** C1.7: what is for all Members may be narrowed by nobody. */
function audienceFaults(session: Pick<Session, 'kind'>, audience: Audience | undefined, { rulebook, members }: Known) {
  const isNarrowed = audience !== undefined && audience.kind !== 'all-members'
  const ids = new Set<string>(members.map(({ id }) => id))
  const named = audience?.kind === 'named' ? audience.members : []
  return [
    ...fault(isNarrowed && kindOf(rulebook, session.kind).audienceFixed, 'audience', 'audience-fixed'),
    ...fault(audience?.kind === 'named' && named.length === 0, 'audience.members', 'nobody-named'),
    ...fault(
      named.some((id) => !ids.has(id)),
      'audience.members',
      'no-such-member',
    ),
  ]
}

function costFaults({ category, payable }: Cost, path: string, { costs }: Rulebook): readonly DetailsFault[] {
  const unknown = fault(!costs.categories.some(({ id }) => id === category), `${path}.category`, 'no-such-category')
  if (payable.kind !== 'on-terms') return unknown
  return [...unknown, ...termFaults(payable.terms).flatMap((because) => fault(true, `${path}.terms`, because))]
}

type Terms = Extract<Cost['payable'], { kind: 'on-terms' }>['terms']

/** What is wrong with the terms of one cost among themselves: nearer to the start a supplier is never owed less. */
export function termFaults(terms: readonly Pick<Terms[number], 'workingDaysBefore' | 'payablePercent'>[]): readonly DetailsFaultBecause[] {
  const nearer = terms.toSorted((one, other) => other.workingDaysBefore - one.workingDaysBefore)
  const days = new Set(nearer.map(({ workingDaysBefore }) => workingDaysBefore))
  const falls = nearer.some(({ payablePercent }, index) => payablePercent < (nearer[index - 1]?.payablePercent ?? 0))
  return [
    ...(nearer.length === 0 ? (['no-terms'] as const) : []),
    ...(days.size < nearer.length ? (['term-twice'] as const) : []),
    ...(falls ? (['owed-less-later'] as const) : []),
  ]
}
