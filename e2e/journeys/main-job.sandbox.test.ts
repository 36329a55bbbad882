import { afterAll, beforeAll, expect, test } from 'vitest'
import { officersOf, saidBy, wordsOf, type Officers } from '../support/officers.ts'
import { outlookOf } from '../support/outlook.ts'
import { whoGot } from '../support/phones.ts'
import { startRig, type Rig } from '../support/rig.ts'
import { startCuttableStorage, type StorageProxy } from '../support/storage-proxy.ts'
import { tabOf, type Tab } from '../support/tab.ts'
import { aWorld } from '../support/worlds.ts'

const title = 'Scrutiny: using evidence'
let storage: StorageProxy
let rig: Rig
let they: Officers
let tab: Tab

beforeAll(async () => {
  storage = await startCuttableStorage()
  rig = await startRig(
    aWorld({
      members: 8,
      change: (world) => {
        delete world.people.find((person) => person.id === 'm2')?.mobile
        world.preferences = [{ person: 'm3', texts: false }]
      },
    }),
    { storage },
  )
  they = officersOf(rig)
  tab = tabOf(rig)
})
afterAll(() => rig.close())

test('C1.1 an Outlook invitation to a list becomes one session, with every Member on the list invited', async () => {
  await they.invite({ subject: title })
  const { rows } = await tab.programme()
  expect(rows).toHaveLength(1)
  expect(rows[0]).toMatchObject({
    title,
    invited: 8,
    counts: { accepted: 0, tentative: 0, declined: 0, none: 8 },
    place: 'Committee Room 1',
  })
})

test('C2.2 answers given in Outlook are counted, with names, as at the time they were read', async () => {
  await they.answers(title, { accept: ['m1', 'm2', 'm3'], tentativelyAccept: ['m4'], decline: ['m5'] })
  const { row, members } = await tab.session(title)
  expect(row.counts).toEqual({ accepted: 3, tentative: 1, declined: 1, none: 3 })
  expect(members.find(({ name }) => name.includes('Ash'))).toMatchObject({ response: 'accepted' })
  expect(row.uptake).toMatchObject({ readAt: '2026-10-05T08:00:00Z' })
})

test('C2.1 an answer given in the tab is the Outlook answer', async () => {
  await tab.answer('m6', title, 'accepted')
  await rig.settle()
  expect((await tab.row(title)).counts).toEqual({ accepted: 4, tentative: 1, declined: 1, none: 2 })
  expect(await outlookOf(rig).answerIn('m6', title)).toBe('accepted')
})

test('C4.8 C4.10 C4.14 the week before, those who have not declined are reminded: by text, or by email where texts are off or there is no mobile', async () => {
  await rig.setClock('2026-10-15T08:59:00Z')
  await rig.settle()
  expect((await rig.texts()).filter((text) => text.body.includes(title))).toHaveLength(0)
  await rig.advance('PT1M')

  const texts = await rig.texts()
  expect(whoGot(texts)).toEqual(['m1', 'm4', 'm6', 'm7', 'm8'])
  expect(texts.every((text) => /22 October/.test(text.body))).toBe(true)
  const emailed = await Promise.all(
    ['m2', 'm3', 'm5'].map(
      async (member) =>
        (await rig.mail(member)).filter((mail) => /Scrutiny: using evidence, Thursday 22 October/.test(mail.subject)).length,
    ),
  )
  expect(emailed).toEqual([1, 1, 0])
})

test('C3.2 C3.3 C3.4 fewer than six accepted at the review puts the question to every officer, on a card, and cancels nothing', async () => {
  for (const officer of ['officer', 'second']) {
    const cards = await they.cardsAbout(officer, title)
    expect(cards).toHaveLength(1)
    expect(saidBy(cards[0])).toContain('4 of 6')
  }
  expect((await tab.row(title)).state).toMatchObject({ kind: 'decide-by' })
})

test('C3.10 C3.11 C3.12 cancelling from the card clears every calendar, texts those who were coming and lists whom to ring', async () => {
  await rig.setClock('2026-10-21T10:00:00Z')
  await rig.settle()
  const before = (await rig.texts()).length
  const card = (await they.cardsAbout('officer', title)).at(-1)
  if (!card) throw new Error('The officer has no card')

  await rig.press(card.id, 'officer', 'decide.choose', { choice: 'cancel' })
  await rig.press(card.id, 'officer', 'decide.confirm', {
    choice: 'cancel',
    reasonId: 'lack-of-interest',
    message: 'Too few could come on Thursday.',
  })
  await rig.settle()

  expect(await outlookOf(rig).calendar('officer')).toEqual([])
  expect(await outlookOf(rig).calendar('m1')).toMatchObject([{ isCancelled: true }])

  const told = (await rig.texts()).slice(before)
  expect(whoGot(told)).toEqual(['m1', 'm4', 'm6'])
  expect(told.every((text) => text.body.includes('CANCELLED') && text.body.includes('Too few could come on Thursday.'))).toBe(true)

  const { entries } = await they.phoneListOf(title)
  expect(entries.flatMap(({ because, reached }) => (reached ? [] : [because])).toSorted()).toEqual(['no-mobile', 'texts-off'])
})

test('C3.4 a stale card answers with what was decided, and by whom', async () => {
  const card = (await they.cardsAbout('second', title)).at(-1)
  if (!card) throw new Error('The second officer has no card')
  expect(wordsOf(card)).toContain('Olive Officer')
  expect(wordsOf(await rig.press(card.id, 'second', 'decide.choose', { choice: 'run' }))).toContain('Olive Officer')
})

test('C4.9 C3.10 no morning text goes for a cancelled session', async () => {
  const before = (await rig.texts()).length
  await rig.advance('P2D')
  expect((await rig.texts()).slice(before).filter((text) => text.body.includes('Today'))).toEqual([])
})

test('all this asked storage for no more than one partition at a time, as seen from the line', () => {
  expect(storage.queries().scans).toEqual([])
  expect(storage.queries().count).toBeGreaterThan(100)
})
