import { ConversationClient } from '@microsoft/teams.api'
import type { MessageActivityInput } from '@microsoft/teams.api'
import { z } from 'zod'
import type { PersonId } from '../../../domain/kernel/ids.ts'
import { refused, type Result } from '../../../domain/kernel/result.ts'
import type { Conversation, Conversations } from '../../ports/conversations.ts'
import type { Clock } from '../../ports/clock.ts'
import { untold, type Note } from '../../ports/outcomes.ts'
import type { CardMessage, CardSender, Sending } from '../../ports/senders.ts'
import { Unavailable } from '../../ports/unavailable.ts'
import { bounded } from './bounded.ts'
import { noteFailed, outcomeOf } from './outcome.ts'
import { createPace } from './pace.ts'
import { refreshingFor } from './refreshing.ts'
import { isAllowedService } from './service-hosts.ts'

export type CardSenderOptions = {
  readonly tenantId: string
  readonly botClientId: string
  /** Where a conversation is begun with someone who has never written to the bot. */
  readonly serviceUrl: string
  readonly serviceHosts: readonly string[]
  /** The bot's own token for the connector; `fresh` after one was refused. */
  readonly token: (options: { readonly fresh: boolean }) => Promise<Result<string, unknown>>
  readonly conversations: Conversations
  readonly clock: Clock
  readonly note?: Note
}

const resource = z.looseObject({ id: z.string().min(1).max(1000) })
const callLimitMilliseconds = 15_000

/**
 * Sends Adaptive Cards to people of one council, and replaces the ones it sent.
 *
 * The bot's token goes to allow-listed hosts only. One who removed or blocked the bot is not tried again until it is installed anew.
 */
export function connectorCards(options: CardSenderOptions): CardSender {
  const pace = createPace(options.clock)
  const { note = untold } = options

  /** Without a token nothing was sent, whatever the reason. */
  async function tokenFor(fresh: boolean): Promise<Result<string, Sending>> {
    try {
      const token = await options.token({ fresh })
      return token.ok ? token : refused({ kind: 'stopped', because: 'misconfigured', untilUtcMidnight: false })
    } catch (thrown) {
      if (!(thrown instanceof Unavailable)) throw thrown
      return refused({ kind: 'later', afterSeconds: thrown.retryAfterSeconds ?? 30, silent: thrown.dependency })
    }
  }

  async function withClient(
    serviceUrl: string,
    signal: AbortSignal,
    work: (client: ConversationClient) => Promise<string>,
  ): Promise<Sending> {
    if (!isAllowedService(serviceUrl, options.serviceHosts)) return { kind: 'refused', because: 'misconfigured' }
    for (const fresh of [false, true]) {
      const token = await tokenFor(fresh)
      if (!token.ok) return token.refusal
      try {
        const providerId = await work(clientFor(serviceUrl, token.value, signal))
        note({ call: 'write', became: 'done' })
        return { kind: 'sent', providerId }
      } catch (thrown) {
        const outcome = outcomeOf(thrown)
        noteFailed(note, thrown, { outcome, fresh })
        if (outcome !== 'new-token') return outcome
      }
    }
    return { kind: 'stopped', because: 'misconfigured', untilUtcMidnight: false }
  }

  async function post(to: PersonId, signal: AbortSignal, work: (client: ConversationClient, found: Conversation) => Promise<string>) {
    const found = await options.conversations.find(to)
    if (found && found.state !== 'installed')
      return { kind: 'refused', because: found.state === 'blocked' ? 'blocked' : 'not-installed' } as const
    const conversation = found ?? (await begin(to, signal))
    if ('kind' in conversation) return conversation
    const afterSeconds = await pace.turn(conversation.conversationId, signal)
    if (afterSeconds > 0) return { kind: 'later', afterSeconds } as const

    const outcome = await withClient(conversation.serviceUrl, signal, (client) => work(client, conversation))
    if (outcome.kind === 'refused' && (outcome.because === 'blocked' || outcome.because === 'not-installed')) {
      await options.conversations.keep({ ...conversation, state: outcome.because === 'blocked' ? 'blocked' : 'removed' })
    }
    return outcome
  }

  /** Beginning a conversation shows nobody anything, and asked again it gives the same one: an unknown outcome is simply later. */
  async function begin(to: PersonId, signal: AbortSignal): Promise<Conversation | Sending> {
    let conversationId = ''
    const outcome = await withClient(options.serviceUrl, signal, async (client) => {
      const begun = await client.create({
        members: [{ id: to, name: '', role: 'user' }],
        tenantId: options.tenantId,
        bot: { id: `28:${options.botClientId}` },
        channelData: { tenant: { id: options.tenantId } },
      })
      conversationId = resource.parse(begun).id
      return conversationId
    })
    if (outcome.kind === 'unknown') return { kind: 'later', afterSeconds: 30, silent: 'teams' }
    if (outcome.kind !== 'sent') return outcome
    const conversation = { personId: to, conversationId, serviceUrl: options.serviceUrl, state: 'installed' } as const
    await options.conversations.keep(conversation)
    return conversation
  }

  return {
    send: ({ to, message }, signal) =>
      post(to, signal, async (client, { conversationId, accountId }) =>
        idIn(await client.createActivity(conversationId, activityOf(message, accountId))),
      ),
    update: ({ providerId, to, message }, signal) =>
      post(to, signal, async (client, { conversationId, accountId }) => {
        await client.updateActivity(conversationId, providerId, activityOf(message, accountId))
        return providerId
      }),
  }
}

function idIn(answer: unknown): string {
  const parsed = resource.safeParse(answer)
  // A 2xx that cannot be read may well have been sent: `outcomeOf` calls anything without a status unknown.
  if (!parsed.success) throw Object.assign(new TypeError('the connector’s answer could not be read'), { code: 'UNREADABLE' })
  return parsed.data.id
}

function clientFor(serviceUrl: string, token: string, signal: AbortSignal): ConversationClient {
  return new ConversationClient(serviceUrl, { token, timeout: callLimitMilliseconds, middlewares: [bounded(() => signal)] })
}

function activityOf({ card, text }: CardMessage, accountId: string | undefined): MessageActivityInput {
  return {
    type: 'message',
    summary: text,
    attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content: refreshingFor(card, accountId) }],
  } as unknown as MessageActivityInput
}
