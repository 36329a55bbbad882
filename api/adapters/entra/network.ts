import type { INetworkModule } from '@azure/msal-node'
import { z } from 'zod'
import { untold, type Note, type OutcomeClass } from '../../ports/outcomes.ts'
import { longestAnswer, textWithin } from '../text-within.ts'
import { isOurFault } from './refusals.ts'

const answer = z.looseObject({ error: z.string().optional() })
/** What the library hopes for; it judges each field itself. */
type Hoped = { headers: Record<string, string>; body: never; status: number }

/**
 * How msal-node reaches Entra. Its own client waits for an answer to a POST for ever and reads it whole, however long (measured,
 * 7.2.1); a calendar that waits for a token would keep its turn all that time.
 *
 * Units: milliseconds from the first byte to the last.
 */
export function boundedNetwork(limitMilliseconds: number, note: Note = untold): INetworkModule {
  async function ask(url: string, init: RequestInit): Promise<Hoped> {
    let status: number | undefined
    try {
      const response = await fetch(url, { ...init, redirect: 'manual', signal: AbortSignal.timeout(limitMilliseconds) })
      status = response.status
      const read = await textWithin(response.body, longestAnswer)
      if (read === 'too-long') throw new TypeError('an answer of Entra that is too long')
      const body = answer.parse(JSON.parse(read.text))
      note({ call: 'read', became: classOf(status, body.error), status })
      return { headers: Object.fromEntries(response.headers), body: body as never, status }
    } catch (fault) {
      note({ call: 'read', became: 'again', ...(status === undefined ? {} : { status }) })
      throw fault
    }
  }
  return {
    sendGetRequestAsync: (url: string, options: { headers?: Record<string, string> } = {}) =>
      ask(url, options.headers ? { headers: options.headers } : {}),
    sendPostRequestAsync: (url: string, { headers, body = '' }: { headers?: Record<string, string>; body?: string } = {}) =>
      ask(url, { method: 'POST', body, ...(headers ? { headers } : {}) }),
  }
}

/** The row of reliability.md §14 for the token endpoint. */
function classOf(status: number, error: string | undefined): OutcomeClass {
  if (status >= 200 && status < 300) return 'done'
  if (status !== 400 && status !== 401) return 'again'
  return isOurFault(error) ? 'stopped' : 'final'
}
