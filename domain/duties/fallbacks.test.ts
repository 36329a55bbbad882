import { expect, test } from 'vitest'
import type { Purpose } from './duty.ts'
import { dutyOf } from './duty-ids.ts'
import { fallbackDuties } from './fallbacks.ts'
import { aContext, aMemberId, aPersonId, aRecord, aSession, done, reviewAt } from '../testing/builders.ts'

const open = { kind: 'open', round: 1, openedAt: reviewAt, decideBy: reviewAt.add({ hours: 3 }) } as const
const session = aSession({ accepted: 1, none: 1, undersubscribed: open })
const until = reviewAt.add({ hours: 5 })

function afterFailing(
  purpose: Purpose,
  channel: 'card' | 'text',
  because: 'not-installed' | 'bad-number' = 'not-installed',
  now = reviewAt,
) {
  const duty = dutyOf(session.id, purpose, channel, { notBefore: reviewAt, notAfter: until })
  const record = aRecord(session, { duties: [done(duty, { kind: 'failed', at: reviewAt, because })] })
  return fallbackDuties(record, aContext(now)).map((each) => [each.purpose.kind, each.channel])
}

const card: Purpose = { kind: 'decision-card', officerId: aPersonId(901), round: 1 }

test('C3.2 an officer without the bot gets the decision by email', () => {
  expect(afterFailing(card, 'card')).toEqual([['decision-card', 'email']])
})

test('C4.14 a Member whose number turned out to be none is reminded by email', () => {
  expect(afterFailing({ kind: 'reminder', reminder: 'week-before', memberId: aMemberId(1) }, 'text', 'bad-number')).toEqual([
    ['reminder', 'email'],
  ])
})

test('C3.12 a notice of cancellation that failed goes to the phone list and not to email', () => {
  expect(afterFailing({ kind: 'cancellation-notice', memberId: aMemberId(1) }, 'text', 'bad-number')).toEqual([])
})

test('nothing is made up for that is no longer owed, or whose time is over', () => {
  expect(afterFailing({ ...card, round: 2 }, 'card')).toEqual([])
  expect(afterFailing(card, 'card', 'not-installed', until.subtract({ seconds: 1 }))).toHaveLength(1)
  expect(afterFailing(card, 'card', 'not-installed', until)).toEqual([])
})

test('what was sent, skipped, or of unknown fate goes nowhere else', () => {
  const duty = dutyOf(session.id, card, 'card', { notBefore: reviewAt })
  const unknown = { duty, notBefore: reviewAt, state: { kind: 'unknown', attempt: 1, since: reviewAt, note: 'timed out' } } as const
  const sent = done(duty, { kind: 'sent', at: reviewAt })
  const skipped = done(duty, { kind: 'skipped', at: reviewAt, because: 'closed' })
  for (const each of [unknown, sent, skipped]) expect(fallbackDuties(aRecord(session, { duties: [each] }), aContext(reviewAt))).toEqual([])
})
