import { ok, refused } from '../../domain/kernel/result.ts'
import type { Result } from '../../domain/kernel/result.ts'
import { isAtOrAfter, isBefore } from '../../domain/kernel/time.ts'
import type { Instant } from '../../domain/kernel/time.ts'
import type { Officer } from '../../domain/members/officer.ts'
import type { SessionSummary } from '../../domain/sessions/session-record.ts'
import type { Rulebook } from '../../domain/rulebook/rulebook.ts'
import { hasTooFew } from '../../domain/sessions/undersubscribed.ts'
import type { RulebookChange, RulebookPreview, RulebookProposal } from '../contracts/rulebook.ts'
import type { Council } from '../ports/council.ts'
import { lookAtAllToCome, sessionsToCome } from './heed-rulebook.ts'
import { proposed } from './propose-rulebook.ts'
import type { ProposalRefusal } from './propose-rulebook.ts'

/** What a change would do, before it is made. */
export async function previewRulebook(council: Council, proposal: RulebookProposal): Promise<Result<RulebookPreview, ProposalRefusal>> {
  const result = await proposed(council, proposal)
  if (!result.ok) return result
  const { effectiveFrom, changes, instead, before, rulebook } = result.value
  return ok({
    effectiveFrom: String(effectiveFrom),
    sentences: [...changes],
    inPlaceOf: instead.map(({ version, effectiveFrom: from, changedBy }) => ({ version, effectiveFrom: from, changedBy })),
    sessions: judgedOtherwise(await sessionsFrom(council, effectiveFrom), before, rulebook),
  })
}

/**
 * Writes the council's next version, on what was seen or not at all: of two administrators at one moment, the slower is told what the
 * faster one changed. A version is never edited, only followed by another.
 */
export async function changeRulebook(council: Council, by: Officer, order: RulebookChange): Promise<Result<undefined, ProposalRefusal>> {
  const { why, ...proposal } = order
  const result = await proposed(council, proposal)
  if (!result.ok) return result
  const { number, effectiveFrom, rulebook } = result.value
  const now = council.clock.now()
  const written = await council.rulebooks.add({
    version: number,
    effectiveFrom: String(effectiveFrom),
    changedBy: by.name,
    changedById: by.id,
    changedAt: String(now),
    why,
    rulebook,
  })
  if (written !== 'saved') {
    const again = await proposed(council, proposal)
    return again.ok ? refused({ kind: 'changed-since-seen', changed: [] }) : again
  }
  if (isAtOrAfter(now, effectiveFrom)) await lookAtAllToCome(council)
  return ok(undefined)
}

async function sessionsFrom(council: Council, from: Instant): Promise<readonly SessionSummary[]> {
  return (await sessionsToCome(council)).filter(({ startsAt }) => isBefore(from, startsAt))
}

function judgedOtherwise(sessions: readonly SessionSummary[], before: Rulebook, after: Rulebook): RulebookPreview['sessions'] {
  const were = sessions.map((session) => [hasTooFew(session, before), hasTooFew(session, after)] as const)
  return {
    toCome: sessions.length,
    newlyTooFew: were.filter(([old, anew]) => !old && anew).length,
    nowEnough: were.filter(([old, anew]) => old && !anew).length,
  }
}
