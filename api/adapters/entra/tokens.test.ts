import { afterEach, expect, test } from 'vitest'
import { Unavailable } from '../../ports/unavailable.ts'
import { recordedService, type Answered, type Asked, type RecordedService } from '../testing/recorded-service.ts'
import { createTokens, isHttpsOrLoopback } from './tokens.ts'

const tenant = '11111111-2222-4333-8444-555555555555'
const services: RecordedService[] = []
afterEach(() => Promise.all(services.splice(0).map((service) => service.close())))

async function entra(answer: (asked: Asked) => Answered) {
  const service = await recordedService(answer)
  services.push(service)
  const settings = {
    clientId: '99999999-2222-4333-8444-555555555555',
    authority: 'https://login.microsoftonline.com',
    tokenEndpoint: `${service.url}/{tid}/oauth2/v2.0/token`,
    jwksUri: `${service.url}/{tid}/discovery/v2.0/keys`,
    credential: { clientSecret: 'not much of a secret' },
    resource: 'https://graph.microsoft.com',
  }
  return { service, settings, tokens: createTokens(settings, () => 0) }
}

const token = (accessToken: string) => ({ status: 200, json: { token_type: 'Bearer', expires_in: 3599, access_token: accessToken } })

test('four at once ask Entra once, and later ones not at all while the token lasts', async () => {
  const { service, tokens } = await entra(() => token('one'))
  const all = await Promise.all([1, 2, 3, 4].map(() => tokens.appToken(tenant)))
  expect(all).toEqual(all.map(() => ({ ok: true, value: 'one' })))
  await tokens.appToken(tenant)
  expect(service.asked).toHaveLength(1)
  expect(service.asked[0]?.path).toContain(`/${tenant}/oauth2/v2.0/token`)
  expect(service.asked[0]?.body).toContain('grant_type=client_credentials')
})

test('after a 401 a fresh one is asked for although one is at hand', async () => {
  let count = 0
  const { tokens } = await entra(() => token(`token ${(count += 1)}`))
  await tokens.appToken(tenant)
  expect(await tokens.appToken(tenant, { fresh: true })).toEqual({ ok: true, value: 'token 2' })
})

test('a person’s own token is exchanged in that person’s tenant', async () => {
  const { service, tokens } = await entra(() => token('hers'))
  expect(await tokens.onBehalfOf(tenant, 'assertion-of-hers')).toEqual({ ok: true, value: 'hers' })
  expect(service.asked[0]?.body).toContain('requested_token_use=on_behalf_of')
  expect(service.asked[0]?.body).toContain('assertion=assertion-of-hers')
  expect(decodeURIComponent(service.asked[0]?.body ?? '')).toContain('https://graph.microsoft.com/Calendars.ReadWrite')
})

test('missing consent is a value that can be told to somebody', async () => {
  const error = { error: 'invalid_grant', suberror: 'consent_required', error_codes: [65001], error_description: 'AADSTS65001: no' }
  const { tokens } = await entra(() => ({ status: 400, json: error }))
  expect(await tokens.onBehalfOf(tenant, 'a')).toEqual({ ok: false, refusal: { kind: 'consent-missing' } })
})

test('a wrong secret is a misconfiguration, with Entra’s number for the administrator', async () => {
  const error = { error: 'invalid_client', error_codes: [7000215], error_description: 'AADSTS7000215: wrong' }
  const { tokens } = await entra(() => ({ status: 401, json: error }))
  expect(await tokens.appToken(tenant)).toEqual({ ok: false, refusal: { kind: 'misconfigured', code: '7000215' } })
})

test('an Entra that is down is an outage, and not a wrong secret', async () => {
  const { tokens } = await entra(() => ({ status: 503, json: { error: 'temporarily_unavailable' }, headers: { 'retry-after': '1' } }))
  await expect(tokens.appToken(tenant)).rejects.toThrow(Unavailable)
  await expect(tokens.appToken(tenant)).rejects.toThrow(Unavailable) // the library's own pause
})

test('a secret is never sent in clear to another machine', async () => {
  const { settings } = await entra(() => token('one'))
  expect(() => createTokens({ ...settings, tokenEndpoint: 'http://login.example/{tid}' }, () => 0)).toThrow(TypeError)
  expect(() => createTokens({ ...settings, authority: 'http://127.0.0.1' }, () => 0)).toThrow(TypeError)
})

test.each([
  ['https://login.microsoftonline.com', true],
  ['http://localhost:4000/entra', true],
  ['http://127.0.0.1:4000', true],
  ['http://[::1]:4000', true],
  ['http://127.0.0.1.example', false],
  ['http://localhost.example', false],
  ['ftp://localhost', false],
])('%s may carry a secret: %s', (address, may) => {
  expect(isHttpsOrLoopback(address)).toBe(may)
})
