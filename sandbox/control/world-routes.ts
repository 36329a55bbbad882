import type { Router } from 'express'
import { z } from 'zod'
import type { Running } from '../running.ts'
import { scenarioNames } from '../scenarios/scenarios.ts'
import { readWorld } from '../world-mistakes.ts'
import { answering, asked } from './asked.ts'
import { Problem } from './problem.ts'

const resetBody = z.strictObject({ scenario: z.enum(scenarioNames).default('demo') })

/** Beginning anew: with a council that comes with the sandbox, or with one of your own. */
export function addWorldRoutes(router: Router, { services, begin, beginScenario, rotateKeys, addresses, alone }: Running): void {
  const summary = () => {
    const { world, clock, people } = services().context
    return { now: clock.now().toString(), council: world.council, people: people.length }
  }

  router.post(
    '/reset',
    answering(async ({ body }) => {
      const { scenario } = asked(resetBody, body ?? {})
      await alone(() => beginScenario(scenario))
      return summary()
    }),
  )
  router.put(
    '/world',
    answering(async ({ body }) => {
      const read = readWorld(body)
      if (!read.ok) throw new Problem({ status: 400, title: 'This world has mistakes', errors: read.mistakes })
      await alone(() => begin(read.world))
      return summary()
    }),
  )
  router.get(
    '/world',
    answering(() => services().context.world),
  )
  router.get(
    '/addresses',
    answering(() => addresses()),
  )
  router.post(
    '/keys/rotate',
    answering(async () => {
      await rotateKeys()
      return {}
    }),
  )
}
