import type { RequestHandler } from 'express'
import type { z } from 'zod'
import type { Answer, Done, Refused, RefusalWords } from './problem.ts'

export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE'

/**
 * What one thing that the API does takes and gives. The routes enforce it, the compiler holds what is answered to it, and the API's
 * description is made of it: there is no other place in which it is written down.
 */
export type Contract<Params, Query, Body, Given, Status extends Done = 200> = {
  /** As Express writes it, under `/api`. */
  readonly route: `${Method} /${string}`
  /** A sentence or two for whoever builds on the API, who knows the service and not the code. */
  readonly says: string
  readonly params?: z.ZodType<Params>
  readonly query?: z.ZodType<Query>
  readonly body?: z.ZodType<Body>
  readonly gives: z.ZodType<Given>
  readonly status?: Status
  /** What it may refuse, besides what every operation may. */
  readonly refuses?: Readonly<Record<string, RefusalWords>>
  /** Of what must be done once: sent again under the same `Idempotency-Key`, it is answered as before. */
  readonly once?: true
}

/** A contract of which only its words and schemas are wanted. */
export type AnyContract = Contract<unknown, unknown, unknown, unknown, Done>

export type Operation = { readonly contract: AnyContract; readonly handle: RequestHandler }

/** What a contract lets be answered. */
export type Answering<Given, Status extends Done> = Answer<NoInfer<Given>, NoInfer<Status>> | Refused

export function placeOf({ route }: Pick<AnyContract, 'route'>): { readonly method: Method; readonly path: string } {
  const [method, path] = route.split(' ') as [Method, string]
  return { method, path }
}
