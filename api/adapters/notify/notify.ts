import { AxiosError, create } from 'axios'
import { NotifyClient } from 'notifications-node-client'
import type { TextSender } from '../../ports/senders.ts'
import { failedOutcome, foundOutcome, sentOutcome } from './outcomes.ts'

export type NotifySettings = {
  /** No closing slash: the client joins it to the path. */
  readonly url: string
  /** The council's own key: it holds the account, and the texts are its. */
  readonly apiKey: string
  /** A template with one placeholder, `((message))`. */
  readonly templateId: string
}

const callLimitMilliseconds = 20_000
const longestReply = 2 * 1024 * 1024

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
    const limits = { timeout: callLimitMilliseconds, maxRedirects: 0, maxContentLength: longestReply, maxBodyLength: longestReply }
    // One class, declared twice by axios: for `import`, as here, and for `require`, as the client wants it.
    client.setClient(create({ ...limits, signal }) as unknown as Parameters<NotifyClient['setClient']>[0])
    return client
  }

  return {
    async send({ key, to, body }, signal) {
      try {
        return sentOutcome(await clientFor(signal).sendSms(settings.templateId, to, { personalisation: { message: body }, reference: key }))
      } catch (thrown) {
        return failedOutcome(thrown)
      }
    },
    async find(key, signal) {
      try {
        return foundOutcome(await clientFor(signal).getNotifications('sms', '', key, ''), key)
      } catch (thrown) {
        if (thrown instanceof AxiosError) return { kind: 'unknown' }
        throw thrown
      }
    },
  }
}
