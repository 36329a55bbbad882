type Sent = { config: { signal?: unknown; maxRedirects?: number; maxContentLength?: number } }

/** Bytes: the connector answers with an id. */
const longestAnswer = 1_000_000

/**
 * Keeps each call of the Teams SDK within a signal, on its own address, and its answer short. Trap: the SDK sets no limits of its own, and
 * what its HTTP client calls a time limit begins anew with every byte.
 */
export function bounded(signal: () => AbortSignal) {
  return {
    invoke: <Answer>({ config }: Sent, next: () => Promise<Answer>): Promise<Answer> => {
      Object.assign(config, { signal: signal(), maxRedirects: 0, maxContentLength: longestAnswer })
      return next()
    },
  }
}
