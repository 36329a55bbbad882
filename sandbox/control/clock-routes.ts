import type { Router } from 'express'
import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import type { Running } from '../running.ts'
import { instantText } from '../world.ts'
import { answering, asked, later, notTooFar } from './asked.ts'
import { Problem } from './problem.ts'

const setBody = z.strictObject({ now: instantText })
const advanceBody = z.strictObject({ by: z.string().max(60) })

const dueNext = { product: 'Quorate has something to do', sandbox: 'Something tried before is tried again' } as const

/** Reading and moving the shared clock. It never goes back: what has happened cannot be undone, only begun anew by a reset. */
export function addClockRoutes(router: Router, { services, beginning, time, alone, product }: Running): void {
  const now = () => services().context.clock.now()

  router.get(
    '/clock',
    answering(() => ({ now: now().toString(), ...(beginning() && { beginning: true }) })),
  )
  router.put(
    '/clock',
    answering(({ body }) =>
      alone(() => time.passUntil(notTooFar(now(), notBefore(now(), Temporal.Instant.from(asked(setBody, body).now))))),
    ),
  )
  router.post(
    '/clock/advance',
    answering(({ body }) => alone(() => time.passUntil(later(now(), asked(advanceBody, body).by)))),
  )
  router.post(
    '/settle',
    answering(async () => {
      await alone(() => time.settle())
      return { now: now().toString() }
    }),
  )
  router.get(
    '/next',
    answering(async () => {
      // What a person would notice; where nothing of that is ahead, whatever there is.
      const notable = await product.nextUp()
      if (notable) return { at: notable.at.toString(), what: notable.what }
      const next = await time.next()
      return next ? { at: next.at.toString(), what: dueNext[next.whose] } : { at: null, what: null }
    }),
  )
}

function notBefore(now: Temporal.Instant, target: Temporal.Instant): Temporal.Instant {
  if (Temporal.Instant.compare(target, now) >= 0) return target
  const detail = `It is ${now.toString()} here. What has happened cannot be undone: reset the sandbox to begin anew.`
  throw new Problem({ status: 409, title: 'The clock does not go back', detail })
}
