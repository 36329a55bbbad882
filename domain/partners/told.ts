import type { PersonId } from '../kernel/ids.ts'
import { isSame } from '../kernel/same.ts'
import type { Instant } from '../kernel/time.ts'
import type { Rulebook } from '../rulebook/rulebook.ts'
import { isPostponed } from '../sessions/postponed.ts'
import type { Session } from '../sessions/session.ts'

/** C4.18: what officers may choose to share of an event, besides its title. Nothing of any Member is among it. */
export const sharedFacts = ['when', 'where', 'purpose', 'booking'] as const
export type SharedFact = (typeof sharedFacts)[number]

/** An officer has said that an event suits partners, and what they are told of it. */
export type Sharing = {
  readonly facts: readonly SharedFact[]
  /** How to book, and through whom. Absent: the council's own number for help. */
  readonly booking?: string
}

/** What partners are told, as it stood when it was shared. */
export type Told = {
  readonly title: string
  readonly when?: { readonly startsAt: Instant; readonly endsAt: Instant }
  /** Its date was put off, and there is no new one yet. */
  readonly isPutOff?: true
  readonly delivery?: Session['delivery']
  readonly place?: string
  readonly purpose?: string
  readonly booking?: string
}

/** One press of "Share with partners": what was told, whoever it then went to. */
export type Share = {
  /** From 1. Part of the identity of each message. */
  readonly number: number
  /** What was pressed: pressed again it is the same. */
  readonly press: string
  readonly by: PersonId
  readonly byName: string
  readonly at: Instant
  readonly told: Told
  /** To how many addresses it went. */
  readonly partners: number
}

export type Partner = { readonly name: string; readonly address: string }

/** The council's circulation list: each address once, under the first organisation that has it. */
export function partnersOf({ partners }: Pick<Rulebook, 'partners'>): readonly Partner[] {
  const all = partners.organisations.flatMap(({ name, contacts }) => contacts.map((address) => ({ name, address: address.toLowerCase() })))
  return all.filter(({ address }, index) => all.findIndex((other) => other.address === address) === index)
}

/**
 * What partners would be told of an event now; undefined where no officer has said that it suits them. `usualBooking`: how to book where
 * nobody has said otherwise.
 *
 * Trap: made from named fields one by one, never from the session as a whole, so that nothing new of a session is shared by itself.
 */
export function toldOf(session: Session, usualBooking: string): Told | undefined {
  const sharing = session.details?.partners
  if (!sharing) return undefined
  const shares = (fact: SharedFact) => sharing.facts.includes(fact)
  const { title, startsAt, endsAt, delivery, place } = session
  const aims = session.details?.aims
  const when = isPostponed(session) ? { isPutOff: true as const } : { when: { startsAt, endsAt } }
  return {
    title,
    ...(shares('when') ? when : {}),
    ...(shares('where') ? { delivery, ...(place && delivery !== 'online' ? { place } : {}) } : {}),
    ...(shares('purpose') && aims ? { purpose: aims } : {}),
    ...(shares('booking') ? { booking: sharing.booking ?? usualBooking } : {}),
  }
}

/** What is otherwise now, for whoever was told before. */
export type ToldChange = 'title' | 'when' | 'where' | 'purpose' | 'booking'

export function changesIn(before: Told, now: Told): readonly ToldChange[] {
  const differs = (...names: readonly (keyof Told)[]) => names.some((name) => !isSame(before[name], now[name]))
  return [
    ...(differs('title') ? (['title'] as const) : []),
    ...(differs('when', 'isPutOff') ? (['when'] as const) : []),
    ...(differs('delivery', 'place') ? (['where'] as const) : []),
    ...(differs('purpose') ? (['purpose'] as const) : []),
    ...(differs('booking') ? (['booking'] as const) : []),
  ]
}
