import { Router } from 'express'
import { mayReadHealth } from '../../domain/policy/may.ts'
import { health } from '../contracts/health.ts'
import { forRoles } from '../http/handle.ts'
import type { Operation } from '../http/operation.ts'
import { done } from '../http/problem.ts'
import type { HealthSources } from '../ports/health-sources.ts'
import { readHealth } from '../use-cases/read-health.ts'

const freshMilliseconds = 5000
const limitMilliseconds = 1000

type Probed = { readonly ready: () => Promise<boolean>; readonly isLeaving: () => boolean; readonly mono: () => number }

/** For whoever keeps the service running: whether the process lives, and whether it can do its work. No sign-in, nothing told. */
export function probeRoutes({ ready, isLeaving, mono }: Probed): Router {
  const router = Router()
  let last: { readonly at: number; readonly answer: Promise<boolean> } | undefined
  router.get('/health/live', (_request, response) => void response.type('text/plain').send('ok'))
  router.get('/health/ready', async (_request, response) => {
    if (!last || mono() - last.at > freshMilliseconds) last = { at: mono(), answer: within(limitMilliseconds, ready) }
    const isReady = !isLeaving() && (await last.answer)
    response
      .status(isReady ? 200 : 503)
      .type('text/plain')
      .send(isReady ? 'ok' : 'not ready')
  })
  return router
}

async function within(milliseconds: number, ready: () => Promise<boolean>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), milliseconds)
  })
  // Whatever goes wrong in asking means the same: not ready.
  const asked = ready().catch(() => false)
  const answer = await Promise.race([asked, late])
  clearTimeout(timer)
  return answer
}

/** Milliseconds: less than anybody waits for an answer. */
const checkLimit = 12_000

/** For administrators. Looking at Graph is not done behind their backs, so the check is asked for and waited for. */
export function healthRoutes(sources: HealthSources): readonly Operation[] {
  return [
    forRoles(
      mayReadHealth,
      {
        route: 'GET /health',
        says: 'What the service needs and how it stands: services, mailboxes, keys, work by the clock, rights, what is stuck',
        gives: health,
      },
      async ({ council }) => done(await readHealth(council, sources)),
    ),
    forRoles(
      mayReadHealth,
      {
        route: 'POST /health/check',
        says: 'Tries at Graph what the service may do, and that it is refused at the mailbox outside, and has closed mailboxes read again; answers as `GET /api/health` does',
        gives: health,
      },
      async ({ council }) => {
        await sources.checkAccess(council, AbortSignal.timeout(checkLimit))
        return done(await readHealth(council, sources))
      },
    ),
  ]
}
