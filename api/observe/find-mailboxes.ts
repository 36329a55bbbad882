import type { Officer } from '../../domain/members/officer.ts'
import type { Directory, DirectoryPerson } from '../ports/calendar.ts'
import type { Council, MailboxState } from '../ports/council.ts'
import { changeMailbox } from '../use-cases/change-mailbox.ts'

/**
 * Finds in whose calendars sessions are looked for: every officer's own, and the shared mailboxes that the rulebook names (C1.1). Notes
 * who the officers are on the way. A mailbox known already keeps what was read of it.
 *
 * Throws `Unavailable` when the directory cannot be asked: nobody stops being an officer for that.
 */
export async function findMailboxes(council: Council, directory: Directory, signal: AbortSignal): Promise<readonly MailboxState[]> {
  const found = await directory.officers(signal)
  await council.officers.replaceAll(
    found.map(({ person, roles }) => officerOf(person, roles)),
    council.clock.now(),
  )
  const own = found.filter(({ roles }) => roles.includes('officer')).map(({ person }) => stateOf(person, false))
  const shared: MailboxState[] = []
  for (const address of council.rulebook.recognition.sharedMailboxes) {
    const person = await directory.personBy(address, signal)
    if (person) shared.push({ ...stateOf(person, true), address })
  }
  const states = [...new Map([...own, ...shared].map((state) => [state.mailbox, state])).values()]
  const known = new Map((await council.mailboxes.all()).map(({ value }) => [value.mailbox, value]))
  for (const state of states) await keep(council, state, known.get(state.mailbox))
  return states
}

function officerOf({ id, name, addresses }: DirectoryPerson, roles: Officer['roles']): Officer {
  return { id, name, address: addresses[0] ?? '', roles }
}

function stateOf({ id, name, addresses }: DirectoryPerson, shared: boolean): MailboxState {
  return { mailbox: id, name, address: addresses[0] ?? '', shared, dirty: true }
}

async function keep(council: Council, state: MailboxState, known: MailboxState | undefined): Promise<void> {
  const { mailbox, name, address, shared } = state
  if (known?.name === name && known.address === address && known.shared === shared) return
  if (!known && (await council.mailboxes.save(state, 'new')) === 'saved') return
  await changeMailbox(council, mailbox, (found) => ({ ...found, name, address, shared }))
}
