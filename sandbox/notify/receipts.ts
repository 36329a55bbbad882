import type { SandboxContext } from '../service.ts'
import { notifyAccount } from './account.ts'
import { receiptOf, type Notification } from './notification.ts'

const path = '/notify/receipts'
const triesAfterTheFirst = 5
const minutesBetween = 5
const waitMilliseconds = 5000

/** Tells the council's address what became of a message, as Notify does it: retried on silence, 429 and 5xx, given up on any other refusal. */
export function createReceipts({ addresses, clock, work, faults }: SandboxContext) {
  let held: Notification[] = []

  function send(notification: Notification): void {
    const action = faults.strike('receipts', 'POST', path)
    if (action?.kind === 'drop') return
    if (action?.kind === 'reorder') {
      held.push(notification) // goes after the next one
      return
    }
    const failsFirst = action?.kind === 'status' || action?.kind === 'reset' || action?.kind === 'hang'
    if (failsFirst) again(notification, triesAfterTheFirst)
    else work.run(() => attempt(notification, triesAfterTheFirst, action?.kind === 'delay' ? action.milliseconds : 0))
    if (action?.kind === 'duplicate') work.run(() => attempt(notification, 0))
    const waiting = held
    held = []
    for (const each of waiting) work.run(() => attempt(each, triesAfterTheFirst))
  }

  async function attempt(notification: Notification, triesLeft: number, delay = 0): Promise<void> {
    if (delay > 0) await new Promise((resolve) => setTimeout(resolve, delay))
    if ((await post(notification)) === 'try-again') again(notification, triesLeft)
  }

  function again(notification: Notification, triesLeft: number): void {
    if (triesLeft === 0) return
    clock.at(clock.now().add({ minutes: minutesBetween }), () => attempt(notification, triesLeft - 1))
  }

  async function post(notification: Notification): Promise<'done' | 'try-again'> {
    try {
      const { status } = await fetch(`${addresses().product}${path}`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${notifyAccount.receiptToken}` },
        body: JSON.stringify(receiptOf(notification)),
        signal: AbortSignal.timeout(waitMilliseconds),
      })
      return status === 429 || status >= 500 ? 'try-again' : 'done'
    } catch {
      return 'try-again' // no connection, or no answer in five seconds
    }
  }

  return { send }
}
