import type { FromPage, Refusal, ToPage } from './protocol.ts'

export type Bridge = {
  /** Answers with a value, or throws what the host refused with. */
  readonly call: (name: string, ...args: unknown[]) => Promise<unknown>
  readonly onEvent: (type: string, handler: () => void) => void
  readonly onRun: (run: (action: string, completed: (options: { allowEvent: boolean }) => void) => void) => void
}

/** Outlook on the web takes no more at a time. */
const mostAtOnce = 3
const tooMany: Refusal = { code: 9019, name: 'ReachedLimit', message: 'No more than three asynchronous calls may run at once.' }

type Ends = { readonly host: Window; readonly own: Window; readonly origin: string }

/** The page's end of what it and the desk say to each other. In a window of its own, with no host about it, nothing is ever answered. */
export function createBridge({ host, own, origin }: Ends): Bridge {
  const waiting = new Map<number, { resolve: (value: unknown) => void; reject: (refusal: Refusal) => void }>()
  const handlers = new Map<string, (() => void)[]>()
  let runner: Parameters<Bridge['onRun']>[0] | undefined
  let last = 0
  const tell = (message: FromPage) => host.postMessage(message, origin)

  own.addEventListener('message', ({ source, origin: from, data }: MessageEvent<ToPage>) => {
    if (source !== host || from !== origin) return
    if (data.kind === 'office-answer') {
      const asked = waiting.get(data.id)
      waiting.delete(data.id)
      if (data.error) asked?.reject(data.error)
      else asked?.resolve(data.value)
    }
    if (data.kind === 'office-event') for (const handler of handlers.get(data.type) ?? []) handler()
    if (data.kind === 'office-run') runner?.(data.action, (options) => tell({ kind: 'office-completed', run: data.run, options }))
  })

  return {
    call: (name, ...args) => {
      // oxlint-disable-next-line prefer-promise-reject-errors -- a plain object, as Office gives it
      if (waiting.size >= mostAtOnce) return Promise.reject(tooMany)
      last += 1
      const id = last
      return new Promise((resolve, reject) => {
        waiting.set(id, { resolve, reject })
        tell({ kind: 'office-call', id, name, args })
      })
    },
    onEvent: (type, handler) => void handlers.set(type, [...(handlers.get(type) ?? []), handler]),
    onRun: (run) => {
      runner = run
    },
  }
}
