import { afterAll, beforeAll, expect, test } from 'vitest'
import { officersOf, saidBy, wordsOf, type Officers } from '../support/officers.ts'
import { attendee, between, membersList } from '../support/outlook.ts'
import { startRig, type Rig } from '../support/rig.ts'
import { aWorld } from '../support/worlds.ts'

// Thursday 22 October 2026 at 2pm is reviewed at 9am and to be decided by noon on Thursday 15 October.
const six = 'Exactly six'
const five = 'One short'
const day = 'Planning enforcement'
const evening = 'Planning enforcement (evening)'
const small = 'Budget scrutiny'
const rushed = 'Safeguarding'
const late = 'Arranged too late'
const inTime = 'Falls short two hours before'
const tooNear = 'Falls short later still'

const nowhere = { location: { displayName: 'Town Hall' }, attendees: [membersList] }
const fiveInvited = [
  membersList,
  attendee('room1@testing.example', 'resource'),
  ...['second@testing.example', 'presenter@testing.example', 'paul@partner.example'].map((address) => attendee(address)),
]

let rig: Rig
let they: Officers

beforeAll(async () => {
  rig = await startRig(
    aWorld({
      members: 10,
      change: (world) => {
        world.now = '2026-10-14T13:00:00Z'
        world.people.push(
          { id: 'only-administrator', name: 'Ada Admin', email: 'admin@testing.example', roles: ['administrator'] },
          { id: 'presenter', name: 'Petra Presenter', email: 'presenter@testing.example' },
          { id: 'partner', name: 'Paul Partner', email: 'paul@partner.example' },
        )
        world.rulebook.settings = { partners: { domains: ['partner.example'] } }
      },
    }),
  )
  they = officersOf(rig)
  await they.invite(
    { subject: six, ...nowhere },
    { subject: five, attendees: fiveInvited },
    { subject: day, ...nowhere },
    { subject: evening, ...nowhere, ...between('2026-10-22', '18:00', '20:00') },
    { subject: small, ...nowhere },
    { subject: rushed, ...nowhere },
  )
  const upTo = (last: number) => Array.from({ length: last }, (_, index) => `m${index + 1}`)
  await they.answers(six, { accept: upTo(6) })
  await they.answers(five, { accept: [...upTo(5), 'second', 'presenter', 'partner'], tentativelyAccept: ['m6', 'm7'], decline: ['m8'] })
  await they.answers(day, { accept: upTo(6) })
  await they.answers(evening, { accept: ['m7', 'm8'] })
  await they.answers(small, { accept: upTo(4) })
  await they.answers(rushed, { accept: upTo(3) })
}, 60_000)
afterAll(() => rig.close())

const state = async (title: string) => (await they.rowOf(title)).state

test('C3.2 a minute before the review nothing is put to anybody', async () => {
  await rig.setClock('2026-10-15T07:59:00Z')
  expect(await rig.cards('officer')).toEqual([])
  expect((await they.attention()).filter(({ kind }) => kind === 'decide')).toEqual([])
  expect(await state(five)).toEqual({ kind: 'reviewed-on', at: '2026-10-15T08:00:00Z' })
  expect(await they.decide(five, { choice: 'run', reasonId: 'own-words' })).toMatchObject({
    status: 409,
    body: { refusal: 'nothing-to-decide' },
  })
})

test('C3.2 at the review exactly 6 accepted is enough, and 5 is put to officers', async () => {
  await rig.setClock('2026-10-15T08:00:00Z')
  expect(await state(six)).toEqual({ kind: 'going-ahead', because: 'enough' })
  expect(await they.cardsAbout('officer', six)).toEqual([])
  expect(await state(five)).toEqual({ kind: 'decide-by', at: '2026-10-15T11:00:00Z', escalated: false })
  const decide = (await they.attention()).filter((row) => row.kind === 'decide').map((row) => row.title)
  expect(decide.toSorted()).toEqual([small, five, evening, rushed].toSorted())
})

test('C3.3 only Members who accepted count: not the tentative, the officer, the presenter, the partner, the room or the list', async () => {
  const page = await they.pageOf(five)
  expect(page.row.counts).toEqual({ accepted: 5, tentative: 2, declined: 1, none: 2 })
  const accepted = page.others.filter(({ response }) => response === 'accepted').map(({ kind }) => kind)
  expect(accepted.toSorted()).toEqual(['officer', 'partner', 'presenter', 'room'])
  expect(page.others.find(({ kind }) => kind === 'list')).toMatchObject({ listMembers: 10 })
  const [card] = await they.cardsAbout('officer', five)
  expect(saidBy(card)).toContain('5 of 6 coming. Decide by noon on Thursday 15 October.')
  expect(saidBy(card)).toContain('2 tentative, not counted. 2 have not answered, 1 declined.')
})

test('C3.8 each run of a course is judged on its own count, with the other run’s beside it', async () => {
  expect(await state(day)).toEqual({ kind: 'going-ahead', because: 'enough' })
  expect(await state(evening)).toMatchObject({ kind: 'decide-by' })
  expect(await they.cardsAbout('officer', `${day} ·`)).toEqual([])
  expect(saidBy((await they.cardsAbout('officer', evening))[0])).toContain('Other run: Thursday 22 October, 2pm: 6 accepted.')
})

test('C3.2 C3.4 every officer has one card for it, kept up to date in place, and nobody else has any', async () => {
  const before = await they.cardsAbout('second', five)
  expect(before).toHaveLength(1)
  expect(await they.cardsAbout('officer', five)).toHaveLength(1)
  for (const other of ['only-administrator', 'presenter', 'm1']) expect(await they.cardsAbout(other, five)).toEqual([])

  await they.answers(five, { tentativelyAccept: ['m9'] })
  for (const user of ['officer', 'second']) {
    const cards = await they.cardsAbout(user, five)
    expect(cards.map(({ id }) => id)).toHaveLength(1)
    expect(saidBy(cards[0])).toContain('3 tentative, not counted. 1 has not answered')
  }
  expect((await they.cardsAbout('second', five))[0]?.id).toBe(before[0]?.id)
})

test('C3.9 a decline after the review puts a session that had enough to officers', async () => {
  await rig.setClock('2026-10-15T08:20:00Z')
  await they.answers(six, { decline: ['m6'] })
  expect(await state(six)).toMatchObject({ kind: 'decide-by', at: '2026-10-15T11:00:00Z' })
  for (const user of ['officer', 'second']) expect(await they.cardsAbout(user, six)).toHaveLength(1)
  expect(saidBy((await they.cardsAbout('officer', six))[0])).toContain('5 of 6 coming.')
})

test('C3.9 an acceptance that makes up the number closes the question by itself, and the cards say so', async () => {
  await they.answers(six, { accept: ['m7'] })
  expect(await state(six)).toEqual({ kind: 'going-ahead', because: 'enough' })
  for (const user of ['officer', 'second']) {
    const cards = await they.cardsAbout(user, six)
    expect(cards).toHaveLength(1)
    expect(saidBy(cards[0])).toContain('Six are coming. This closed itself at 9:20am on Thursday 15 October.')
  }
  expect((await they.attention()).some((row) => row.kind === 'decide' && row.title === six)).toBe(false)
  expect((await they.pageOf(six)).history.map(({ what }) => what)).toContain('Enough are coming: the question closed itself')
})

test('C3.9 C3.4 asked again it is a new round: one new card an officer, and no other', async () => {
  await they.answers(six, { decline: ['m5'] })
  expect((await they.pageOf(six)).history[0]?.what).toContain('Put to officers again: 5 of 6 coming')
  for (const user of ['officer', 'second']) {
    const cards = await they.cardsAbout(user, six)
    expect(cards).toHaveLength(2)
    expect(saidBy(cards[1])).toContain('5 of 6 coming.')
  }
})

test('C3.4 a decision on what has changed since it was seen is refused, and nothing is done', async () => {
  const { seen } = await they.decisionOf(small)
  await they.answers(small, { tentativelyAccept: ['m9'] })
  const order = { choice: 'cancel', reasonId: 'lack-of-interest', message: 'Too few.', seen } as const
  expect(await they.decide(small, order)).toMatchObject({ status: 412, body: { refusal: 'changed-since-seen' } })
  expect(await state(small)).toMatchObject({ kind: 'decide-by' })
  expect(await they.isCleared('m1', small)).toBe(false)
})

test('C3.4 the same from a card: it shows how things stand now, and nothing is done', async () => {
  const [card] = await they.cardsAbout('officer', small)
  if (!card) throw new Error('no card')
  await rig.press(card.id, 'officer', 'decide.choose', { choice: 'cancel' })
  await they.answers(small, { tentativelyAccept: ['m10'] })
  const answered = await rig.press(card.id, 'officer', 'decide.confirm', { reasonId: 'lack-of-interest', message: 'Too few.' })
  expect(wordsOf(answered)).toContain('Someone has answered or decided since you looked. Here is how it stands now.')
  expect(await state(small)).toMatchObject({ kind: 'decide-by' })
})

test('C3.1 a cancellation without a reason is refused, and lack of interest is one only where too few are coming', async () => {
  const cancel = { choice: 'cancel', message: 'Sorry.' } as const
  const refusals = [
    [small, { ...cancel, reasonId: 'because' }, 'unknown-reason'],
    [small, { ...cancel, reasonId: 'other' }, 'reason-needs-words'],
    [small, { choice: 'cancel', reasonId: 'lack-of-interest' }, 'message-missing'],
    [day, { ...cancel, reasonId: 'lack-of-interest' }, 'not-too-few'],
    [small, { ...cancel, choice: 'merge', reasonId: 'lack-of-interest' }, 'no-such-run'],
  ] as const
  for (const [title, order, refusal] of refusals) {
    expect(await they.decide(title, order)).toMatchObject({ status: 422, body: { refusal } })
  }
  expect((await they.decide(small, { ...cancel, reasonId: '' })).status).toBe(400)
  expect((await they.decisionOf(day)).reasons.map(({ basis }) => basis)).not.toContain('lack-of-interest')
  expect((await they.decisionOf(small)).reasons.map(({ basis }) => basis)).toContain('lack-of-interest')
  for (const title of [small, day]) expect(await they.isCleared('m1', title)).toBe(false)
})

test('C3.4 nobody but an officer decides', async () => {
  const { seen } = await they.decisionOf(small)
  for (const user of ['m1', 'only-administrator', 'presenter']) {
    expect((await they.decide(small, { choice: 'run', reasonId: 'own-words', reasonWords: 'Why not', seen }, user)).status).toBe(403)
  }
  expect(await state(small)).toMatchObject({ kind: 'decide-by' })
})

test('C3.4 of two officers who decide at the same moment one wins, and the other sees who', async () => {
  const { row, seen } = await they.decisionOf(rushed)
  const path = `/sessions/${row.sessionId}/decision`
  const run = { choice: 'run', reasonId: 'own-words', reasonWords: 'A key topic', seen }
  const cancel = { choice: 'cancel', reasonId: 'lack-of-interest', message: 'Too few.', seen }
  const both = await Promise.all([rig.api('officer', 'POST', path, run), rig.api('second', 'POST', path, cancel)])
  await rig.settle()

  expect(both.map(({ status }) => status).filter((status) => status === 201)).toHaveLength(1)
  const [loser, winner] = both[0].status === 201 ? (['second', 'Olive Officer'] as const) : (['officer', 'Sam Second'] as const)
  expect([409, 412]).toContain(both.find(({ status }) => status !== 201)?.status)
  expect((await they.pageOf(rushed)).decision?.by).toBe(winner)
  const [card] = await they.cardsAbout(loser, rushed)
  expect(saidBy(card)).toContain(`by ${winner}, 9:20am on Thursday 15 October`)
  expect(await they.isCleared('m1', rushed)).toBe(winner === 'Sam Second')
})

test('C3.4 two officers who press at the same moment: one decides, the other’s card says who did', async () => {
  const press = async (user: string, choice: string, words: object) => {
    const [card] = await they.cardsAbout(user, evening)
    if (!card) throw new Error('no card')
    await rig.press(card.id, user, 'decide.choose', { choice })
    return () => rig.press(card.id, user, 'decide.confirm', { choice, ...words })
  }
  const mine = await press('officer', 'run', { reasonWords: 'The speaker is booked' })
  const theirs = await press('second', 'run', { reasonWords: 'It is the only evening' })
  const answers = await Promise.all([mine(), theirs()])
  await rig.settle()

  const by = (await they.pageOf(evening)).decision?.by
  for (const answer of answers) expect(wordsOf(answer)).toContain(`Going ahead, decided by ${by}`)
  expect(answers.filter((answer) => /since you looked|No decision is needed any more/.test(wordsOf(answer)))).toHaveLength(1)
  expect((await they.pageOf(evening)).history.filter(({ what }) => what.startsWith('Going ahead'))).toHaveLength(1)
})

test('C3.4 what was known, who decided, when and why are kept with the decision', async () => {
  const { decision, row } = await they.pageOf(evening)
  expect(row.state).toEqual({ kind: 'going-ahead', because: 'decided' })
  expect(decision).toMatchObject({
    choice: 'run',
    at: '2026-10-15T08:20:00Z',
    knowing: { counts: { accepted: 2, tentative: 0, declined: 0, none: 8 }, minimum: 6, otherRuns: [{ accepted: 6 }] },
  })
  expect(['The speaker is booked', 'It is the only evening']).toContain(decision?.words)
})

test('C3.9 a decision to run it holds while nobody drops out, and the question is put again when somebody does', async () => {
  await they.answers(evening, { tentativelyAccept: ['m1'] })
  expect(await state(evening)).toEqual({ kind: 'going-ahead', because: 'decided' })
  await they.answers(evening, { decline: ['m7'] })
  expect(await state(evening)).toMatchObject({ kind: 'decide-by' })
  for (const user of ['officer', 'second']) expect(await they.cardsAbout(user, evening)).toHaveLength(2)
})

test('C3.4 undecided at noon it escalates to every officer, once, and stands', async () => {
  const enoughOf = { choice: 'run', reasonId: 'own-words', reasonWords: 'This test is about another' } as const
  for (const title of [six, small, evening]) await they.decide(title, enoughOf)
  await rig.setClock('2026-10-15T10:59:00Z')
  expect(await they.cardsAbout('second', five)).toHaveLength(1)
  expect(await state(five)).toMatchObject({ escalated: false })
  await rig.advance('PT1M')
  expect(await state(five)).toMatchObject({ kind: 'decide-by', escalated: true })
  for (const user of ['officer', 'second']) {
    const cards = await they.cardsAbout(user, five)
    expect(cards).toHaveLength(2)
    expect(wordsOf(cards[1] ?? {})).toContain('Nobody has decided in time. The session stands until somebody does.')
    expect(saidBy(cards[0])).toContain('Still to be decided: it was due by noon on Thursday 15 October.')
  }
  expect(await they.isCleared('m1', five)).toBe(false)
})

test('C3.1 C3.4 never decided, it is never cancelled: it escalates no second time, takes place, and its cards say so', async () => {
  await they.invite({ subject: late, ...nowhere, ...between('2026-10-15', '16:00', '17:00') })
  expect(await state(late)).toEqual({ kind: 'decide-by', at: '2026-10-15T14:00:00Z', escalated: false }) // an hour before the start
  await rig.setClock('2026-10-15T15:00:00Z')
  expect(await state(late)).toEqual({ kind: 'took-place' })
  expect((await they.pageOf(late)).history.filter(({ what }) => what.startsWith('Not decided in time'))).toHaveLength(1)
  for (const user of ['officer', 'second']) {
    const cards = await they.cardsAbout(user, late)
    expect(cards).toHaveLength(2)
    for (const card of cards) expect(saidBy(card)).toContain('It has started. Nothing can be decided now.')
  }
  expect(await they.isCleared('m1', late)).toBe(false)
  expect(await they.decide(late, { choice: 'cancel', reasonId: 'other', reasonWords: 'Late', message: 'Late' })).toMatchObject({
    status: 409,
    body: { refusal: 'started' },
  })
})

test('C3.9 two hours before the start a decline is still put to officers; a minute later it is too late to ask', async () => {
  const sixOf = { accept: ['m1', 'm2', 'm3', 'm4', 'm5', 'm6'] }
  await they.invite(
    { subject: inTime, ...nowhere, ...between('2026-10-15', '18:00', '19:00') },
    { subject: tooNear, ...nowhere, ...between('2026-10-15', '18:00', '19:00') },
  )
  for (const title of [inTime, tooNear]) await they.answers(title, sixOf)
  expect(await rig.now()).toBe('2026-10-15T15:00:00Z')
  const cards = (await they.cardsAbout('officer', inTime)).length
  await they.answers(inTime, { decline: ['m6'] })
  expect(await state(inTime)).toMatchObject({ kind: 'decide-by' })
  expect(await they.cardsAbout('officer', inTime)).toHaveLength(cards + 1)
  await rig.advance('PT1M')
  expect(await they.cardsAbout('officer', tooNear)).toHaveLength(cards)
  await they.answers(tooNear, { decline: ['m6'] })
  expect((await they.rowOf(tooNear)).counts.accepted).toBe(5)
  expect(await state(tooNear)).toEqual({ kind: 'going-ahead', because: 'not-judged' })
  expect(await they.cardsAbout('officer', tooNear)).toHaveLength(cards)
})

test('C1.21 C3.2 moved while it is in question, the cards say so, and it is asked about anew at the review of its new time', async () => {
  const before = (await they.cardsAbout('second', inTime)).length
  const { id } = await they.eventOf('officer', inTime)
  await rig.graph('officer', 'PATCH', `/me/events/${id}`, between('2026-10-23', '14:00', '15:00'))
  await rig.settle()
  expect(await state(inTime)).toEqual({ kind: 'reviewed-on', at: '2026-10-16T08:00:00Z' })
  for (const user of ['officer', 'second']) {
    for (const card of await they.cardsAbout(user, inTime)) expect(saidBy(card)).not.toContain('Decide by')
  }
  await rig.setClock('2026-10-16T07:59:00Z')
  expect(await they.cardsAbout('second', inTime)).toHaveLength(before)
  await rig.advance('PT1M')
  expect(await state(inTime)).toEqual({ kind: 'decide-by', at: '2026-10-16T11:00:00Z', escalated: false })
  const cards = await they.cardsAbout('second', inTime)
  expect(cards).toHaveLength(before + 1)
  expect(saidBy(cards.at(-1))).toContain('0 of 6 coming. Decide by noon on Friday 16 October.')
}, 60_000)
