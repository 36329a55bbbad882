import { digest } from '../../domain/kernel/digest.ts'
import type { SessionId } from '../../domain/kernel/ids.ts'
import type { Member } from '../../domain/members/member.ts'
import { detailsFaults } from '../../domain/sessions/details.ts'
import type { Appointment } from '../../domain/sessions/appointment.ts'
import type { Reading } from '../../domain/sessions/observed.ts'
import type { Tag } from '../../domain/sessions/tag.ts'
import { tagInProperty } from '../contracts/tag.ts'
import type { Council } from '../ports/council.ts'
import { givenOf } from '../use-cases/given-details.ts'

/** What the add-in wrote into an appointment. What cannot be read was written by hand or by another version, and says nothing. */
export function tagOf({ property }: Pick<Appointment, 'property'>): Tag | undefined {
  const read = property === undefined ? undefined : tagInProperty(property)
  if (read?.kind !== 'tag') return undefined
  const { rev, kind, details } = read.tag
  return { kind, given: givenOf(details), digest: digest(`${rev}~${kind}~${JSON.stringify(details)}`).slice(0, 16) }
}

/** Something stands where the add-in writes, and nobody can read it. */
export function isSpoilt({ property }: Pick<Appointment, 'property'>): boolean {
  return property !== undefined && tagInProperty(property).kind === 'unreadable'
}

/** What stands there and is not followed. `said`: what of the tag fits. */
export function refusedIn({ property }: Pick<Appointment, 'property'>, tag: Tag | undefined, said: Reading['tag']): Reading['refusedTag'] {
  if (tag) return said ? undefined : { because: 'does-not-fit', digest: tag.digest }
  if (property === undefined || !isSpoilt({ property })) return undefined
  return { because: 'unreadable', digest: digest(property).slice(0, 16) }
}

/**
 * A tag whose details fit the council's rulebook and register, or none of them: nothing is half put down. The pane shows an officer
 * what does not fit before she sends.
 */
export async function fitting(
  { sessions, rulebook }: Council,
  session: { readonly id: SessionId; readonly kind: string; readonly members: readonly Member[] },
  tag: Tag,
): Promise<Reading['tag']> {
  const { repeatOf } = tag.given
  const other = repeatOf === undefined || repeatOf === session.id ? undefined : (await sessions.find(repeatOf))?.session
  const known = { rulebook, members: session.members, isOtherRun: other !== undefined }
  if (detailsFaults(session, tag.given, known).length > 0) return undefined
  return { ...tag, ...(other ? { otherCourse: other.courseId } : {}) }
}
