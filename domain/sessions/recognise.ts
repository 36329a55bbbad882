import { digest } from '../kernel/digest.ts'
import type { CouncilId, SessionId } from '../kernel/ids.ts'
import { sessionId } from '../kernel/ids.ts'
import { londonDay } from '../kernel/london.ts'
import type { Instant } from '../kernel/time.ts'
import { kindOf } from '../rulebook/in-force.ts'
import type { Rulebook } from '../rulebook/rulebook.ts'
import type { Appointment } from './appointment.ts'
import type { Delivery } from './session.ts'
import { kindByTag, type Tag } from './tag.ts'

export type Recognition =
  | { readonly kind: 'session'; readonly sessionKind: string }
  | {
      readonly kind: 'not-ours'
      readonly because: 'not-organiser' | 'draft' | 'cancelled' | 'private' | 'no-category' | 'nobody-invited'
    }

/**
 * Whether an appointment is a training session, and of which kind: by what an officer said in the Outlook add-in, by the category that
 * it carries, or by the shared mailbox that organised it (C1.1). What Members were never told of is none: drafts, and appointments to which nobody is invited.
 *
 * Trap: an application reads private appointments in full. One in a shared mailbox is left alone unless its organiser gave it
 * the category or a tag. A session known already that turns out `cancelled` was cancelled in Outlook (C3.13); one that turns out
 * `no-category` was untagged; one with `nobody-invited` is still a session.
 */
export function recognise(
  appointment: Appointment,
  mailbox: { readonly address: string },
  rulebook: Pick<Rulebook, 'recognition' | 'kinds'>,
  tag?: Pick<Tag, 'kind'>,
): Recognition {
  if (!appointment.isOrganiser) return { kind: 'not-ours', because: 'not-organiser' }
  if (appointment.isCancelled) return { kind: 'not-ours', because: 'cancelled' }
  if (appointment.isDraft) return { kind: 'not-ours', because: 'draft' }
  const tagged = kindByTag(tag, rulebook) ?? kindByCategory(appointment.categories, rulebook)
  const found = tagged ?? kindByMailbox(mailbox, rulebook)
  if (found === undefined) return { kind: 'not-ours', because: 'no-category' }
  if (appointment.isPrivate && tagged === undefined) return { kind: 'not-ours', because: 'private' }
  if (appointment.attendees.length === 0) return { kind: 'not-ours', because: 'nobody-invited' }
  return { kind: 'session', sessionKind: asHeld(found, deliveryOf(appointment), rulebook) }
}

/** The kind for which one of its categories stands, without regard to case. */
export function kindByCategory(categories: readonly string[], { recognition }: Pick<Rulebook, 'recognition'>): string | undefined {
  const carried = new Set(categories.map((category) => category.trim().toLowerCase()))
  return Object.entries(recognition.categories).find(([category]) => carried.has(category.trim().toLowerCase()))?.[1]
}

export function kindByMailbox(mailbox: { readonly address: string }, { recognition }: Pick<Rulebook, 'recognition'>): string | undefined {
  return recognition.sharedMailboxes.includes(mailbox.address.toLowerCase()) ? recognition.sharedMailboxKind : undefined
}

/** C1.4: training in a room, online and both are three kinds, and Outlook says which. */
export function asHeld(kind: string, delivery: Delivery, rulebook: Pick<Rulebook, 'kinds'>): string {
  const { whenHybrid, whenOnline } = kindOf(rulebook, kind)
  if (delivery === 'hybrid') return whenHybrid ?? kind
  return delivery === 'online' ? (whenOnline ?? kind) : kind
}

/** A place that Outlook writes by itself for an online meeting, and no room. */
const onlineOnly = /^(microsoft )?teams( meeting)?$|^online$|^zoom$|^virtual(ly)?$|^webex$|^https?:\/\//i

/** How a session is attended: a place and a link is both, a link alone is online. */
export function deliveryOf({ place, joinUrl, roomAddresses }: Pick<Appointment, 'place' | 'joinUrl' | 'roomAddresses'>): Delivery {
  const places = (place ?? '').split(';').map((each) => each.trim())
  const isSomewhere = roomAddresses.length > 0 || places.some((each) => each !== '' && !onlineOnly.test(each))
  const hasLink = joinUrl !== undefined || places.some((each) => onlineOnly.test(each))
  if (!hasLink) return 'in-person'
  return isSomewhere ? 'hybrid' : 'online'
}

/**
 * The id of a session: the same whoever reads it first, and after any move.
 *
 * Of a series, `iCalUId` is the series' own and `originalStart` the slot that the occurrence had before any move of its own. Only
 * its day in London counts: a series has one occurrence a day at most, and its hour moves with the whole series (C1.21).
 */
export function sessionIdOf(council: CouncilId, iCalUId: string, originalStart?: Instant): SessionId {
  const slot = originalStart ? `~${londonDay(originalStart).toString()}` : ''
  return sessionId(`s${digest(`${council}~${iCalUId}${slot}`).slice(0, 24)}`)
}
