import type { MemberId } from '../../domain/kernel/ids.ts'
import type { Completion, Withdrawal } from '../../domain/requirements/completion.ts'
import type { AuditDraft } from '../ports/audit.ts'

/** C5.9, C5.11: who put down that a Member has done something, and who took it back. Words of officers' own only in the hashes. */
export function completionEntry(completion: Completion): AuditDraft {
  const { at, by, memberId, ruleId, kind } = completion
  return {
    at,
    actor: { kind: 'officer', id: by },
    action: 'completion-recorded',
    ...about(memberId),
    reason: kind,
    after: completion,
    details: { rule: ruleId },
  }
}

export function withdrawalEntry(memberId: MemberId, withdrawal: Withdrawal): AuditDraft {
  const { at, by } = withdrawal
  return { at, actor: { kind: 'officer', id: by }, action: 'completion-withdrawn', ...about(memberId), after: withdrawal }
}

function about(member: MemberId): Pick<AuditDraft, 'object' | 'member'> {
  return { object: { kind: 'member', id: member }, member }
}
