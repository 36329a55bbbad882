import type { Response, Router } from 'express'

/** Changes come in bursts: one word serves those of this many milliseconds. */
const burstMilliseconds = 50
const aliveMilliseconds = 25_000

export type Stream = { readonly changed: () => void; readonly addRoute: (router: Router) => void; readonly close: () => void }

/** Tells every desk that is open that something has happened; what, it reads for itself. */
export function createStream(): Stream {
  const watchers = new Set<Response>()
  let waiting: NodeJS.Timeout | undefined
  const alive = setInterval(() => say(': still here\n\n'), aliveMilliseconds).unref()

  function say(words: string): void {
    for (const watcher of watchers) watcher.write(words)
  }

  return {
    changed() {
      waiting ??= setTimeout(() => {
        waiting = undefined
        say('event: changed\ndata: {}\n\n')
      }, burstMilliseconds).unref()
    },
    addRoute(router) {
      router.get('/stream', (request, response) => {
        response.set({ 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' }).flushHeaders()
        watchers.add(response)
        request.on('close', () => watchers.delete(response))
      })
    },
    close() {
      clearInterval(alive)
      clearTimeout(waiting)
      for (const watcher of watchers) watcher.end()
    },
  }
}
