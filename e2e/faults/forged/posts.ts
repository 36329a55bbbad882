import { referenceText } from '../../../api/act/reference.ts'
import { claimsOf, signed } from '../../../api/http/testing/sign-in.ts'
import { receiptToken } from '../../../api/http/testing/served.ts'
import { dutyOf } from '../../../domain/duties/duty-ids.ts'
import { sessionId } from '../../../domain/kernel/ids.ts'
import { aMemberId, aPersonId, arrangedAt } from '../../../domain/testing/builders.ts'
import { here, member, officer, subscription, there, unserved, type Doors, type Knock } from '../../support/doors.ts'

/** One thing posted where Graph or Notify post, or asked for by somebody who is known and may not. `status`: what it meets. */
export type ForgedPost = { readonly what: string; readonly status: number; readonly knock: (doors: Doors) => Promise<Knock> }

type Given = Readonly<Record<string, unknown>>

const entry = {
  subscriptionId: subscription.id,
  clientState: subscription.clientState,
  tenantId: here.tenantId,
  changeType: 'updated',
  resource: `Users/${officer}/Events/AAMk=`,
}

/** Graph posts from anywhere and is answered alike whether it is believed or not, so that a forger learns nothing: 202, and nothing done. */
function told(what: string, given: Given, path = '/graph/notifications'): ForgedPost {
  return { what, status: 202, knock: async () => ({ method: 'POST', path, body: { value: [{ ...entry, ...given }] } }) }
}
const lifecycle = (what: string, given: Given) => told(what, { lifecycleEvent: 'subscriptionRemoved', ...given }, '/graph/lifecycle')

function sent(what: string, status: number, knock: Omit<Knock, 'method'>): ForgedPost {
  return { what, status, knock: async () => ({ method: 'POST', ...knock }) }
}

const notice = dutyOf(sessionId('s1'), { kind: 'cancellation-notice', memberId: aMemberId(1) }, 'text', { notBefore: arrangedAt })
const receipt = (council = here.id, given: Given = {}) => ({
  reference: referenceText({ council, matter: sessionId('s1'), duty: notice.id }),
  status: 'delivered',
  ...given,
})
const received = (what: string, status: number, authorization: string | readonly string[] | undefined, body: unknown = receipt()) =>
  sent(what, status, { path: '/notify/receipts', ...(authorization === undefined ? {} : { headers: { authorization } }), body })

export const forgedPosts: readonly ForgedPost[] = [
  told('word of a change with a guessed secret', { clientState: 'guessed' }),
  told('word of a change with no secret', { clientState: undefined }),
  told('word of a change with the secret and more', { clientState: `${subscription.clientState} ` }),
  told('word of a change of a subscription that nobody has', { subscriptionId: 'no-such' }),
  told('word of a change of another council’s tenant', { tenantId: there.tenantId }),
  told('word of a change of no tenant', { tenantId: undefined }),
  told('word of a change in another mailbox', { resource: `Users/${member}/Events/AAMk=` }),
  told('word of a change that is no entry', { subscriptionId: { toString: 'sub-1' } }),
  lifecycle('the end of a subscription with a guessed secret', { clientState: 'guessed' }),
  lifecycle('the end of a subscription of another tenant', { tenantId: unserved }),
  lifecycle('word of what was missed, with no secret', { lifecycleEvent: 'missed', clientState: undefined }),
  lifecycle('an event of its own making', { lifecycleEvent: 'constructor' }),
  sent('a list of two thousand changes', 400, {
    path: '/graph/notifications',
    body: { value: Array.from({ length: 2_000 }, () => entry) },
  }),
  sent('a mebibyte of changes', 413, { path: '/graph/notifications', body: `{"value":["${'x'.repeat(1_100_000)}"]}` }),
  sent('changes as a form', 415, {
    path: '/graph/lifecycle',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: 'value=1',
  }),
  sent('a handshake that is a line of a header', 400, { path: '/graph/notifications?validationToken=a%0d%0aSet-Cookie:%20a=b' }),
  received('a receipt with no token', 401, undefined),
  received('a receipt with a guessed token', 401, 'Bearer guessed'),
  received('a receipt with part of the token', 401, `Bearer ${receiptToken.slice(0, -1)}`),
  received('a receipt with the token as a password', 401, `Basic ${Buffer.from(`notify:${receiptToken}`).toString('base64')}`),
  received('a receipt with two tokens', 401, [`Bearer ${receiptToken}`, `Bearer ${receiptToken}`]),
  received('a receipt with another council’s token', 200, 'Bearer receipt-token-of-elsewhere'),
  received('a receipt about another council', 200, `Bearer ${receiptToken}`, receipt(there.id)),
  received('a receipt about a prototype', 200, `Bearer ${receiptToken}`, `{"__proto__":${JSON.stringify(receipt())}}`),
  received('a receipt of a status that is none', 200, `Bearer ${receiptToken}`, receipt(here.id, { status: 'constructor' })),
  sent('a receipt with the token in its address', 401, { path: `/notify/receipts?token=${receiptToken}`, body: receipt() }),
]

/** Asked for by somebody who is truly signed in. */
function asked(what: string, status: number, who: { readonly oid: string; readonly claims?: Given }, knock: Knock): ForgedPost {
  return {
    what,
    status,
    async knock({ keys }) {
      return { ...knock, headers: { authorization: `Bearer ${await signed(keys.entra, claimsOf(who.oid, who.claims))}`, ...knock.headers } }
    },
  }
}

const asOfficer = { oid: officer, claims: { roles: ['Quorate.Officer'] } }
const guest = { oid: aPersonId(500), claims: { acct: 1, idp: `https://sts.windows.net/${unserved}/`, name: 'A Guest' } }
const ofThere = { tid: there.tenantId, iss: `https://login.microsoftonline.com/${there.tenantId}/v2.0` }
const answer: Knock = { method: 'PUT', path: '/api/my/sessions/s1/answer', body: { answer: 'accepted' } }
const decide = { choice: 'cancel', seen: '1', reasonId: 'room-unavailable', message: 'No room' }
const decision: Knock = { method: 'POST', path: '/api/sessions/s1/decision', body: decide }
const checkIn: Knock = { method: 'POST', path: '/api/my/check-in', body: { code: '000000' } }
const withBody = (knock: Knock, body: unknown): Knock => ({ ...knock, body })

export const overstepping: readonly ForgedPost[] = [
  asked('a guest who is no Member answers', 403, guest, answer),
  asked('a guest checks in', 403, guest, checkIn),
  asked('a guest decides', 403, guest, decision),
  asked('a Member decides', 403, { oid: member }, decision),
  asked(
    'a Member with roles of her own making decides',
    403,
    { oid: member, claims: { roles: ['officer', '__proto__', 'Quorate.officer'] } },
    decision,
  ),
  asked('a Member reads the health page', 403, { oid: member }, { method: 'GET', path: '/api/health' }),
  asked('an officer reads the health page', 403, asOfficer, { method: 'GET', path: '/api/health' }),
  asked('a Member’s id in another council’s tenant answers', 403, { oid: member, claims: ofThere }, answer),
  asked('an officer of another council decides', 404, { oid: officer, claims: { ...ofThere, roles: ['Quorate.Officer'] } }, decision),
  asked('a guessed check-in code', 422, { oid: member }, checkIn),
  asked('a check-in code that is a list', 400, { oid: member }, withBody(checkIn, { code: ['000000'] })),
  asked('an answer for somebody else', 400, { oid: member }, withBody(answer, { answer: 'accepted', memberId: 'm2' })),
  asked('an answer with a prototype', 400, { oid: member }, withBody(answer, '{"answer":"accepted","__proto__":{"memberId":"m2"}}')),
  asked(
    'an answer in another method’s clothes',
    404,
    { oid: member },
    { ...answer, method: 'POST', headers: { 'x-http-method-override': 'PUT' } },
  ),
  asked('an answer of another site’s page', 403, { oid: member }, { ...answer, headers: { 'sec-fetch-site': 'cross-site' } }),
  asked('an answer as text', 415, { oid: member }, { ...answer, headers: { 'content-type': 'text/plain' } }),
  asked('an answer that is too large', 413, { oid: member }, withBody(answer, { answer: 'x'.repeat(70_000) })),
]

/** What only the sandbox answers, and nobody in production. */
export const sandboxOnly: readonly Knock[] = [
  { method: 'GET', path: '/sandbox/clock' },
  { method: 'GET', path: '/sandbox/people' },
  { method: 'POST', path: '/sandbox/token', body: { user: 'officer' } },
  { method: 'POST', path: '/sandbox/connector/token', body: { serviceUrl: 'https://smba.trafficmanager.net/uk/' } },
  { method: 'POST', path: '/sandbox/reset', body: { scenario: 'demo' } },
  { method: 'PUT', path: '/sandbox/world', body: {} },
  { method: 'PUT', path: '/sandbox/clock', body: { now: '2030-01-01T00:00:00Z' } },
  { method: 'POST', path: '/sandbox/faults', body: [] },
  { method: 'GET', path: `/entra/${here.tenantId}/discovery/v2.0/keys` },
  { method: 'POST', path: `/entra/${here.tenantId}/oauth2/v2.0/token`, body: {} },
  { method: 'POST', path: '/connector/v3/conversations', body: {} },
  { method: 'GET', path: '/graph/v1.0/users' },
  { method: 'GET', path: '/notify/v2/notifications' },
  { method: 'GET', path: '/modern-gov/mgWebService.asmx' },
]
