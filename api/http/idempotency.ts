import { createHash, randomUUID } from 'node:crypto'
import type { Request } from 'express'
import { isBefore } from '../../domain/kernel/time.ts'
import type { Instant } from '../../domain/kernel/time.ts'
import type { Council, Reply, Seen } from '../ports/council.ts'
import { Unavailable } from '../ports/unavailable.ts'
import type { Caller } from './caller.ts'
import { problem } from './problem.ts'
import type { Answer } from './problem.ts'

/** How long the answer to a request is kept for the same one sent again. */
export const keptHours = 24
/** Longer than any request takes: after it, whoever was doing it is taken for dead. */
const doingSeconds = 120
const believable = /^[\x21-\x7e]{1,64}$/

/** The request's own key, which a client sends again with a request whose answer it did not get. */
function keyOf(request: Request): string | undefined {
  return request.get('idempotency-key')
}

/** A name for what one request asks: the same when it is sent again under its key, and another for everybody else's. */
export function markOf(request: Request, { person }: Caller): string {
  const key = keyOf(request)
  return key === undefined ? randomUUID() : digest([person.id, key])
}

/**
 * Does what is asked once, however often the same request arrives: sent again it is answered as the first one was.
 *
 * The key is written down before the work and the answer after it, so a process that dies in between leaves a key without an answer.
 * After two minutes the work is then done again, and must for that be safe to repeat: a decision is taken on what was seen, a reason
 * is given once, a call is known by its mark.
 */
export async function answeredOnce(request: Request, caller: Caller, work: () => Promise<Answer>): Promise<Answer> {
  const key = keyOf(request)
  if (key === undefined) return work()
  if (!believable.test(key)) return badKey
  const place = { ...caller, key }
  const now = caller.council.clock.now()
  const doing: Reply = { asked: askedIn(request), at: now, until: now.add({ seconds: doingSeconds }) }
  const earlier = await begin(place, doing)
  if (earlier) return earlier
  try {
    const answer = await work()
    // What was not done for want of something may be asked for again at once.
    await settle(place, answer.status >= 500 ? { ...doing, until: now } : { ...doing, answer })
    return answer
  } catch (fault) {
    await settle(place, { ...doing, until: now })
    throw fault
  }
}

type Place = Caller & { readonly key: string }

/** The answer when there is nothing to do: it was done, is being done, or was something else. */
async function begin({ council, person, key }: Place, doing: Reply): Promise<Answer | undefined> {
  const found = await council.replies.find(person.id, key)
  if (found && !isForgotten(found.value, doing.at)) {
    if (found.value.asked !== doing.asked) return usedOtherwise
    if (found.value.answer) return found.value.answer
    if (isBefore(doing.at, found.value.until)) return stillDoing
  }
  const seen: Seen = found ?? 'new'
  return (await council.replies.save(person.id, key, doing, seen)) === 'saved' ? undefined : stillDoing
}

function isForgotten({ at }: Reply, now: Instant): boolean {
  return isBefore(at, forgottenBefore(now))
}

export function forgottenBefore(now: Instant): Instant {
  return now.subtract({ hours: keptHours })
}

/** Whether it can be written down or not, what was done is done: the caller gets the answer either way. */
async function settle({ council, person, key }: Place, reply: Reply): Promise<void> {
  try {
    await keep(council, person.id, key, reply)
  } catch (fault) {
    if (!(fault instanceof Unavailable)) throw fault
  }
}

async function keep({ replies }: Council, person: Caller['person']['id'], key: string, reply: Reply): Promise<void> {
  const found = await replies.find(person, key)
  const isOurs = found?.value.asked === reply.asked && !found.value.answer
  if (isOurs) await replies.save(person, key, reply, found)
}

function askedIn(request: Request): string {
  return digest([request.method, request.originalUrl, JSON.stringify(request.body ?? null)])
}

function digest(parts: readonly string[]): string {
  return createHash('sha256').update(parts.join('\n')).digest('hex').slice(0, 32)
}

const badKey = problem('bad-key', { status: 400, title: 'Quorate did not understand what was sent' })
const usedOtherwise = problem('key-used-otherwise', {
  status: 422,
  title: 'This was sent before with something else in it',
  detail: 'Nothing has been done. Please try again.',
})
const stillDoing = problem(
  'still-doing',
  { status: 409, title: 'Quorate is still doing that', detail: 'Please wait a moment, then look how it stands.' },
  { headers: { 'Retry-After': '2' } },
)
