import type { Response } from 'express'
import type { Problem } from '../contracts/shared.ts'

/** What a request is answered with. Handlers return one; only the edge writes it. */
export type Answer<Body = unknown, Status extends number = number> = {
  readonly status: Status
  readonly body: Body
  readonly headers?: Readonly<Record<string, string>>
}
export type Refused = Answer<Problem>
/** Done; done, and something new stands; taken, and done in its own time. */
export type Done = 200 | 201 | 202

/** What a refusal is to the person: the status and the sentence. The machine's word is the refusal's own kind. */
export type RefusalWords = { readonly status: number; readonly title: string; readonly detail?: string }

export function done<Body>(body: Body): Answer<Body, 200> {
  return { status: 200, body }
}

export function created<Body>(body: Body): Answer<Body, 201> {
  return { status: 201, body }
}

/** Taken and kept; what must follow is done in its own time. */
export function accepted<Body>(body: Body): Answer<Body, 202> {
  return { status: 202, body }
}

/** RFC 9457, with the machine's word beside the person's sentence. */
export function problem(
  refusal: string,
  words: RefusalWords,
  more: Pick<Problem, 'reference' | 'errors' | 'outage'> & { readonly headers?: Readonly<Record<string, string>> } = {},
): Refused {
  const { headers, ...rest } = more
  const body: Problem = { type: `urn:quorate:${refusal}`, ...words, refusal, ...rest }
  return { status: words.status, body, ...(headers ? { headers } : {}) }
}

/** Whoever was told already that it takes too long is told nothing more. */
export function send(response: Response, answer: Answer): void {
  if (response.headersSent) return
  response.status(answer.status).set(answer.headers ?? {})
  if (answer.status >= 400) response.type('application/problem+json')
  else response.type('application/json')
  response.send(JSON.stringify(answer.body))
}
