import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { exportJWK, generateKeyPair, SignJWT } from 'jose'
import type { CryptoKey, JWTPayload } from 'jose'

export const clientId = 'aaaaaaaa-0000-4000-8000-00000000a001'
export const authority = 'https://login.microsoftonline.com'
export const tenantId = '11111111-1111-4111-8111-111111111111'
const teamsWeb = '5e3ce6c0-2b1f-4285-8d4b-75ee78787346'

export type TestKeys = {
  readonly jwksUri: string
  readonly key: CryptoKey
  /** How often the keys were fetched. */
  readonly fetched: () => number
  /** What is published from now on; `undefined` answers 500. */
  readonly publish: (document: object | undefined) => void
  readonly close: () => Promise<void>
}

/** A key of our own, published at an address of this machine, as Entra publishes its. */
export async function testKeys(extra: object = {}): Promise<TestKeys> {
  const { publicKey, privateKey } = await generateKeyPair('RS256')
  const jwk = { ...(await exportJWK(publicKey)), kid: 'key-1', use: 'sig', ...extra }
  let document: object | undefined = { keys: [jwk] }
  let count = 0
  const server = createServer((_request, response) => {
    count += 1
    response.writeHead(document ? 200 : 500, { 'content-type': 'application/json' }).end(JSON.stringify(document ?? {}))
  })
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
  return {
    jwksUri: `http://127.0.0.1:${(server.address() as AddressInfo).port}/{tid}/keys`,
    key: privateKey,
    fetched: () => count,
    publish: (next) => (document = next),
    close: async () => new Promise<void>((resolve) => void server.close(() => resolve())),
  }
}

export function nowSeconds(): number {
  return Math.floor(Date.now() / 1000)
}

/** What the tab gets from Teams for one person; `undefined` takes a claim away. */
export function claimsOf(oid: string, given: Readonly<Record<string, unknown>> = {}): JWTPayload {
  const now = nowSeconds()
  const claims = {
    aud: clientId,
    iss: `${authority}/${tenantId}/v2.0`,
    iat: now,
    nbf: now,
    exp: now + 3600,
    azp: teamsWeb,
    name: 'A Person',
    oid,
    scp: 'access_as_user',
    tid: tenantId,
    ver: '2.0',
    ...given,
  }
  return Object.fromEntries(Object.entries(claims).filter(([, value]) => value !== undefined))
}

export async function signed(
  key: CryptoKey | Uint8Array,
  claims: JWTPayload,
  header: Readonly<Record<string, unknown>> = {},
): Promise<string> {
  return new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid: 'key-1', typ: 'JWT', ...header }).sign(key)
}
