import { AxiosError, create } from 'axios'
import { NotifyClient } from 'notifications-node-client'
import { classOfSending, untold, type Note } from '../../ports/outcomes.ts'
import type { Finding, Sending, TextSender } from '../../ports/senders.ts'
import { longestAnswer } from '../text-within.ts'
import { failedOutcome, foundOutcome, sentOutcome } from './outcomes.ts'

export type NotifySettings = {
  /** No closing slash: the client joins it to the path. */
  readonly url: string
  /** The council's own key: it holds the account, and the texts are its. */
  readonly apiKey: string
  /** A template with one placeholder, `((message))`. */
  readonly templateId: string
  readonly note?: Note
}

const callLimitMilliseconds = 20_000

/**
 * Texts through one council's GOV.UK Notify account.
 *
 * Notify has no idempotency: the duty's key goes as `reference`, by which a text whose answer was lost is looked for before it is ever
 * sent again. Delivery is known from the receipt alone. Trap: the client sets no time limit (measured, 8.4.0), so a transport is made
 * for each call that ends with the caller's patience.
 */
export function createTexts(settings: NotifySettings): TextSender {
  function clientFor(signal: AbortSignal): NotifyClient {
    const client = new NotifyClient(settings.url, settings.apiKey)
    const limits = { timeout: callLimitMilliseconds, maxRedirects: 0, maxContentLength: longestAnswer, maxBodyLength: longestAnswer }
    // One class, declared twice by axios: for `import`, as here, and for `require`, as the client wants it.
    client.setClient(create({ ...limits, signal }) as unknown as Parameters<NotifyClient['setClient']>[0])
    return client
  }

  const { note = untold } = settings
  function wasSent(outcome: Sending, status: number | undefined): Sending {
    note({ call: 'write', became: classOfSending(outcome), ...(status === undefined ? {} : { status }) })
    return outcome
  }
  function wasFound(finding: Finding, status: number | undefined): Finding {
    note({ call: 'read', became: finding.kind === 'unknown' ? 'again' : 'done', ...(status === undefined ? {} : { status }) })
    return finding
  }

  return {
    async send({ key, to, body }, signal) {
      try {
        const reply = await clientFor(signal).sendSms(settings.templateId, to, { personalisation: { message: body }, reference: key })
        return wasSent(sentOutcome(reply), reply.status)
      } catch (thrown) {
        return wasSent(failedOutcome(thrown), statusOf(thrown))
      }
    },
    async find(key, signal) {
      try {
        const reply = await clientFor(signal).getNotifications('sms', '', key, '')
        return wasFound(foundOutcome(reply, key), reply.status)
      } catch (thrown) {
        if (thrown instanceof AxiosError) return wasFound({ kind: 'unknown' }, statusOf(thrown))
        throw thrown
      }
    },
  }
}

function statusOf(thrown: unknown): number | undefined {
  return thrown instanceof AxiosError ? thrown.response?.status : undefined
}
