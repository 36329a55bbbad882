import express, { Router, type NextFunction, type Request, type RequestHandler, type Response } from 'express'
import { z } from 'zod'
import type { SandboxContext, Service } from '../service.ts'
import { strikes } from '../strike.ts'
import type { KeyType } from './account.ts'
import { keyOf } from './authentication.ts'
import { createDelivery } from './delivery.ts'
import { createLedger } from './ledger.ts'
import { createLimits, notifysLimits, type Limits } from './limits.ts'
import { listed } from './listing.ts'
import { shown, type Notification } from './notification.ts'
import { readNumber } from './phone-number.ts'
import { createRecipients, type Recipients } from './recipients.ts'
import { createReceipts } from './receipts.ts'
import { Refused } from './refusal.ts'
import { emailRequest, readRequest, textRequest } from './requests.ts'
import { addTemplateRoutes } from './template-routes.ts'
import { filled, templateFor } from './templates.ts'
import { asSent } from './text-content.ts'

export type Notify = Service & {
  /** Everything accepted for sending, oldest first. */
  readonly sent: () => readonly Notification[]
  readonly recipientOf: Recipients
}

/** Characters of a text, without the council's name in front. */
const longestText = 918

/** Real milliseconds from "accepted" to the phone, so that a receipt does not overtake the answer that names the message. */
const networkMilliseconds = 50

/** Accepted, and nothing is sent: no receipt, no trace. */
const simulated = /^(\+447700900(000|111|222)|simulate-delivered(-[23])?@notifications\.service\.gov\.uk)$/

/** GOV.UK Notify: texts and emails to the people of the sandbox. */
export function createNotify(context: SandboxContext, limits: Limits = notifysLimits): Notify {
  const ledger = createLedger(context.clock, context.memory)
  const counted = createLimits(limits, context.clock)
  const recipientOf = createRecipients(context.people)
  const delivery = createDelivery(context, { recipientOf, receipt: createReceipts(context, ledger).send })
  for (const each of ledger.all()) if (each.status === 'sending') delivery.waitFor(each)
  const base = () => context.addresses().notify

  function accept(order: Pick<Notification, 'type' | 'to' | 'body' | 'key' | 'template'> & { subject?: string; reference: string | null }) {
    counted.count(order.key, order.type)
    const notification: Notification = {
      ...order,
      id: context.mint('notification'),
      createdAt: context.clock.now().epochMilliseconds,
      status: 'created',
    }
    if (!simulated.test(order.type === 'sms' ? e164(order.to) : order.to.toLowerCase())) {
      ledger.add(notification)
      context.work.run(async () => {
        await new Promise((resolve) => setTimeout(resolve, networkMilliseconds))
        delivery.deliver(notification)
      })
    }
    return notification
  }

  function sendText(key: KeyType, body: unknown): object {
    const { phone_number: to, template_id, personalisation = {}, reference = null, sms_sender_id } = readRequest(textRequest, body)
    const number = readNumber(to)
    if (number.kind === 'wrong') throw new Refused(400, 'ValidationError', `phone_number ${number.message}`)
    if (sms_sender_id) throw new Refused(400, 'BadRequestError', `sms_sender_id ${sms_sender_id} does not exist in database`)
    const template = templateFor(template_id, 'sms')
    const words = asSent(filled(template, personalisation).body.trim())
    if (words.length > longestText) {
      throw new Refused(400, 'BadRequestError', `Content for template has a character count greater than the limit of ${longestText}`)
    }
    const text = `${context.world.council.name}: ${words}`
    const accepted = accept({ type: 'sms', to, body: text, key, template, reference })
    return created(accepted, { body: text, from_number: 'GOVUK' }, base())
  }

  function sendEmail(key: KeyType, body: unknown): object {
    const { email_address: to, template_id, personalisation = {}, reference = null, ...rest } = readRequest(emailRequest, body)
    if (rest.email_reply_to_id) throw new Refused(400, 'BadRequestError', `email_reply_to_id ${rest.email_reply_to_id} does not exist`)
    const template = templateFor(template_id, 'email')
    const { subject = '', body: words } = filled(template, personalisation)
    const accepted = accept({ type: 'email', to, body: words, subject, key, template, reference })
    return created(accepted, { body: words, subject, from_email: `${context.world.council.id}@notifications.service.gov.uk` }, base())
  }

  const router = Router()
  router.use(strikes(context.faults, 'notify'))
  router.use(express.json({ limit: '3mb' }), authenticated)
  router.post('/v2/notifications/sms', (request, response: KeyedResponse) => {
    response.status(201).json(sendText(response.locals.key, request.body))
  })
  router.post('/v2/notifications/email', (request, response: KeyedResponse) => {
    response.status(201).json(sendEmail(response.locals.key, request.body))
  })
  router.get('/v2/notifications', (request, response: KeyedResponse) => {
    response.json(listed(ledger, response.locals.key, request.query, base()))
  })
  router.get('/v2/notifications/:id', (request, response) => {
    if (!z.guid().safeParse(request.params.id).success) throw new Refused(400, 'ValidationError', 'id is not a valid UUID')
    const found = ledger.find(request.params.id)
    if (!found) throw new Refused(404, 'NoResultFound', 'No result found')
    response.json(shown(found, base()))
  })
  addTemplateRoutes(router)
  router.use(refuse)
  return { router, sent: ledger.all, recipientOf }
}

type KeyedResponse = Response<unknown, { key: KeyType }>

const authenticated: RequestHandler = (request, response, next) => admit(request, response, next)

async function admit(request: Request, response: Response, next: NextFunction): Promise<void> {
  response.locals['key'] = await keyOf(request.headers.authorization)
  next()
}

function created({ id, reference, template }: Notification, content: object, base: string): object {
  const { id: templateId, version } = template
  return {
    id,
    reference,
    content,
    uri: `${base}/v2/notifications/${id}`,
    template: { id: templateId, version, uri: `${base}/v2/template/${templateId}/version/${version}` },
    scheduled_for: null,
  }
}

function e164(to: string): string {
  const number = readNumber(to)
  return number.kind === 'wrong' ? to : number.e164
}

function refuse(thrown: unknown, _request: Request, response: Response, next: NextFunction): void {
  if (thrown instanceof Refused) response.status(thrown.status).json(thrown.body())
  else if (thrown instanceof SyntaxError) response.status(400).json(new Refused(400, 'BadRequestError', 'Invalid JSON').body())
  else next(thrown)
}
