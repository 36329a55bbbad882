import type { Issue } from '../../domain/bulletin/issue.ts'
import type { Notice } from '../../domain/bulletin/notice.ts'
import type { Instant } from '../../domain/kernel/time.ts'
import type { Actor, AuditAction, AuditDraft } from '../ports/audit.ts'
import { differing, only } from './differences.ts'

type Changed<Value> = { readonly before: Value | undefined; readonly after: Value }

/** What was done with an issue. That it is owed to so many is told by each one's own duty. */
export function issueEntries({ before, after }: Changed<Issue>, by: Actor, at: Instant): readonly AuditDraft[] {
  const object = { kind: 'issue', id: after.id } as const
  if (!before) return [{ at, actor: by, object, action: 'issue-drafted', after }]
  const fields = differing(before, after)
  const action = actionOf(before, after)
  if (fields.length === 0 || !action) return []
  const reason = after.state.kind === 'lapsed' ? { reason: after.state.because } : {}
  return [{ at, actor: by, object, action, ...reason, fields, before: only(fields, before), after: only(fields, after) }]
}

function actionOf({ state: was }: Issue, { state: now }: Issue): AuditAction | undefined {
  if (was.kind === now.kind) return was.kind === 'sent' ? undefined : 'issue-edited'
  const actions = { draft: 'issue-taken-back', released: 'issue-released', sent: 'issue-sent', lapsed: 'issue-lapsed' } as const
  return actions[now.kind]
}

export function noticeEntry({ before, after }: Changed<Notice>, by: Actor, at: Instant): AuditDraft {
  const about = { at, actor: by, object: { kind: 'notice', id: after.id } as const }
  return before ? { ...about, action: 'notice-withdrawn', before, after } : { ...about, action: 'notice-added', after }
}
