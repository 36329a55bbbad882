import type { Caller } from './call.ts'
import type { Mailbox } from './mailbox.ts'
import { accessDenied, insufficientPrivileges, noMailboxHere, noSuchMailbox, outOfScope } from './refusal.ts'
import type { Store } from './store.ts'

/** What a request needs in a mailbox: a part of it, and whether it writes there. */
export type MailboxNeed = { readonly part: 'calendar' | 'mail' | 'settings'; readonly writes: boolean }

/** Rights of the directory, by what they open; any one of a row suffices. */
const directoryRights = {
  users: ['User.Read.All', 'User.ReadWrite.All', 'Directory.Read.All', 'Directory.ReadWrite.All'],
  groups: ['GroupMember.Read.All', 'Group.Read.All', 'Directory.Read.All', 'Directory.ReadWrite.All'],
  places: ['Place.Read.All', 'Place.ReadWrite.All'],
  applications: ['Application.Read.All', 'Application.ReadWrite.All', 'Directory.Read.All'],
  organization: [],
  onlineMeetings: ['OnlineMeetings.Read.All', 'OnlineMeetings.ReadWrite.All'],
  attendanceReports: ['OnlineMeetingArtifact.Read.All'],
} as const
export type DirectoryNeed = keyof typeof directoryRights

const delegatedRights = { calendar: 'Calendars.', mail: 'Mail.', settings: 'MailboxSettings.' } as const

/**
 * An application's rights on mailboxes are given in Exchange and do not show in its token; those on the directory are its roles.
 * A person signed in may read the directory.
 */
export function mayReadDirectory(caller: Caller, need: DirectoryNeed): boolean {
  const rights: readonly string[] = directoryRights[need]
  return caller.kind === 'user' || rights.length === 0 || caller.roles.some((role) => rights.includes(role))
}

export function checkDirectory(caller: Caller, need: DirectoryNeed): void {
  if (!mayReadDirectory(caller, need)) throw insufficientPrivileges()
}

/** The mailbox of a path, for a caller that may do this there. */
export function openMailbox(store: Store, caller: Caller, user: string, need: MailboxNeed): Mailbox {
  const owner = store.book.recipient(user)
  if (!owner) throw noSuchMailbox(user)
  if (caller.kind === 'user') checkPerson(caller, owner, need)
  else if (store.switches.outOfScope.has(owner.objectId)) throw outOfScope()
  if (!owner.hasMailbox) throw noMailboxHere()
  return store.mailboxOf(owner)
}

function checkPerson(caller: Extract<Caller, { kind: 'user' }>, owner: Mailbox['owner'], { part, writes }: MailboxNeed): void {
  const own = owner.objectId === caller.oid
  const rights = caller.scp.filter((scope) => scope.startsWith(delegatedRights[part]) && (own || scope.endsWith('.Shared')))
  const writing = rights.some((scope) => scope.includes('ReadWrite') || scope.includes('Send'))
  const isOpen = own || owner.delegates.has(caller.oid)
  if (!isOpen || rights.length === 0 || (writes && !writing)) throw accessDenied()
}
