import type { DutyRecord } from '../../domain/sessions/session-record.ts'
import { isIssueId } from '../../domain/kernel/ids.ts'
import { isBefore } from '../../domain/kernel/time.ts'
import { parseReference } from '../act/reference.ts'
import type { Bounce, Bounces } from '../ports/bounces.ts'
import type { Council } from '../ports/council.ts'
import { Unavailable } from '../ports/unavailable.ts'
import { noted } from './noted.ts'

/** Longer than lies between two readings, however one of them went. A report read again says nothing new. */
const lookBackHours = 50
/** Exchange tries for two days, an issue leaves within half a day of its time, and a night lies between two readings. */
const comesBackWithinHours = 96
const attempts = 6

/** C4.17: writes down which copies of the bulletin could not be delivered. Says how many it had not heard of. */
export async function readBounces(council: Council, bounces: Bounces, signal: AbortSignal): Promise<number> {
  if (!(await hasLeftLately(council))) return 0
  let fresh = 0
  const since = council.clock.now().subtract({ hours: lookBackHours })
  // Noted here: where nobody was asked, nobody answered.
  for (const bounce of await noted(council, 'graph', () => bounces.since(since, signal))) {
    if (await noteBounce(council, bounce)) fresh += 1
  }
  return fresh
}

/** Most days nothing has left that could come back, and nobody's mailbox need be asked. */
async function hasLeftLately({ bulletins, clock }: Council): Promise<boolean> {
  const since = clock.now().subtract({ hours: comesBackWithinHours })
  return (await bulletins.past()).some(({ sentAt }) => isBefore(since, sentAt))
}

async function noteBounce({ profile, bulletins }: Council, { key, at }: Bounce): Promise<boolean> {
  const reference = parseReference(key)
  if (reference?.council !== profile.id || !isIssueId(reference.matter)) return false
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const stored = await bulletins.duty(reference.matter, reference.duty)
    const moved = stored && cameBack(stored.value, at)
    if (!stored || !moved) return false
    if ((await bulletins.moveDuty(reference.matter, moved, stored)) === 'saved') return true
  }
  throw new Unavailable('storage', 'a duty is being moved by others all the time')
}

/** Undefined: it is known already, or it was never sent as far as we know: then it is settled first, and told at the next reading. */
function cameBack(record: DutyRecord, at: Bounce['at']): DutyRecord | undefined {
  const { state } = record
  if (state.kind !== 'done' || state.outcome.kind !== 'sent' || state.outcome.delivery) return undefined
  return { ...record, state: { kind: 'done', outcome: { ...state.outcome, delivery: { status: 'permanent-failure', at } } } }
}
