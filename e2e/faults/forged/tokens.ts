import { createHmac, createPublicKey } from 'node:crypto'
import { authority, claimsOf, clientId, nowSeconds, signed, tenantId } from '../../../api/http/testing/sign-in.ts'
import { botClientId, member, officer, there, unserved, type Doors } from '../../support/doors.ts'

export type Headers = Readonly<Record<string, string | readonly string[]>>
/** One way of coming to the API as somebody one is not. */
export type ForgedToken = { readonly what: string; readonly headers: (doors: Doors) => Promise<Headers> }

const asOfficer = { roles: ['Quorate.Officer', 'Quorate.Administrator'] }
export const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
const bearer = (token: string): Headers => ({ authorization: `Bearer ${token}` })

/** A token that Entra did sign, with these claims; `undefined` takes one away. */
function claiming(what: string, given: Readonly<Record<string, unknown>>): ForgedToken {
  const claims = () => claimsOf(officer, { ...asOfficer, ...given })
  return { what, headers: async ({ keys }) => bearer(await signed(keys.entra, claims())) }
}

/** A token that is otherwise in order, with another header, signed by somebody else. */
function headed(what: string, header: (doors: Doors) => Readonly<Record<string, unknown>>): ForgedToken {
  const claims = () => claimsOf(officer, asOfficer)
  return { what, headers: async (doors) => bearer(await signed(doors.keys.stray, claims(), header(doors))) }
}

function written(what: string, write: (good: string, doors: Doors) => string | Headers): ForgedToken {
  return {
    what,
    async headers(doors) {
      const made = write(await signed(doors.keys.entra, claimsOf(officer, asOfficer)), doors)
      return typeof made === 'string' ? { authorization: made } : made
    },
  }
}

/** Signed with a secret that everybody has: the public key, in either of the forms in which it is published. */
export function withPublicKey(jwk: Readonly<Record<string, unknown>> | undefined, claims: object, form: 'pem' | 'jwk'): string {
  const pem = createPublicKey({ key: jwk as never, format: 'jwk' }).export({ type: 'spki', format: 'pem' })
  const body = `${part({ alg: 'HS256', typ: 'JWT', kid: 'key-1' })}.${part(claims)}`
  return `${body}.${createHmac('sha256', form === 'pem' ? pem : JSON.stringify(jwk))
    .update(body)
    .digest('base64url')}`
}

const noSignature = (good: string, alg: string, signature = '') =>
  `${part({ alg, typ: 'JWT', kid: 'key-1' })}.${good.split('.')[1]}.${signature}`

export const forgedTokens: readonly ForgedToken[] = [
  { what: 'no token at all', headers: async () => ({}) },
  written('an empty bearer', () => 'Bearer '),
  written('a name and a password', () => `Basic ${Buffer.from('officer:password').toString('base64')}`),
  written('three parts that are no token', () => 'Bearer a.b.c'),
  written('alg none without a signature', (good) => `Bearer ${noSignature(good, 'none')}`),
  written('alg none with some signature', (good) => `Bearer ${noSignature(good, 'none', 'x')}`),
  written('alg nOnE', (good) => `Bearer ${noSignature(good, 'nOnE', 'x')}`),
  written('HS256 with the public key', (_, { jwks }) => `Bearer ${withPublicKey(jwks.entra, claimsOf(officer, asOfficer), 'pem')}`),
  written(
    'HS256 with the published key as text',
    (_, { jwks }) => `Bearer ${withPublicKey(jwks.entra, claimsOf(officer, asOfficer), 'jwk')}`,
  ),
  written('another algorithm over a good signature', (good) => `Bearer ${noSignature(good, 'PS256', good.split('.')[2])}`),
  headed('a key id that nobody published', () => ({ kid: 'mine' })),
  headed('no key id', () => ({ kid: undefined })),
  headed('a key id that is a path', () => ({ kid: '../../key-1' })),
  headed('the right key id over another key', () => ({ kid: 'key-1' })),
  headed('jku: where to fetch its own keys', ({ trap }) => ({ kid: 'mine', jku: `${trap}/keys` })),
  headed('x5u: where to fetch its own certificate', ({ trap }) => ({ kid: 'mine', x5u: `${trap}/cert` })),
  headed('jku beside the right key id', ({ trap }) => ({ jku: `${trap}/keys` })),
  headed('its own key in the header', ({ jwks }) => ({ kid: 'mine', jwk: jwks.bot })),
  written('claims changed after signing', (good) => {
    const [head, , signature] = good.split('.')
    return `Bearer ${head}.${part(claimsOf(member, asOfficer))}.${signature}`
  }),
  written('half a signature', (good) => `Bearer ${good.slice(0, -20)}`),
  written('a critical header that nobody knows', (good) => {
    const [, body, signature] = good.split('.')
    return `Bearer ${part({ alg: 'RS256', kid: 'key-1', crit: ['b64'], b64: false })}.${body}.${signature}`
  }),
  claiming('expired an hour ago', { exp: nowSeconds() - 3600 }),
  claiming('valid from tomorrow', { nbf: nowSeconds() + 86_400, exp: nowSeconds() + 90_000 }),
  claiming('without an end', { exp: undefined }),
  claiming('an end that is text', { exp: String(nowSeconds() + 3600) }),
  claiming('another issuer', { iss: 'https://login.evil.example/v2.0' }),
  claiming('the issuer as a template', { iss: `${authority}/{tenantid}/v2.0` }),
  claiming('version 1', { ver: '1.0', iss: `https://sts.windows.net/${tenantId}/` }),
  claiming('a tenant that is not served', { tid: unserved, iss: `${authority}/${unserved}/v2.0` }),
  claiming('another council’s tenant with this one’s issuer', { tid: there.tenantId }),
  claiming('another council’s issuer with this one’s tenant', { iss: `${authority}/${there.tenantId}/v2.0` }),
  claiming('a personal account', {
    tid: '9188040d-6c67-4c5b-b112-36a304b66dad',
    iss: `${authority}/9188040d-6c67-4c5b-b112-36a304b66dad/v2.0`,
  }),
  claiming('no tenant', { tid: undefined }),
  claiming('another audience', { aud: 'bbbbbbbb-0000-4000-8000-00000000b001' }),
  claiming('a list of audiences with ours in it', { aud: [clientId] }),
  claiming('a person’s token for Graph', { aud: 'https://graph.microsoft.com' }),
  claiming('a person’s token for the bot', { aud: botClientId }),
  {
    what: 'the Bot Framework’s own token for the bot',
    async headers({ keys, serviceUrl }) {
      const now = nowSeconds()
      const claims = { iss: 'https://api.botframework.com', aud: botClientId, serviceurl: serviceUrl, nbf: now, exp: now + 3600 }
      return bearer(await signed(keys.bot, claims))
    },
  },
  claiming('an application’s own token with the officers’ role', { scp: undefined, azp: clientId }),
  claiming('an application’s own token that claims a scope', { idtyp: 'app' }),
  claiming('no scope: an id token', { scp: undefined, azp: undefined }),
  claiming('another scope', { scp: 'openid profile' }),
  claiming('a scope that begins like ours', { scp: 'access_as_user_too' }),
  claiming('no object id', { oid: undefined }),
  claiming('an address for an object id', { oid: 'officer@thamesbrook.example' }),
  claiming('a client that is not of Microsoft 365', { azp: 'bbbbbbbb-0000-4000-8000-00000000b001' }),
  written('a token of many thousand letters', (good) => `Bearer ${good.replace('.', `.${'A'.repeat(11_000)}`)}`),
  written('two tokens in one header', (good) => `Bearer ${good}, Bearer ${good}`),
  written('two headers, each in order', (good) => ({ authorization: [`Bearer ${good}`, `Bearer ${good}`] })),
  written('two headers, the first in order', (good) => ({ authorization: [`Bearer ${good}`, 'Bearer a.b.c'] })),
  written('a good token in a cookie', (good) => ({ cookie: `authorization=Bearer ${good}` })),
  written('a good token under the proxy’s name', (good) => ({ 'x-forwarded-authorization': `Bearer ${good}` })),
  written('a name that App Service would add', () => ({ 'x-ms-client-principal-id': officer, 'x-ms-client-principal-name': 'officer' })),
]
