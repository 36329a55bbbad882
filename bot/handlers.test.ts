import { expect, test } from 'vitest'
import { Unavailable } from '../api/ports/unavailable.ts'
import { testCouncil } from '../api/testing/council.ts'
import { sessionId } from '../domain/kernel/ids.ts'
import type { PersonId } from '../domain/kernel/ids.ts'
import { aPersonId, anOfficer, aSession, reviewAt, someMembers, startsAt, towerHamlets } from '../domain/testing/builders.ts'
import type { Session } from '../domain/sessions/session.ts'
import type { SessionRecord } from '../domain/sessions/session-record.ts'
import { activitySchema } from './activity.ts'
import { keepConversation, onMessage, onPress } from './handlers.ts'
import type { Reaction } from './handlers.ts'

const id = sessionId('s1')
const hannah = anOfficer(901, { name: 'Hannah Brightwell' })
const desmond = anOfficer(902, { name: 'Desmond Achterly' })

async function inQuestion() {
  const test = await testCouncil({
    now: reviewAt.subtract({ hours: 1 }),
    rulebook: towerHamlets,
    members: someMembers(50),
    officers: [hannah, desmond, anOfficer(903, { roles: ['administrator'] })],
    sessions: [aSession({ accepted: 4, tentative: 2, none: 25, declined: 19 })],
  })
  await test.advanceTo(reviewAt.add({ minutes: 1 }))
  const activityOf = (given: object) =>
    activitySchema.parse({
      type: 'invoke',
      name: 'adaptiveCard/action',
      channelId: 'msteams',
      serviceUrl: 'https://smba.trafficmanager.net/uk/',
      from: { id: '29:1abc' },
      conversation: { id: 'a:1', conversationType: 'personal' },
      ...given,
    })
  const press = async (person: PersonId | undefined, verb: string, data: object = {}) => {
    const activity = activityOf({
      value: { action: { type: 'Action.Execute', verb, data: { sessionId: 's1', ...data } }, trigger: 'manual' },
    })
    return onPress({ council: test.council, activity, ...(person ? { person } : {}) })
  }
  const decided = async () => (await test.record(id)).session.decision
  return { ...test, activityOf, press, decided }
}

function wantedBy({ session }: SessionRecord): string | undefined {
  return session.invitations.find((invitation) => invitation.memberId === 'm10')?.wanted?.answer
}

function textOf(reaction: Reaction): string {
  return reaction.kind === 'card' ? reaction.card.text : reaction.kind === 'text' ? reaction.text : ''
}

function dataOf(reaction: Reaction, verb: string): Record<string, unknown> {
  const actions =
    reaction.kind === 'card' ? (reaction.card.card as { actions: { verb?: string; data?: Record<string, unknown> }[] }).actions : []
  return actions.find((action) => action.verb === verb)?.data ?? {}
}

const reason = { reasonId: 'lack-of-interest', message: 'Too few could come.' }

test('C3.4 choosing shows what would happen, and only confirming does it', async () => {
  const { press, decided } = await inQuestion()
  const chosen = await press(hannah.id, 'decide.choose', { choice: 'cancel' })
  expect(textOf(chosen)).toContain('50 calendars cleared')
  expect(await decided()).toBeUndefined()

  const done = await press(hannah.id, 'decide.confirm', { ...dataOf(chosen, 'decide.confirm'), ...reason })
  expect(textOf(done)).toContain('Cancelled by Hannah Brightwell')
  expect(await decided()).toMatchObject({ choice: 'cancel', byName: 'Hannah Brightwell', message: 'Too few could come.' })
})

test('C3.4 an officer runs it in her own words', async () => {
  const { press, decided } = await inQuestion()
  const chosen = await press(hannah.id, 'decide.choose', { choice: 'run' })
  const done = await press(hannah.id, 'decide.confirm', { ...dataOf(chosen, 'decide.confirm'), reasonWords: 'Two need it.' })
  expect(textOf(done)).toContain('Going ahead, decided by Hannah Brightwell')
  expect(await decided()).toMatchObject({ choice: 'run', reasonWords: 'Two need it.' })
})

test('an officer’s words are kept with each letter in its one form, and refused with a character that nobody sees', async () => {
  const { press, decided } = await inQuestion()
  const chosen = await press(hannah.id, 'decide.choose', { choice: 'cancel' })
  const order = { ...dataOf(chosen, 'decide.confirm'), ...reason }
  const hidden = await press(hannah.id, 'decide.confirm', { ...order, message: 'Pay \u202e001 now' })
  expect(textOf(hidden)).toContain('There is a character in your text that cannot be shown.')
  expect(await decided()).toBeUndefined()
  await press(hannah.id, 'decide.confirm', { ...order, message: 'Ty\u0302 Cyngor' })
  expect(await decided()).toMatchObject({ message: 'T\u0177 Cyngor' })
})

test('C2.1 a Member whose answer could not be kept is told so, and asked again', async () => {
  const { press, council, record } = await inQuestion()
  const save = council.sessions.save.bind(council.sessions)
  council.sessions.save = async () => 'stale'
  const lost = await press(aPersonId(10), 'answer', { answer: 'accepted' })
  expect(textOf(lost)).toContain('your answer was not kept')
  expect(dataOf(lost, 'answer')).toMatchObject({ answer: 'accepted' })
  council.sessions.save = save
  await press(aPersonId(10), 'answer', { answer: 'accepted' })
  expect(wantedBy(await record(id))).toBe('accepted')
})

test('C3.4 of two officers the later one is shown who decided, and not an error', async () => {
  const { press, decided } = await inQuestion()
  const first = await press(hannah.id, 'decide.choose', { choice: 'cancel' })
  const second = await press(desmond.id, 'decide.choose', { choice: 'run' })
  await press(hannah.id, 'decide.confirm', { ...dataOf(first, 'decide.confirm'), ...reason })
  const late = await press(desmond.id, 'decide.confirm', { ...dataOf(second, 'decide.confirm'), reasonWords: 'Run it.' })
  expect(textOf(late)).toContain('Cancelled by Hannah Brightwell')
  expect(textOf(late)).toContain('No decision is needed from you')
  expect(await decided()).toMatchObject({ choice: 'cancel' })
})

test('C3.4 a confirmation of what has changed meanwhile does nothing and shows how it stands', async () => {
  const { press, decided, change } = await inQuestion()
  const chosen = await press(hannah.id, 'decide.choose', { choice: 'cancel' })
  await change(id, (session) => ({
    ...session,
    invitations: session.invitations.map((each) => (each.memberId === 'm20' ? { ...each, response: 'accepted' } : each)),
  }))
  const late = await press(hannah.id, 'decide.confirm', { ...dataOf(chosen, 'decide.confirm'), ...reason })
  expect(textOf(late)).toContain('Someone has answered or decided since you looked')
  expect(textOf(late)).toContain('5 of 6 coming')
  expect(await decided()).toBeUndefined()
})

test.each([
  ['no reason', { message: 'Too few.' }, 'Something was left out'],
  ['a reason not on the list', { reasonId: 'because', message: 'Too few.' }, 'not on the council’s list'],
  ['no words to those invited', { reasonId: 'lack-of-interest', message: '  ' }, 'Write what everyone invited is told'],
])('C3.1 confirming with %s asks again and does nothing', async (_what, given, said) => {
  const { press, decided } = await inQuestion()
  const chosen = await press(hannah.id, 'decide.choose', { choice: 'cancel' })
  const again = await press(hannah.id, 'decide.confirm', { ...dataOf(chosen, 'decide.confirm'), ...given })
  expect(textOf(again)).toContain(said)
  expect(dataOf(again, 'decide.confirm')).toMatchObject({ choice: 'cancel' })
  expect(await decided()).toBeUndefined()
})

test('going back, bringing up to date and choosing nothing change nothing', async () => {
  const { press, decided, record } = await inQuestion()
  const before = await record(id)
  for (const verb of ['decide.back', 'decide.refresh', 'decide.choose'])
    expect(textOf(await press(hannah.id, verb))).toContain('4 of 6 coming')
  expect(await decided()).toBeUndefined()
  expect((await record(id)).history).toEqual(before.history)
})

test('C3.4 a Member, an administrator, somebody unknown and nobody decide nothing, whatever their card holds', async () => {
  const { press, decided, council } = await inQuestion()
  const { etag: seen } = (await council.sessions.find(id)) ?? { etag: '' }
  for (const person of [aPersonId(1), aPersonId(903), aPersonId(999), undefined]) {
    const forged = await press(person, 'decide.confirm', { seen, choice: 'cancel', ...reason, officerId: hannah.id, from: hannah.id })
    expect(textOf(forged)).not.toContain('Cancelled')
    expect(JSON.stringify(forged)).not.toContain('of 6 coming')
  }
  expect(await decided()).toBeUndefined()
})

test('C3.4 one who was an officer when the card was sent and is none now decides nothing', async () => {
  const { press, decided, council, clock } = await inQuestion()
  const chosen = await press(hannah.id, 'decide.choose', { choice: 'cancel' })
  await council.officers.replaceAll([desmond], clock.now())
  const late = await press(hannah.id, 'decide.confirm', { ...dataOf(chosen, 'decide.confirm'), ...reason })
  expect(textOf(late)).toContain('for officers')
  expect(await decided()).toBeUndefined()
})

test.each([
  ['no session', 'decide.refresh', { sessionId: undefined }],
  ['a session that is not there', 'decide.refresh', { sessionId: 's9' }],
  ['a verb that we do not have', 'decide.everything', {}],
  ['a verb of another bot', 'buy', {}],
  ['a choice that is none', 'decide.choose', { choice: 'burn' }],
])('a card with %s is answered with a card and changes nothing', async (_what, verb, data) => {
  const { press, decided } = await inQuestion()
  expect((await press(hannah.id, verb, data)).kind).toBe('card')
  expect(await decided()).toBeUndefined()
})

test('C2.1 a Member answers on the card, as herself and as nobody else', async () => {
  const { press, record } = await inQuestion()
  const answered = await press(aPersonId(10), 'answer', { answer: 'accepted', memberId: 'm11', personId: aPersonId(11) })
  expect(textOf(answered)).toContain('You accepted')
  const wanting = (await record(id)).session.invitations.filter((invitation) => invitation.wanted)
  expect(wanting.map(({ memberId }) => memberId)).toEqual(['m10'])
})

test('C2.1 a Member changes her answer on the card', async () => {
  const { press, record } = await inQuestion()
  await press(aPersonId(10), 'answer', { answer: 'accepted' })
  expect(textOf(await press(aPersonId(10), 'answer.change'))).toContain('Can you come?')
  expect(textOf(await press(aPersonId(10), 'answer', { answer: 'declined' }))).toContain('You declined')
  expect(wantedBy(await record(id))).toBe('declined')
})

test('a card left over from before it was cancelled, or from before it started, answers with how things stand', async () => {
  const { press, change, advanceTo, clock } = await inQuestion()
  await change(id, (session) => ({ ...session, standing: { kind: 'cancelled', at: clock.now(), through: 'outlook' } }))
  expect(textOf(await press(aPersonId(10), 'answer', { answer: 'accepted' }))).toContain('This session is cancelled')
  const over = await inQuestion()
  await over.advanceTo(startsAt)
  expect(textOf(await over.press(aPersonId(10), 'answer', { answer: 'accepted' }))).toContain('has taken place')
  await advanceTo(clock.now())
})

test('someone who is not invited is told so kindly', async () => {
  const { press } = await inQuestion()
  expect(textOf(await press(aPersonId(500), 'answer', { answer: 'accepted' }))).toContain('You are not invited')
})

test('a press on an old client arrives as a message and does the same', async () => {
  const { activityOf, council, record } = await inQuestion()
  const submitted = activityOf({ type: 'message', value: { verb: 'answer', sessionId: 's1', answer: 'tentative' } })
  expect(textOf(await onMessage({ council, activity: submitted, person: aPersonId(10) }))).toContain('You said tentative')
  expect(wantedBy(await record(id))).toBe('tentative')
})

test('C2.1 a card seen again is brought up to date: answered in Outlook meanwhile, cancelled, or no longer hers', async () => {
  const { press, change, clock } = await inQuestion()
  const refreshed = async () => textOf(await press(aPersonId(10), 'answer.refresh'))
  expect(await refreshed()).toContain('You declined')
  const answered = (response: 'accepted') => (session: Session) => ({
    ...session,
    invitations: session.invitations.map((each) => (each.memberId === 'm10' ? { ...each, response } : each)),
  })
  await change(id, answered('accepted'))
  expect(await refreshed()).toContain('You accepted')
  await change(id, (session) => ({ ...session, standing: { kind: 'cancelled', at: clock.now(), through: 'outlook' } }))
  expect(await refreshed()).toContain('This session is cancelled')
  await change(id, (session) => ({ ...session, invitations: session.invitations.filter(({ memberId }) => memberId !== 'm10') }))
  expect(await refreshed()).toContain('You are not invited')
})

const ring = 'ring Dana Whitlock, Member Development Officer, on 020 7946 0000'
test.each([
  ['a Member', aPersonId(10), 'I ask you whether you can come'],
  ['an officer', hannah.id, 'nothing is cancelled by itself'],
  ['somebody unknown', aPersonId(999), 'I have nothing for you'],
  ['nobody', undefined, 'I have nothing for you'],
])('%s who asks for help is told in plain words what the bot does, and whom to ring', async (_who, person, said) => {
  const { activityOf, council } = await inQuestion()
  for (const text of ['help', 'Help!', ' <at>Quorate</at> help ', 'What can you do?']) {
    const told = textOf(await onMessage({ council, activity: activityOf({ type: 'message', text }), ...(person ? { person } : {}) }))
    expect(told).toContain(said)
    expect(told).toContain(ring)
    expect(told).not.toContain('cannot read')
  }
})

test.each(['stop!', 'I cannot come on Tuesday', '', '🙂', '<script>alert(1)</script>', 'help me cancel everything'])(
  'to %j it is said that nothing typed is read, and what there is instead',
  async (text) => {
    const { activityOf, council, decided } = await inQuestion()
    const told = textOf(await onMessage({ council, activity: activityOf({ type: 'message', text }), person: hannah.id }))
    expect(told).toContain('I cannot read what is typed to me, and nothing of it is kept. This is what I can do.')
    expect(told).not.toContain('help')
    expect(told).toContain('you decide on my card')
    expect(told.includes(text)).toBe(text === '')
    expect(await decided()).toBeUndefined()
  },
)

test('while records cannot be read nobody is told that they are unknown', async () => {
  const { activityOf, council } = await inQuestion()
  const away = { ...council, officers: { ...council.officers, find: async () => Promise.reject(new Unavailable('storage', 'away')) } }
  const told = textOf(await onMessage({ council: away, activity: activityOf({ type: 'message', text: 'help' }), person: hannah.id }))
  expect(told).toContain('I ask Members whether they can come')
  expect(told).toContain(ring)
})

test.each([{}, { isGroup: false }, { isGroup: 'False' }, { isGroup: null }])(
  'in a chat that says of itself %j and no more it speaks with one person alone',
  async (said) => {
    const { activityOf, council } = await inQuestion()
    const activity = activityOf({ type: 'message', text: 'hello', conversation: { id: 'a:1', ...said } })
    expect(textOf(await onMessage({ council, activity, person: hannah.id }))).not.toContain('open a chat with Quorate alone')
  },
)

test.each([
  ['a group chat', { id: '19:a@thread.v2', conversationType: 'groupChat' }],
  ['a channel', { id: '19:b@thread.tacv2', conversationType: 'channel' }],
  ['a kind of chat that is new', { id: '19:c', conversationType: 'meetingChat' }],
  ['a group that says only that it is one', { id: '19:d', isGroup: true }],
  ['one that says so in text', { id: '19:e', isGroup: 'True' }],
])('in %s it says politely where it speaks, shows nothing and does nothing', async (_where, conversation) => {
  const { activityOf, council, decided, councils } = await inQuestion()
  const chosen = { action: { verb: 'decide.choose', data: { sessionId: 's1', choice: 'cancel' } } }
  const activities = [activityOf({ type: 'message', text: 'help', conversation }), activityOf({ value: chosen, conversation })]
  for (const [index, react] of [onMessage, onPress].entries()) {
    const activity = activities[index] ?? activityOf({})
    expect(await react({ council, activity, person: hannah.id })).toEqual({
      kind: 'text',
      text: expect.stringContaining('open a chat with Quorate alone') as string,
    })
    await keepConversation({ council, activity, person: hannah.id }, councils.conversations(council.profile.id))
  }
  expect(await decided()).toBeUndefined()
  expect(await councils.conversations(council.profile.id).find(hannah.id)).toBeUndefined()
})

test('each person is reached at the address that Teams last gave for them, whatever the others’ is', async () => {
  const { activityOf, council, councils } = await inQuestion()
  const conversations = councils.conversations(council.profile.id)
  const serviceUrl = 'https://smba.trafficmanager.net/emea/'
  await keepConversation({ council, activity: activityOf({ type: 'message', text: 'x' }), person: hannah.id }, conversations)
  await keepConversation({ council, activity: activityOf({ serviceUrl, conversation: { id: 'a:2' } }), person: desmond.id }, conversations)
  expect(await conversations.find(hannah.id)).toMatchObject({ conversationId: 'a:1', serviceUrl: 'https://smba.trafficmanager.net/uk/' })
  expect(await conversations.find(desmond.id)).toMatchObject({ conversationId: 'a:2', serviceUrl })
  await keepConversation({ council, activity: activityOf({ serviceUrl }), person: hannah.id }, conversations)
  expect(await conversations.find(hannah.id)).toMatchObject({ serviceUrl })
})

test('what Teams says of who came and went is heard for what it is: only the bot’s own coming and going is about the bot', async () => {
  const { activityOf, council, councils } = await inQuestion()
  const conversations = councils.conversations(council.profile.id)
  const bot = { id: '28:bot' }
  const after = async (given: object) => {
    const activity = activityOf({ type: 'conversationUpdate', recipient: bot, ...given })
    await keepConversation({ council, activity, person: hannah.id }, conversations)
    return (await conversations.find(hannah.id))?.state
  }
  expect(await after({ membersAdded: [{ id: '29:another' }] })).toBeUndefined()
  expect(await after({ membersAdded: [bot, { id: '29:1abc' }] })).toBe('installed')
  expect(await after({ type: 'installationUpdate', action: 'remove' })).toBe('removed')
  expect(await after({ membersRemoved: [bot] })).toBe('removed')
  expect(await after({ topicName: 'x' })).toBe('removed')
  expect(await after({ membersRemoved: [{ id: '29:another' }] })).toBe('removed')
  expect(await after({ type: 'installationUpdate', action: 'add-upgrade' })).toBe('installed')
  await conversations.keep({
    personId: hannah.id,
    conversationId: 'a:1',
    serviceUrl: 'https://smba.trafficmanager.net/uk/',
    state: 'blocked',
  })
  expect(await after({ type: 'message', text: 'hello' })).toBe('installed')
})

test('where a person is reached is kept from personal chats, once, and forgotten when the app is removed', async () => {
  const { activityOf, council, councils } = await inQuestion()
  const conversations = councils.conversations(council.profile.id)
  const installed = activityOf({ type: 'installationUpdate', action: 'add' })
  await keepConversation({ council, activity: installed, person: hannah.id }, conversations)
  await keepConversation({ council, activity: installed, person: hannah.id }, conversations)
  expect(await conversations.find(hannah.id)).toEqual({
    personId: hannah.id,
    conversationId: 'a:1',
    serviceUrl: 'https://smba.trafficmanager.net/uk/',
    accountId: '29:1abc',
    state: 'installed',
  })
  await keepConversation(
    { council, activity: activityOf({ type: 'installationUpdate', action: 'remove' }), person: hannah.id },
    conversations,
  )
  expect((await conversations.find(hannah.id))?.state).toBe('removed')
  const inTeam = activityOf({ type: 'conversationUpdate', conversation: { id: '19:a', conversationType: 'channel' } })
  await keepConversation({ council, activity: inTeam, person: desmond.id }, conversations)
  expect(await conversations.find(desmond.id)).toBeUndefined()
})
