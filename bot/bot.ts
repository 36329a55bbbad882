import { App } from '@microsoft/teams.apps'
import type { AppOptions, IHttpServerAdapter, HttpRouteHandler } from '@microsoft/teams.apps'
import type { RequestHandler } from 'express'
import { bounded } from '../api/adapters/connector/bounded.ts'
import { refreshingFor } from '../api/adapters/connector/refreshing.ts'
import { authorizationsIn } from '../api/http/one-authorization.ts'
import { problem, send } from '../api/http/problem.ts'
import type { KeySet } from '../api/http/key-set.ts'
import { errorFields, personMark } from '../api/log.ts'
import type { Log } from '../api/log.ts'
import type { Conversations } from '../api/ports/conversations.ts'
import type { Councils } from '../api/ports/council.ts'
import { untold, type Note } from '../api/ports/outcomes.ts'
import { Unavailable } from '../api/ports/unavailable.ts'
import type { CouncilId } from '../domain/kernel/ids.ts'
import type { Result } from '../domain/kernel/result.ts'
import { guard } from './guard.ts'
import type { GuardRefusal, Verified } from './guard.ts'
import { keepConversation, onMessage, onPress } from './handlers.ts'
import type { Reaction } from './handlers.ts'
import { reply } from './replies.ts'

export type BotDeps = {
  readonly clientId: string
  readonly tenantId: string
  readonly serviceHosts: readonly string[]
  readonly keys: Pick<KeySet, 'find'>
  readonly councils: Pick<Councils, 'byTenant'>
  readonly conversationsOf: (council: CouncilId) => Conversations
  readonly token: (options: { readonly fresh: boolean }) => Promise<Result<string, unknown>>
  /** Something was written down that is owed now. */
  readonly kick: () => void
  readonly log: Log
  readonly mono: () => number
  readonly note?: Note
  /** Milliseconds that a reply may take: Teams waits ten seconds for the answer to the activity itself. */
  readonly replyLimit?: number
}

const usualReplyLimit = 5_000
/** Whoever posts is told nothing of what was wrong with a token: only that the activity is none, or not of a council here. */
const notOurs = problem('not-signed-in', { status: 401, title: 'Not for this bot' })
const refusals: Readonly<Partial<Record<GuardRefusal, ReturnType<typeof problem>>>> = {
  'unknown-tenant': problem('not-for-you', { status: 403, title: 'Not of a council that is served here' }),
  'unreadable-activity': problem('not-understood', { status: 400, title: 'Not an activity of Teams' }),
}

/**
 * The bot's one address, for the Express app: our guard first, then the Teams SDK, which sorts activities and answers them.
 *
 * The SDK never looks at a token: it is given only what the guard let in, already known.
 */
export async function botEndpoint(deps: BotDeps): Promise<RequestHandler> {
  const verified = new Map<string, Verified>()
  const { adapter, handler } = inProcess()
  const app = new App({
    clientId: deps.clientId,
    tenantId: deps.tenantId,
    token: async () => tokenText(await deps.token({ fresh: false })),
    httpServerAdapter: adapter,
    client: { middlewares: [bounded(() => AbortSignal.timeout(deps.replyLimit ?? usualReplyLimit))] },
    logger: quiet(deps.log),
    dangerouslyAllowUnauthenticatedRequests: false,
    telemetry: { agent365: false },
  })
  handle(app, verified, deps)
  await app.initialize()

  let count = 0
  return async (request, response) => {
    const given = { authorization: authorizationsIn(request), body: request.body as unknown }
    const passed = await guard(given, { ...deps, botClientId: deps.clientId })
    if (!passed.ok) {
      deps.log.warn('bot.refused', { because: passed.refusal })
      send(response, refusals[passed.refusal] ?? notOurs)
      return
    }
    // What was verified travels beside the activity, under a mark of ours that nobody outside can choose.
    const mark = String((count += 1))
    verified.set(mark, passed.value)
    try {
      const answer = await handler()({
        body: { ...passed.value.activity, quorateMark: mark },
        headers: {},
        token: knownCaller(passed.value),
      })
      if (response.headersSent) return
      response.status(answer.status)
      if (answer.body === undefined) response.end()
      else response.json(answer.body)
    } finally {
      verified.delete(mark)
    }
  }
}

function handle(app: App, verified: ReadonlyMap<string, Verified>, deps: BotDeps): void {
  const about = (activity: object): Verified => {
    const found = verified.get(String((activity as { quorateMark?: unknown }).quorateMark))
    if (!found) throw new TypeError('an activity reached the bot without passing the guard')
    return found
  }
  const reacting = async (activity: object, react: (about: Verified) => Promise<Reaction>): Promise<Reaction> => {
    const found = about(activity)
    const from = deps.mono()
    const reaction = await react(found)
    deps.log.info('bot.handled', {
      ...whose(found),
      activity: found.activity.type,
      outcome: reaction.kind,
      durationMs: Math.round(deps.mono() - from),
    })
    return reaction
  }
  const keep = (found: Verified) => keepConversation(found, deps.conversationsOf(found.council.profile.id))

  app.on('installationUpdate', async ({ activity }) => void (await reacting(activity, keep)))
  app.on('conversationUpdate', async ({ activity }) => void (await reacting(activity, keep)))
  app.on('message', async (context) => {
    const { activity } = context
    await keep(about(activity))
    const reaction = await reacting(activity, onMessage)
    deps.kick()
    if (reaction.kind !== 'nothing')
      await reply(() => context.send(said(reaction) as never), { note: untold, ...deps }, whose(about(activity)))
  })
  app.on('card.action', async ({ activity }) => {
    const reaction = await reacting(activity, onPress)
    deps.kick()
    // What was pressed is done by now: where its presser is reached is learnt if it can be.
    await keep(about(activity)).catch(unlessAway)
    return invokeAnswer(reaction, activity.from.id) as never
  })
}

/** What Teams takes for an answer to a press: a card in place of the old one, or a sentence. Always status 200. */
function invokeAnswer(reaction: Reaction, accountId: string): { readonly statusCode: 200; readonly type: string; readonly value: unknown } {
  if (reaction.kind === 'card') return { statusCode: 200, type: cardType, value: refreshingFor(reaction.card.card, accountId) }
  return { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: reaction.kind === 'text' ? reaction.text : '' }
}

const cardType = 'application/vnd.microsoft.card.adaptive'

function said(reaction: Exclude<Reaction, { kind: 'nothing' }>): object {
  if (reaction.kind === 'text') return { type: 'message', text: reaction.text }
  const { card, text } = reaction.card
  return { type: 'message', summary: text, attachments: [{ contentType: cardType, content: card }] }
}

function unlessAway(thrown: unknown): undefined {
  if (!(thrown instanceof Unavailable)) throw thrown
}

/** Takes the SDK's handler instead of giving it a server. */
function inProcess(): { readonly adapter: IHttpServerAdapter; readonly handler: () => HttpRouteHandler } {
  let registered: HttpRouteHandler | undefined
  return {
    adapter: {
      registerRoute: (_method, _path, handler) => {
        registered = handler
      },
    },
    handler: () => {
      if (!registered) throw new TypeError('the bot was used before it was ready')
      return registered
    },
  }
}

function knownCaller({ activity }: Verified) {
  return { appId: '', from: 'azure', fromId: '', serviceUrl: activity.serviceUrl, isExpired: () => false } as const
}

function whose({ council, person }: Verified) {
  const id = council.profile.id
  return { council: id, ...(person ? { person: personMark(id, person) } : {}) }
}

function tokenText(token: Result<string, unknown>): string {
  if (!token.ok) throw new Unavailable('entra', 'the bot has no token for the connector')
  return token.value
}

/** The SDK's own log lines quote activities: only that something went wrong, and where, is kept. */
function quiet(log: Log): NonNullable<AppOptions<never>['logger']> {
  const logger = {
    error: (...said: unknown[]) => {
      const error = said.find((part) => part instanceof Error)
      log.error('bot.failed', errorFields(error ?? new TypeError('reported by the SDK')))
    },
    warn: () => undefined,
    info: () => undefined,
    debug: () => undefined,
    trace: () => undefined,
    log: () => undefined,
    child: () => logger,
  }
  return logger
}
