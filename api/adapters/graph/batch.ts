import { z } from 'zod'
import type { PersonId } from '../../../domain/kernel/ids.ts'
import { Unavailable } from '../../ports/unavailable.ts'
import { parsed } from './codec.ts'
import type { Graph } from './client.ts'
import type { ReadVerdict } from './errors.ts'
import { retryAfterSeconds } from '../retry-after.ts'
import type { GraphSource } from './source.ts'

const largest = 20
const mostTries = 3
const longestWaitSeconds = 10

const answerSchema = z.object({
  responses: z.array(
    z.object({ id: z.string(), status: z.int(), headers: z.record(z.string(), z.string()).nullish(), body: z.unknown().optional() }),
  ),
})

/**
 * Several readings of one mailbox, twenty to a call, in the order asked. An item that is throttled says so inside an outer 200, where
 * nobody else would see it: those alone are asked again after the longest wait they name, three times at most. What failed in another
 * way is not: whoever asked for the whole asks again. The mailbox's whole gate is taken, since
 * Exchange runs several of a batch at once.
 */
export async function readBatch(
  source: GraphSource,
  order: { readonly mailbox?: PersonId; readonly paths: readonly string[]; readonly prefer?: readonly string[] },
  signal: AbortSignal,
): Promise<readonly ReadVerdict[]> {
  const verdicts: ReadVerdict[] = []
  for (let from = 0; from < order.paths.length; from += largest) {
    verdicts.push(...(await readTwenty(source, { ...order, paths: order.paths.slice(from, from + largest) }, signal)))
  }
  return verdicts
}

async function readTwenty(
  source: GraphSource,
  order: Parameters<typeof readBatch>[1],
  signal: AbortSignal,
): Promise<readonly ReadVerdict[]> {
  const verdicts = new Map<number, ReadVerdict>()
  for (let attempt = 1; attempt <= mostTries; attempt += 1) {
    const wanted = order.paths.map((_, index) => index).filter((index) => isOpen(verdicts.get(index)))
    if (wanted.length === 0) break
    if (attempt > 1) await source.clock.sleep(waitSeconds([...verdicts.values()]) * 1000, signal)
    for (const [index, verdict] of await ask(source, order, wanted, signal)) verdicts.set(index, verdict)
  }
  return order.paths.map((_, index) => verdicts.get(index) ?? { kind: 'later', because: 'missing from a batch' })
}

function isOpen(verdict: ReadVerdict | undefined): boolean {
  return verdict === undefined || (verdict.kind === 'later' && verdict.throttled === true)
}

function waitSeconds(verdicts: readonly ReadVerdict[]): number {
  const waits = verdicts.map((verdict) => (verdict.kind === 'later' ? (verdict.afterSeconds ?? 1) : 0))
  return Math.min(longestWaitSeconds, Math.max(1, ...waits))
}

async function ask(
  { graph, service }: GraphSource,
  { mailbox, paths, prefer }: Parameters<typeof readBatch>[1],
  wanted: readonly number[],
  signal: AbortSignal,
): Promise<readonly (readonly [number, ReadVerdict])[]> {
  // The outer headers are not inherited by the items.
  const headers = prefer ? { headers: { Prefer: prefer.join(', ') } } : {}
  const requests = wanted.map((index) => ({ id: String(index), method: 'GET', url: paths[index], ...headers }))
  const gate = mailbox ? { mailbox, places: Number.MAX_SAFE_INTEGER } : {}
  const answer = await graph.write({ method: 'POST', path: '/$batch', body: { requests }, as: service, signal, ...gate })
  if (answer.kind === 'later') throw new Unavailable('graph', 'busy', { retryAfterSeconds: answer.afterSeconds })
  if (answer.kind !== 'done') throw new Unavailable('graph', `a batch was answered ${answer.kind}`)
  return parsed(answerSchema, answer.value).responses.map((item) => [Number(item.id), verdictOf(graph, item)] as const)
}

function verdictOf(graph: Graph, item: z.infer<typeof answerSchema>['responses'][number]): ReadVerdict {
  const header = Object.entries(item.headers ?? {}).find(([name]) => name.toLowerCase() === 'retry-after')?.[1]
  const wait = retryAfterSeconds(header, Number.NaN)
  const body = item.body === undefined ? ({ kind: 'empty' } as const) : ({ kind: 'json', value: item.body } as const)
  return graph.judge({ kind: 'reply', status: item.status, body, ...(wait === undefined ? {} : { retryAfterSeconds: wait }) })
}
