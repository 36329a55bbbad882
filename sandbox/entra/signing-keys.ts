import { createHash } from 'node:crypto'
import { SignJWT, exportJWK, generateKeyPair, type CryptoKey, type JWK, type JWTPayload } from 'jose'

type Key = { readonly kid: string; readonly privateKey: CryptoKey; readonly publicKey: CryptoKey; readonly jwk: JWK }

/** Two RSA keys, of which the first signs. Made at start and never written down. */
export type SigningKeys = {
  sign(claims: JWTPayload): Promise<string>
  publicKey(kid: string | undefined): CryptoKey | undefined
  /** As published, each with `more` added. */
  published(more: object): readonly JWK[]
  /** A new key signs from now on; the one that signed until now stays published, so that its tokens still hold. */
  rotate(): Promise<void>
}

export async function createSigningKeys(): Promise<SigningKeys> {
  const made = await Promise.all([createKey(), createKey()])
  let [signing, former] = made
  return {
    sign: (claims) => new SignJWT(claims).setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid: signing.kid }).sign(signing.privateKey),
    publicKey: (kid) => [signing, former].find((key) => key.kid === kid)?.publicKey,
    published: (more) => [signing, former].map((key) => ({ ...key.jwk, ...more })),
    async rotate() {
      ;[signing, former] = [await createKey(), signing]
    },
  }
}

async function createKey(): Promise<Key> {
  const { privateKey, publicKey } = await generateKeyPair('RS256', { extractable: true })
  const { n, e } = await exportJWK(publicKey)
  // Entra's own look like this: a SHA-1 thumbprint in base64url, 27 letters long.
  const kid = createHash('sha1')
    .update(n ?? '')
    .digest('base64url')
  return { kid, privateKey, publicKey, jwk: { kty: 'RSA', use: 'sig', kid, x5t: kid, n, e } }
}
