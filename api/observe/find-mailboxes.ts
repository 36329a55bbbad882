import type { Officer } from '../../domain/members/officer.ts'
import type { Directory, DirectoryPerson } from '../ports/calendar.ts'
import type { Council, MailboxState } from '../ports/council.ts'
import { changeMailbox } from '../use-cases/change-mailbox.ts'

/**
 * Finds in whose calendars sessions are looked for: every officer's own, and the shared mailboxes that the rulebook names (C1.1). Notes
 * who the officers are on the way. A mailbox known already keeps what was read of it; one that is neither any more is marked as such, and
 * read once more: it is let go elsewhere (`let-go.ts`).
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
  const stillRead = new Set(states.map(({ mailbox }) => mailbox))
  const former = [...known.values()].filter((state) => !stillRead.has(state.mailbox) && !isNamed(state, council))
  const since = council.clock.now()
  for (const { mailbox } of former) {
    await changeMailbox(council, mailbox, (state) => (state.former ? state : { ...state, former: { since }, dirty: true }))
  }
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
  if (known?.name === name && known.address === address && known.shared === shared && !known.former) return
  if (!known && (await council.mailboxes.save(state, 'new')) === 'saved') return
  await changeMailbox(council, mailbox, ({ former: _former, ...found }) => ({ ...found, name, address, shared }))
}

/** A shared mailbox that the rulebook still names and the directory no longer finds may have been renamed: that is nobody's leaving. */
function isNamed({ shared, address }: MailboxState, { rulebook }: Council): boolean {
  return shared && rulebook.recognition.sharedMailboxes.includes(address.toLowerCase())
}
