import { afterAll, beforeAll, expect, test } from 'vitest'
import type { PhoneList } from '../../api/contracts/attention.ts'
import { notifyAccount } from '../../sandbox/notify/account.ts'
import { officersOf, saidBy, type Officers } from '../support/officers.ts'
import { whoGot } from '../support/phones.ts'
import { startRig, type Rig } from '../support/rig.ts'
import { aWorld } from '../support/worlds.ts'

const title = 'Scrutiny: using evidence' // tomorrow at 2pm
const reached = ['m1', 'm10']
const names: Record<string, string> = { m1: 'Ash', m2: 'Birch', m3: 'Cedar', m4: 'Damson', m5: 'Elder', m6: 'Fir', m7: 'Gorse' }

let rig: Rig
let they: Officers

beforeAll(async () => {
  rig = await startRig(
    aWorld({
      members: 10,
      change: (world) => {
        world.now = '2026-10-21T09:00:00Z'
        const person = (id: string) => world.people.find((each) => each.id === id) ?? { mobile: '' }
        delete person('m2').mobile
        Object.assign(person('m2'), { landline: '020 7946 0102' })
        world.preferences = [{ person: 'm3', texts: false }]
        Object.assign(person('m4'), { handset: 'broken' })
        Object.assign(person('m5'), { handset: 'off' })
        Object.assign(person('m6'), { handset: 'off' })
        Object.assign(person('m7'), { mobile: '020 7946 0107' })
      },
    }),
  )
  they = officersOf(rig)
  await they.invite({ subject: title })
  await they.answers(title, { accept: ['m1', 'm2', 'm3', 'm4', 'm5'], tentativelyAccept: ['m6', 'm7', 'm10'], decline: ['m8'] })
  await they.decide(title, { choice: 'cancel', reasonId: 'lack-of-interest', message: 'Too few could come on Thursday.' })
}, 60_000)
afterAll(() => rig.close())

const entry = (list: PhoneList, id: string) => list.entries.find(({ name }) => name.includes(names[id] ?? id))
/** Whom the list has, and why, with a tick for those who have been reached. */
const shown = ({ entries }: PhoneList) =>
  Object.keys(names).flatMap((id) =>
    entries.filter(({ name }) => name.includes(names[id] ?? id)).map((each) => `${id} ${each.because}${each.reached ? ' ✓' : ''}`),
  )

async function path(id: string): Promise<string> {
  const { row, members } = await they.pageOf(title)
  return `/sessions/${row.sessionId}/phone-list/${members.find(({ name }) => name.includes(names[id] ?? id))?.memberId ?? id}`
}
const ring = async (id: string, outcome: string, user = 'officer') => rig.api<PhoneList>(user, 'POST', await path(id), { outcome })
const takeBack = async (id: string) => rig.api<PhoneList & { refusal: string }>('officer', 'DELETE', await path(id))
const toRing = async () => (await they.attention()).find((row) => row.kind === 'ring')

/** Word from Notify that a text has arrived after all, as it posts it. */
async function arrives(member: string, completedAt: string): Promise<void> {
  const text = (await they.cancelledTexts(title)).find((each) => whoGot([each])[0] === member)
  const { product } = await rig.addresses()
  const { status } = await fetch(`${product}/notify/receipts`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${notifyAccount.receiptToken}` },
    body: JSON.stringify({ id: member, reference: text?.reference, to: text?.to, status: 'delivered', completed_at: completedAt }),
  })
  if (status !== 200) throw new Error(`The receipt was answered ${status}`)
  await rig.settle()
}

test('C3.12 at once on the list: no mobile, texts off, a number that is no mobile, and a text that failed', async () => {
  const list = await they.phoneListOf(title)
  expect(shown(list)).toEqual(['m2 no-mobile', 'm3 texts-off', 'm4 text-failed', 'm7 bad-number'])
  expect(list).toMatchObject({ delivered: reached.length, onTheirWay: 2 })
  expect(list.say).toContain('Too few could come on Thursday.')
  expect(entry(list, 'm2')).toMatchObject({ telephone: '020 7946 0102', had: 'accepted', calls: [] })
  expect(entry(list, 'm3')).toMatchObject({ telephone: '07700 900303' })
  expect(entry(list, 'm7')).toMatchObject({ telephone: '020 7946 0107', had: 'tentative' })
  expect(whoGot(await they.cancelledTexts(title))).toEqual(['m1', 'm4', 'm5', 'm6', 'm10'])
})

test('C3.11 C3.12 whoever declined or never answered is neither texted nor rung', async () => {
  const { entries } = await they.phoneListOf(title)
  expect(entries.some(({ name }) => /Hazel|Ivy/.test(name))).toBe(false)
  expect((await ring('Hazel', 'told')).status).toBe(404)
})

test('C3.12 within the 60th minute an unconfirmed text is on its way, and from then on its Member is to be rung', async () => {
  await rig.setClock('2026-10-21T09:59:59Z')
  expect(shown(await they.phoneListOf(title))).not.toContain('m5 unconfirmed')
  expect(await toRing()).toMatchObject({ delivered: 2, toRing: { length: 4 } })

  await rig.advance('PT1S')
  const list = await they.phoneListOf(title)
  expect(shown(list)).toEqual(['m2 no-mobile', 'm3 texts-off', 'm4 text-failed', 'm5 unconfirmed', 'm6 unconfirmed', 'm7 bad-number'])
  expect(list.onTheirWay).toBe(0)
  expect(await toRing()).toMatchObject({ delivered: 2, toRing: { length: 6 } })
  expect(saidBy((await they.cardsAbout('second', title))[0])).toContain('Phone calls: 6 to make: ')
})

test('C3.12 a text that arrives late after all: nobody is left to ring for it', async () => {
  await rig.setClock('2026-10-21T10:10:00Z')
  await arrives('m6', '2026-10-21T10:09:00.000000Z')
  expect(shown(await they.phoneListOf(title))).toContain('m6 unconfirmed ✓')
  expect(await toRing()).toMatchObject({ toRing: { length: 5 } })
})

test('C3.12 word that comes late of a text that arrived in time takes its Member off the list', async () => {
  await arrives('m5', '2026-10-21T09:30:00.000000Z')
  const list = await they.phoneListOf(title)
  expect(entry(list, 'm5')).toBeUndefined()
  expect(list.delivered).toBe(3)
  expect(await toRing()).toMatchObject({ toRing: { length: 4 } })
})

test('C3.12 told is reached; a message left and no reply are kept, and the Member is still to be rung', async () => {
  expect(entry((await ring('m2', 'told')).body, 'm2')).toMatchObject({ reached: true, calls: [{ outcome: 'told', by: 'Olive Officer' }] })
  expect(entry((await ring('m3', 'left-message', 'second')).body, 'm3')).toMatchObject({
    reached: false,
    calls: [{ outcome: 'left-message', by: 'Sam Second', at: expect.stringMatching(/^2026-10-21T10:10:00/) as unknown }],
  })
  expect(entry((await ring('m4', 'no-reply')).body, 'm4')).toMatchObject({ reached: false, calls: [{ outcome: 'no-reply' }] })
  await rig.settle()
  expect(await toRing()).toMatchObject({ rung: 1, toRing: { length: 3 } })
  expect((await they.pageOf(title)).phoneList).toEqual({ toRing: 3, rung: 1 })
})

test('C3.12 a slip of the thumb is taken back, once for each call, and the Member is to be rung again', async () => {
  expect(entry((await takeBack('m2')).body, 'm2')).toMatchObject({ reached: false, calls: [] })
  expect(await takeBack('m2')).toMatchObject({ status: 409, body: { refusal: 'no-call' } })
  expect(entry((await takeBack('m4')).body, 'm4')).toMatchObject({ calls: [] })
  await rig.settle()
  expect(await toRing()).toMatchObject({ rung: 0, toRing: { length: 4 } })
})

test('C3.12 two officers who ring at the same moment: both calls are kept', async () => {
  const both = await Promise.all([ring('m4', 'no-reply'), ring('m4', 'told', 'second')])
  expect(both.map(({ status }) => status)).toEqual([200, 200])
  const calls = entry(await they.phoneListOf(title), 'm4')?.calls.map(({ outcome, by }) => `${outcome} ${by}`)
  expect(calls?.toSorted()).toEqual(['no-reply Olive Officer', 'told Sam Second'])
})

test('C3.12 nobody but an officer writes down calls, and nothing but the three outcomes', async () => {
  for (const user of ['m1', 'm2']) expect((await ring('m2', 'told', user)).status).toBe(403)
  expect((await ring('m2', 'asleep')).status).toBe(400)
  expect(entry(await they.phoneListOf(title), 'm2')?.calls).toEqual([])
})

test('C3.12 when everyone is reached the list is done with, and every call stays in it', async () => {
  for (const id of ['m2', 'm3', 'm7']) await ring(id, 'told')
  await rig.settle()
  expect(await toRing()).toBeUndefined()
  const list = await they.phoneListOf(title)
  expect(shown(list)).toEqual(['m2 no-mobile ✓', 'm3 texts-off ✓', 'm4 text-failed ✓', 'm6 unconfirmed ✓', 'm7 bad-number ✓'])
  expect(entry(list, 'm3')?.calls.map(({ outcome }) => outcome)).toEqual(['left-message', 'told'])
  expect(saidBy((await they.cardsAbout('officer', title))[0])).toContain('Phone calls: None to make.')
})
