import { afterAll, beforeAll, expect, test } from 'vitest'
import type { World } from '../../sandbox/world.ts'
import { at, attendee, membersList, outlookOf } from '../support/outlook.ts'
import { startRig, type Rig } from '../support/rig.ts'
import { tabOf, type Tab } from '../support/tab.ts'
import { aWorld } from '../support/worlds.ts'

let rig: Rig
let outlook: ReturnType<typeof outlookOf>
let tab: Tab

/** Five councillors, the Mayor and two co-optees, one of them on no list; a councillor who soon leaves; and people who are no Members. */
function council(world: World): void {
  const person = (id: string, name: string, more: Partial<World['people'][number]> = {}) =>
    world.people.push({ id, name, email: `${id}@testing.example`, ...more })
  person('mayor', 'Marlow Mayor')
  person('co1', 'Cora Coopted')
  person('co2', 'Colin Coopted')
  person('leaver', 'Lea Leaver')
  person('last', 'Lara Last')
  person('clerk', 'Clara Clerk')
  person('indep', 'Ina Independent')
  person('pat', 'Pat Partner', { email: 'pat@partner.example', hasMailbox: false })
  person('tess', 'Tess Trainer', { email: 'tess@provider.example', hasMailbox: false })
  const second = world.people.find(({ id }) => id === 'm2')
  if (second) second.aliases = ['ash.home@testing.example']

  world.register.members.push(
    { person: 'mayor', kind: 'mayor', from: '2026-05-11' },
    { person: 'co1', kind: 'co-optee', from: '2026-05-11' },
    { person: 'co2', kind: 'co-optee', from: '2026-05-11' },
    { person: 'leaver', kind: 'councillor', from: '2026-05-11', to: '2026-10-21' },
    { person: 'last', kind: 'councillor', from: '2026-05-11', to: '2026-10-22' },
  )
  world.groups = [
    { email: 'members@testing.example', name: 'Members (all)', members: ['m1', 'm2', 'm3', 'm4', 'm5', 'mayor', 'co1'] },
    { email: 'everyone@testing.example', name: 'Members and co-optees', members: ['members@testing.example', 'co2'] },
    { email: 'licensing@testing.example', name: 'Licensing', members: ['m3'], kind: 'microsoft365' },
    { email: 'planning@testing.example', name: 'Planning (by rule)', members: ['m4', 'm5'], kind: 'dynamic' },
  ]
  world.rulebook.settings = {
    recognition: { sharedMailboxes: ['training@testing.example'], categories: { 'Member mentoring': 'mentoring' } },
    partners: { domains: ['partner.example'] },
    members: { alsoMembers: ['indep@testing.example'] },
  }
}

beforeAll(async () => {
  rig = await startRig(aWorld({ members: 5, change: council }))
  outlook = outlookOf(rig)
  tab = tabOf(rig)
})
afterAll(() => rig.close())

const namesOf = (members: readonly { readonly name: string }[]) => members.map(({ name }) => name).toSorted()

test('C1.1 an appointment with the category, in any letters, is one session with everything that the calendar says of it', async () => {
  await outlook.invite({
    subject: 'Scrutiny: using evidence',
    categories: ['Red category', 'mEMBER tRAINING'],
    attendees: [membersList, attendee('second@testing.example'), attendee('room1@testing.example', 'resource')],
  })
  await rig.settle()
  // Another officer is invited too, and marks her own copy as well: it is still the organiser's one session.
  const copy = await outlook.copyOf('second', 'Scrutiny: using evidence')
  await outlook.change(copy.id, { categories: ['Member training'] }, { as: 'second' })
  await rig.settle()

  const shown = await tab.session('Scrutiny: using evidence')
  expect(shown.row).toMatchObject({
    kindLabel: 'In-person training',
    countsAs: 'training',
    delivery: 'in-person',
    startsAt: '2026-10-22T13:00:00Z',
    endsAt: '2026-10-22T15:00:00Z',
    place: 'Committee Room 1',
    invited: 7,
  })
  expect(shown.organiser).toEqual({ name: 'Olive Officer', address: 'officer@testing.example' })
  expect(shown.about).toContain('three worked reviews')
  expect(shown.members).toHaveLength(7)
  for (const member of ['m1', 'm2', 'm3', 'm4', 'm5', 'mayor', 'co1']) {
    expect(await outlook.answerIn(member, 'Scrutiny: using evidence')).toBe('notResponded')
  }
  expect((await tab.mine('m1', 'Scrutiny: using evidence')).response).toBe('none')
})

test('C1.1 what is held online has its link, for officers and for those invited, and anything else has none', async () => {
  await outlook.invite({ subject: 'With a link', attendees: [membersList], isOnlineMeeting: true })
  await rig.settle()
  const { joinUrl } = await tab.session('With a link')
  expect(joinUrl).toMatch(/^https:\/\/teams\.microsoft\.com\//)
  expect((await tab.minePage('m1', 'With a link')).joinUrl).toBe(joinUrl)
  expect((await tab.session('Scrutiny: using evidence')).joinUrl).toBeUndefined()
})

test('C1.1 what carries no category, is still a draft or invites nobody is no session, until that changes', async () => {
  const plain = await outlook.invite({ subject: 'No category', categories: ['Personal'], attendees: [membersList] })
  const draft = await outlook.invite({ subject: 'A draft', isDraft: true, attendees: [membersList] })
  const alone = await outlook.invite({ subject: 'Nobody invited', attendees: [] })
  await rig.settle()
  const none = async () => [...(await tab.rows('No category')), ...(await tab.rows('A draft')), ...(await tab.rows('Nobody invited'))]
  expect(await none()).toEqual([])

  await outlook.change(plain.id, { categories: ['Member training'] })
  await outlook.change(draft.id, { isDraft: false })
  await outlook.change(alone.id, { attendees: [membersList] })
  await rig.settle()
  expect((await none()).map(({ invited }) => invited)).toEqual([7, 7, 7])
})

test('C1.1 the shared mailbox makes a session without any category, once; what is private there is left alone', async () => {
  const from = 'training@testing.example'
  await outlook.invite(
    { subject: 'From the shared mailbox', categories: [], attendees: [membersList, attendee('officer@testing.example')] },
    { from },
  )
  await outlook.invite({ subject: 'Private there', categories: [], sensitivity: 'private', attendees: [membersList] }, { from })
  await outlook.invite({ subject: 'Private and marked', sensitivity: 'private', attendees: [membersList] }, { from })
  await rig.settle()

  const shown = await tab.session('From the shared mailbox')
  expect(shown.row).toMatchObject({ kindLabel: 'In-person training', invited: 7 })
  expect(shown.organiser).toEqual({ name: 'Member training', address: from })
  expect(await tab.rows('Private there')).toEqual([])
  expect(await tab.rows('Private and marked')).toHaveLength(1)
})

test('C1.1 a session that loses its category is kept and put to officers, and goes on when it has it again', async () => {
  const sent = await outlook.invite({ subject: 'Loses its category', attendees: [membersList] })
  await rig.settle()
  await outlook.change(sent.id, { categories: [] })
  await rig.settle()
  expect((await tab.row('Loses its category')).state).toEqual({ kind: 'untagged' })
  const raised = async () => (await tab.attention()).filter((row) => row.kind === 'untagged')
  expect(await raised()).toMatchObject([{ title: 'Loses its category', organiser: 'Olive Officer' }])

  await outlook.change(sent.id, { categories: ['Member training'] })
  await rig.settle()
  expect((await tab.row('Loses its category')).state.kind).toBe('reviewed-on')
  expect(await raised()).toEqual([])
})

test('C1.4 each kind of the council is told by its category and by how it is held, and briefings are counted apart from training', async () => {
  const kinds = [
    ['Member training', {}, 'In-person training', 'training', 'in-person'],
    ['Member training', { isOnlineMeeting: true }, 'Hybrid training', 'training', 'hybrid'],
    [
      'Member training',
      { isOnlineMeeting: true, location: { displayName: 'Microsoft Teams Meeting' } },
      'Online training or webinar',
      'training',
      'online',
    ],
    ['Member webinar', { isOnlineMeeting: true, location: { displayName: '' } }, 'Online training or webinar', 'training', 'online'],
    ['Member briefing', {}, 'Member briefing', 'briefing', 'in-person'],
    ['Member seminar', {}, 'Member seminar', 'briefing', 'in-person'],
    ['Member workshop', {}, 'Workshop', 'training', 'in-person'],
    ['Member visit', {}, 'Visit to another council or a partner', 'development', 'in-person'],
    ['External training', {}, 'External event, conference or seminar', 'external', 'in-person'],
    ['Member mentoring', {}, 'Mentoring', 'development', 'in-person'],
  ] as const
  for (const [index, [category, held]] of kinds.entries()) {
    const location = { displayName: 'Council Chamber' }
    await outlook.invite({ subject: `Kind ${index}`, categories: [category], attendees: [membersList], location, ...held })
  }
  await rig.settle()
  const { rows } = await tab.programme()
  const shown = kinds.map((_, index) => rows.find(({ title }) => title === `Kind ${index}`))
  expect(shown.map((row) => [row?.kindLabel, row?.countsAs, row?.delivery])).toEqual(kinds.map(([, , ...rest]) => rest))
})

test('C1.2 all Members are the Mayor, the councillors and the co-optees, and whom an invitation leaves out is named', async () => {
  await outlook.invite({ subject: 'To the list', attendees: [membersList] })
  await outlook.invite({ subject: 'To everyone', attendees: [attendee('everyone@testing.example'), attendee('leaver@testing.example')] })
  await outlook.invite({ subject: 'A visit for some', categories: ['Member visit'], attendees: [attendee('m1@testing.example')] })
  await rig.settle()

  expect(namesOf((await tab.session('To the list')).members)).toEqual([
    'Cllr Member Ash',
    'Cllr Member Birch',
    'Cllr Member Cedar',
    'Cllr Member Damson',
    'Cllr Member Elder',
    'Cora Coopted',
    'Mayor Marlow Mayor',
  ])
  // The session is on the last day of one councillor's term and the day after another's. The independent person is a Member by the rulebook.
  expect(namesOf((await tab.session('To the list')).notInvited)).toEqual(['Cllr Lara Last', 'Colin Coopted', 'Ina Independent'])
  const everyone = await tab.session('To everyone')
  expect(everyone.row.invited).toBe(8)
  expect(namesOf(everyone.notInvited)).toEqual(['Cllr Lara Last', 'Ina Independent'])
  expect((await tab.session('A visit for some')).notInvited).toEqual([])
})

test('C2.4 a Member named, on a list and reached through an alias is one invitation, with the answer given last', async () => {
  const attendees = [membersList, attendee('m1@testing.example'), attendee('ash.home@testing.example'), attendee('m2@testing.example')]
  await outlook.invite({ subject: 'Reached twice', attendees })
  await rig.settle()
  expect((await tab.row('Reached twice')).invited).toBe(7)

  await outlook.answer('m2', 'Reached twice', 'decline')
  await rig.settle()
  await rig.advance('PT1M')
  await tab.answer('m2', 'Reached twice', 'accepted')
  await outlook.answer('m1', 'Reached twice', 'tentativelyAccept')
  await rig.settle()
  expect((await tab.row('Reached twice')).counts).toEqual({ accepted: 1, tentative: 1, declined: 0, none: 5 })
  const { members } = await tab.session('Reached twice')
  expect(members.filter(({ name }) => name === 'Cllr Member Birch')).toMatchObject([{ response: 'accepted', through: 'both' }])
})

test('C2.5 C3.3 everyone on a list is invited in their own right; the list is nobody, even when its own calendar accepts', async () => {
  const attendees = [attendee('everyone@testing.example'), attendee('licensing@testing.example')]
  await outlook.invite({ subject: 'Lists only', attendees })
  await rig.settle()
  const before = await tab.session('Lists only')
  expect(before.row).toMatchObject({ invited: 8, counts: { accepted: 0, tentative: 0, declined: 0, none: 8 } })
  expect(before.others).toMatchObject([
    { kind: 'list', name: 'everyone@testing.example', listMembers: 8 },
    { kind: 'list', name: 'licensing@testing.example', listMembers: 1 },
  ])

  await outlook.answer('co2', 'Lists only', 'accept')
  await rig.settle()
  expect((await tab.row('Lists only')).counts).toEqual({ accepted: 1, tentative: 0, declined: 0, none: 7 })
})

test('C2.5 a list that nobody can open is put to officers until it is no longer invited; who answers through it counts', async () => {
  const sent = await outlook.invite({ subject: 'A list by rule', attendees: [attendee('planning@testing.example')] })
  await rig.settle()
  const raised = async () => (await tab.attention()).filter((row) => row.kind === 'list-unresolvable')
  expect(await raised()).toMatchObject([{ title: 'A list by rule', list: 'planning@testing.example' }])
  expect(await tab.session('A list by rule')).toMatchObject({ row: { invited: 0 }, others: [{ kind: 'list', unresolvable: true }] })

  await outlook.answer('m4', 'A list by rule', 'accept')
  await rig.settle()
  expect(await tab.row('A list by rule')).toMatchObject({ invited: 1, counts: { accepted: 1 } })

  await outlook.change(sent.id, { attendees: [attendee('m4@testing.example'), attendee('m5@testing.example')] })
  await rig.settle()
  expect(await raised()).toEqual([])
  expect(await tab.row('A list by rule')).toMatchObject({ invited: 2, counts: { accepted: 1, none: 1 } })
})

test('C3.3 C1.16 a forwarded invitation is told apart: a Member counts; a partner, a presenter, an officer and a room never do', async () => {
  const sent = await outlook.invite({
    subject: 'Passed on',
    start: at('2026-10-23', '10:00'),
    end: at('2026-10-23', '12:00'),
    attendees: [attendee('m1@testing.example'), attendee('room1@testing.example', 'resource')],
  })
  await rig.settle()
  await outlook.forward('m1', 'Passed on', [
    'pat@partner.example',
    'tess@provider.example',
    'second@testing.example',
    'clerk@testing.example',
    'leaver@testing.example',
    'm3@testing.example',
  ])
  await rig.settle()
  await outlook.answerFromOutside('pat@partner.example', sent, 'accept')
  await outlook.answerFromOutside('tess@provider.example', sent, 'accept')
  for (const person of ['second', 'clerk', 'leaver', 'm3']) await outlook.answer(person, 'Passed on', 'accept')
  await rig.settle()

  const shown = await tab.session('Passed on')
  expect(shown.row).toMatchObject({ invited: 2, counts: { accepted: 1, tentative: 0, declined: 0, none: 1 } })
  const others = shown.others.map(({ kind, name, response }) => `${kind} ${name.split('@')[0]} ${response}`)
  expect(others.toSorted()).toEqual([
    'officer Sam Second accepted',
    'partner Pat Partner accepted',
    'presenter Clara Clerk accepted',
    'presenter Lea Leaver accepted',
    'presenter Tess Trainer accepted',
    'room room1 accepted',
  ])
})

test('C1.21 a moved session shows its new time and counts anew: what was accepted is asked again, and a new place asks nobody', async () => {
  const sent = await outlook.invite({ subject: 'Moved', attendees: [membersList] })
  await rig.settle()
  for (const member of ['m1', 'm2']) await outlook.answer(member, 'Moved', 'accept')
  await outlook.answer('m3', 'Moved', 'decline')
  await rig.settle()

  await outlook.change(sent.id, { location: { displayName: 'Committee Room 9' } })
  await rig.settle()
  expect(await tab.row('Moved')).toMatchObject({ place: 'Committee Room 9', counts: { accepted: 2, declined: 1, none: 4 } })

  const before = await tab.session('Moved')
  expect(before.row.state).toEqual({ kind: 'reviewed-on', at: '2026-10-15T08:00:00Z' })
  expect(before.reminders).toEqual({
    weekBefore: { at: '2026-10-15T09:00:00Z', audience: 6 },
    morningOf: { at: '2026-10-22T07:00:00Z', audience: 2 },
  })
  await outlook.change(sent.id, { start: at('2026-10-29', '18:30'), end: at('2026-10-29', '20:30') })
  await rig.settle()

  const after = await tab.session('Moved')
  expect(after.row).toMatchObject({
    startsAt: '2026-10-29T18:30:00Z',
    counts: { accepted: 0, tentative: 0, declined: 0, none: 7 },
    state: { kind: 'reviewed-on', at: '2026-10-22T08:00:00Z' },
  })
  expect(after.reminders).toEqual({
    weekBefore: { at: '2026-10-22T09:00:00Z', audience: 7 },
    morningOf: { at: '2026-10-29T08:00:00Z', audience: 0 },
  })
  expect(after.history[0]?.what).toBe('Moved from Thursday 22 October, 2pm to Thursday 29 October, 6:30pm')
  const mine = await tab.training('m1')
  expect(mine.needsAnswer.find(({ title }) => title === 'Moved')).toMatchObject({ response: 'none', answeredOldTime: 'accepted' })

  await tab.answer('m1', 'Moved', 'accepted')
  await outlook.answer('m2', 'Moved', 'decline')
  await rig.settle()
  expect((await tab.row('Moved')).counts).toEqual({ accepted: 1, tentative: 0, declined: 1, none: 5 })
  expect((await tab.mine('m1', 'Moved')).answeredOldTime).toBeUndefined()
  expect(await outlook.answerIn('m1', 'Moved')).toBe('accepted')
})

test('C1.1 C1.21 a series is one session a day it is held: one moved, one answered and one cancelled leave the others as they were', async () => {
  const recurrence = {
    pattern: { type: 'weekly', interval: 1, daysOfWeek: ['thursday'] },
    range: { type: 'numbered', startDate: '2026-10-22', numberOfOccurrences: 4 },
  }
  const master = await outlook.invite({ subject: 'A series', attendees: [membersList], recurrence })
  await rig.settle()
  const starts = async () => (await tab.rows('A series')).map(({ startsAt, state }) => [startsAt, state.kind])
  const ids = (await tab.rows('A series')).map(({ sessionId }) => sessionId)
  expect(await starts()).toEqual([
    ['2026-10-22T13:00:00Z', 'reviewed-on'],
    ['2026-10-29T14:00:00Z', 'reviewed-on'],
    ['2026-11-05T14:00:00Z', 'reviewed-on'],
    ['2026-11-12T14:00:00Z', 'reviewed-on'],
  ])

  await outlook.answer('m1', 'A series', 'accept')
  await rig.settle()
  const days = await outlook.daysOf(master.id)
  await outlook.change(days[1]?.id ?? '', { start: at('2026-10-30', '10:00'), end: at('2026-10-30', '12:00') })
  await outlook.cancel(days[3]?.id ?? '')
  await tab.training('m2')
  await rig.settle()
  expect(await starts()).toEqual([
    ['2026-10-22T13:00:00Z', 'reviewed-on'],
    ['2026-10-30T10:00:00Z', 'reviewed-on'],
    ['2026-11-05T14:00:00Z', 'reviewed-on'],
    ['2026-11-12T14:00:00Z', 'cancelled'],
  ])
  expect((await tab.rows('A series')).map(({ sessionId }) => sessionId)).toEqual(ids)
  const [first, moved] = await Promise.all(ids.map((id) => tab.sessionById(id)))
  expect(first?.row.counts).toMatchObject({ accepted: 1, none: 6 })
  expect(moved?.row.counts).toMatchObject({ accepted: 0, none: 7 })
  expect(moved?.members.find(({ name }) => name === 'Cllr Member Ash')).toMatchObject({ response: 'none', answeredOldTime: 'accepted' })

  // One day answered in the tab is answered for that day alone.
  const { status } = await rig.api('m2', 'PUT', `/my/sessions/${ids[2]}/answer`, { answer: 'declined' })
  expect(status).toBe(202)
  await rig.settle()
  expect((await tab.rows('A series')).map(({ counts }) => counts.declined)).toEqual([0, 0, 1, 0])
})

test('C1.21 a whole series moved to another hour, then to another weekday, is the same sessions, none cancelled and none twice', async () => {
  const weekly = (day: string, startDate: string) => ({
    pattern: { type: 'weekly', interval: 1, daysOfWeek: [day] },
    range: { type: 'numbered', startDate, numberOfOccurrences: 2 },
  })
  const recurrence = weekly('thursday', '2026-10-22')
  const master = await outlook.invite({ subject: 'Whole series', attendees: [membersList], recurrence })
  await rig.settle()
  await outlook.answer('m1', 'Whole series', 'accept')
  await rig.settle()
  const shown = async () => (await tab.rows('Whole series')).map(({ startsAt, state, counts }) => [startsAt, state.kind, counts.accepted])
  const ids = async () => (await tab.rows('Whole series')).map(({ sessionId }) => sessionId)
  const same = await ids()
  expect((await shown()).map(([, , accepted]) => accepted)).toEqual([1, 1])

  await outlook.change(master.id, { start: at('2026-10-22', '17:30'), end: at('2026-10-22', '19:30') })
  await rig.settle()
  expect(await shown()).toEqual([
    ['2026-10-22T16:30:00Z', 'reviewed-on', 0],
    ['2026-10-29T17:30:00Z', 'reviewed-on', 0],
  ])
  expect(await ids()).toEqual(same)

  const [start, end] = [at('2026-10-27', '17:30'), at('2026-10-27', '19:30')]
  await outlook.change(master.id, { start, end, recurrence: weekly('tuesday', '2026-10-27') })
  await rig.settle()
  expect(await shown()).toEqual([
    ['2026-10-27T17:30:00Z', 'reviewed-on', 0],
    ['2026-11-03T17:30:00Z', 'reviewed-on', 0],
  ])
  expect(await ids()).toEqual(same)
})

test('C3.13 a session that the shared mailbox organised is cancelled there: the mailbox is asked why, by email', async () => {
  const from = 'training@testing.example'
  const sent = await outlook.invite({ subject: 'Cancelled there', attendees: [membersList] }, { from })
  await rig.settle()
  const { status } = await rig.graph('officer', 'POST', `/users/${from}/events/${sent.id}/cancel`, { comment: '' })
  expect(status).toBe(202)
  await rig.settle()
  expect((await tab.row('Cancelled there')).state).toMatchObject({ kind: 'cancelled', reasonMissing: true, through: 'outlook' })
  const asked = (await rig.mail(from)).filter(({ subject }) => subject.startsWith('Why was it cancelled?'))
  expect(asked.map(({ subject }) => subject)).toEqual(['Why was it cancelled? Cancelled there, Thursday 22 October'])
})
