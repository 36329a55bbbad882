import compression from 'compression'
import express, { Router } from 'express'
import type { Express, Request, RequestHandler } from 'express'
import type { Config } from './config.ts'
import { requireCouncil, requireSignIn } from './http/caller.ts'
import { closedHeaders } from './http/headers.ts'
import { inTime, lastHandler, logRequests, nothingHere } from './http/last.ts'
import type { Standing } from './http/last.ts'
import { atOnce, jsonBody, perMinute, sameSite } from './http/limits.ts'
import { placeOf } from './http/operation.ts'
import type { Operation } from './http/operation.ts'
import { oneAuthorization } from './http/one-authorization.ts'
import { signInWith } from './http/sign-in.ts'
import type { SignInOptions } from './http/sign-in.ts'
import { inTurn } from './http/turns.ts'
import type { TurnLimits } from './http/turns.ts'
import type { Log } from './log.ts'
import type { Clock } from './ports/clock.ts'
import type { Council, Councils } from './ports/council.ts'
import type { HealthSources } from './ports/health-sources.ts'
import type { Outcomes } from './ports/outcomes.ts'
import { appointmentRoutes } from './routes/appointments.ts'
import { attendanceRoutes } from './routes/attendance.ts'
import { attentionRoutes } from './routes/attention.ts'
import { brochureRoutes } from './routes/brochure.ts'
import { bulletinRoutes } from './routes/bulletin.ts'
import { decisionRoutes } from './routes/decisions.ts'
import { descriptionRoutes } from './routes/description.ts'
import { detailsRoutes } from './routes/details.ts'
import { evaluationRoutes } from './routes/evaluations.ts'
import { healthRoutes, probeRoutes } from './routes/health.ts'
import { meRoutes } from './routes/me.ts'
import { myTrainingRoutes } from './routes/my-training.ts'
import { pdpRoutes } from './routes/pdp.ts'
import { planRoutes } from './routes/plan.ts'
import { placesRoutes } from './routes/places.ts'
import { outlookRoutes } from './routes/outlook.ts'
import { briefRoutes } from './routes/brief.ts'
import { partnerRoutes } from './routes/partners.ts'
import { programmeRoutes } from './routes/programme.ts'
import { registerRoutes } from './routes/register.ts'
import type { ImportRegister } from './routes/register.ts'
import { reportRoutes } from './routes/reports.ts'
import { requirementRoutes } from './routes/requirements.ts'
import { rulebookRoutes } from './routes/rulebook.ts'
import { sessionRoutes } from './routes/sessions.ts'
import { tabRoutes } from './routes/tab.ts'
import { webhookRoutes } from './routes/webhooks.ts'
import type { WebhookDeps } from './routes/webhooks.ts'
import type { OpenLists } from './use-cases/reach-of-invitation.ts'

/** Everything the service answers requests with, built elsewhere. */
export type AppDeps = {
  readonly config: Pick<Config, 'entra' | 'notify' | 'tab' | 'outlook' | 'publicUrl' | 'onlyTenant'>
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
  /** Looks into a council's lists in its directory. */
  readonly openLists: (council: Council) => OpenLists
  readonly health: HealthSources
  /** Whether storage answers; anything else may be away without the service being so. */
  readonly ready: () => Promise<boolean>
  /** Whether this instance is about to end: it answers what it is asked, and wants nothing more to come. */
  readonly isLeaving: () => boolean
  readonly standing: Standing
  readonly onSignIn?: SignInOptions['onSignIn']
  /** Otherwise as many as one process does best. */
  readonly turns?: TurnLimits
}

type ApiDeps = Pick<AppDeps, 'clock' | 'kick' | 'importRegister' | 'openLists' | 'health'>

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
  const { entra, publicUrl, tab } = config
  const operations = apiOperations(deps)
  const app = express()
  app.disable('x-powered-by')
  app.disable('etag')
  app.set('query parser', 'simple')

  app.use(closedHeaders())
  app.use(probeRoutes({ ...deps, mono: () => clock.mono() }))
  app.use(logRequests(log, () => clock.mono()))
  app.use(inTime(limitOf, log, deps.standing))
  app.use(descriptionRoutes(operations))
  app.use(oneAuthorization)
  app.use(webhookRoutes({ ...deps, receiptTokens: config.notify.receiptTokens }))
  app.use(compression())
  app.use(tabRoutes(tab))
  const authority = `${entra.authority}/${config.onlyTenant ?? 'organizations'}`
  app.use(outlookRoutes({ ...config.outlook, clientId: entra.clientId, authority, publicUrl, frameAncestors: tab.frameAncestors }))
  app.use(atOnce(mostAtOnce))
  app.post('/api/messages', jsonBody({ bytes: 256 * kibibyte }), deps.bot)
  app.use('/api', sameSite, signedIn(deps), inTurn(deps.turns ?? turns), requireCouncil(deps), apiRoutes(operations))
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

/** Everything that the API does. Whoever adds to it writes a contract: what is not one of these is not served, and not described. */
export function apiOperations({ clock, kick, importRegister, openLists, health }: ApiDeps): readonly Operation[] {
  return [
    ...meRoutes(),
    ...myTrainingRoutes(kick),
    ...requirementRoutes(),
    ...evaluationRoutes(kick),
    ...programmeRoutes(),
    ...planRoutes(openLists),
    ...brochureRoutes(),
    ...appointmentRoutes(),
    ...sessionRoutes(kick),
    ...detailsRoutes(kick),
    ...partnerRoutes(kick),
    ...briefRoutes(kick),
    ...decisionRoutes(kick),
    ...attentionRoutes(kick),
    ...attendanceRoutes(kick, perMinute(codesPerMinute, clock)),
    ...bulletinRoutes(kick),
    ...placesRoutes(kick),
    ...pdpRoutes(),
    ...registerRoutes(importRegister, kick),
    ...reportRoutes(),
    ...rulebookRoutes(kick),
    ...healthRoutes(health),
  ]
}

/** Everything behind the sign-in. Bodies are read only here, for somebody who is known. */
export function apiRoutes(operations: readonly Operation[]): Router {
  const router = Router()
  const usual = jsonBody({ bytes: 64 * kibibyte, plainText: true })
  const register = jsonBody({ bytes: 6 * 1024 * kibibyte })
  router.use((request, response, next) => {
    if (request.method !== 'POST' && request.method !== 'PUT') next()
    else if (request.path === '/members/import') register(request, response, next)
    else if (hasNoBody(request.headers)) next()
    else usual(request, response, next)
  })
  for (const operation of operations) mount(router, operation)
  return router
}

function mount(router: Router, { contract, handle }: Operation): void {
  const { method, path } = placeOf(contract)
  if (method === 'GET') router.get(path, handle)
  else if (method === 'POST') router.post(path, handle)
  else if (method === 'PUT') router.put(path, handle)
  else router.delete(path, handle)
}

function hasNoBody(headers: {
  readonly 'content-length'?: string | undefined
  readonly 'transfer-encoding'?: string | undefined
}): boolean {
  const length = headers['content-length'] ?? '0'
  return length === '0' && headers['transfer-encoding'] === undefined
}
