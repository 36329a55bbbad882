import { afterAll, beforeAll, expect, test } from 'vitest'
import type { World } from '../../sandbox/world.ts'
import { at, attendee, membersList, outlookOf } from '../support/outlook.ts'
import { startRig, type Rig } from '../support/rig.ts'
import { tabOf, type Tab } from '../support/tab.ts'
import { aWorld } from '../support/worlds.ts'

const title = 'Scrutiny: using evidence'
let rig: Rig
let outlook: ReturnType<typeof outlookOf>
let tab: Tab

/** Half an hour before those who have not answered are asked: two working days before the review of a session on 22 October. */
function council(world: World): void {
  world.now = '2026-10-13T08:30:00Z'
  const withoutBot = world.people.find(({ id }) => id === 'm6')
  if (withoutBot) withoutBot.hasBot = false
  const keeping = world.people.find(({ id }) => id === 'm3')
  if (keeping) keeping.keepsDeclined = true
}

beforeAll(async () => {
  rig = await startRig(aWorld({ members: 8, change: council }))
  outlook = outlookOf(rig)
  tab = tabOf(rig)
  await outlook.invite({ attendees: [membersList] })
  await rig.settle()
})
afterAll(() => rig.close())

const responseOf = async (name: string) => (await tab.session(title)).members.find((member) => member.name.endsWith(name))?.response
const cardsAbout = async (member: string) => (await rig.cards(member)).filter((card) => JSON.stringify(card.activity).includes(title))

test('C2.1 each answer is one of four, whichever way it comes, and each change of mind is kept with its time', async () => {
  await outlook.answer('m1', title, 'accept')
  await rig.settle()
  expect((await tab.mine('m1', title)).response).toBe('accepted')
  await rig.advance('PT10M')
  await tab.answer('m1', title, 'tentative')
  expect((await tab.mine('m1', title)).telling).toMatchObject({ answer: 'tentative' })
  await rig.settle()
  expect(await tab.mine('m1', title)).toMatchObject({ response: 'tentative' })
  expect((await tab.mine('m1', title)).telling).toBeUndefined()
  expect(await outlook.answerIn('m1', title)).toBe('tentativelyAccepted')
  await rig.advance('PT1M')
  await outlook.answer('m1', title, 'accept')
  await rig.settle()

  expect((await tab.row(title)).counts).toEqual({ accepted: 1, tentative: 0, declined: 0, none: 7 })
  const { history } = await tab.session(title)
  expect(history.filter(({ what }) => what.includes('Ash'))).toEqual([
    { at: '2026-10-13T08:41:00Z', what: 'Cllr Member Ash: accepted, was tentative' },
    { at: '2026-10-13T08:40:00Z', what: 'Cllr Member Ash: tentative, was accepted' },
    { at: '2026-10-13T08:30:00Z', what: 'Cllr Member Ash: accepted' },
  ])
})

test.each([
  ['m2', 'Birch', 'which Outlook takes off the calendar'],
  ['m3', 'Cedar', 'which Outlook was told to keep'],
])('C2.1 %s accepts after declining an invitation, %s: the calendar has it again', async (member, name) => {
  await outlook.answer(member, title, 'decline')
  await rig.settle()
  expect(await responseOf(name)).toBe('declined')
  expect(await outlook.answerIn(member, title)).toBe(member === 'm2' ? 'gone' : 'declined')

  await tab.answer(member, title, 'accepted')
  await rig.settle()
  expect(await outlook.answerIn(member, title)).toBe('accepted')
  expect(await responseOf(name)).toBe('accepted')

  await tab.answer(member, title, 'declined')
  await rig.settle()
  expect(await outlook.answerIn(member, title)).toBe(member === 'm2' ? 'gone' : 'declined')
  expect(await responseOf(name)).toBe('declined')
})

test('C2.1 no other answer is taken, nor one from somebody who is not invited or is no Member', async () => {
  const { sessionId } = await tab.row(title)
  const given = async (person: string, answer: string, id: string = sessionId) =>
    (await rig.api(person, 'PUT', `/my/sessions/${id}/answer`, { answer })).status
  await outlook.invite({ subject: 'For one alone', attendees: [attendee('m2@testing.example')] })
  await rig.settle()
  const other = (await tab.row('For one alone')).sessionId
  expect([await given('m4', 'none'), await given('m4', 'maybe')]).toEqual([400, 400])
  expect([await given('m4', 'accepted', other), await given('m4', 'accepted', 'no-such-session')]).toEqual([404, 404])
  expect(await given('officer', 'accepted')).toBe(403)
  await outlook.cancel((await outlook.copyOf('officer', 'For one alone')).id)
  await rig.settle()
  expect(await given('m2', 'accepted', other)).toBe(409)
  expect(await responseOf('Damson')).toBe('none')
})

test('C2.2 C2.3 a Member sees how much she has answered, and officers what all have, as at the last reading', async () => {
  expect((await tab.training('m1')).answered).toEqual({ answered: 1, invited: 1, since: '2026-04-30T23:00:00Z' })
  expect((await tab.training('m4')).answered).toMatchObject({ answered: 0, invited: 1 })
  expect((await tab.programme()).answered).toEqual({ answered: 3, invited: 8 })
  const { row, members } = await tab.session(title)
  expect(row.uptake.readAt).toBe(await rig.now())
  expect(members.map(({ name, response }) => `${name.split(' ').at(-1)} ${response}`).toSorted()).toEqual([
    'Ash accepted',
    'Birch declined',
    'Cedar declined',
    'Damson none',
    'Elder none',
    'Fir none',
    'Gorse none',
    'Hazel none',
  ])
})

test('C2.3 at ten, and not a minute before, those who have not answered are asked, on a card or without the bot by email', async () => {
  await tab.answer('m8', title, 'tentative')
  await rig.setClock('2026-10-13T08:59:00Z')
  const asked = async () => Promise.all(['m1', 'm2', 'm4', 'm5', 'm6', 'm7', 'm8'].map(async (member) => (await cardsAbout(member)).length))
  expect(await asked()).toEqual([0, 0, 0, 0, 0, 0, 0])
  await rig.advance('PT1M')
  expect(await asked()).toEqual([0, 0, 1, 1, 0, 1, 0])
  const mail = (await rig.mail('m6')).filter(({ subject }) => subject.startsWith('Can you come?'))
  expect(mail.map(({ subject }) => subject)).toEqual([`Can you come? ${title}, Thursday 22 October`])
  expect((await rig.mail('m4')).filter(({ subject }) => subject.startsWith('Can you come?'))).toEqual([])
})

test('C2.1 C2.3 Accept on the card is the Outlook answer, shown in the tab, and the card says so; a later answer elsewhere is the truth', async () => {
  const [card] = await cardsAbout('m4')
  expect(JSON.stringify(card?.activity)).toMatch(/Accept.*Tentative.*Decline/)
  await rig.press(card?.id ?? '', 'm4', 'answer', { answer: 'accepted' })
  await rig.settle()
  expect(await outlook.answerIn('m4', title)).toBe('accepted')
  expect((await tab.mine('m4', title)).response).toBe('accepted')
  const after = await cardsAbout('m4')
  expect(after).toHaveLength(1)
  expect(JSON.stringify(after[0]?.activity)).toContain('You accepted')

  await outlook.answer('m4', title, 'decline')
  await rig.settle()
  expect((await tab.mine('m4', title)).response).toBe('declined')
  // Her card is older than that answer, and what she presses is newer.
  await rig.press(card?.id ?? '', 'm4', 'answer', { answer: 'tentative' })
  await rig.settle()
  expect(await outlook.answerIn('m4', title)).toBe('tentativelyAccepted')
  expect((await tab.row(title)).counts).toEqual({ accepted: 1, tentative: 2, declined: 2, none: 3 })
})

test('C2.2 while Outlook cannot be reached an answer waits, the count stays with its age, and both are put right by themselves', async () => {
  const before = await tab.row(title)
  // Quorate goes by people's ids, and they by "me": Outlook itself works on.
  await rig.faults([{ service: 'graph', path: '/users/', action: { kind: 'status', status: 503 } }])
  await outlook.answer('m7', title, 'tentativelyAccept')
  await tab.answer('m5', title, 'accepted')
  await rig.advance('PT5M')
  expect((await tab.mine('m5', title)).telling).toMatchObject({ answer: 'accepted', state: 'waiting' })
  const during = await tab.programme()
  expect(during.unreachable.map(({ dependency }) => dependency)).toContain('graph')
  expect(await tab.row(title)).toMatchObject({ counts: before.counts, uptake: { readAt: before.uptake.readAt } })

  await rig.clearFaults()
  await rig.advance('PT20M')
  expect(await outlook.answerIn('m5', title)).toBe('accepted')
  expect(await tab.row(title)).toMatchObject({ counts: { accepted: 2, tentative: 3, declined: 2, none: 1 } })
  expect((await tab.programme()).unreachable).toEqual([])
}, 60_000)

test('C2.2 a notification told twice, or after the one that follows it, changes nothing that is not so', async () => {
  await rig.faults([{ service: 'notifications', action: { kind: 'duplicate' }, times: 2 }])
  await outlook.answer('m7', title, 'accept')
  await rig.settle()
  await rig.faults([{ service: 'notifications', action: { kind: 'reorder' }, times: 1 }])
  await outlook.answer('m7', title, 'tentativelyAccept')
  await outlook.answer('m7', title, 'decline')
  await rig.settle()
  await rig.clearFaults()
  expect(await responseOf('Gorse')).toBe('declined')
  const { history } = await tab.session(title)
  expect(history.filter(({ what }) => what.startsWith('Cllr Member Gorse: accepted'))).toHaveLength(1)
})

test('C2.2 an answer whose notification was lost is found by the next sweep, with the time at which it was given', async () => {
  await rig.faults([{ service: 'notifications', action: { kind: 'drop' } }])
  await outlook.answer('m6', title, 'accept')
  const answeredAt = await rig.now()
  await rig.settle()
  await rig.clearFaults()
  expect(await responseOf('Fir')).toBe('none')
  await rig.setClock('2026-10-13T11:06:00Z') // the sweep at 12:05 in London
  expect((await tab.session(title)).members.find(({ name }) => name.endsWith('Fir'))).toMatchObject({
    response: 'accepted',
    respondedAt: answeredAt,
  })
})

test.each([
  ['the delta token is no longer known (410)', 'expire-delta', { mailbox: 'officer@testing.example' }],
  ['Graph says that something was missed', 'lifecycle', { event: 'missed', mailbox: 'officer@testing.example' }],
  ['the subscription was removed', 'lifecycle', { event: 'subscriptionRemoved', mailbox: 'officer@testing.example' }],
])('C2.2 when %s the calendar is read whole, and answers are followed as before', async (_, what, body) => {
  const acts = ['accept', 'tentativelyAccept'] as const
  const responses = { accept: 'accepted', tentativelyAccept: 'tentative' } as const
  await rig.call('POST', `/sandbox/graph/${what}`, body)
  await rig.settle()
  for (const act of acts) {
    await outlook.answer('m8', title, act)
    await rig.settle()
    expect(await responseOf('Hazel')).toBe(responses[act])
  }
  expect(await tab.rows(title)).toHaveLength(1)
  const subscriptions = await rig.call<unknown[]>('GET', '/sandbox/graph/subscriptions?mailbox=officer@testing.example')
  expect(subscriptions).toHaveLength(1)
})

test('C2.3 nobody is asked twice, and whoever answered meanwhile is not asked at all', async () => {
  await rig.setClock('2026-10-14T10:00:00Z')
  const cards = await Promise.all(['m1', 'm4', 'm5', 'm7', 'm8'].map(async (member) => (await cardsAbout(member)).length))
  expect(cards).toEqual([0, 1, 1, 1, 0])
}, 60_000)

test('C1.21 C2.3 moved to another week, the session is asked about anew, on a card that says the time has changed', async () => {
  const { id } = await outlook.copyOf('officer', title)
  await outlook.change(id, { start: at('2026-10-26', '14:00'), end: at('2026-10-26', '16:00') })
  await rig.settle()
  await tab.answer('m1', title, 'accepted')
  await rig.setClock('2026-10-15T08:59:00Z') // two working days before the review on the 19th
  const cards = async () => Promise.all(['m1', 'm4', 'm8'].map(async (member) => (await cardsAbout(member)).length))
  expect(await cards()).toEqual([0, 1, 0])
  await rig.advance('PT1M')
  expect(await cards()).toEqual([0, 2, 1])
  expect(JSON.stringify((await cardsAbout('m4'))[1]?.activity)).toContain('The time has changed. Can you come?')
}, 60_000)
