import { beforeEach, describe, expect, test } from 'vitest'
import { instant } from '../../domain/kernel/time.ts'
import { aPersonId, towerHamlets } from '../../domain/testing/builders.ts'
import { Unavailable } from '../ports/unavailable.ts'
import { testCouncil, testProfile, type TestCouncil } from '../testing/council.ts'
import { receiveLifecycle, receiveNotifications, secretHash } from './notifications.ts'

const now = instant('2026-10-13T13:10:00Z')
const mailbox = aPersonId(901)
const until = instant('2026-10-15T13:10:00Z')
let running: TestCouncil

beforeEach(async () => {
  running = await testCouncil({ now, rulebook: towerHamlets })
  const { mailboxes } = running.council
  await mailboxes.pointSubscription('sub-1', mailbox)
  const subscription = { id: 'sub-1', until, clientStateHash: secretHash('the secret') }
  await mailboxes.save(
    { mailbox, name: 'Hannah', address: 'h@thamesbrook.example', shared: false, dirty: false, cursor: 'c', subscription },
    'new',
  )
})

const entry = {
  id: 'n1',
  subscriptionId: 'sub-1',
  clientState: 'the secret',
  tenantId: testProfile.tenantId,
  changeType: 'updated',
  resource: `Users/${mailbox}/Events/AAMk=`,
}
const state = async () => (await running.council.mailboxes.find(mailbox))?.value

describe('word that calendars changed', () => {
  test('C2.2 marks the mailbox to be read, once for any number of entries', async () => {
    const received = await receiveNotifications(running.councils, { value: [entry, { ...entry, id: 'n2' }, entry] })
    expect(received).toMatchObject({ mailboxes: [{ mailbox, entries: 3 }], dropped: {} })
    expect(await state()).toMatchObject({ dirty: true, cursor: 'c' })
  })

  test('a post of a thousand entries asks storage once for each subscription: Graph waits three seconds', async () => {
    const asked: string[] = []
    const bySubscription = (id: string) => {
      asked.push(id)
      return running.councils.bySubscription(id)
    }
    const value = Array.from({ length: 999 }, () => entry)
    const received = await receiveNotifications(
      { ...running.councils, bySubscription },
      { value: [...value, { ...entry, subscriptionId: 'sub-2' }] },
    )
    expect(received).toMatchObject({ mailboxes: [{ entries: 999 }], dropped: { 'unknown-subscription': 1 } })
    expect(asked).toEqual(['sub-1', 'sub-2'])
  })

  test('the mailbox’s id in any case, with its tenant behind it', async () => {
    const resource = `users/${mailbox.toUpperCase()}@${testProfile.tenantId}/events/x`
    await receiveNotifications(running.councils, { value: [{ ...entry, resource }] })
    expect(await state()).toMatchObject({ dirty: true })
  })

  test.each([
    ['a wrong secret', { clientState: 'the secreT' }, 'wrong-secret'],
    ['no secret', { clientState: null }, 'wrong-secret'],
    ['another tenant', { tenantId: '99999999-1111-4111-8111-111111111111' }, 'wrong-tenant'],
    ['no tenant', { tenantId: undefined }, 'wrong-tenant'],
    ['another mailbox', { resource: `Users/${aPersonId(902)}/Events/x` }, 'wrong-mailbox'],
    ['no mailbox at all', { resource: 'Groups/x' }, 'wrong-mailbox'],
    ['an unknown subscription', { subscriptionId: 'sub-2' }, 'unknown-subscription'],
    ['no subscription', { subscriptionId: undefined }, 'unreadable'],
  ])('%s is dropped alone, and counted', async (_, forged, because) => {
    const received = await receiveNotifications(running.councils, { value: [{ ...entry, ...forged }] })
    expect(received).toEqual({ mailboxes: [], dropped: { [because]: 1 } })
    expect(await state()).toMatchObject({ dirty: false })
    await receiveNotifications(running.councils, { value: [{ ...entry, ...forged }, 'nonsense', entry] })
    expect(await state()).toMatchObject({ dirty: true })
  })

  test.each([undefined, 'text', {}, { value: 'x' }, { value: Array.from({ length: 1_001 }, () => ({})) }])(
    '%o is no notification',
    async (body) => {
      expect(await receiveNotifications(running.councils, body)).toEqual({ mailboxes: [], dropped: { unreadable: 1 } })
    },
  )

  test('when it cannot be written down Graph is made to try again', async () => {
    const bySubscription = () => Promise.reject(new Unavailable('storage', 'down'))
    await expect(receiveNotifications({ ...running.councils, bySubscription }, { value: [entry] })).rejects.toThrow(Unavailable)
  })
})

describe('word about the subscription itself', () => {
  const { resource: _, ...about } = entry
  const told = (lifecycleEvent: string) => receiveLifecycle(running.councils, { value: [{ ...about, lifecycleEvent }] })

  test('to be authorised again: it ends now, so the next tending renews it', async () => {
    await told('reauthorizationRequired')
    expect(await state()).toMatchObject({ dirty: true, cursor: 'c', subscription: { id: 'sub-1', until: now } })
  })

  test('removed: it is made anew, and the calendar read whole', async () => {
    await told('subscriptionRemoved')
    expect(await state()).toEqual({ mailbox, name: 'Hannah', address: 'h@thamesbrook.example', shared: false, dirty: true, askedAnew: 1 })
  })

  test('something was missed: the calendar is read whole', async () => {
    await told('missed')
    const after = await state()
    expect(after).toMatchObject({ dirty: true, subscription: { id: 'sub-1' } })
    expect(after).not.toHaveProperty('cursor')
  })

  test('a forger, or an event that nobody knows, changes nothing', async () => {
    expect(await receiveLifecycle(running.councils, { value: [{ ...about, lifecycleEvent: 'missed', clientState: 'x' }] })).toMatchObject({
      mailboxes: [],
    })
    expect(await told('somethingNew')).toMatchObject({ dropped: { unreadable: 1 } })
    expect(await state()).toMatchObject({ dirty: false, cursor: 'c' })
  })
})
