import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createTokens, type Tokens } from '../../api/adapters/entra/tokens.ts'
import { createModernGov } from '../../api/adapters/modern-gov/modern-gov.ts'
import { createTexts } from '../../api/adapters/notify/notify.ts'
import { day } from '../../domain/kernel/time.ts'
import { createEntra, type Entra } from '../../sandbox/entra/entra.ts'
import { api } from '../../sandbox/entra/registrations.ts'
import { createSigningKeys } from '../../sandbox/entra/signing-keys.ts'
import { afterTheDeed } from '../../sandbox/graph/testing.ts'
import { createModernGov as createSandboxRegister } from '../../sandbox/modern-gov/modern-gov.ts'
import { notifyAccount } from '../../sandbox/notify/account.ts'
import { createNotify } from '../../sandbox/notify/notify.ts'
import { hostOf, type Host } from '../../sandbox/testing/host.ts'

const signal = new AbortController().signal
const keys = await createSigningKeys()
const tenantId = '7e57ab1e-0000-4000-8000-000000000001'
let host: Host
let entra: Entra

beforeEach(async () => {
  host = await hostOf({
    entra: (context) => (entra = createEntra(context, keys)),
    notify: (context) => createNotify(context, { aMinute: 5, aDay: 6 }),
    'modern-gov': createSandboxRegister,
  })
})
afterEach(() => host.close())

describe('Entra', () => {
  const tokensWith = (clientSecret: string = api.clientSecret): Tokens =>
    createTokens(
      {
        clientId: api.clientId,
        authority: 'https://login.microsoftonline.com',
        tokenEndpoint: `${host.base}/entra/{tid}/oauth2/v2.0/token`,
        jwksUri: `${host.base}/entra/{tid}/discovery/v2.0/keys`,
        credential: { clientSecret },
        resource: 'https://graph.microsoft.com',
      },
      () => 0,
    )

  test('gives the service a token of its own, and one as the person whose token it was shown', async () => {
    expect(await tokensWith().appToken(tenantId)).toMatchObject({ ok: true })
    const [person] = host.context.people
    if (!person) throw new Error('nobody')
    const assertion = await entra.tokenFor(person, { audience: 'api' })
    expect(await tokensWith().onBehalfOf(tenantId, assertion)).toMatchObject({ ok: true })
  })

  test('refuses a wrong secret as our misconfiguration, and a forged token as one to fetch anew', async () => {
    expect(await tokensWith('wrong').appToken(tenantId)).toMatchObject({ ok: false, refusal: { kind: 'misconfigured', code: '7000215' } })
    const [person] = host.context.people
    if (!person) throw new Error('nobody')
    const assertion = await entra.tokenFor(person, { audience: 'api' })
    const forged = `${assertion.slice(0, -8)}AAAAAAAA`
    expect(await tokensWith().onBehalfOf(tenantId, forged)).toEqual({ ok: false, refusal: { kind: 'sign-in-again' } })
  })
})

describe('GOV.UK Notify', () => {
  const texts = (apiKey: string = notifyAccount.liveKey) =>
    createTexts({ url: `${host.base}/notify`, apiKey, templateId: notifyAccount.textTemplateId })
  const message = { key: 'riverton~s1~d1', to: '+447700900102', body: "You're coming to Planning for Members" }

  test('C4.8 a text is taken, and found again by its key', async () => {
    expect(await texts().find(message.key, signal)).toEqual({ kind: 'not-found' })
    const sent = await texts().send(message, signal)
    expect(sent).toMatchObject({ kind: 'sent' })
    const providerId = sent.kind === 'sent' ? sent.providerId : ''
    // The words come back with the service's name in front, as they stood on the phone.
    expect(await texts().find(message.key, signal)).toEqual({ kind: 'found', providerId, body: `Riverton: ${message.body}` })
  })

  test('one whose answer was lost is found, so that it need not go again', async () => {
    host.context.faults.add([{ service: 'notify', action: afterTheDeed('reset'), method: 'POST', times: 1 }])
    expect(await texts().send(message, signal)).toMatchObject({ kind: 'unknown' })
    expect(await texts().find(message.key, signal)).toMatchObject({ kind: 'found' })
  })

  test('a number that is none is refused, a wrong key stops the lane, and so do the limits', async () => {
    expect(await texts().send({ ...message, to: '020 7946 0142' }, signal)).toEqual({ kind: 'refused', because: 'bad-number' })
    const wrong = notifyAccount.liveKey.replace(/.{4}$/, '0000')
    expect(await texts(wrong).send(message, signal)).toMatchObject({ kind: 'stopped', because: 'misconfigured' })
    for (const attempt of [1, 2, 3, 4, 5]) await texts().send({ ...message, key: `riverton~s1~${attempt}` }, signal)
    expect(await texts().send(message, signal)).toEqual({ kind: 'later', afterSeconds: 60, throttled: true })
  })
})

test('C1.2 the register that modern.gov publishes is read', async () => {
  const register = createModernGov()
  const xml = await register.fetch(`${host.base}/modern-gov/mgWebService.asmx/GetCouncillorsByWard`, signal)
  if (typeof xml !== 'string') throw new Error('the register was not published')
  const read = register.read(xml, day('2026-09-10'))
  expect(read.ok && read.value.entries.map(({ name, kind, address, to, doubts }) => [name, kind, address, to?.toString(), doubts])).toEqual(
    [
      ['Cara Cooper', 'co-optee', 'cara@riverton.example', '2027-05-19', []],
      ['Mayor Ann Archer', 'mayor', 'ann@riverton.example', undefined, []],
      ['Councillor Bob Baker', 'councillor', 'bob@riverton.example', undefined, []],
    ],
  )
})
