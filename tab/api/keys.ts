import type { Answer } from './answer.ts'

/** As long as the API takes somebody for at work on a request. Later the same words may be meant as a second one. */
const keptMs = 120_000

/**
 * The key under which a request is asked for: a fresh one, unless the same one was asked a moment ago and nothing is known of it.
 *
 * Then it is asked under its first key, and the API answers as it would have the first time. A request that is under way is not
 * asked for twice: the second press gets the first one's answer.
 */
export function createKeys(now: () => number = () => performance.now()) {
  const open = new Map<string, { readonly key: string; readonly since: number }>()
  const underWay = new Map<string, Promise<unknown>>()

  async function ask<Value>(what: string, work: (key: string) => Promise<Answer<Value>>): Promise<Answer<Value>> {
    const earlier = open.get(what)
    const begun = earlier && now() - earlier.since < keptMs ? earlier : { key: crypto.randomUUID(), since: now() }
    open.set(what, begun)
    const answer = await work(begun.key)
    const isKnown = answer.kind === 'ok' || (answer.kind === 'refused' && answer.problem.refusal !== 'still-doing')
    if (isKnown) open.delete(what)
    return answer
  }

  return {
    once: <Value>(what: string, work: (key: string) => Promise<Answer<Value>>): Promise<Answer<Value>> => {
      const first = underWay.get(what) as Promise<Answer<Value>> | undefined
      if (first) return first
      const asked = ask(what, work).finally(() => underWay.delete(what))
      underWay.set(what, asked)
      return asked
    },
  }
}
