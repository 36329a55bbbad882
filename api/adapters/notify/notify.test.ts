import { afterEach, expect, test } from 'vitest'
import { recordedService, type Answered, type Asked } from '../testing/recorded-service.ts'
import { createTexts } from './notify.ts'

const closing: (() => Promise<void>)[] = []
afterEach(() => Promise.all(closing.splice(0).map((close) => close())))

const serviceId = '00000000-0000-4000-8000-000000000001'
const templateId = '00000000-0000-4000-8000-000000000003'
const signal = new AbortController().signal
const message = { key: 'thamesbrook~s1~d1', to: '+447700900142', body: "You're coming to Chairing a difficult meeting" }

async function textsOf(answer: (asked: Asked) => Answered) {
  const service = await recordedService(answer)
  closing.push(() => service.close())
  const apiKey = `a-name-${serviceId}-00000000-0000-4000-8000-000000000002`
  return { service, texts: createTexts({ url: service.url, apiKey, templateId }) }
}

test('C4.8 a text goes with the duty’s key as its reference, signed for this call', async () => {
  const { texts, service } = await textsOf(() => ({ status: 201, json: { id: 'n1' } }))
  expect(await texts.send(message, signal)).toEqual({ kind: 'sent', providerId: 'n1' })
  expect(service.asked[0]).toMatchObject({ method: 'POST', path: '/v2/notifications/sms' })
  expect(JSON.parse(service.asked[0]?.body ?? '')).toEqual({
    template_id: templateId,
    phone_number: '+447700900142',
    personalisation: { message: message.body },
    reference: 'thamesbrook~s1~d1',
  })
  const [, claims = ''] = (service.asked[0]?.headers.authorization ?? '').split('.')
  expect(JSON.parse(Buffer.from(claims, 'base64url').toString())).toMatchObject({ iss: serviceId })
})

test('it is looked for by that reference', async () => {
  const { texts, service } = await textsOf(() => ({
    status: 200,
    json: { notifications: [{ id: 'n1', reference: message.key }], links: {} },
  }))
  expect(await texts.find(message.key, signal)).toEqual({ kind: 'found', providerId: 'n1' })
  expect(service.asked[0]?.path).toContain(`reference=${message.key}`)
})

test.each(['reset', 'cut'] as const)('an answer that was %s is unknown, for the text and for the look', async (how) => {
  const { texts } = await textsOf(() => how)
  expect(await texts.send(message, signal)).toMatchObject({ kind: 'unknown' })
  expect(await texts.find(message.key, signal)).toEqual({ kind: 'unknown' })
})

test('one that never answers is unknown when patience ends', async () => {
  const { texts } = await textsOf(() => 'hang')
  expect(await texts.send(message, AbortSignal.timeout(50))).toMatchObject({ kind: 'unknown' })
})

test('where nothing listens, nothing was sent', async () => {
  const { texts, service } = await textsOf(() => 'hang')
  await service.close()
  expect(await texts.send(message, signal)).toMatchObject({ kind: 'later' })
})

test('a redirect is not followed with our key', async () => {
  const { texts, service } = await textsOf(() => ({ status: 302, headers: { location: '/elsewhere' } }))
  expect(await texts.send(message, signal)).toMatchObject({ kind: 'unknown' })
  expect(service.asked).toHaveLength(1)
})
