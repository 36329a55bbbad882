import { isIssueId, isOfferId } from '../../domain/kernel/ids.ts'
import type { Delivery, DutyOutcome } from '../../domain/duties/duty.ts'
import { isAtOrAfter, type Instant } from '../../domain/kernel/time.ts'
import type { DutyRecord } from '../../domain/sessions/session-record.ts'
import type { Council } from '../ports/council.ts'
import { Unavailable } from '../ports/unavailable.ts'
import { settleSeconds } from './reconcile.ts'
import { parseReference } from './reference.ts'

export type Receipt = { readonly reference: string; readonly status: Delivery['status']; readonly at: Instant }

/** `old`: it said nothing new. Both it and `unknown-reference` are answered as if all were well: the provider has done its part. */
export type Received = 'applied' | 'old' | 'unknown-reference'

/** Only ever forward: receipts repeat and overtake each other. That it arrived after all is the last word. */
const rank: Record<Delivery['status'], number> = {
  sending: 0,
  'temporary-failure': 1,
  'technical-failure': 2,
  'permanent-failure': 2,
  delivered: 3,
}

const attempts = 6

/**
 * Writes down what Notify says became of a text. It may come before our own "sent", or be the only word of a call whose answer
 * was lost: either way the text exists, so the duty is settled.
 *
 * Throws `Unavailable` when it could not be written down, so that Notify tells it again.
 *
 * Clauses: C4.8, C4.12 (a text that never left goes once more); C3.12 (a text that failed puts its Member on the phone list, by the look asked for here).
 */
export async function applyReceipt(council: Council, receipt: Receipt): Promise<Received> {
  const reference = parseReference(receipt.reference)
  if (reference?.council !== council.profile.id) return 'unknown-reference'
  council.health.note('notify', 'answers')
  const { matter, duty, resent = false } = reference
  if (isIssueId(matter) || isOfferId(matter)) return 'unknown-reference' // Notify has no part in what goes by email
  const session = matter
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const stored = await council.sessions.duty(session, duty)
    if (!stored) return 'unknown-reference'
    const moved = rowAfter(stored.value, { ...receipt, resent }, council.clock.now())
    if (moved?.state.kind === 'due') await council.sessions.askDischarge(session, duty, moved.notBefore)
    const written = moved && (await council.sessions.moveDuty(session, moved, stored))
    if (written === 'exists' || written === 'stale') continue
    await council.sessions.askLook(session) // also when it said nothing new: whoever wrote it may have died before asking
    return moved ? 'applied' : 'old'
  }
  throw new Unavailable('storage', 'a duty is being moved by others all the time')
}

type OfCall = Receipt & { readonly resent: boolean }

/** A text that never left the network cost nothing and reached nobody: it goes once more. What is late by then does not. */
function rowAfter(row: DutyRecord, receipt: OfCall, now: Instant): DutyRecord | undefined {
  const isOfEarlierCall = receipt.resent !== (row.resent ?? false)
  if (isOfEarlierCall && receipt.status !== 'delivered') return undefined
  if (receipt.status === 'technical-failure' && mayGoAgain(row, now))
    return { ...row, state: { kind: 'due', attempt: 0 }, notBefore: now.add({ seconds: settleSeconds }), resent: true }
  const outcome = outcomeAfter(row, receipt)
  return outcome && { ...row, state: { kind: 'done', outcome } }
}

function mayGoAgain({ duty, state, resent }: DutyRecord, now: Instant): boolean {
  if (resent || duty.channel !== 'text' || (duty.notAfter && isAtOrAfter(now.add({ seconds: settleSeconds }), duty.notAfter))) return false
  if (state.kind !== 'done') return true
  const { outcome } = state
  return outcome.kind === 'sent' && (outcome.delivery === undefined || rank[outcome.delivery.status] < rank['technical-failure'])
}

function outcomeAfter({ state }: DutyRecord, { status, at }: Receipt): DutyOutcome | undefined {
  const delivery: Delivery = { status, at }
  if (state.kind !== 'done') return { kind: 'sent', at, delivery }
  const { outcome } = state
  if (outcome.kind === 'needs-attention') return { kind: 'sent', at, delivery }
  if (outcome.kind !== 'sent') return undefined
  const isForward = !outcome.delivery || rank[status] > rank[outcome.delivery.status]
  return isForward ? { ...outcome, delivery } : undefined
}
