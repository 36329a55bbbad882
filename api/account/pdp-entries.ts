import type { PersonId } from '../../domain/kernel/ids.ts'
import type { Instant } from '../../domain/kernel/time.ts'
import type { Pdp } from '../../domain/pdp/plan.ts'
import type { Actor, AuditAction, AuditDraft } from '../ports/audit.ts'
import { differing } from './differences.ts'

type Changed = { readonly before: Pdp | undefined; readonly after: Pdp }

/** That a plan was changed, by whom, and which of its parts: never what stood or stands in it, nor a hash of that (C6.22). */
export function pdpEntries({ before, after }: Changed, by: Actor, at: Instant): readonly AuditDraft[] {
  const about = { at, actor: by, object: { kind: 'pdp', id: after.id }, member: after.memberId } as const
  if (!before) return [{ ...about, action: 'pdp-begun' }]
  const fields = differing(before.content, after.content)
  const actions: readonly (AuditDraft | undefined)[] = [
    fields.length > 0 ? { ...about, action: 'pdp-changed', fields } : undefined,
    said(before.agreed?.version !== after.agreed?.version, 'pdp-agreed'),
    said(before.supporter !== after.supporter, 'pdp-supporter-named'),
  ]
  return actions.filter((draft) => draft !== undefined)

  function said(isSo: boolean, action: AuditAction): AuditDraft | undefined {
    return isSo ? { ...about, action } : undefined
  }
}

/** C6.22: an officer opened a plan. */
export function pdpReadEntry({ id, memberId }: Pdp, by: PersonId, at: Instant): AuditDraft {
  return { at, actor: { kind: 'officer', id: by }, action: 'pdp-read', object: { kind: 'pdp', id }, member: memberId }
}
