import compression from 'compression'
import express, { Router } from 'express'
import type { Express, Request, RequestHandler } from 'express'
import type { Config } from './config.ts'
import { requireCouncil, requireSignIn } from './http/caller.ts'
import { closedHeaders } from './http/headers.ts'
import { inTime, lastHandler, logRequests, nothingHere } from './http/last.ts'
import type { Standing } from './http/last.ts'
import { atOnce, jsonBody, perMinute, sameSite } from './http/limits.ts'
import { signInWith } from './http/sign-in.ts'
import type { SignInOptions } from './http/sign-in.ts'
import { inTurn } from './http/turns.ts'
import type { TurnLimits } from './http/turns.ts'
import type { Log } from './log.ts'
import type { Clock } from './ports/clock.ts'
import type { Councils } from './ports/council.ts'
import type { Outcomes } from './ports/outcomes.ts'
import { attendanceRoutes } from './routes/attendance.ts'
import { attentionRoutes } from './routes/attention.ts'
import { brochureRoutes } from './routes/brochure.ts'
import { bulletinRoutes } from './routes/bulletin.ts'
import { decisionRoutes } from './routes/decisions.ts'
import { detailsRoutes } from './routes/details.ts'
import { healthRoutes, probeRoutes } from './routes/health.ts'
import { meRoutes } from './routes/me.ts'
import { myTrainingRoutes } from './routes/my-training.ts'
import { placesRoutes } from './routes/places.ts'
import { partnerRoutes } from './routes/partners.ts'
import { programmeRoutes } from './routes/programme.ts'
import { registerRoutes } from './routes/register.ts'
import type { ImportRegister } from './routes/register.ts'
import { reportRoutes } from './routes/reports.ts'
import { rulebookRoutes } from './routes/rulebook.ts'
import { sessionRoutes } from './routes/sessions.ts'
import { tabRoutes } from './routes/tab.ts'
import { webhookRoutes } from './routes/webhooks.ts'
import type { WebhookDeps } from './routes/webhooks.ts'

/** Everything the service answers requests with, built elsewhere. */
export type AppDeps = {
  readonly config: Pick<Config, 'entra' | 'notify' | 'tab'>
  readonly councils: Councils
  readonly clock: Clock
  readonly log: Log
  readonly outcomes?: Outcomes
  /** Wakes the worker: something was written down that is due now. Losing it costs only delay. */
  readonly kick: () => void
  /** The bot's address, with its own guard (`botEndpoint`). */
  readonly bot: RequestHandler
  readonly notifications: WebhookDeps['notifications']
  readonly lifecycle: WebhookDeps['lifecycle']
  readonly applyReceipt: WebhookDeps['applyReceipt']
  readonly importRegister: ImportRegister
  /** Whether storage answers; anything else may be away without the service being so. */
  readonly ready: () => Promise<boolean>
  /** Whether this instance is about to end: it answers what it is asked, and wants nothing more to come. */
  readonly isLeaving: () => boolean
  readonly standing: Standing
  readonly onSignIn?: SignInOptions['onSignIn']
  /** Otherwise as many as one process does best. */
  readonly turns?: TurnLimits
}

/** At the door, those included whose turn has not come: nobody is looked up for one more. */
const mostAtOnce = 512
const turns: TurnLimits = { atOnce: 32, waiting: 128, patience: 3_000 }
const readsPerMinute = 300
const writesPerMinute = 60
/** Of a million codes, two are right: whoever guesses for three hours has two chances in a thousand. */
const codesPerMinute = 6
const kibibyte = 1024
/** Milliseconds. Graph calls whoever takes ten seconds slow, and stops telling it; the tab waits twenty. */
const webhookLimit = 8_000
const answerLimit = 15_000
/** Reading a council's whole register. */
const importLimit = 65_000

/** The whole service as one Express app. What every request passes, in order; each route says for itself who may use it. */
export function createApp(deps: AppDeps): Express {
  const { clock, log, config } = deps
  const app = express()
  app.disable('x-powered-by')
  app.disable('etag')
  app.set('query parser', 'simple')

  app.use(closedHeaders())
  app.use(probeRoutes({ ...deps, mono: () => clock.mono() }))
  app.use(logRequests(log, () => clock.mono()))
  app.use(inTime(limitOf, log, deps.standing))
  app.use(webhookRoutes({ ...deps, receiptTokens: config.notify.receiptTokens }))
  app.use(compression())
  app.use(tabRoutes(config.tab))
  app.use(atOnce(mostAtOnce))
  app.post('/api/messages', jsonBody({ bytes: 256 * kibibyte }), deps.bot)
  app.use('/api', sameSite, signedIn(deps), inTurn(deps.turns ?? turns), requireCouncil(deps), apiRoutes(deps))
  app.use(nothingHere)
  app.use(lastHandler(log, deps.standing))
  return app
}

function limitOf({ path }: Request): number {
  if (path === '/api/members/import') return importLimit
  return path.startsWith('/api/') ? answerLimit : webhookLimit
}

function signedIn({ config, councils, clock, log, outcomes, onSignIn }: AppDeps): RequestHandler {
  const signIn = signInWith({
    ...config.entra,
    isServed: async (tenantId) => (await councils.byTenant(tenantId)) !== undefined,
    mono: () => clock.mono(),
    ...(outcomes ? { note: outcomes.of('entra') } : {}),
    ...(onSignIn ? { onSignIn } : {}),
  })
  return requireSignIn({ signIn, log, reads: perMinute(readsPerMinute, clock), writes: perMinute(writesPerMinute, clock) })
}

/** Everything behind the sign-in. Bodies are read only here, for somebody who is known. */
export function apiRoutes({ clock, kick, importRegister }: Pick<AppDeps, 'clock' | 'kick' | 'importRegister'>): Router {
  const router = Router()
  const codes = perMinute(codesPerMinute, clock)
  const usual = jsonBody({ bytes: 64 * kibibyte, plainText: true })
  const register = jsonBody({ bytes: 6 * 1024 * kibibyte })
  router.use((request, response, next) => {
    if (request.method !== 'POST' && request.method !== 'PUT') next()
    else if (request.path === '/members/import') register(request, response, next)
    else if (hasNoBody(request.headers)) next()
    else usual(request, response, next)
  })
  router.use(meRoutes())
  router.use(myTrainingRoutes(kick))
  router.use(programmeRoutes())
  router.use(brochureRoutes())
  router.use(sessionRoutes(kick))
  router.use(detailsRoutes(kick))
  router.use(partnerRoutes(kick))
  router.use(decisionRoutes(kick))
  router.use(attentionRoutes(kick))
  router.use(attendanceRoutes(kick, codes))
  router.use(bulletinRoutes(kick))
  router.use(placesRoutes(kick))
  router.use(registerRoutes(importRegister, kick))
  router.use(reportRoutes())
  router.use(rulebookRoutes(kick))
  router.use(healthRoutes())
  return router
}

function hasNoBody(headers: {
  readonly 'content-length'?: string | undefined
  readonly 'transfer-encoding'?: string | undefined
}): boolean {
  const length = headers['content-length'] ?? '0'
  return length === '0' && headers['transfer-encoding'] === undefined
}
