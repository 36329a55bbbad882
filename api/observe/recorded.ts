import type { PersonId } from '../../domain/kernel/ids.ts'
import type { Council, MailboxState } from '../ports/council.ts'
import { Unavailable } from '../ports/unavailable.ts'
import { changeMailbox } from '../use-cases/change-mailbox.ts'

type Failing = NonNullable<MailboxState['failing']>

/**
 * Does a reading of a mailbox, and when it fails writes into the mailbox's row since when, so that every instance says the same of it. The
 * next reading that succeeds takes it off. Failing on and on writes nothing more.
 */
export async function recorded<Value>(council: Council, mailbox: PersonId, reading: () => Promise<Value>): Promise<Value> {
  try {
    return await reading()
  } catch (fault) {
    const because = whyOf(fault)
    if (because) await note(council, mailbox, because)
    throw fault
  }
}

/** Our own storage being away says nothing of a calendar, and cannot be written down. */
function whyOf(fault: unknown): Failing['because'] | undefined {
  if (!(fault instanceof Unavailable)) return 'our-fault'
  if (fault.dependency === 'storage') return undefined
  return fault.throttled ? 'too-busy' : 'no-answer'
}

async function note(council: Council, mailbox: PersonId, because: Failing['because']): Promise<void> {
  const since = council.clock.now()
  try {
    await changeMailbox(council, mailbox, (state) => ({ ...state, failing: { since: state.failing?.since ?? since, because } }))
  } catch (fault) {
    if (!(fault instanceof Unavailable)) throw fault // what the reading met goes on to whoever waits, and the next one notes it
  }
}
