import { Temporal } from 'temporal-polyfill'
import type { FaultAction, SandboxContext } from '../service.ts'
import { notifyAccount } from './account.ts'
import type { Ledger } from './ledger.ts'
import { receiptOf, type Notification } from './notification.ts'

const path = '/notify/receipts'
const triesAfterTheFirst = 5
const minutesBetween = 5
const waitMilliseconds = 5000

/** A receipt that nobody took, and when it is tried again. */
type Owed = { readonly id: string; readonly triesLeft: number; readonly at: string }

/** Tells the council's address what became of a message, as Notify does it: retried on silence, 429 and 5xx, given up on any other refusal. */
export function createReceipts({ addresses, clock, work, faults, memory }: SandboxContext, ledger: Pick<Ledger, 'all'>) {
  const { owed } = memory.of('receipts', () => ({ owed: new Set<Owed>() }))
  let held: Notification[] = []

  function send(notification: Notification): void {
    const action = faults.strike('receipts', 'POST', path)
    if (action?.kind === 'drop') return
    if (action?.kind === 'reorder') {
      held.push(notification) // goes after the next one
      return
    }
    const waiting = held
    held = []
    work.run(async () => {
      await deliver(notification, action)
      for (const each of waiting) await attempt(each, triesAfterTheFirst)
    })
  }

  async function deliver(notification: Notification, action: FaultAction | undefined): Promise<void> {
    if (action?.kind === 'status' || action?.kind === 'reset' || action?.kind === 'hang') return again(notification, triesAfterTheFirst)
    if (action?.kind === 'delay') await new Promise((resolve) => setTimeout(resolve, action.milliseconds))
    await attempt(notification, triesAfterTheFirst)
    if (action?.kind === 'duplicate') await attempt(notification, 0)
  }

  async function attempt(notification: Notification, triesLeft: number): Promise<void> {
    if ((await post(notification)) === 'try-again') again(notification, triesLeft)
  }

  function again(notification: Notification, triesLeft: number): void {
    if (triesLeft === 0) return
    const each = { id: notification.id, triesLeft, at: clock.now().add({ minutes: minutesBetween }).toString() }
    owed.add(each)
    wait(each, notification)
  }

  function wait(each: Owed, notification: Notification): void {
    clock.at(Temporal.Instant.from(each.at), () => {
      owed.delete(each)
      return attempt(notification, each.triesLeft - 1)
    })
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

  for (const each of owed) {
    const notification = ledger.all().find(({ id }) => id === each.id)
    if (notification) wait(each, notification)
  }
  return { send }
}
