import { tenantOf } from '../entra/entra.ts'
import { wallSeconds } from '../entra/claims.ts'
import { bot } from '../entra/registrations.ts'
import type { SigningKeys } from '../entra/signing-keys.ts'
import type { Person, SandboxContext } from '../service.ts'
import { accountOf, botAccount, conversationIdOf } from './accounts.ts'

export const botFrameworkIssuer = 'https://api.botframework.com'
const waitMilliseconds = 15_000

export type Answered = { readonly status: number; readonly body: unknown }

/** Sends the product what Teams would: an activity of a person, signed as the connector signs. */
export function createInbound(context: SandboxContext, keys: SigningKeys) {
  const { addresses, clock, mint } = context
  const tenantId = tenantOf(context)
  const serviceUrl = () => `${addresses().connector}/`

  function envelope(person: Person): object {
    const at = clock.now()
    return {
      id: mint('activity'),
      timestamp: at.toString({ fractionalSecondDigits: 7 }),
      localTimestamp: at.toZonedDateTimeISO('Europe/London').toString({ fractionalSecondDigits: 7, timeZoneName: 'never' }),
      localTimezone: 'Europe/London',
      channelId: 'msteams',
      serviceUrl: serviceUrl(),
      from: accountOf(person),
      conversation: { conversationType: 'personal', tenantId, id: conversationIdOf(person) },
      recipient: botAccount,
      entities: [{ locale: 'en-GB', country: 'GB', platform: 'Web', timezone: 'Europe/London', type: 'clientInfo' }],
      channelData: { tenant: { id: tenantId }, source: { name: 'message' } },
      locale: 'en-GB',
    }
  }

  async function token(from: string): Promise<string> {
    const now = wallSeconds()
    return keys.sign({ iss: botFrameworkIssuer, aud: bot.clientId, serviceurl: from, nbf: now, exp: now + 3600 })
  }

  async function post(person: Person, activity: object): Promise<Answered> {
    return answered(`${addresses().product}/api/messages`, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        Authorization: `Bearer ${await token(serviceUrl())}`,
        'x-ms-tenant-id': tenantId,
        'x-ms-conversation-id': conversationIdOf(person),
      },
      body: JSON.stringify({ ...envelope(person), ...activity }),
      signal: AbortSignal.timeout(waitMilliseconds),
    })
  }

  async function tell(person: Person, ...activities: readonly object[]): Promise<void> {
    for (const activity of activities) {
      const { status } = await post(person, activity)
      if (status >= 300) throw new Error(`The product answered ${status} when the bot came or went for ${person.id}`)
    }
  }

  return {
    token,
    /** Installing raises two activities, of which neither is promised to come first; taking away likewise. */
    install: (person: Person) =>
      tell(person, { type: 'installationUpdate', action: 'add' }, { type: 'conversationUpdate', membersAdded: members(person) }),
    uninstall: (person: Person) =>
      tell(person, { type: 'installationUpdate', action: 'remove' }, { type: 'conversationUpdate', membersRemoved: members(person) }),
    message: (person: Person, text: string) => post(person, { type: 'message', text, textFormat: 'plain' }),
    /** What an old client sends instead of an invoke: the data, and no words. */
    submit: (person: Person, replyToId: string, value: unknown) => post(person, { type: 'message', value, replyToId }),
    invoke: (person: Person, replyToId: string, action: object, trigger: 'manual' | 'automatic') =>
      post(person, {
        type: 'invoke',
        name: 'adaptiveCard/action',
        replyToId,
        value: { action: { type: 'Action.Execute', ...action }, trigger },
      }),
  }
}

export type Inbound = ReturnType<typeof createInbound>

function members(person: Person): readonly { readonly id: string }[] {
  return [{ id: botAccount.id }, { id: accountOf(person).id }]
}

/** What came back; a product that is not there, or too slow, has failed like one that says so. */
async function answered(url: string, init: RequestInit): Promise<Answered> {
  try {
    const response = await fetch(url, init)
    return { status: response.status, body: readJson(await response.text()) }
  } catch (cause) {
    return { status: 504, body: `The product did not answer: ${cause instanceof Error ? cause.message : String(cause)}` }
  }
}

function readJson(text: string): unknown {
  try {
    return text === '' ? undefined : JSON.parse(text)
  } catch {
    return text // told to whoever asked, as it came
  }
}
