import { createHash, createHmac } from 'node:crypto'
import type { MemberId } from '../../domain/kernel/ids.ts'
import { canonicalJson } from '../../domain/kernel/same.ts'
import type { AuditDraft, AuditEntry } from '../ports/audit.ts'

/** A Member's own key in the audit chain, as 64 hex digits. */
export type KeyOf = (member: MemberId) => string

const longestCode = 100

/** Every Member whom a draft names: their keys must be at hand to seal it. */
export function membersIn({ actor, object, member }: AuditDraft): readonly MemberId[] {
  return [...(member ? [member] : []), ...(actor.kind === 'member' ? [actor.id] : []), ...(object.kind === 'member' ? [object.id] : [])]
}

/**
 * A change as it is written down for ever: no value of anything, and no Member whom anybody could name without that Member's key.
 *
 * The id of a Member can be worked out from the published register, and so can that of a duty; a telephone number has few enough digits to
 * try them all. So all of these go through the Member's key, and when it is destroyed nobody can tell whose rows they were.
 */
export function sealed(draft: AuditDraft, keyOf: KeyOf): AuditEntry {
  const { at, action, member, reason, fields, before, after, details } = draft
  const hashed = (value: unknown): string => hashFor(member === undefined ? undefined : keyOf(member), value)
  return {
    at: String(at),
    actor: actorOf(draft, keyOf),
    action,
    object: objectOf(draft, keyOf),
    ...(member === undefined ? {} : { member: markOf(member, keyOf) }),
    ...(reason === undefined ? {} : { reason: reason.slice(0, longestCode) }),
    ...(fields === undefined ? {} : { fields }),
    ...(before === undefined ? {} : { before: hashed(before) }),
    ...(after === undefined ? {} : { after: hashed(after) }),
    ...(details === undefined ? {} : { details }),
  }
}

/** By what a Member is known in the chain, for as long as the key exists. */
export function markOf(member: MemberId, keyOf: KeyOf): string {
  return keyed(keyOf(member), `member ${member}`).slice(0, 32)
}

function actorOf({ actor }: AuditDraft, keyOf: KeyOf): AuditEntry['actor'] {
  switch (actor.kind) {
    case 'member':
      return { kind: 'member', id: markOf(actor.id, keyOf) }
    case 'outlook':
      return { kind: 'outlook', id: actor.mailbox }
    case 'quorate':
      return { kind: 'quorate', rule: actor.rule }
    default:
      return actor
  }
}

function objectOf({ object, member }: AuditDraft, keyOf: KeyOf): AuditEntry['object'] {
  if (object.kind === 'member') return { kind: 'member', id: markOf(object.id, keyOf) }
  if (object.kind !== 'duty' || member === undefined) return object
  return { ...object, id: keyed(keyOf(member), `duty ${object.id}`).slice(0, 32) }
}

/** What a value is told by: with a Member's key where it is theirs. */
export function hashFor(key: string | undefined, value: unknown): string {
  const text = canonicalJson(value)
  return key === undefined ? createHash('sha256').update(text).digest('hex') : keyed(key, text)
}

function keyed(key: string, text: string): string {
  return createHmac('sha256', Buffer.from(key, 'hex')).update(text).digest('hex')
}
