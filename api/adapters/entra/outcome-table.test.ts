import { afterEach, describe, expect, test } from 'vitest'
import { Unavailable } from '../../ports/unavailable.ts'
import { deadLines } from '../testing/lines.ts'
import { doubtful } from '../testing/recorded-answers.ts'
import { recordedService, type Answered } from '../testing/recorded-service.ts'
import { createTokens } from './tokens.ts'

/*
 * reliability.md §14, "Token endpoint", through msal-node: a token is asked for once, and not for ever.
 */

const closing: (() => Promise<void>)[] = []
afterEach(() => Promise.all(closing.splice(0).map((close) => close())))

const tenant = '11111111-2222-4333-8444-555555555555'
function tokensAt(url: string, limitMilliseconds = 5_000) {
  const settings = {
    clientId: '99999999-2222-4333-8444-555555555555',
    authority: 'https://login.microsoftonline.com',
    tokenEndpoint: `${url}/{tid}/oauth2/v2.0/token`,
    jwksUri: `${url}/{tid}/discovery/v2.0/keys`,
    credential: { clientSecret: 'not much of a secret' },
    resource: 'https://graph.microsoft.com',
  }
  return createTokens(settings, () => 0, limitMilliseconds)
}
async function entra(answer: () => Answered) {
  const service = await recordedService(answer)
  closing.push(() => service.close())
  return { service, tokens: tokensAt(service.url, 300) }
}
const refusal = (status: number, error: string, number: number): Answered => ({ status, json: { error, error_codes: [number] } })
const token: Answered = { status: 200, json: { token_type: 'Bearer', expires_in: 3599, access_token: 'one' } }

const outages: readonly (readonly [row: string, answered: Answered])[] = [
  ['429 with Retry-After', { status: 429, json: { error: 'temporarily_unavailable' }, headers: { 'retry-after': '7' } }],
  ['503', { status: 503, json: { error: 'temporarily_unavailable' } }],
  ...doubtful,
]
const asks = {
  'as the service': (tokens: ReturnType<typeof tokensAt>) => tokens.appToken(tenant),
  'as a person': (tokens: ReturnType<typeof tokensAt>) => tokens.onBehalfOf(tenant, 'an-assertion'),
}

describe.each(Object.entries(asks))('Token endpoint, %s', (_, ask) => {
  test.each(outages)('%s: again later, after one request', async (__, answered) => {
    const { tokens, service } = await entra(() => answered)
    await expect(ask(tokens)).rejects.toThrow(Unavailable)
    expect(service.asked).toHaveLength(1)
  })

  test.each([
    ['invalid_client, the secret has expired', refusal(401, 'invalid_client', 7000222), { kind: 'misconfigured', code: '7000222' }],
    ['invalid_client with 400', refusal(400, 'invalid_client', 7000215), { kind: 'misconfigured', code: '7000215' }],
    ['consent was taken back', refusal(400, 'invalid_grant', 65001), { kind: 'consent-missing' }],
  ])('%s: nothing goes until somebody has looked', async (__, answered, reason) => {
    const { tokens, service } = await entra(() => answered)
    expect(await ask(tokens)).toEqual({ ok: false, refusal: reason })
    expect(service.asked).toHaveLength(1)
  })

  test.each(Object.entries(deadLines))('%s: again later', async (__, open) => {
    const line = await open()
    closing.push(() => line.close())
    await expect(ask(tokensAt(line.url))).rejects.toThrow(Unavailable)
  })
})

test.each(outages)('%s: the old token goes on being used while it is valid', async (_, answered) => {
  let now: Answered = token
  const { tokens, service } = await entra(() => now)
  await tokens.appToken(tenant)
  now = answered
  expect(await tokens.appToken(tenant)).toEqual({ ok: true, value: 'one' })
  expect(service.asked).toHaveLength(1)
})
