import type { RegisterSource } from '../../ports/register-source.ts'
import { Unavailable } from '../../ports/unavailable.ts'
import { isHttpsOrLoopback } from '../entra/tokens.ts'
import { parseRegister } from './register.ts'

const callLimitMilliseconds = 20_000
const longestReply = 5_000_000

/** The register as modern.gov publishes it: one public document, no sign-in. */
export function createModernGov(): RegisterSource {
  return { fetch: fetchDocument, read: parseRegister }
}

async function fetchDocument(url: string, signal: AbortSignal): Promise<string> {
  if (!isHttpsOrLoopback(url)) throw new Unavailable('modern-gov', 'its address is not https')
  const limit = AbortSignal.any([signal, AbortSignal.timeout(callLimitMilliseconds)])
  try {
    const response = await fetch(url, { signal: limit, redirect: 'follow', headers: { accept: 'text/xml, application/xml' } })
    if (!response.ok) throw new Unavailable('modern-gov', `status ${response.status}`)
    return await bounded(response)
  } catch (thrown) {
    throw thrown instanceof Unavailable ? thrown : new Unavailable('modern-gov', 'no reply', { cause: thrown })
  }
}

async function bounded(response: Response): Promise<string> {
  const pieces: Uint8Array[] = []
  let length = 0
  for await (const piece of response.body ?? []) {
    length += piece.byteLength
    if (length > longestReply) throw new Unavailable('modern-gov', 'a document that is too long')
    pieces.push(piece)
  }
  return Buffer.concat(pieces).toString('utf8')
}
