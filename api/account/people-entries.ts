import type { Instant } from '../../domain/kernel/time.ts'
import type { Member } from '../../domain/members/member.ts'
import type { Officer } from '../../domain/members/officer.ts'
import type { ImportReport } from '../contracts/register.ts'
import type { Actor, AuditAction, AuditDraft } from '../ports/audit.ts'
import type { MailboxState } from '../ports/council.ts'
import { differing, only } from './differences.ts'

type Changed<Value> = { readonly before: Value | undefined; readonly after: Value }

/** What changed about a Member, by the name of each field. */
export function memberEntries({ before, after }: Changed<Member>, by: Actor, at: Instant): readonly AuditDraft[] {
  const about = { at, actor: by, object: { kind: 'member', id: after.id } as const, member: after.id }
  if (!before) return [{ ...about, action: 'member-joined', fields: Object.keys(after).toSorted(), after }]
  const byAction = Map.groupBy(differing(before, after), memberActionOf)
  return [...byAction].map(([action, fields]) => ({
    ...about,
    action,
    fields,
    before: only(fields, before),
    after: only(fields, after),
  }))
}

function memberActionOf(field: string): AuditAction {
  if (field === 'mobile' || field === 'mobileSetBy') return 'mobile-changed'
  if (field === 'texts') return 'text-preferences-changed'
  return field === 'to' ? 'member-left' : 'member-changed'
}

/** An import, in numbers: each Member's own row says what it changed about whom. */
export function importEntry(report: ImportReport, by: Actor, at: Instant): AuditDraft {
  const { read, added, changed, left, doubtful } = report
  const details = { read, added, changed, left, doubtful: doubtful.length }
  return { at, actor: by, action: 'register-imported', object: { kind: 'register' }, details }
}

/** Who is an officer, as Entra says: the ids of those who came, went, or hold another role. Names and addresses only in the hashes. */
export function officersEntry({ before = [], after }: Changed<readonly Officer[]>, at: Instant): readonly AuditDraft[] {
  const [was, now] = [byId(before), byId(after)]
  const came = after.filter(({ id }) => !was.has(id))
  const went = before.filter(({ id }) => !now.has(id))
  const changed = after.filter((officer) => {
    const earlier = was.get(officer.id)
    return earlier !== undefined && differing(earlier, officer).length > 0
  })
  if (came.length + went.length + changed.length === 0) return []
  const details = { came: came.length, went: went.length, changed: changed.length }
  const fields = [...came, ...went, ...changed].map(({ id }) => id)
  const actor: Actor = { kind: 'quorate', rule: 'reading-officers' }
  return [{ at, actor, action: 'officers-changed', object: { kind: 'officers' }, fields, before, after, details }]
}

function byId(officers: readonly Officer[]): ReadonlyMap<string, Officer> {
  return new Map(officers.map((officer) => [officer.id, officer]))
}

/** That a calendar is read from now on, or cannot be read any more. How far it was read is no change. */
export function mailboxEntries({ before, after }: Changed<MailboxState>, at: Instant): readonly AuditDraft[] {
  const object = { kind: 'mailbox', id: after.mailbox } as const
  const told = { at, actor: { kind: 'quorate', rule: 'reading-calendars' } as const, object }
  if (!before) return [{ ...told, actor: { kind: 'quorate', rule: 'reading-officers' }, action: 'mailbox-begun' }]
  const fields = differing(before, after).filter((name) => ['name', 'address', 'shared'].includes(name))
  const values = { fields, before: only(fields, before), after: only(fields, after) }
  const changed: readonly AuditDraft[] = fields.length > 0 ? [{ ...told, action: 'mailbox-changed', ...values }] : []
  if (before.closedToUs === after.closedToUs) return changed
  if (after.closedToUs === undefined) return [...changed, { ...told, action: 'mailbox-open-again' }]
  return [...changed, { ...told, action: 'mailbox-closed-to-us', reason: after.closedToUs }]
}

/** That a calendar is nobody's any more whose calendar we should read. */
export function mailboxLetGo(mailbox: MailboxState['mailbox'], at: Instant): AuditDraft {
  return { at, actor: { kind: 'quorate', rule: 'reading-officers' }, action: 'mailbox-let-go', object: { kind: 'mailbox', id: mailbox } }
}
