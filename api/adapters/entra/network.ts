import type { INetworkModule } from '@azure/msal-node'
import { z } from 'zod'
import { textWithin } from '../text-within.ts'

const longestReply = 2 * 1024 * 1024
const answer = z.looseObject({})
/** What the library hopes for; it judges each field itself. */
type Hoped = { headers: Record<string, string>; body: never; status: number }

/**
 * How msal-node reaches Entra. Its own client waits for an answer to a POST for ever and reads it whole, however long (measured,
 * 7.2.1); a calendar that waits for a token would keep its turn all that time.
 *
 * Units: milliseconds from the first byte to the last.
 */
export function boundedNetwork(limitMilliseconds: number): INetworkModule {
  async function ask(url: string, init: RequestInit): Promise<Hoped> {
    const response = await fetch(url, { ...init, redirect: 'manual', signal: AbortSignal.timeout(limitMilliseconds) })
    const read = await textWithin(response, longestReply)
    if (read === 'too-long') throw new TypeError('an answer of Entra that is too long')
    const body = answer.parse(JSON.parse(read.text)) as never
    return { headers: Object.fromEntries(response.headers), body, status: response.status }
  }
  return {
    sendGetRequestAsync: (url: string, options: { headers?: Record<string, string> } = {}) =>
      ask(url, options.headers ? { headers: options.headers } : {}),
    sendPostRequestAsync: (url: string, { headers, body = '' }: { headers?: Record<string, string>; body?: string } = {}) =>
      ask(url, { method: 'POST', body, ...(headers ? { headers } : {}) }),
  }
}
