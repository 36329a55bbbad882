import { importJWK } from 'jose'
import type { CryptoKey, JWK } from 'jose'
import { z } from 'zod'
import { callLimit } from '../deadline.ts'
import { textWithin } from '../adapters/text-within.ts'
import { untold, type Note } from '../ports/outcomes.ts'
import { Unavailable } from '../ports/unavailable.ts'
import type { Dependency } from '../ports/unavailable.ts'

const keyDocument = z.object({
  keys: z
    .array(
      z.looseObject({
        kty: z.literal('RSA'),
        kid: z.string().min(1).max(200),
        n: z.string().max(2000),
        e: z.string().max(20),
        issuer: z.string().optional(),
        endorsements: z.array(z.string()).optional(),
      }),
    )
    .max(100),
})

export type SigningKey = { readonly key: CryptoKey; readonly issuer?: string; readonly endorsements: readonly string[] }

const dayMilliseconds = 24 * 60 * 60 * 1000
const refetchMilliseconds = 60_000
const timeLimitMilliseconds = 5000
const largestDocument = 512 * 1024

/**
 * The signing keys published at one fixed address: kept a day, fetched again at most once a minute for a `kid` not among them,
 * so that forged ids cannot turn into a flood of requests. When fetching fails the old keys go on being used.
 */
export class KeySet {
  readonly #address: () => Promise<string>
  readonly #dependency: Dependency
  readonly #mono: () => number
  readonly #note: Note
  #keys: ReadonlyMap<string, SigningKey> = new Map()
  #triedAt = -Infinity
  #fetchedAt = -Infinity
  #fetching: Promise<void> | undefined

  constructor(options: {
    readonly address: () => Promise<string>
    readonly dependency: Dependency
    readonly mono: () => number
    readonly note?: Note
  }) {
    this.#address = options.address
    this.#dependency = options.dependency
    this.#mono = options.mono
    this.#note = options.note ?? untold
  }

  /** Throws `Unavailable` only when no keys were ever had: then nobody can be told from anybody. */
  async find(kid: string): Promise<SigningKey | undefined> {
    const old = this.#mono() - this.#fetchedAt > dayMilliseconds
    const mayFetch = this.#mono() - this.#triedAt > refetchMilliseconds
    if ((old || !this.#keys.has(kid)) && (mayFetch || this.#fetching)) await this.#refresh()
    else if (this.#keys.size === 0) throw new Unavailable(this.#dependency, 'no signing keys yet', { retryAfterSeconds: 60 })
    return this.#keys.get(kid)
  }

  async #refresh(): Promise<void> {
    this.#triedAt = this.#mono()
    this.#fetching ??= this.#fetch().finally(() => (this.#fetching = undefined))
    try {
      await this.#fetching
    } catch (cause) {
      if (this.#keys.size === 0) throw new Unavailable(this.#dependency, 'signing keys cannot be read', { cause, retryAfterSeconds: 60 })
    }
  }

  async #fetch(): Promise<void> {
    const document = keyDocument.parse(await readJson(await this.#address(), this.#note))
    const imported = await Promise.all(
      document.keys.map(async (jwk) => {
        const { issuer, endorsements = [] } = jwk
        const key = (await importJWK(jwk as JWK, 'RS256')) as CryptoKey
        return [jwk.kid, { key, endorsements, ...(issuer ? { issuer } : {}) }] as const
      }),
    )
    this.#keys = new Map(imported)
    this.#fetchedAt = this.#mono()
  }
}

/** Where an OpenID metadata document says the keys are. Only https, or http on this machine. */
export function keysNamedBy(metadataAddress: string, note: Note = untold): () => Promise<string> {
  const metadata = z.object({ jwks_uri: z.url({ protocol: /^https?$/ }) })
  return async () => {
    const { jwks_uri: address } = metadata.parse(await readJson(metadataAddress, note))
    const url = new URL(address)
    const local = ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname)
    if (url.protocol !== 'https:' && !local) throw new TypeError('signing keys must be published over https')
    return address
  }
}

async function readJson(address: string, note: Note): Promise<unknown> {
  let status: number | undefined
  try {
    const response = await fetch(address, { signal: callLimit(timeLimitMilliseconds), redirect: 'manual' })
    status = response.status
    if (!response.ok) throw new TypeError(`answered ${status}`)
    const read = await textWithin(response.body, largestDocument)
    if (read === 'too-long') throw new TypeError('document too large')
    const document: unknown = JSON.parse(read.text)
    note({ call: 'read', became: 'done', status })
    return document
  } catch (fault) {
    note({ call: 'read', became: 'again', ...(status === undefined ? {} : { status }) })
    throw fault
  }
}
