import { claimsOf, nowSeconds, signed } from '../../../api/http/testing/sign-in.ts'
import { botClientId, here, member, officer, there, unserved, type Doors, type Knock } from '../../support/doors.ts'
import { part, withPublicKey } from './tokens.ts'

/** One way of speaking to the bot as Teams. `status`: what it meets. */
export type ForgedActivity = { readonly what: string; readonly status: number; readonly knock: (doors: Doors) => Promise<Knock> }

type Given = Readonly<Record<string, unknown>>
const path = '/api/messages'

export function connectorClaims({ serviceUrl }: Pick<Doors, 'serviceUrl'>, given: Given = {}): Record<string, unknown> {
  const now = nowSeconds()
  const claims = { iss: 'https://api.botframework.com', aud: botClientId, serviceurl: serviceUrl, nbf: now, exp: now + 3600, ...given }
  return Object.fromEntries(Object.entries(claims).filter(([, value]) => value !== undefined))
}

/** A Member's "accepted" on an invitation: let in, it would be written down. */
export function anAnswer({ serviceUrl }: Pick<Doors, 'serviceUrl'>, given: Given = {}): Record<string, unknown> {
  return {
    type: 'invoke',
    name: 'adaptiveCard/action',
    id: 'f:1',
    channelId: 'msteams',
    serviceUrl,
    from: { id: '29:1abc', aadObjectId: member },
    recipient: { id: `28:${botClientId}` },
    conversation: { id: 'a:1', conversationType: 'personal', tenantId: here.tenantId },
    channelData: { tenant: { id: here.tenantId } },
    value: { action: { type: 'Action.Execute', verb: 'answer', data: { sessionId: 's1', answer: 'accepted' } }, trigger: 'manual' },
    ...given,
  }
}

function withToken(what: string, token: (doors: Doors) => Promise<string>): ForgedActivity {
  const knock = async (doors: Doors) => ({
    method: 'POST',
    path,
    headers: { authorization: `Bearer ${await token(doors)}` },
    body: anAnswer(doors),
  })
  return { what, status: 401, knock }
}

const claiming = (what: string, given: Given) => withToken(what, ({ keys, ...doors }) => signed(keys.bot, connectorClaims(doors, given)))

/** With a token that the Bot Framework did sign for the address that the activity names. */
function saying(what: string, status: number, given: (doors: Doors) => unknown, more: Omit<Partial<Knock>, 'body'> = {}): ForgedActivity {
  async function knock(doors: Doors): Promise<Knock> {
    const said = given(doors)
    const { serviceUrl = doors.serviceUrl } = (said ?? {}) as { readonly serviceUrl?: string }
    const token = await signed(doors.keys.bot, connectorClaims({ serviceUrl }))
    const { headers, ...rest } = more
    return { method: 'POST', path, ...rest, headers: { authorization: `Bearer ${token}`, ...headers }, body: said }
  }
  return { what, status, knock }
}

/** Signed, and named alike by token and activity: only the list of hosts stands between the bot's token and whoever it is. */
const at = (what: string, address: (doors: Doors) => string) =>
  saying(`answer to ${what}`, 401, (doors) => anAnswer({ serviceUrl: address(doors) }))

const person = (of: Given) => ({ from: { id: '29:1abc', ...of } })
const tenants = (conversation: string | undefined, channel: string | undefined) => ({
  conversation: { id: 'a:1', conversationType: 'personal', ...(conversation ? { tenantId: conversation } : {}) },
  channelData: channel ? { tenant: { id: channel } } : {},
})
const emulators = [
  'https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/',
  'https://login.microsoftonline.com/d6d49420-f39b-4df7-a1dc-d59a935871db/v2.0',
]

export const forgedActivities: readonly ForgedActivity[] = [
  { what: 'no token', status: 401, knock: async (doors) => ({ method: 'POST', path, body: anAnswer(doors) }) },
  withToken('a person’s token for the API', ({ keys }) => signed(keys.entra, claimsOf(member))),
  withToken('a person’s token for the bot, with the address in it', ({ keys, serviceUrl }) =>
    signed(keys.entra, claimsOf(member, { aud: botClientId, serviceurl: serviceUrl })),
  ),
  withToken('alg none', async (doors) => `${part({ alg: 'none', kid: 'key-1' })}.${part(connectorClaims(doors))}.x`),
  withToken('HS256 with the published key', async (doors) => withPublicKey(doors.jwks.bot, connectorClaims(doors), 'pem')),
  withToken('a key of one’s own under the right id', (doors) => signed(doors.keys.stray, connectorClaims(doors))),
  withToken('a key id that nobody published', (doors) => signed(doors.keys.stray, connectorClaims(doors), { kid: 'mine' })),
  withToken('jku: where to fetch its own keys', (doors) =>
    signed(doors.keys.stray, connectorClaims(doors), { kid: 'mine', jku: `${doors.trap}/keys` }),
  ),
  withToken('x5u: where to fetch its own certificate', (doors) =>
    signed(doors.keys.stray, connectorClaims(doors), { kid: 'mine', x5u: `${doors.trap}/cert` }),
  ),
  withToken('a key that is not endorsed for Teams', (doors) => signed(doors.keys.unendorsed, connectorClaims(doors), { kid: 'key-2' })),
  claiming('expired an hour ago', { exp: nowSeconds() - 3600 }),
  claiming('valid from tomorrow', { nbf: nowSeconds() + 86_400, exp: nowSeconds() + 90_000 }),
  claiming('without an end', { exp: undefined }),
  ...emulators.map((iss) => claiming(`the old emulator’s issuer ${iss.slice(8, 22)}`, { iss })),
  claiming('another cloud’s issuer', { iss: 'https://api.botframework.us' }),
  claiming('another bot’s audience', { aud: 'bbbbbbbb-0000-4000-8000-00000000b002' }),
  claiming('a list of audiences with the bot in it', { aud: [botClientId] }),
  claiming('no service address', { serviceurl: undefined }),
  claiming('another service address', { serviceurl: 'https://smba.trafficmanager.net/amer/' }),
  claiming('a service address that is a list', { serviceurl: ['https://smba.trafficmanager.net/uk/'] }),
  at('a host of one’s own', ({ trap }) => `${trap}/uk/`),
  at('our host as the user', ({ trap }) => trap.replace('//', '//smba.trafficmanager.net@')),
  at('our host as user and password', ({ host, trap }) => trap.replace('//', `//${host}@`)),
  at('a host that begins like ours', () => 'https://smba.trafficmanager.net.evil.example/uk/'),
  at('letters of another alphabet', () => 'https://smb\u0430.trafficmanager.net/uk/'),
  at('a dot at the end', () => 'https://smba.trafficmanager.net./uk/'),
  at('another port', () => 'https://smba.trafficmanager.net:8443/uk/'),
  at('http to the outside', () => 'http://smba.trafficmanager.net/uk/'),
  at('an address of the network', () => 'http://169.254.169.254/metadata/'),
  at('this machine by number, at another port', ({ trap }) => trap.replace('127.0.0.1', '2130706433')),
  at('a backslash', ({ trap }) => `https://smba.trafficmanager.net\\@${trap.slice(7)}/`),
  at('a query that takes the path', ({ serviceUrl }) => `${serviceUrl}?x=`),
  at('another scheme', () => 'ftp://smba.trafficmanager.net/uk/'),
  at('another council’s part of the address', () => `https://smba.trafficmanager.net/uk/${there.tenantId}/`),
  saying('of a tenant that is not served', 403, (doors) => anAnswer(doors, tenants(unserved, unserved))),
  saying('of two tenants', 403, (doors) => anAnswer(doors, tenants(here.tenantId, there.tenantId))),
  saying('of no tenant', 403, (doors) => anAnswer(doors, tenants(undefined, undefined))),
  saying('through another channel', 400, (doors) => anAnswer(doors, { channelId: 'webchat' })),
  saying('in a conversation that is a path', 400, (doors) =>
    anAnswer(doors, { conversation: { id: '../../v3/attachments', tenantId: here.tenantId } }),
  ),
  saying('of a person by address', 400, (doors) => anAnswer(doors, person({ aadObjectId: 'member@thamesbrook.example' }))),
  saying('of nobody', 400, (doors) => anAnswer(doors, { from: undefined })),
  saying('that is a list', 400, (doors) => [anAnswer(doors)]),
  saying('that is too large', 413, (doors) => anAnswer(doors, { text: 'x'.repeat(300_000) })),
  saying(
    'that nests too deeply',
    400,
    (doors) => `${JSON.stringify(anAnswer(doors)).slice(0, -1)},"a":${'['.repeat(2_000)}${']'.repeat(2_000)}}`,
  ),
  saying('that is no JSON', 400, () => '{"type":"message"'),
  saying('of another kind', 415, (doors) => anAnswer(doors), { headers: { 'content-type': 'text/plain' } }),
  saying('in another alphabet of bytes', 415, (doors) => anAnswer(doors), {
    headers: { 'content-type': 'application/json; charset=utf-16' },
  }),
  saying('with a prototype', 400, (doors) => `{"__proto__":${JSON.stringify(anAnswer(doors))}}`),
  {
    what: 'two headers, each in order',
    status: 401,
    async knock(doors) {
      const token = `Bearer ${await signed(doors.keys.bot, connectorClaims(doors))}`
      return { method: 'POST', path, headers: { authorization: [token, token] }, body: anAnswer(doors) }
    },
  },
]

const press = (verb: string, data: Given) => ({ value: { action: { type: 'Action.Execute', verb, data }, trigger: 'manual' } })
const confirmed = { sessionId: 's1', choice: 'cancel', seen: '1', reasonId: 'room-unavailable', message: 'No room' }

/** Sent by Teams itself, and pressed by somebody who may not: told so on the card, and nothing is done. */
export const overreaching: readonly ForgedActivity[] = [
  saying('a Member who decides', 200, (doors) => anAnswer(doors, press('decide.confirm', confirmed))),
  saying('a Member whose card says that an officer pressed', 200, (doors) =>
    anAnswer(doors, press('decide.confirm', { ...confirmed, officerId: officer, from: { aadObjectId: officer }, roles: ['officer'] })),
  ),
  saying('somebody unknown who answers for a Member', 200, (doors) =>
    anAnswer(doors, {
      from: { id: '29:1abc' },
      ...press('answer', { sessionId: 's1', answer: 'accepted', memberId: 'm1', personId: member }),
    }),
  ),
  saying('an officer in a group chat', 200, (doors) =>
    anAnswer(doors, {
      ...person({ aadObjectId: officer }),
      conversation: { id: '19:a@thread.v2', conversationType: 'groupChat', tenantId: here.tenantId },
      ...press('decide.confirm', confirmed),
    }),
  ),
  saying('a verb from the prototype', 200, (doors) => anAnswer(doors, press('constructor', { sessionId: 's1' }))),
  saying('data from the prototype', 200, (doors) =>
    JSON.stringify(anAnswer(doors, press('answer', {}))).replace(
      '"data":{}',
      '"data":{"__proto__":{"sessionId":"s1","answer":"accepted"}}',
    ),
  ),
]
