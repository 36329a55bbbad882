import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import type { IncomingMessage } from 'node:http'

export type Seen = { readonly method: string; readonly path: string }

/** Every request that a server of this process is asked while `work` runs: the sandbox's among them. */
export async function requestsDuring(work: () => Promise<void>): Promise<readonly Seen[]> {
  const seen: Seen[] = []
  const note = (message: unknown) => {
    const { method, url } = (message as { request: IncomingMessage }).request
    seen.push({ method: method ?? '', path: url ?? '' })
  }
  subscribe('http.server.request.start', note)
  try {
    await work()
  } finally {
    unsubscribe('http.server.request.start', note)
  }
  return seen
}
