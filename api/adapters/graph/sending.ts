import type { Sending } from '../../ports/senders.ts'
import { Unavailable } from '../../ports/unavailable.ts'

const patienceSeconds = 30

/** A sender answers and does not throw: an outage met before anything was written means that it was not sent. */
export async function asLater(send: () => Promise<Sending>): Promise<Sending> {
  try {
    return await send()
  } catch (thrown) {
    if (!(thrown instanceof Unavailable)) throw thrown
    const silent = thrown.throttled ? { throttled: true } : { silent: thrown.dependency }
    return { kind: 'later', afterSeconds: thrown.retryAfterSeconds ?? patienceSeconds, ...silent }
  }
}
