import type { Anchors } from '../ports/audit.ts'
import type { Council } from '../ports/council.ts'

/**
 * Writes down, where nobody can change it, which row is a council's last: afterwards the chain can neither be cut off before it nor be
 * worked out anew without that showing.
 *
 * First what still waits is moved to the chain, should a pointer have been lost. Repeatable: the same line twice says the same.
 */
export async function anchorAudit(
  { profile, clock, audit }: Pick<Council, 'profile' | 'clock' | 'audit'>,
  anchors: Anchors,
): Promise<void> {
  await audit.relayAll()
  const last = await audit.last()
  if (last) await anchors.add(profile.id, { at: String(clock.now()), ...last })
}
