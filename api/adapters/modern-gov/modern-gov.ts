import type { RegisterSource } from '../../ports/register-source.ts'
import { Unavailable } from '../../ports/unavailable.ts'
import { isHttpsOrLoopback } from '../entra/tokens.ts'
import { textWithin } from '../text-within.ts'
import { parseRegister } from './register.ts'

const callLimitMilliseconds = 20_000
const longestReply = 5_000_000
const mostRedirects = 5

/** The register as modern.gov publishes it: one public document, no sign-in. */
export function createModernGov(): RegisterSource {
  return { fetch: fetchDocument, read: parseRegister }
}

/**
 * Follows its server from page to page and to no other: who is a Member is believed because of where it is published, and a redirect
 * must not have us ask a server inside our own network.
 */
async function fetchDocument(url: string, signal: AbortSignal): ReturnType<RegisterSource['fetch']> {
  if (!isHttpsOrLoopback(url)) throw new Unavailable('modern-gov', 'its address is not https')
  const limit = AbortSignal.any([signal, AbortSignal.timeout(callLimitMilliseconds)])
  let next = url
  for (let hops = 0; hops <= mostRedirects; hops += 1) {
    const answered = await ask(next, limit)
    if ('document' in answered) return answered.document
    const target = URL.parse(answered.location, next)
    if (!target || target.host !== new URL(url).host || !isHttpsOrLoopback(target.href)) return { kind: 'sent-elsewhere' }
    next = target.href
  }
  throw new Unavailable('modern-gov', 'it sends us on without end')
}

async function ask(url: string, signal: AbortSignal): Promise<{ readonly document: string } | { readonly location: string }> {
  try {
    const response = await fetch(url, { signal, redirect: 'manual', headers: { accept: 'text/xml, application/xml' } })
    const location = response.headers.get('location')
    if (location !== null && response.status >= 300 && response.status < 400) {
      await response.body?.cancel()
      return { location }
    }
    if (!response.ok) throw new Unavailable('modern-gov', `status ${response.status}`)
    return { document: await wholeOf(response) }
  } catch (thrown) {
    throw thrown instanceof Unavailable ? thrown : new Unavailable('modern-gov', 'no reply', { cause: thrown })
  }
}

async function wholeOf(response: Response): Promise<string> {
  const read = await textWithin(response, longestReply)
  if (read === 'too-long') throw new Unavailable('modern-gov', 'a document that is too long')
  return read.text
}
