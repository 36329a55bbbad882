import type { Memory } from '../memory.ts'
import type { SandboxClock } from '../service.ts'
import type { Notification } from './notification.ts'

/** What was sent is forgotten after this long. */
const retentionMilliseconds = 7 * 24 * 3_600_000

export type Ledger = {
  add(notification: Notification): void
  /** Everything ever accepted for sending, oldest first: phones remember longer than Notify does. */
  readonly all: () => readonly Notification[]
  /** What Notify still remembers, newest first: of one reference, or whatever there is. */
  readonly remembered: (reference?: string) => Notification[]
  find(id: string): Notification | undefined
}

/** What was accepted for sending. Looked up by id or reference it costs the same after a year as on the first day. */
export function createLedger(clock: SandboxClock, memory: Memory): Ledger {
  const { all } = memory.of('notify', () => ({ all: [] as Notification[] }))
  const byId = new Map<string, Notification>()
  const byReference = new Map<string, Notification[]>()

  function index(notification: Notification): void {
    byId.set(notification.id, notification)
    if (notification.reference === null) return
    const same = byReference.get(notification.reference)
    if (same) same.push(notification)
    else byReference.set(notification.reference, [notification])
  }

  function isRemembered({ createdAt }: Notification): boolean {
    return clock.now().epochMilliseconds - createdAt <= retentionMilliseconds
  }

  for (const each of all) index(each)
  return {
    add(notification) {
      all.push(notification)
      index(notification)
    },
    all: () => all,
    remembered(reference) {
      const among = reference === undefined ? all : (byReference.get(reference) ?? [])
      const firstRemembered = among.findLastIndex((each) => !isRemembered(each)) + 1
      return among.slice(firstRemembered).toReversed()
    },
    find(id) {
      const found = byId.get(id)
      return found && isRemembered(found) ? found : undefined
    },
  }
}
