import { expect, test } from 'vitest'
import { dutyId, sessionId } from '../kernel/ids.ts'
import { aMemberId, aPersonId, arrangedAt, startsAt } from '../testing/builders.ts'
import type { Channel, Purpose } from './duty.ts'
import { dutyOf } from './duty-ids.ts'

const one = sessionId('s1')
const when = { notBefore: arrangedAt }
const weekBefore: Purpose = { kind: 'reminder', reminder: 'week-before', memberId: aMemberId(1) }

test('C4.12 worked out twice it is the same duty, whenever it falls', () => {
  expect(dutyOf(one, weekBefore, 'text', { notBefore: startsAt }).id).toBe(dutyOf(one, weekBefore, 'text', when).id)
})

test('what differs in kind, session, occurrence, person or channel is another duty', () => {
  const duties: readonly (readonly [string, Purpose, Channel])[] = [
    ['s1', weekBefore, 'text'],
    ['s2', weekBefore, 'text'],
    ['s1', weekBefore, 'email'],
    ['s1', { ...weekBefore, memberId: aMemberId(2) }, 'text'],
    ['s1', { ...weekBefore, reminder: 'morning-of' }, 'text'],
    ['s1', { kind: 'nudge', memberId: aMemberId(1), number: 1 }, 'text'],
    ['s1', { kind: 'nudge', memberId: aMemberId(1), number: 2 }, 'text'],
    ['s1', { kind: 'answer', memberId: aMemberId(1), answer: 'accepted', number: 1 }, 'calendar'],
    ['s1', { kind: 'answer', memberId: aMemberId(1), answer: 'accepted', number: 2 }, 'calendar'],
    ['s1', { kind: 'cancellation-notice', memberId: aMemberId(1) }, 'text'],
    ['s1', { kind: 'decision-card', officerId: aPersonId(901), round: 1 }, 'card'],
    ['s1', { kind: 'decision-card', officerId: aPersonId(901), round: 2 }, 'card'],
    ['s1', { kind: 'escalation', officerId: aPersonId(901), round: 1 }, 'card'],
    ['s1', { kind: 'ask-reason', officerId: aPersonId(901) }, 'card'],
    ['s1', { kind: 'cancel-event' }, 'calendar'],
  ]
  const ids = duties.map(([session, purpose, channel]) => dutyOf(sessionId(session), purpose, channel, when).id)
  expect(new Set(ids).size).toBe(duties.length)
  for (const id of ids) expect(() => dutyId(id)).not.toThrow()
})
