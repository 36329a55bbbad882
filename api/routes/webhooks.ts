import { createHash, timingSafeEqual } from 'node:crypto'
import { Router } from 'express'
import type { RequestHandler } from 'express'
import { z } from 'zod'
import { councilId } from '../../domain/kernel/ids.ts'
import { instant, isBefore } from '../../domain/kernel/time.ts'
import type { Instant } from '../../domain/kernel/time.ts'
import type { Receipt, Received } from '../act/receipts.ts'
import { jsonBody } from '../http/limits.ts'
import { accepted, done, problem, send } from '../http/problem.ts'
import type { Log } from '../log.ts'
import type { Council, Councils } from '../ports/council.ts'
import type { Secret } from '../secret.ts'

export type WebhookDeps = {
  readonly councils: Pick<Councils, 'open'>
  readonly log: Log
  readonly kick: () => void
  /** Council → the token entered at Notify for its receipts. */
  readonly receiptTokens: ReadonlyMap<string, Secret>
  /** Takes a notification for what it is, a hint, and writes it down. Throws `Unavailable` when it cannot: Graph tries again. */
  readonly notifications: (body: unknown) => Promise<void>
  readonly lifecycle: (body: unknown) => Promise<void>
  readonly applyReceipt: (council: Council, receipt: Receipt) => Promise<Received>
}

const oneMebibyte = 1024 * 1024
const mostNotifications = 1000

/** What Graph and Notify post. Each is answered alike whether it was believed or not: a forger is told nothing. */
export function webhookRoutes(deps: WebhookDeps): Router {
  const router = Router()
  const body = jsonBody({ bytes: oneMebibyte, arrays: mostNotifications })
  router.post('/graph/notifications', validationToken, body, taking(deps, deps.notifications))
  router.post('/graph/lifecycle', validationToken, body, taking(deps, deps.lifecycle))
  router.post('/notify/receipts', jsonBody({ bytes: 64 * 1024 }), receipts(deps))
  return router
}

function taking({ kick }: WebhookDeps, take: (body: unknown) => Promise<void>): RequestHandler {
  return async (request, response) => {
    await take(request.body)
    kick()
    send(response, accepted({}))
  }
}

/** Graph asks once whether we are who it was told: its token comes back as plain text, and only if it cannot be anything else. */
const validationToken: RequestHandler = (request, response, next) => {
  const token: unknown = request.query['validationToken']
  if (token === undefined) next()
  else if (typeof token === 'string' && /^[\x20-\x7e]{1,2048}$/.test(token))
    response.status(200).type('text/plain; charset=utf-8').send(token)
  else send(response, problem('not-understood', { status: 400, title: 'No such token' }))
}

const receiptBody = z.looseObject({
  reference: z.string().max(300).nullable(),
  status: z.enum(['delivered', 'temporary-failure', 'permanent-failure', 'technical-failure']),
  completed_at: z.iso.datetime({ offset: true }).nullish(),
})

function receipts({ councils, log, kick, receiptTokens, applyReceipt }: WebhookDeps): RequestHandler {
  return async (request, response) => {
    const id = councilWith(request.headers.authorization, receiptTokens)
    const council = id ? await councils.open(councilId(id)) : undefined
    if (!council) {
      log.warn('receipt.refused', { because: 'wrong-token' })
      send(response, problem('not-signed-in', { status: 401, title: 'Not for this service' }))
      return
    }
    const receipt = receiptBody.safeParse(request.body)
    if (!receipt.success || receipt.data.reference === null) {
      // Not about a message of ours, or of a kind we do not know: nothing that asking again would mend.
      log.warn('receipt.refused', { because: 'unreadable' })
      send(response, done({}))
      return
    }
    const { reference, status, completed_at: at } = receipt.data
    const outcome = await applyReceipt(council, { reference, status, at: notLaterThan(council.clock.now(), at) })
    log.info('receipt.applied', { council: council.profile.id, outcome })
    kick()
    send(response, done({}))
  }
}

function notLaterThan(now: Instant, at: string | null | undefined): Instant {
  const given = at ? instant(at) : now
  return isBefore(now, given) ? now : given
}

/** The council whose token this is. Every token is compared, in constant time, so that nothing is learnt from how long it took. */
function councilWith(authorization: string | undefined, tokens: ReadonlyMap<string, Secret>): string | undefined {
  const given = digest(/^Bearer (.{1,500})$/i.exec(authorization ?? '')?.[1] ?? '')
  const matching = [...tokens].filter(([, token]) => timingSafeEqual(digest(token.reveal()), given))
  return matching[0]?.[0]
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}
