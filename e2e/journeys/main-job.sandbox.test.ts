import { afterAll, beforeAll, expect, test } from 'vitest'
import { startRig, type Rig } from '../support/rig.ts'
import { aWorld, anInvitation } from '../support/worlds.ts'

const title = 'Scrutiny: using evidence'
let rig: Rig

beforeAll(async () => {
  rig = await startRig(
    aWorld({
      members: 8,
      change: (world) => {
        delete world.people.find((person) => person.id === 'm2')?.mobile
        world.preferences = [{ person: 'm3', texts: false }]
      },
    }),
  )
})
afterAll(() => rig.close())

test('C1.1 an Outlook invitation to a list becomes one session, with every Member on the list invited', async () => {
  const sent = await rig.graph('officer', 'POST', '/me/events', anInvitation())
  expect(sent.status).toBe(201)
  await rig.settle()

  const { body } = await rig.api<{ rows: { title: string; invited: number; counts: object; place: string }[] }>(
    'officer',
    'GET',
    '/programme',
  )
  expect(body.rows).toHaveLength(1)
  expect(body.rows[0]).toMatchObject({
    title,
    invited: 8,
    counts: { accepted: 0, tentative: 0, declined: 0, none: 8 },
    place: 'Committee Room 1',
  })
})

test('C2.2 answers given in Outlook are counted, with names, as at the time they were read', async () => {
  for (const member of ['m1', 'm2', 'm3']) await rig.answer(member, title, 'accept')
  await rig.answer('m4', title, 'tentativelyAccept')
  await rig.answer('m5', title, 'decline')

  const { sessionId } = await rig.session(title)
  const { body } = await rig.api<{ row: { counts: object; uptake: { readAt: string } }; members: { name: string; response: string }[] }>(
    'officer',
    'GET',
    `/sessions/${sessionId}`,
  )
  expect(body.row.counts).toEqual({ accepted: 3, tentative: 1, declined: 1, none: 3 })
  expect(body.members.find((member) => member.name.includes('Ash'))).toMatchObject({ response: 'accepted' })
  expect(body.row.uptake.readAt).toBe('2026-10-05T08:00:00Z')
})

test('C2.1 an answer given in the tab is the Outlook answer', async () => {
  const { sessionId } = await rig.session(title)
  const answered = await rig.api('m6', 'PUT', `/my/sessions/${sessionId}/answer`, { answer: 'accepted' })
  expect(answered.status).toBe(202)
  await rig.settle()

  expect((await rig.session(title)) as object).toMatchObject({ counts: { accepted: 4, tentative: 1, declined: 1, none: 2 } })
  const { body } = await rig.graph<{ value: { responseStatus: { response: string } }[] }>(
    'm6',
    'GET',
    '/me/events?$select=subject,responseStatus',
  )
  expect(body.value[0]?.responseStatus.response).toBe('accepted')
})

test('C4.8 C4.10 C4.14 the week before, those who have not declined are reminded: by text, or by email where texts are off or there is no mobile', async () => {
  await rig.setClock('2026-10-15T08:59:00Z')
  await rig.settle()
  expect((await rig.texts()).filter((text) => text.body.includes(title))).toHaveLength(0)
  await rig.advance('PT1M')

  const texts = await rig.texts()
  expect(texts.map((text) => text.to.replaceAll(/\D/g, '').slice(-3)).toSorted()).toEqual(['301', '304', '306', '307', '308'])
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
    const cards = await rig.cards(officer)
    expect(cards.filter((card) => JSON.stringify(card.activity).includes(title))).toHaveLength(1)
    expect(JSON.stringify(cards.at(-1)?.activity)).toContain('4 of 6')
  }
  expect((await rig.session(title)) as object).toMatchObject({ state: { kind: 'decide-by' } })
})

test('C3.10 C3.11 C3.12 cancelling from the card clears every calendar, texts those who were coming and lists whom to ring', async () => {
  await rig.setClock('2026-10-21T10:00:00Z')
  await rig.settle()
  const before = (await rig.texts()).length
  const card = (await rig.cards('officer')).findLast((each) => JSON.stringify(each.activity).includes(title))
  if (!card) throw new Error('The officer has no card')

  await rig.press(card.id, 'officer', 'decide.choose', { choice: 'cancel' })
  await rig.press(card.id, 'officer', 'decide.confirm', {
    choice: 'cancel',
    reasonId: 'lack-of-interest',
    message: 'Too few could come on Thursday.',
  })
  await rig.settle()

  const organiser = await rig.graph<{ value: unknown[] }>('officer', 'GET', '/me/events?$select=subject')
  expect(organiser.body.value).toEqual([])
  const member = await rig.graph<{ value: { isCancelled: boolean }[] }>('m1', 'GET', '/me/events?$select=subject,isCancelled')
  expect(member.body.value[0]?.isCancelled).toBe(true)

  const told = (await rig.texts()).slice(before)
  expect(told.map((text) => text.to.replaceAll(/\D/g, '').slice(-3)).toSorted()).toEqual(['301', '304', '306'])
  expect(told.every((text) => text.body.includes('CANCELLED') && text.body.includes('Too few could come on Thursday.'))).toBe(true)

  const { sessionId } = await rig.session(title)
  const list = await rig.api<{ entries: { name: string; because: string; reached: boolean }[] }>(
    'officer',
    'GET',
    `/sessions/${sessionId}/phone-list`,
  )
  expect(
    list.body.entries
      .filter((entry) => !entry.reached)
      .map((entry) => entry.because)
      .toSorted(),
  ).toEqual(['no-mobile', 'texts-off'])
})

test('C3.4 a stale card answers with what was decided, and by whom', async () => {
  const card = (await rig.cards('second')).findLast((each) => JSON.stringify(each.activity).includes(title))
  if (!card) throw new Error('The second officer has no card')
  expect(JSON.stringify(card.activity)).toContain('Olive Officer')
  const pressed = await rig.press(card.id, 'second', 'decide.choose', { choice: 'run' })
  expect(JSON.stringify(pressed)).toContain('Olive Officer')
})

test('C4.9 C3.10 no morning text goes for a cancelled session', async () => {
  const before = (await rig.texts()).length
  await rig.advance('P2D')
  expect((await rig.texts()).slice(before).filter((text) => text.body.includes('Today'))).toEqual([])
})
