import type { Router } from 'express'
import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import type { Pressed } from '../connector/press.ts'
import type { Notification } from '../notify/notification.ts'
import type { Running } from '../running.ts'
import type { Services } from '../services.ts'
import type { Person } from '../service.ts'
import { instantText } from '../world.ts'
import { answering, asked, knownPerson } from './asked.ts'
import { Problem, type ProblemDetails } from './problem.ts'

const ofAPerson = z.object({ user: z.string() })
const ofAnyone = z.object({ user: z.string().optional() })
const sinceQuery = z.object({ since: instantText.optional() })

const actionBody = z.strictObject({
  user: z.string(),
  /** Absent for an Action.Submit, which has none. */
  verb: z.string().max(200).optional(),
  data: z.record(z.string(), z.unknown()).default({}),
  trigger: z.enum(['manual', 'automatic']).default('manual'),
})
const chatBody = z.strictObject({ user: z.string(), text: z.string().min(1).max(4000) })

/** What has come to whom, and doing what people do with it. */
export function addArrivalsRoutes(router: Router, { services }: Running): void {
  const person = (named: string) => knownPerson(services().context.people, named)

  router.get(
    '/texts',
    answering(({ query }) => {
      const { user } = asked(ofAnyone, query)
      return textsTo(services(), user === undefined ? undefined : person(user))
    }),
  )
  router.get(
    '/mail',
    answering(({ query }) => {
      const { user } = asked(ofAPerson, query)
      const shared = services().context.world.mailboxes?.find(({ email }) => email === user.toLowerCase())
      return shared ? services().graph.mailOf(shared.email) : mailTo(services(), person(user))
    }),
  )
  router.get(
    '/cards',
    answering(({ query }) => services().connector.cardsOf(person(asked(ofAPerson, query).user))),
  )
  router.post(
    '/cards/:activity/action',
    answering(async ({ body, params }) => {
      const { user, verb, ...press } = asked(actionBody, body)
      const pressed = await services().connector.press(person(user), String(params['activity']), { ...press, ...(verb && { verb }) })
      if (pressed.kind !== 'answered') throw new Problem(refusals(pressed))
      return typeof pressed.answer === 'object' && pressed.answer !== null ? pressed.answer : {}
    }),
  )
  router.post(
    '/chat',
    answering(async ({ body }) => {
      const { user, text } = asked(chatBody, body)
      const said = await services().connector.say(person(user), text)
      if (said.status >= 300) throw new Problem(productFailed(said.status, said.body))
      return {}
    }),
  )
  router.get(
    '/journal',
    answering(({ query }) => {
      const { since } = asked(sinceQuery, query)
      const from = since === undefined ? 0 : Temporal.Instant.from(since).epochMilliseconds
      return services()
        .context.journal.from(0)
        .filter(({ at }) => Date.parse(at) >= from)
    }),
  )
}

/** On the phones: what was sent with a test key reaches none. */
function textsTo({ notify }: Services, person: Person | undefined): object[] {
  return notify
    .sent()
    .filter(({ type, key }) => type === 'sms' && key === 'live')
    .filter((text) => !person || notify.recipientOf(text) === person)
    .map(({ id, to, body, status, reference, createdAt }) => ({ id, to, body, at: written(createdAt), status, reference }))
}

/** In the inbox: from colleagues through Exchange, and from the council through Notify. */
function mailTo({ notify, graph, context }: Services, person: Person): object[] {
  const fromNotify = notify
    .sent()
    .filter(({ type, key, status }) => type === 'email' && key === 'live' && status === 'delivered')
    .filter((mail) => notify.recipientOf(mail) === person)
    .map((mail) => asMail(mail, context.world.council.name, person))
  return [...graph.mailOf(person.objectId), ...fromNotify].toSorted((one, other) => Date.parse(one.at) - Date.parse(other.at))
}

function asMail({ subject = '', body, createdAt }: Notification, council: string, person: Person) {
  const escaped = body.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
  const html = `<p>${escaped.replaceAll(/\n{2,}/g, '</p><p>').replaceAll('\n', '<br>')}</p>`
  return { from: `${council} <notify@notifications.service.gov.uk>`, to: person.email, subject, html, text: body, at: written(createdAt) }
}

function written(at: number): string {
  return Temporal.Instant.fromEpochMilliseconds(at).toString()
}

function refusals(pressed: Exclude<Pressed, { kind: 'answered' }>): ProblemDetails {
  if (pressed.kind === 'no-such-card') return { status: 404, title: 'This person has no such card' }
  if (pressed.kind === 'product-failed') return productFailed(pressed.status, pressed.answer)
  const detail = pressed.verbs.length > 0 ? `Its buttons are ${pressed.verbs.join(', ')}` : 'It has no buttons'
  return { status: 409, title: 'The card has no such button', detail }
}

function productFailed(status: number, answer: unknown): ProblemDetails {
  return { status: 502, title: `The product answered ${status}`, detail: JSON.stringify(answer ?? null) }
}
