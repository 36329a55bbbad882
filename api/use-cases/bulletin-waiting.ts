import { isReminded, lastDue, neverLeft, nextToLeave, toRelease } from '../../domain/bulletin/waiting.ts'
import type { Issue } from '../../domain/bulletin/issue.ts'
import type { Due } from '../../domain/bulletin/due.ts'
import type { AttentionRow } from '../contracts/attention.ts'
import type { Council } from '../ports/council.ts'

type Waiting = Extract<AttentionRow, { kind: 'bulletin-unreleased' | 'bulletin-lapsed' }>

/**
 * C4.2: the issue that nobody has released, from when officers are reminded of it; or else the last one, that never left, until the next is
 * released or asks for that itself.
 *
 * One row at most, and nearly always one reading: this is asked for every few seconds.
 */
export async function bulletinWaiting(council: Council): Promise<readonly Waiting[]> {
  const { bulletins, rulebook, clock } = council
  const now = clock.now()
  const next = nextToLeave(rulebook, now)
  const asked = next && isReminded(next, rulebook, now) ? await bulletins.issue(next.id) : undefined
  if (!asked) return lapsedRow(council, next)
  const waits = toRelease(asked, rulebook, now)
  return waits
    ? [{ kind: 'bulletin-unreleased', group: 'decide', issueId: asked.id, dueAt: String(waits.dueAt), lapsesAt: String(waits.lapsesAt) }]
    : []
}

async function lapsedRow({ bulletins, rulebook, clock }: Council, next: Due | undefined): Promise<readonly Waiting[]> {
  const last = lastDue(rulebook, clock.now())
  const issue = last && (await bulletins.issue(last.id))
  const lapsed = issue && neverLeft(issue)
  if (!lapsed || isMadeGood(next && (await bulletins.issue(next.id)))) return []
  return [{ kind: 'bulletin-lapsed', group: 'put-right', issueId: issue.id, dueAt: String(lapsed.dueAt), because: lapsed.because }]
}

/** What stood in the one stands in the next. */
function isMadeGood(next: Issue | undefined): boolean {
  return next?.state.kind === 'released' || next?.state.kind === 'sent'
}
