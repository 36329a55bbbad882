import { expect, test } from 'vitest'
import { sessionId } from '../../domain/kernel/ids.ts'
import {
  aMember,
  anInvitation,
  anOfficer,
  aSession,
  postponed,
  reviewAt,
  someMembers,
  startsAt,
  towerHamlets,
} from '../../domain/testing/builders.ts'
import type { Session } from '../../domain/sessions/session.ts'
import { advance, testCouncil } from '../testing/council.ts'
import { addFactor } from './add-factor.ts'
import { chaseMembers } from './chase-members.ts'
import { readSession } from './read-session.ts'

const id = sessionId('s1')
const officer = anOfficer(901)
const answers = { accepted: 4, tentative: 1, declined: 1, none: 2 }

async function council(session: Session = aSession(answers), now = reviewAt) {
  const here = await testCouncil({ now, rulebook: towerHamlets, members: someMembers(8), officers: [officer], sessions: [session] })
  await here.worker.settle()
  return here
}
const order = (number: number, press = `press ${number}`) => ({ sessionId: id, number, press })

test('C4.13 a press asks everyone once who has neither accepted nor declined, and leaves the question open', async () => {
  const here = await council()
  const chase = await chaseMembers(here.council, officer, order(1))
  expect(chase).toMatchObject({ ok: true, value: { number: 1, asked: 3, spared: 0 } })
  expect(await chaseMembers(here.council, officer, order(1))).toEqual(chase) // the same press, sent again
  await here.worker.settle()
  const found = await here.council.sessions.find(id)
  const sent = found?.duties.filter(({ duty }) => duty.purpose.kind === 'chase') ?? []
  expect(new Set(sent.map(({ duty }) => 'memberId' in duty.purpose && duty.purpose.memberId))).toEqual(new Set(['m5', 'm7', 'm8']))
  expect(sent.every(({ state }) => state.kind === 'done' && state.outcome.kind === 'sent')).toBe(true)
  expect(found?.session.undersubscribed.kind).toBe('open')
  expect(found?.history.at(-1)?.what).toEqual({ kind: 'chased', byName: 'Officer 901', asked: 3, spared: 0 })
})

test('C4.13 two officers who saw the same page ask nobody twice', async () => {
  const here = await council()
  await chaseMembers(here.council, officer, order(1, 'hers'))
  expect(await chaseMembers(here.council, anOfficer(902), order(1, 'his'))).toEqual({ ok: false, refusal: { kind: 'chased-since-seen' } })
})

test('C4.13 nobody is sent more than the council allows in a week, and a week later there is room again', async () => {
  const here = await council(aSession({ ...answers, startsAt: startsAt.add({ hours: 24 * 21 }) }))
  const asked = async (number: number) => chaseMembers(here.council, officer, order(number))
  expect(await asked(1)).toMatchObject({ value: { asked: 3 } })
  expect(await asked(2)).toMatchObject({ value: { asked: 3 } })
  expect(await asked(3)).toEqual({ ok: false, refusal: { kind: 'all-spared' } })
  await advance(here.worker, here.clock, reviewAt.add({ hours: 24 * 7 }))
  expect(await asked(3)).toEqual({ ok: false, refusal: { kind: 'all-spared' } }) // across the clock change: to the hour of the wall
  await advance(here.worker, here.clock, reviewAt.add({ hours: 24 * 7 + 1, seconds: 1 }))
  expect(await asked(3)).toMatchObject({ value: { asked: 3 } })
})

test.each<[string, Partial<Session>]>([
  ['cancelled', { standing: { kind: 'cancelled', at: reviewAt, through: 'outlook' } }],
  ['untagged', { standing: { kind: 'untagged', at: reviewAt } }],
])('C4.13 nobody is asked about a session that is %s', async (kind, given) => {
  const here = await council(aSession({ ...answers, ...given }))
  expect(await chaseMembers(here.council, officer, order(1))).toEqual({ ok: false, refusal: { kind } })
})

test('C4.13 nobody is asked once it has begun, nor where all have answered, nor about what is nowhere', async () => {
  const begun = await council(aSession(answers), startsAt)
  expect(await chaseMembers(begun.council, officer, order(1))).toMatchObject({ refusal: { kind: 'started' } })
  const answered = await council(aSession({ invitations: [anInvitation(1, 'accepted'), anInvitation(2, 'declined')] }))
  expect(await chaseMembers(answered.council, officer, order(1))).toMatchObject({ refusal: { kind: 'nobody-to-ask' } })
  expect(await chaseMembers(answered.council, officer, { ...order(1), sessionId: sessionId('s9') })).toMatchObject({
    refusal: { kind: 'no-such-session' },
  })
  expect(aMember(1).personId).toBeDefined()
})

test('C4.13 the session’s own page names whom a press would ask and whom the cap leaves out, and says why nobody can be asked', async () => {
  const here = await council()
  const shown = async () => (await readSession(here.council, id))?.chase
  const named = [{ response: 'tentative' }, { response: 'none' }, { response: 'none' }]
  expect(await shown()).toMatchObject({ number: 1, asks: 3, spared: 0, perWeek: 2, toAsk: named, leftOut: [] })
  expect(await shown()).not.toHaveProperty('cannot')
  await chaseMembers(here.council, officer, order(1))
  expect(await shown()).toMatchObject({ number: 2, asks: 3, last: { by: 'Officer 901', asked: 3 } })
  await chaseMembers(here.council, officer, order(2))
  expect(await shown()).toMatchObject({ number: 3, asks: 0, spared: 3, toAsk: [], cannot: 'all-spared' })
  expect((await shown())?.leftOut).toHaveLength(3)
  await advance(here.worker, here.clock, startsAt)
  expect(await shown()).toBeUndefined()
})

test('C4.13 where all have answered, or it is postponed or no longer tagged, the page says why nobody can be asked', async () => {
  const why = async (session: Session) => (await readSession((await council(session)).council, id))?.chase?.cannot
  expect(await why(aSession({ invitations: [anInvitation(1, 'accepted')] }))).toBe('nobody-to-ask')
  expect(await why(aSession({ ...answers, standing: { kind: 'untagged', at: reviewAt } }))).toBe('untagged')
  expect(await why(postponed(aSession(answers)))).toBe('postponed')
  expect(await why(aSession({ ...answers, standing: { kind: 'cancelled', at: reviewAt, through: 'outlook' } }))).toBeUndefined()
})

test('C3.7 what an officer adds is kept once, with who and when, from the list or in words', async () => {
  const here = await council()
  const first = { sessionId: id, id: 'one', listed: 'trainer-availability', words: '26 November' }
  const added = await addFactor(here.council, officer, first)
  expect(added).toMatchObject({ ok: true, value: { byName: 'Officer 901', words: '26 November' } })
  expect(await addFactor(here.council, officer, first)).toEqual(added)
  expect((await here.council.sessions.find(id))?.session.factors).toHaveLength(1)
  expect(await addFactor(here.council, officer, { sessionId: id, id: 'two' })).toMatchObject({ refusal: { kind: 'nothing-said' } })
  expect(await addFactor(here.council, officer, { sessionId: id, id: 'two', listed: 'whim' })).toMatchObject({
    refusal: { kind: 'no-such-factor' },
  })
})
