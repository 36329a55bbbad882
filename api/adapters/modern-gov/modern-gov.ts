import { untold, type Note } from '../../ports/outcomes.ts'
import type { RegisterSource } from '../../ports/register-source.ts'
import { Unavailable } from '../../ports/unavailable.ts'
import { isHttpsOrLoopback } from '../entra/tokens.ts'
import { textWithin } from '../text-within.ts'
import { parseRegister } from './register.ts'

const callLimitMilliseconds = 20_000
const longestReply = 5_000_000
const mostRedirects = 5

/** The register as modern.gov publishes it: one public document, no sign-in. */
export function createModernGov({ note = untold }: { readonly note?: Note } = {}): RegisterSource {
  return { fetch: (url, signal) => fetchDocument(url, signal, note), read: parseRegister }
}

/**
 * Follows its server from page to page and to no other: who is a Member is believed because of where it is published, and a redirect
 * must not have us ask a server inside our own network.
 */
export async function fetchDocument(url: string, signal: AbortSignal, note: Note = untold): ReturnType<RegisterSource['fetch']> {
  if (!isHttpsOrLoopback(url)) throw new Unavailable('modern-gov', 'its address is not https')
  const limit = AbortSignal.any([signal, AbortSignal.timeout(callLimitMilliseconds)])
  let next = url
  for (let hops = 0; hops <= mostRedirects; hops += 1) {
    const answered = await ask(next, limit, note)
    if ('document' in answered) return answered.document
    const target = URL.parse(answered.location, next)
    if (!target || target.host !== new URL(url).host || !isHttpsOrLoopback(target.href)) return { kind: 'sent-elsewhere' }
    next = target.href
  }
  throw new Unavailable('modern-gov', 'it sends us on without end')
}

type Came = { readonly document: string } | { readonly location: string }

async function ask(url: string, signal: AbortSignal, note: Note): Promise<Came> {
  let status: number | undefined
  try {
    const response = await fetch(url, { signal, redirect: 'manual', headers: { accept: 'text/xml, application/xml' } })
    status = response.status
    const came = await cameOf(response)
    note({ call: 'read', became: 'done', status })
    return came
  } catch (thrown) {
    note({ call: 'read', became: 'again', ...(status === undefined ? {} : { status }) })
    throw thrown instanceof Unavailable ? thrown : new Unavailable('modern-gov', 'no reply', { cause: thrown })
  }
}

async function cameOf(response: Response): Promise<Came> {
  const location = response.headers.get('location')
  if (location !== null && response.status >= 300 && response.status < 400) {
    await response.body?.cancel()
    return { location }
  }
  if (!response.ok) throw new Unavailable('modern-gov', `status ${response.status}`)
  return { document: await wholeOf(response) }
}

async function wholeOf(response: Response): Promise<string> {
  const read = await textWithin(response.body, longestReply)
  if (read === 'too-long') throw new Unavailable('modern-gov', 'a document that is too long')
  return read.text
}
