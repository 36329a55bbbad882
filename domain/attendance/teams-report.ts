import type { MemberId, PersonId } from '../kernel/ids.ts'
import type { Instant } from '../kernel/time.ts'
import { earliest, isBefore } from '../kernel/time.ts'
import { memberByAddress } from '../members/audience.ts'
import type { Member } from '../members/member.ts'
import { londonDay } from '../kernel/london.ts'
import type { Rulebook } from '../rulebook/rulebook.ts'
import type { Session } from '../sessions/session.ts'
import { attended } from './mark.ts'
import type { Register } from './register.ts'

/** One person in a Teams meeting, as its attendance report has it. */
export type Joined = {
  readonly personId?: PersonId
  /** Lower case. */
  readonly address?: string
  readonly name: string
  readonly spells: readonly { readonly from: Instant; readonly to: Instant }[]
}

/** What Teams said of who joined, when last asked. That there is no report does not mean that nobody was there. */
export type TeamsReport =
  | { readonly kind: 'read'; readonly at: Instant; readonly people: readonly Joined[] }
  | { readonly kind: 'none'; readonly at: Instant; readonly because: 'no-report' | 'not-allowed' | 'not-found' }

export type Suggestion = {
  readonly memberId: MemberId
  /** Whole minutes of the session's own time. */
  readonly minutes: number
  readonly of: number
  /** Whether that is as much as the rulebook asks for. */
  readonly enough: boolean
}

/**
 * Members whom the report shows in the meeting and of whom no attendance is recorded: for an officer to confirm, never by itself (C2.6).
 */
export function suggestionsOf(
  session: Pick<Session, 'startsAt' | 'endsAt'>,
  report: TeamsReport | undefined,
  { register, members, rule }: { readonly register: Register; readonly members: readonly Member[]; readonly rule: Rulebook['attendance'] },
): readonly Suggestion[] {
  if (report?.kind !== 'read') return []
  const recorded = new Set(register.rows.filter((row) => attended(row.recorded)).map(({ memberId }) => memberId))
  const byMember = Map.groupBy(
    report.people.flatMap((joined) => {
      const member = memberOf(joined, members, session.startsAt)
      return member ? [{ member, joined }] : []
    }),
    ({ member }) => member.id,
  )
  const of = Math.round(session.startsAt.until(session.endsAt).total('minutes'))
  return [...byMember].flatMap(([memberId, own]) => {
    const minutes = minutesWithin(
      session,
      own.flatMap(({ joined }) => joined.spells),
    )
    if (minutes === 0 || recorded.has(memberId)) return []
    return [{ memberId, minutes, of, enough: minutes * 100 >= of * rule.countsFromPercent }]
  })
}

function memberOf({ personId, address }: Joined, members: readonly Member[], at: Instant): Member | undefined {
  const byPerson = personId && members.find((member) => member.personId === personId)
  return byPerson ?? (address === undefined ? undefined : memberByAddress(members, londonDay(at)).get(address))
}

type Spell = Joined['spells'][number]

/** Whole minutes in the meeting while the session was on: who joined on two devices at once was there once. */
export function minutesWithin({ startsAt, endsAt }: Pick<Session, 'startsAt' | 'endsAt'>, spells: readonly Spell[]): number {
  let until = startsAt
  let seconds = 0
  for (const { from, to } of spells.toSorted((one, other) => one.from.since(other.from).sign)) {
    const begins = isBefore(from, until) ? until : from
    const ends = earliest([to, endsAt]) ?? to
    if (!isBefore(begins, ends)) continue
    seconds += begins.until(ends).total('seconds')
    until = ends
  }
  return Math.floor(seconds / 60)
}

/** People of the report who are no Members: shown as a number, for the list of guests. */
export function othersJoined(session: Pick<Session, 'startsAt'>, report: TeamsReport | undefined, members: readonly Member[]): number {
  if (report?.kind !== 'read') return 0
  return report.people.filter((joined) => memberOf(joined, members, session.startsAt) === undefined).length
}
