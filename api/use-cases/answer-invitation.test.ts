import { expect, test } from 'vitest'
import { sessionId } from '../../domain/kernel/ids.ts'
import { aMember, anInvitation, aSession, arrangedAt, startsAt, towerHamlets } from '../../domain/testing/builders.ts'
import type { Session } from '../../domain/sessions/session.ts'
import { testCouncil } from '../testing/council.ts'
import { answerInvitation } from './answer-invitation.ts'
import { invitationFactsOf } from './invitation-facts.ts'

const id = sessionId('s1')
const member = aMember(1)

async function invited(given: Partial<Session> = {}) {
  return testCouncil({
    now: arrangedAt,
    rulebook: towerHamlets,
    members: [member, aMember(2)],
    sessions: [aSession({ none: 2, ...given })],
  })
}

test('C2.1 an answer given here is kept, and owed to Outlook once', async () => {
  const { council, record, clock } = await invited()
  expect(await answerInvitation(council, member, { sessionId: id, answer: 'accepted' })).toEqual({ ok: true, value: 'accepted' })
  const { session, duties } = await record(id)
  expect(session.invitations[0]).toMatchObject({ response: 'none', wanted: { answer: 'accepted', at: clock.now() } })
  expect(duties).toMatchObject([
    { duty: { purpose: { kind: 'answer', answer: 'accepted', number: 1 }, channel: 'calendar' }, state: { kind: 'due' } },
  ])
})

test('C2.2 the count stays what Outlook shows until Outlook shows the answer', async () => {
  const { council } = await invited()
  await answerInvitation(council, member, { sessionId: id, answer: 'accepted' })
  const facts = await invitationFactsOf(council, id, member.id)
  expect(facts?.session).toMatchObject({ response: 'none', telling: { answer: 'accepted', state: 'telling' }, uptake: { accepted: 0 } })
})

test('each change of mind is a duty of its own, in order', async () => {
  const { council, record } = await invited()
  for (const answer of ['accepted', 'declined', 'accepted'] as const) await answerInvitation(council, member, { sessionId: id, answer })
  const { session, duties } = await record(id)
  expect(duties.map(({ duty }) => duty.purpose).toSorted(byNumber)).toMatchObject([
    { answer: 'accepted', number: 1 },
    { answer: 'declined', number: 2 },
    { answer: 'accepted', number: 3 },
  ])
  expect(session.invitations[0]?.wanted?.answer).toBe('accepted')
})

test('the same answer pressed twice is one answer', async () => {
  const { council, record } = await invited()
  await answerInvitation(council, member, { sessionId: id, answer: 'accepted' })
  await answerInvitation(council, member, { sessionId: id, answer: 'accepted' })
  expect((await record(id)).duties).toHaveLength(1)
})

test('C2.1 the answer that Outlook seems to hold is told all the same, and not shown as on its way: another may not have been read yet', async () => {
  const { council, record } = await invited({ invitations: [anInvitation(1, 'accepted')] })
  await answerInvitation(council, member, { sessionId: id, answer: 'accepted' })
  const { session, duties } = await record(id)
  expect(duties.map(({ duty }) => duty.purpose)).toMatchObject([{ kind: 'answer', answer: 'accepted', number: 1 }])
  expect(session.invitations[0]).not.toHaveProperty('wanted')
})

test('C1.21 the same answer as before the session moved is an answer to the new time', async () => {
  const { council, record } = await invited({ invitations: [anInvitation(1, 'accepted', { answeredOldTime: 'accepted' })] })
  await answerInvitation(council, member, { sessionId: id, answer: 'accepted' })
  expect((await record(id)).duties).toHaveLength(1)
})

test('two Members who answer at the same moment are both kept', async () => {
  const { council, record } = await invited()
  const both = [member, aMember(2)].map(async (each) => answerInvitation(council, each, { sessionId: id, answer: 'tentative' }))
  expect((await Promise.all(both)).map((result) => result.ok)).toEqual([true, true])
  expect((await record(id)).session.invitations.map(({ wanted }) => wanted?.answer)).toEqual(['tentative', 'tentative'])
})

test.each([
  ['a session that is not there', { sessionId: sessionId('s9') }, {}, 'no-such-session'],
  ['someone who is not invited', { member: aMember(3) }, {}, 'not-invited'],
  ['a session no longer marked as training', {}, { standing: { kind: 'untagged', at: arrangedAt } }, 'not-invited'],
  ['a cancelled session', {}, { standing: { kind: 'cancelled', at: arrangedAt, through: 'outlook' } }, 'cancelled'],
  ['a session that starts at this second', {}, { startsAt: arrangedAt }, 'past'],
] as const)('the answer to %s is refused and nothing is owed', async (_what, order, session, kind) => {
  const { council } = await invited(session)
  const by = 'member' in order ? order.member : member
  const result = await answerInvitation(council, by, { sessionId: 'sessionId' in order ? order.sessionId : id, answer: 'accepted' })
  expect(result).toEqual({ ok: false, refusal: { kind } })
  expect((await council.sessions.find(id))?.duties).toEqual([])
})

test('an answer is taken until the second before it starts', async () => {
  const { council, clock } = await invited()
  clock.setTo(startsAt.subtract({ seconds: 1 }))
  expect(await answerInvitation(council, member, { sessionId: id, answer: 'declined' })).toMatchObject({ ok: true })
})

function byNumber(one: { readonly kind: string }, other: { readonly kind: string }): number {
  const number = (purpose: object) => ('number' in purpose ? Number(purpose.number) : 0)
  return number(one) - number(other)
}
