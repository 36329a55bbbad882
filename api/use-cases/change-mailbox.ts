import type { PersonId } from '../../domain/kernel/ids.ts'
import { isSame } from '../../domain/kernel/same.ts'
import type { Council, MailboxState } from '../ports/council.ts'
import { Unavailable } from '../ports/unavailable.ts'

const attempts = 6

/** Changes a mailbox's row, deciding again when somebody else changed it meanwhile. Nothing is written when nothing changes. */
export async function changeMailbox(
  { mailboxes }: Pick<Council, 'mailboxes'>,
  mailbox: PersonId,
  change: (state: MailboxState) => MailboxState,
): Promise<MailboxState | undefined> {
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const found = await mailboxes.find(mailbox)
    if (!found) return undefined
    const changed = change(found.value)
    if (isSame(found.value, changed)) return changed
    if ((await mailboxes.save(changed, { etag: found.etag })) === 'saved') return changed
  }
  throw new Unavailable('storage', 'a mailbox is being changed by others all the time')
}

/** The next reading is then of the whole window. */
export function withoutCursor({ cursor: _cursor, ...state }: MailboxState): MailboxState {
  return { ...state, askedAnew: (state.askedAnew ?? 0) + 1 }
}

/** Has the calendars that were closed tried at once, and not only at the next sweep: somebody has just opened them, and wants to see it. */
export async function tryClosedAgain(council: Pick<Council, 'mailboxes'>): Promise<void> {
  for (const { value } of await council.mailboxes.all()) {
    if (value.closedToUs) await changeMailbox(council, value.mailbox, (state) => (state.closedToUs ? { ...state, dirty: true } : state))
  }
}

/** Has every calendar read whole once more: after the roll changed, who is a Member among those invited is found anew (C2.4). */
export async function readCalendarsAnew(council: Pick<Council, 'mailboxes'>): Promise<void> {
  for (const { value } of await council.mailboxes.all()) {
    await changeMailbox(council, value.mailbox, (state) => ({ ...withoutCursor(state), dirty: true }))
  }
}
