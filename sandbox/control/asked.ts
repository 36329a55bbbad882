import { Temporal } from 'temporal-polyfill'
import type { Request, RequestHandler, Response } from 'express'
import type { z } from 'zod'
import { personIn } from '../context.ts'
import type { Person } from '../service.ts'
import { mistakesOf } from '../world-mistakes.ts'
import { Problem } from './problem.ts'

/** Two municipal years and a little. */
const mostDays = 750

/** A call that answers with JSON of what `work` gives; what it throws is the edge's to say. */
export function answering(work: (request: Request) => unknown): RequestHandler {
  return (request, response) => answer(work, request, response)
}

async function answer(work: (request: Request) => unknown, request: Request, response: Response): Promise<void> {
  response.json(await work(request))
}

/** What was asked, in the shape it must have, or a problem that names every place where it has not. */
export function asked<Shape>(schema: z.ZodType<Shape>, from: unknown): Shape {
  const read = schema.safeParse(from)
  if (read.success) return read.data
  throw new Problem({ status: 400, title: 'That is not what this call takes', errors: mistakesOf(read.error) })
}

export function knownPerson(people: readonly Person[], named: string): Person {
  const found = personIn(people, named)
  if (!found) throw new Problem({ status: 404, title: 'There is no such person', detail: `Nobody here has the id or address "${named}"` })
  return found
}

/** A span such as `P7D`, added on London's calendar: a day is a day also when the clocks change. */
export function later(now: Temporal.Instant, by: string): Temporal.Instant {
  const duration = durationIn(by)
  if (duration.sign <= 0)
    throw new Problem({ status: 400, title: 'Time only goes forward', errors: [{ path: 'by', message: 'Must be more than nothing' }] })
  return notTooFar(now, spanFrom(now, duration))
}

/** The clock stops at everything on its way, so a slip of the pen could keep it busy for days. */
export function notTooFar(now: Temporal.Instant, target: Temporal.Instant | undefined): Temporal.Instant {
  const furthest = now.add({ hours: mostDays * 24 })
  if (target && Temporal.Instant.compare(target, furthest) <= 0) return target
  throw new Problem({ status: 400, title: 'That is too far', detail: `The clock goes ${mostDays} days at a time, and no further.` })
}

/** Undefined where it lies beyond all calendars. */
function spanFrom(now: Temporal.Instant, duration: Temporal.Duration): Temporal.Instant | undefined {
  try {
    return now.toZonedDateTimeISO('Europe/London').add(duration).toInstant()
  } catch (cause) {
    if (cause instanceof RangeError) return undefined
    throw cause
  }
}

function durationIn(text: string): Temporal.Duration {
  try {
    return Temporal.Duration.from(text)
  } catch (cause) {
    if (!(cause instanceof RangeError)) throw cause
    throw new Problem({
      status: 400,
      title: 'That is not a length of time',
      errors: [{ path: 'by', message: 'An ISO 8601 duration such as P7D or PT1H' }],
    })
  }
}
