import { arranged, drawnUp } from '../../domain/bulletin/contents.ts'
import type { Issue, IssueState, SectionDraft } from '../../domain/bulletin/issue.ts'
import { lastMoment } from '../../domain/bulletin/step.ts'
import { digest } from '../../domain/kernel/digest.ts'
import type { IssueId } from '../../domain/kernel/ids.ts'
import { ok, refused, type Result } from '../../domain/kernel/result.ts'
import { canonicalJson } from '../../domain/kernel/same.ts'
import { isAtOrAfter, isBefore } from '../../domain/kernel/time.ts'
import type { Officer } from '../../domain/members/officer.ts'
import type { Council } from '../ports/council.ts'
import { currentIssue, issueSources } from './issue-sources.ts'

export type IssueRefusal = {
  readonly kind: 'no-such-issue' | 'changed-since-seen' | 'released' | 'has-left' | 'too-late' | 'not-due' | 'nothing-to-say' | 'busy'
}

/** What an officer saw of an issue when she changed it: not what is in it, which goes on changing until it leaves. */
export function seenOf({ opening, sections, state }: Pick<Issue, 'opening' | 'sections' | 'state'>): string {
  return digest(canonicalJson({ opening, sections, state: state.kind })).slice(0, 32)
}

const attempts = 6

type Order = { readonly issueId: IssueId; readonly seen: string }

/**
 * C4.2: the officers' own words, order and ticks. What is released must be taken back first.
 *
 * What stands already as it is ordered is kept, whatever was seen: it is the same save again, whose reply was lost.
 */
export function editIssue(
  council: Council,
  officer: Officer,
  order: Order & { readonly opening?: string | undefined; readonly sections: readonly SectionDraft[] },
): Promise<Result<Issue, IssueRefusal>> {
  return change(council, officer, order.issueId, (issue) => {
    if (issue.state.kind === 'released') return refused({ kind: 'released' })
    const { opening: _before, ...rest } = issue
    const ordered: Issue = { ...rest, sections: order.sections, ...(order.opening ? { opening: order.opening } : {}) }
    if (seenOf(ordered) === seenOf(issue)) return ok(issue)
    return seenOf(issue) === order.seen ? ok(ordered) : refused({ kind: 'changed-since-seen' })
  })
}

/**
 * Lets an issue leave at its time, or at once when that has come within the last twelve hours. Released again, or on another machine, it
 * is released once, and both are told so.
 */
export async function releaseIssue(council: Council, officer: Officer, { issueId, seen }: Order): Promise<Result<Issue, IssueRefusal>> {
  const now = council.clock.now()
  const current = await currentIssue(council)
  const own = current?.record?.issue.id === issueId ? current : undefined
  const sources = own && (await issueSources(council, laterOf(own.due.dueAt, now)))
  const isEmptyWith = (sections: Issue['sections']) => sources && arranged(drawnUp(sources), sections).sections.length === 0
  return change(council, officer, issueId, (issue) => {
    if (issue.state.kind === 'released') return ok(issue)
    if (seenOf(issue) !== seen) return refused({ kind: 'changed-since-seen' })
    const isOver = isAtOrAfter(now, lastMoment(issue))
    if (isOver) return refused({ kind: 'too-late' })
    if (!own) return refused({ kind: 'not-due' })
    if (isEmptyWith(issue.sections)) return refused({ kind: 'nothing-to-say' })
    const state: IssueState = { kind: 'released', at: now, by: { kind: 'officer', id: officer.id, name: officer.name } }
    const dueAt = isBefore(now, own.due.dueAt) ? own.due.dueAt : issue.dueAt
    return ok({ ...issue, dueAt, state })
  })
}

/** Takes a released issue back, until it leaves. */
export function takeBackIssue(
  council: Council,
  officer: Officer,
  { issueId }: Pick<Order, 'issueId'>,
): Promise<Result<Issue, IssueRefusal>> {
  return change(council, officer, issueId, (issue) => {
    if (issue.state.kind === 'draft') return ok(issue)
    return ok({ ...issue, state: { kind: 'draft' } })
  })
}

/** A stale write is decided again on what there is now: only what the officer saw decides whether it still may be. */
async function change(
  { bulletins }: Council,
  officer: Officer,
  id: IssueId,
  next: (issue: Issue) => Result<Issue, IssueRefusal>,
): Promise<Result<Issue, IssueRefusal>> {
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const found = await bulletins.find(id)
    if (!found) return refused({ kind: 'no-such-issue' })
    const { issue, etag } = found
    if (issue.state.kind === 'sent') return refused({ kind: 'has-left' })
    if (issue.state.kind === 'lapsed') return refused({ kind: 'too-late' })
    const changed = next(issue)
    if (!changed.ok || changed.value === issue) return changed
    if ((await bulletins.save(changed.value, { etag }, { kind: 'officer', id: officer.id })) === 'saved') return changed
  }
  return refused({ kind: 'busy' })
}

function laterOf<At extends Parameters<typeof isBefore>[0]>(one: At, other: At): At {
  return isBefore(one, other) ? other : one
}
