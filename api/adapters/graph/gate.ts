/**
 * Lets few calls at a time through to one mailbox: Exchange allows four per app and mailbox, and one is left for whoever else asks.
 * First come, first served; a call that needs several places waits for all of them.
 */
export type Gate = { pass<Value>(mailbox: string, places: number, signal: AbortSignal, work: () => Promise<Value>): Promise<Value> }

type Waiting = { readonly places: number; readonly go: () => void }

export function createGate(places: number): Gate {
  const taken = new Map<string, number>()
  const queues = new Map<string, Waiting[]>()

  function letIn(mailbox: string): void {
    const queue = queues.get(mailbox) ?? []
    for (let first = queue[0]; first && (taken.get(mailbox) ?? 0) + first.places <= places; first = queue[0]) {
      queue.shift()
      taken.set(mailbox, (taken.get(mailbox) ?? 0) + first.places)
      first.go()
    }
    if (queue.length === 0) queues.delete(mailbox)
  }

  function leave(mailbox: string, count: number): void {
    const left = (taken.get(mailbox) ?? 0) - count
    if (left > 0) taken.set(mailbox, left)
    else taken.delete(mailbox)
    letIn(mailbox)
  }

  function enter(mailbox: string, count: number, signal: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const queue = queues.get(mailbox) ?? []
      queues.set(mailbox, queue)
      const waiting = { places: count, go: admitted }
      function admitted(): void {
        signal.removeEventListener('abort', givenUp)
        resolve()
      }
      function givenUp(): void {
        const index = queue.indexOf(waiting)
        if (index >= 0) queue.splice(index, 1)
        letIn(mailbox)
        reject(signal.reason)
      }
      signal.throwIfAborted()
      signal.addEventListener('abort', givenUp, { once: true })
      queue.push(waiting)
      letIn(mailbox)
    })
  }

  return {
    async pass(mailbox, count, signal, work) {
      const wanted = Math.min(count, places)
      await enter(mailbox, wanted, signal)
      try {
        return await work()
      } finally {
        leave(mailbox, wanted)
      }
    },
  }
}
