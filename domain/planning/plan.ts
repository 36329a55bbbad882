import type { MemberId } from '../kernel/ids.ts'
import type { AcceptedClash } from '../meetings/accepted-clash.ts'
import type { Clash } from '../meetings/clash.ts'
import type { Span } from '../meetings/meeting.ts'
import type { Audience } from '../members/audience.ts'
import type { CyclePeriod } from '../rulebook/planning.ts'
import type { Pair } from '../sessions/other-runs.ts'
import type { Delivery, Session } from '../sessions/session.ts'
import type { EventMet } from './events.ts'

/** A session before anybody is invited to it, or before it is moved. */
export type Plan = Span &
  Pick<Session, 'id' | 'courseId'> & {
    /** One of the rulebook's `kinds`. */
    readonly kind: string
    readonly delivery: Delivery
    readonly audience?: Audience
    /** A room of the rulebook's register, by its name or address, or any other place in words. Absent: none chosen yet. */
    readonly place?: string
    /** The organiser was told that somebody who is to come needs a hearing loop: that, and not who (C12.7). */
    readonly loopNeeded: boolean
    /** Who is invited already, where it stands in Outlook. */
    readonly invited?: readonly MemberId[]
    /** Whom an invitation that is still being written reaches. */
    readonly reaches?: Reach
    readonly check: ShortCheckWords
  }

export type Reach = {
  readonly members: readonly MemberId[]
  /** Lists into which nobody could look: it may reach more Members than these. */
  readonly closed?: { readonly lists: number; readonly because: 'hidden' | 'unreachable' }
}

/** C12.14: what officers write down of the lines that nothing else can answer. */
export type ShortCheckWords = { readonly type?: string; readonly commitments?: string; readonly events?: string; readonly access?: string }

export const shortCheckLines = ['type', 'commitments', 'events', 'access'] as const
export type ShortCheckLine = {
  readonly line: (typeof shortCheckLines)[number]
  /** `against`: what is known speaks against the plan, and nobody has written why it stays. */
  readonly state: 'answered' | 'unanswered' | 'against'
  /** An officer's own words; absent where what is known answers the line. */
  readonly words?: string
}

/** `refused`: it is not to go ahead so. `warning`: it may, and somebody should think again. `note`: worth knowing. */
export type Weight = (typeof weights)[number]
export const weights = ['refused', 'warning', 'note'] as const

export type Finding =
  | { readonly about: 'past' }
  /** `accepted`: an officer has said that it stays, and why. */
  | ({ readonly about: 'clash'; readonly accepted?: AcceptedClash } & Clash)
  | ({ readonly about: 'event' } & EventMet)
  /** The rulebook's calendar of events ends before: nobody has looked. */
  | { readonly about: 'events-unknown' }
  | { readonly about: 'notice'; readonly weeks: number }
  | ({ readonly about: 'cycle' } & CyclePeriod)
  /** No dates of the electoral cycle are in the rulebook from that day on. */
  | { readonly about: 'cycle-unknown' }
  | { readonly about: 'day-off'; readonly off: 'weekend' | 'bank-holiday' | 'closure' }
  | { readonly about: 'school-holiday'; readonly label: string }
  | RoomFinding
  | { readonly about: 'venue'; readonly usual: string }
  /** C1.3: of an invitation that is still being written. */
  | { readonly about: 'missing'; readonly members: readonly MemberId[] }
  | { readonly about: 'surplus'; readonly members: readonly MemberId[] }
  | ({ readonly about: 'lists-closed' } & NonNullable<Reach['closed']>)
  | { readonly about: 'audience-fixed' | 'audience-unknown' | 'offer-both' | 'offer-online' }
  | { readonly about: 'repeat'; readonly pair: Exclude<Pair, 'not-needed' | 'complete'> }

/** `instead`: rooms of the register that would do. */
export type RoomFinding =
  | { readonly about: 'room'; readonly trouble: 'not-marked' | 'not-step-free' | 'no-loop'; readonly instead: readonly string[] }
  | {
      readonly about: 'room'
      readonly trouble: 'too-small'
      readonly holds: number
      readonly invited: number
      readonly instead: readonly string[]
    }

export type Point = { readonly weight: Weight } & Finding
