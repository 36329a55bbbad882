import express, { Router, type NextFunction, type Request, type RequestHandler, type Response } from 'express'
import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import { tenantOf } from '../entra/entra.ts'
import { bot, resources } from '../entra/registrations.ts'
import type { SigningKeys } from '../entra/signing-keys.ts'
import type { Person, SandboxContext, Service, Verify } from '../service.ts'
import { strikes } from '../strike.ts'
import { accountOf, conversationIdOf } from './accounts.ts'
import { activityShape, createChats, type Activity, type BotStanding, type Chats } from './chats.ts'
import { botFrameworkIssuer, createInbound, type Answered } from './inbound.ts'
import { createLimits } from './limits.ts'
import { createPress, type Press, type Pressed } from './press.ts'
import { Refused } from './refusal.ts'

export type Connector = Service & {
  /** Installs the bot for everyone who has it, as an administrator's policy would. */
  installForAll(): void
  /** What the bot sent a person, oldest first, each as it is now. */
  cardsOf(person: Person): readonly { readonly id: string; readonly at: string; readonly activity: Activity }[]
  press(person: Person, activityId: string, press: Press): Promise<Pressed>
  /** Somebody takes the bot away, blocks it, or has it again. */
  stand(person: Person, standing: BotStanding): Promise<void>
  /** What the Bot Framework signs for a connector at another address: one of its regions, or a stand-in for one. */
  tokenAt(serviceUrl: string): Promise<string>
  /** A person types something to the bot. */
  say(person: Person, text: string): Promise<Answered>
}

/** About 100 KB as Teams counts, two bytes a character. */
const largestCharacters = 50_000

/** Teams as a bot knows it: conversations, the cards in them, and what people press. */
export function createConnector(context: SandboxContext, { keys, verify }: { keys: SigningKeys; verify: Verify }): Connector {
  const { clock, work, journal } = context
  const chats = createChats(context)
  const roster = new Set(haveTheBot(context))
  const inbound = createInbound(context, keys)
  const limits = createLimits(clock)

  const router = Router()
  router.use(alike)
  router.use(strikes(context.faults, 'connector'))
  addMetadata(router, context, keys)
  router.use(express.json({ limit: '1mb' }), checked(verify))
  router.post('/v3/conversations', (request, response) => {
    response.status(201).json({ id: begin({ context, chats, roster }, request.body) })
  })
  router.get('/v3/conversations/:id/members{/:member}', (request, response) => {
    const person = chats.personIn(request.params.id)
    const member = {
      ...accountOf(person),
      objectId: person.objectId,
      email: person.email,
      userPrincipalName: person.email,
      tenantId: tenantOf(context),
    }
    response.json(request.params.member ? member : [member])
  })
  router.post('/v3/conversations/:id/activities{/:replyTo}', (request, response) => {
    const activity = readActivity(request.body)
    const person = chats.personIn(request.params.id)
    limits.count(request.params.id)
    const sent = chats.add(request.params.id, activity)
    journal.note({
      kind: cardsIn(activity) ? 'card' : 'chat',
      who: person.id,
      summary: `${cardsIn(activity) ? 'Card' : 'Message'} to ${person.name}: ${wordsOf(activity)}`,
    })
    response.status(201).json({ id: sent.id })
  })
  router.put('/v3/conversations/:id/activities/:activity', (request, response) => {
    const activity = readActivity(request.body)
    limits.count(request.params.id)
    chats.replace(request.params.id, request.params.activity, activity)
    const person = chats.personIn(request.params.id)
    journal.note({ kind: 'card', who: person.id, summary: `Card of ${person.name} changed: ${wordsOf(activity)}` })
    response.json({ id: request.params.activity })
  })
  router.delete('/v3/conversations/:id/activities/:activity', (request, response) => {
    chats.remove(request.params.id, request.params.activity)
    response.status(200).end()
  })
  router.use(refuse)

  return {
    router,
    installForAll() {
      for (const person of roster) work.run(() => inbound.install(person))
    },
    cardsOf: (person) =>
      chats.of(person).map(({ id, at, activity }) => ({ id, at: Temporal.Instant.fromEpochMilliseconds(at).toString(), activity })),
    press: createPress(context, chats, inbound),
    async stand(person, standing) {
      const before = chats.standingOf(person)
      chats.stand(person, standing)
      if (standing === 'removed' && before !== 'removed') await inbound.uninstall(person)
      if (standing === 'installed' && before === 'removed') await inbound.install(person)
    },
    tokenAt: (serviceUrl) => inbound.token(serviceUrl),
    say: (person, text) => inbound.message(person, text),
  }
}

/** Officers and Members; nobody outside, and nobody for whom it was left out. */
function haveTheBot({ world, people }: SandboxContext): Person[] {
  const members = new Set(world.register.members.map(({ person }) => person))
  return people.filter(
    ({ id, roles = [], hasBot, hasMailbox, guest }) =>
      hasBot !== false && hasMailbox !== false && !guest && (roles.length > 0 || members.has(id)),
  )
}

/** Two slashes are one: clients join their addresses in either way. */
const alike: RequestHandler = (request, _response, next) => {
  request.url = request.url.replace(/^\/+/, '/')
  next()
}

/** Where the product learns how the connector signs. */
function addMetadata(router: Router, { addresses }: SandboxContext, keys: SigningKeys): void {
  router.get('/v1/.well-known/openidconfiguration', (_request, response) => {
    response.json({
      issuer: botFrameworkIssuer,
      authorization_endpoint: 'https://invalid.botframework.com',
      jwks_uri: `${addresses().connector}/v1/.well-known/keys`,
      id_token_signing_alg_values_supported: ['RS256'],
      token_endpoint_auth_methods_supported: ['private_key_jwt'],
    })
  })
  router.get('/v1/.well-known/keys', (_request, response) => void response.json({ keys: keys.published({ endorsements: ['msteams'] }) }))
}

function checked(verify: Verify): RequestHandler {
  return (request, _response, next) => admit(verify, request, next)
}

async function admit(verify: Verify, request: Request, next: NextFunction): Promise<void> {
  const read = await verify(request.headers.authorization)
  if (!read.ok || read.claims.audience !== resources.botFramework || read.claims.appId !== bot.clientId) {
    throw new Refused(401, 'Unauthorized', 'Authorization has been denied for this request.')
  }
  next()
}

const conversationShape = z.looseObject({
  members: z.array(z.looseObject({ id: z.string() })).length(1),
  tenantId: z.string().optional(),
  channelData: z.looseObject({ tenant: z.looseObject({ id: z.string() }).optional() }).optional(),
})

type Beginning = { readonly context: SandboxContext; readonly chats: Chats; readonly roster: ReadonlySet<Person> }

/** The chat with one person, which is the same however often it is asked for. */
function begin({ context, chats, roster }: Beginning, body: unknown): string {
  const read = conversationShape.safeParse(body)
  if (!read.success) throw new Refused(400, 'BadSyntax', 'Incorrect conversation creation parameters')
  const tenantId = read.data.channelData?.tenant?.id ?? read.data.tenantId
  if (tenantId?.toLowerCase() !== tenantOf(context)) throw new Refused(403, 'BadArgument', 'The tenant is not known to the bot')
  const person = chats.personNamed(read.data.members[0]?.id ?? '')
  if (!person) throw new Refused(400, 'BadArgument', 'Failed to decrypt pairwise id')
  if (!roster.has(person) || chats.standingOf(person) === 'removed') {
    throw new Refused(403, 'BotNotInConversationRoster', 'The bot is not part of the conversation roster.')
  }
  return conversationIdOf(person)
}

/** A body that could not be read at all is refused in the connector's own shape too. */
function asRefusal(thrown: unknown): unknown {
  const type = thrown instanceof Error && 'type' in thrown ? thrown.type : undefined
  if (type === 'entity.too.large') return new Refused(413, 'MessageSizeTooBig', 'Message size too large')
  return type === 'entity.parse.failed' ? new Refused(400, 'BadSyntax', 'Could not parse the body') : thrown
}

function readActivity(body: unknown): Activity {
  const read = activityShape.safeParse(body)
  if (!read.success) throw new Refused(400, 'BadSyntax', 'Activity is not well formed')
  if (JSON.stringify(body).length > largestCharacters) throw new Refused(413, 'MessageSizeTooBig', 'Message size too large')
  return read.data
}

function cardsIn({ attachments }: Activity): boolean {
  return (attachments?.length ?? 0) > 0
}

function wordsOf({ summary, text }: Activity): string {
  const words = (summary ?? text ?? 'a card').replaceAll(/\s+/g, ' ')
  return words.length > 90 ? `${words.slice(0, 89).trimEnd()}…` : words
}

function refuse(cause: unknown, _request: Request, response: Response, next: NextFunction): void {
  const thrown = asRefusal(cause)
  if (!(thrown instanceof Refused)) return next(thrown)
  if (thrown.retryAfter !== undefined) response.set('Retry-After', String(thrown.retryAfter))
  response.status(thrown.status).json({ error: { code: thrown.code, message: thrown.message } })
}
