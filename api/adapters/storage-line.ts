import { neverConnected } from './never-connected.ts'
import { longestAnswer, textWithin } from './text-within.ts'
import type { AgreedClock } from './agreed-clock.ts'
import type { Exchanged, Note, OutcomeClass } from '../ports/outcomes.ts'

/** A request and an answer as all of Azure's storage clients have them, as far as they are looked at. */
type Request = {
  readonly method: string
  readonly url: string
  readonly abortSignal?: { readonly aborted: boolean } | undefined
  streamResponseStatusCodes?: Set<number> | undefined
}
type Response = {
  readonly status: number
  readonly headers: { get(name: string): string | undefined }
  bodyAsText?: string | null
  readableStreamBody?: NodeJS.ReadableStream | undefined
}
export type StorageAnswer = { readonly status: number; readonly type: string; readonly text: string }

export type StorageLine = {
  readonly note: Note
  /** Whether storage itself can have given a success, by what was asked for. */
  readonly isOwn?: (method: string, path: string, answer: StorageAnswer) => boolean
  /** Hears by what storage dated each success of its own. */
  readonly clock?: Pick<AgreedClock, 'mono' | 'heard'> | undefined
}

/** An answer that goes on past the limit. A page of rows is then asked for with fewer. */
export class TooLong extends Error {
  override readonly name = 'TooLong'
}

/** Of any status, in the clients' own words. */
const everyAnswer = Number.POSITIVE_INFINITY

/**
 * One request to storage as it goes over the line, for any of the clients' pipelines: its answer is read to 2 MiB and no further, believed
 * only where storage can have given it, and counted. What is read as a stream by its caller is left to it.
 *
 * Trap: the clients themselves read an answer whole, however long (measured, core-rest-pipeline 1.24.0).
 */
export async function overLine<Answer extends Response>(request: Request, next: () => Promise<Answer>, line: StorageLine): Promise<Answer> {
  const { method, url } = request
  const call = method === 'GET' || method === 'HEAD' ? 'read' : 'write'
  const askedAt = line.clock?.mono() ?? 0
  let status: number | undefined
  try {
    const response = await bounded(request, next)
    status = response.status
    const answer = { status, type: response.headers.get('content-type') ?? '', text: response.bodyAsText ?? '' }
    const isSuccess = status >= 200 && status < 300
    if (isSuccess && line.isOwn?.(method, new URL(url).pathname, answer) === false) throw new Error('an answer that is not of storage')
    // Anything on the way can refuse, or say that it cannot, by a clock of its own.
    if (isSuccess) line.clock?.heard(response.headers.get('date'), askedAt)
    line.note({ call, became: classOf(call, answer), status })
    return response
  } catch (fault) {
    const became = call === 'read' || neverConnected(fault) ? 'again' : 'unknown'
    line.note({ call, became, ...(status === undefined ? {} : { status }) })
    throw fault
  }
}

async function bounded<Answer extends Response>(request: Request, next: () => Promise<Answer>): Promise<Answer> {
  if (request.streamResponseStatusCodes && request.streamResponseStatusCodes.size > 0) return next()
  request.streamResponseStatusCodes = new Set([everyAnswer])
  const response = await next()
  const read = await textWithin(response.readableStreamBody, longestAnswer).catch((fault: unknown) => {
    // Cut off by us or by the other side, the stream says the same.
    throw request.abortSignal?.aborted ? new DOMException('no whole answer in time', 'AbortError') : fault
  })
  if (read === 'too-long') throw new TooLong('an answer that is too long')
  response.bodyAsText = read.text
  response.readableStreamBody = undefined
  request.streamResponseStatusCodes = new Set()
  return response
}

/**
 * For the clients of queues and blobs, whose pipelines are made of factories. Trap: they set one of this very name next to the line; any
 * other meets answers only once they have been parsed (read in the source, storage-blob 12.33.0).
 */
export class InjectorPolicyFactory {
  readonly #line: StorageLine

  constructor(line: StorageLine) {
    this.#line = line
  }

  create<Asked extends Request, Answer extends Response>(next: { sendRequest(request: Asked): Promise<Answer> }) {
    return { sendRequest: (request: Asked) => overLine(request, () => next.sendRequest(request), this.#line) }
  }
}

/** Nothing that was asked for is there, or it is not as the write expected: answers both, which a caller decides on. */
const asExpected = new Set([404, 409, 412])
const outOfOrder = new Set([401, 403])
const oursToMend = new Set([400, 405, 411, 413, 414, 415, 416])
const notThere = /\b(Table|Queue|Container)NotFound\b/

/** The rows of reliability.md §14 for storage. */
function classOf(call: Exchanged['call'], { status, text }: StorageAnswer): OutcomeClass {
  if (status >= 200 && status < 300) return 'done'
  if (outOfOrder.has(status) || (status === 404 && notThere.test(text))) return 'stopped'
  if (asExpected.has(status) || text.includes('PopReceiptMismatch')) return 'done'
  if (oursToMend.has(status)) return 'final'
  return call === 'read' ? 'again' : 'unknown'
}
