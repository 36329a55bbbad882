import { z } from 'zod'
import type { PersonId } from '../../../domain/kernel/ids.ts'
import { Unavailable } from '../../ports/unavailable.ts'
import { eventPreferences } from './codec.ts'
import { outage } from './errors.ts'
import { eventPath } from './paths.ts'
import type { GraphSource } from './source.ts'

type Categorised = { readonly kind: 'done' | 'refused' | 'unknown' }

const carried = z.object({ categories: z.array(z.string()).nullish() })

/**
 * Puts a category beside those that an appointment has now. Graph takes the whole list only, so it is read just before: what somebody
 * added since the calendar was read stays. No ETag is named, since Exchange heeds it weakly on events (graph.md §2).
 *
 * What Graph asks us to wait for is an outage. Any other answer without sense is of this appointment alone: one that cannot be written
 * must not keep the others from being read.
 */
export async function categorise(
  { graph, service }: GraphSource,
  { mailbox, eventId, category }: { readonly mailbox: PersonId; readonly eventId: string; readonly category: string },
  signal: AbortSignal,
): Promise<Categorised> {
  const call = { mailbox, prefer: eventPreferences, as: service, signal }
  const path = eventPath(mailbox, eventId)
  const found = await graph.read({ ...call, path: `${path}?$select=categories` })
  if (found.kind === 'gone') return { kind: 'done' }
  if (found.kind === 'closed-to-us') return { kind: 'refused' }
  if (found.kind === 'later' && found.afterSeconds !== undefined) throw outage(found)
  if (found.kind !== 'read') return { kind: 'unknown' }
  const read = carried.safeParse(found.value)
  if (!read.success) return { kind: 'unknown' }
  const categories = read.data.categories ?? []
  if (categories.some((each) => each.trim().toLowerCase() === category.trim().toLowerCase())) return { kind: 'done' }

  const verdict = await graph.write({ ...call, method: 'PATCH', path, body: { categories: [...categories, category] } })
  if (verdict.kind === 'done' || verdict.kind === 'gone') return { kind: 'done' }
  if (verdict.kind === 'refused') return { kind: 'refused' }
  if (verdict.kind === 'later') throw new Unavailable('graph', 'a category was answered later', { retryAfterSeconds: verdict.afterSeconds })
  return { kind: 'unknown' }
}
