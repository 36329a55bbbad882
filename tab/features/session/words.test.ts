import { expect, test } from 'vitest'
import { cancelledSession, session } from '../../testing/officer-fixtures.ts'
import { becauseWords, messageWords } from '../../ui/words-of-messages.ts'
import { cancelledAftermath, cancelledClaim, recordRows } from './words-of-outcome.ts'
import { lateNoticeWords, answeredWords, answersTable, otherWords, overfullWords, pairWords, planWords, reminderLine } from './words.ts'

const plain = (text: string) => text.replaceAll('\u00A0', ' ')
const [member] = session.members
const [message] = session.messages

test('C1.15 the room is planned for those accepted, and for those with the tentative', () => {
  const plan = { accepted: 4, tentative: 2, walkIns: 0, least: 4, most: 6, overfull: false }
  expect(planWords(plan)).toBe('Plan for 4 to 6: 4 accepted, 2 tentative.')
  expect(planWords({ ...plan, accepted: 0, tentative: 0, least: 0, most: 0, capacity: 30 })).toBe(
    'Nobody has accepted yet. The room holds 30.',
  )
  expect(planWords({ ...plan, tentative: 0, most: 4, capacity: 30 })).toBe('Plan for 4: 4 accepted, none tentative. The room holds 30.')
  expect(planWords({ ...plan, walkIns: 1, least: 5, most: 7 })).toBe('Plan for 5 to 7: 4 accepted, 2 tentative, 1 walk-in.')
  expect(overfullWords({ ...plan, capacity: 3, overfull: true })).toMatch(/^4 have accepted and the room holds 3\./)
})

test('C2.5 a list is told apart from people, and one that cannot be opened says so', () => {
  expect(otherWords({ kind: 'list', name: 'All Members', response: 'none', listMembers: 50 })).toBe(
    'All Members (list): reached 50 Members',
  )
  expect(otherWords({ kind: 'list', name: 'Dynamic', response: 'none', unresolvable: true })).toBe(
    'Dynamic (list): Quorate cannot see who is on it',
  )
  expect(otherWords({ kind: 'room', name: 'Committee Room 1', response: 'accepted' })).toBe('Committee Room 1 (room): accepted')
})

test('C1.21 an answer to the old time is shown as not yet confirmed', () => {
  expect(member && answeredWords({ ...member, response: 'none', answeredOldTime: 'accepted' })).toBe(
    'Accepted the old time: not yet confirmed',
  )
})

test('C14.4 a pair at one time of day is pointed out, and a complete one is not', () => {
  const { row } = session
  expect(pairWords({ row, pair: 'both-day' })).toMatch(/^Both runs are in the day/)
  expect(pairWords({ row, pair: 'complete' })).toBeUndefined()
  expect(pairWords({ row, pair: 'not-needed' })).toBeUndefined()
  const over = { ...row, state: { kind: 'took-place' } as const }
  expect(pairWords({ row: over, pair: 'no-repeat' })).toBeUndefined() // nothing can be repeated of it any more
})

test('C4.8 a reminder is told with its fate in numbers, or how many are due', () => {
  const sent = session.messages.filter(({ reminder }) => reminder === 'week-before')
  const done = reminderLine('Week before', session.reminders.weekBefore, sent, session.now)
  expect(plain(done.when)).toBe('Week before, Thu 8 Oct, 10am')
  expect(done.lines.map(({ words }) => words)).toEqual(['29 delivered', '1 emailed', '1 failed'])
  const back = sent.map((each) => (each.channel === 'email' ? { ...each, delivery: 'permanent-failure' as const } : each))
  const came = reminderLine('Week before', session.reminders.weekBefore, back, session.now)
  expect(came.lines.map(({ words }) => words)).toEqual(['29 delivered', '2 failed']) // what came back reached nobody
  expect(reminderLine('On the morning', session.reminders.morningOf, [], session.now).lines).toEqual([{ words: '6 due', bad: false }])
})

test.each([
  [{ delivery: 'delivered' }, 'Text delivered 8 Oct', false],
  [{ delivery: 'sending' }, 'Text on its way 8 Oct', false],
  [{ delivery: 'unconfirmed' }, 'Text sent 8 Oct, not confirmed', true],
  [{ delivery: 'permanent-failure' }, 'Text failed: number not in use', true],
  [{ channel: 'email', delivery: undefined }, 'Email sent 8 Oct', false],
  [{ state: 'skipped', because: 'declined' }, 'Text not sent: declined by then', false],
  [{ state: 'failed', because: 'no-mobile' }, 'Text not sent: no mobile number', true],
  [{ state: 'due' }, 'Text due 8 Oct, 10am', false],
] as const)('C3.12 %j is told in words', (change, words, bad) => {
  if (!message) throw new Error('no message to change')
  const told = messageWords({ ...message, ...change })
  expect({ ...told, words: plain(told.words) }).toEqual({ words, bad })
})

test('a reason that has no words of ours yet is still told', () => {
  expect(becauseWords('something-new')).toBe('something new')
})

test('C3.10 a cancellation is told with what has come of it so far', () => {
  expect(cancelledClaim(cancelledSession, 'Hannah Brightwell')).toBe('Cancelled by you at 2:02pm.')
  expect(cancelledClaim(cancelledSession, 'Desmond Achterly')).toBe('Cancelled by Hannah Brightwell at 2:02pm.')
  expect(cancelledAftermath(cancelledSession)).toBe('54 calendars cleared. 5 texts: 3 delivered, 2 on their way.')
  const notYet = {
    ...cancelledSession,
    messages: cancelledSession.messages.map((each) => (each.purpose === 'cancel-event' ? { ...each, state: 'due' as const } : each)),
  }
  expect(cancelledAftermath(notYet)).toMatch(/^Clearing 54 calendars…/)
  const refused = {
    ...cancelledSession,
    messages: cancelledSession.messages.map((each) =>
      each.purpose === 'cancel-event' ? { ...each, state: 'failed' as const, because: 'not-allowed' } : each,
    ),
  }
  expect(cancelledAftermath(refused)).toMatch(
    /^Outlook did not clear the calendars: Quorate may not write to this calendar\. Cancel the appointment in Outlook\./,
  )
})

test('C3.13 a cancellation made in Outlook is called that, and needs no duty to have cleared the calendars', () => {
  const inOutlook = {
    ...cancelledSession,
    decision: undefined,
    cancelled: { at: '2026-10-13T13:02:00Z', through: 'outlook' as const },
    messages: [],
  }
  expect(cancelledClaim(inOutlook, 'Hannah Brightwell')).toBe('Cancelled in Outlook, seen at 2:02pm.')
  expect(cancelledAftermath(inOutlook)).toBe('54 calendars cleared.')
})

test('C3.4 the record says who decided what, when, why and knowing what', () => {
  const record = cancelledSession.decision
  expect(record && recordRows(record, session.now).map(({ term, words }) => `${term}: ${plain(words)}`)).toEqual([
    'Decided: Cancel, by Hannah Brightwell, Tuesday 13 October 2026, 2:02pm',
    'Reason: Lack of interest (fewer than 6)',
    'Knowing: 4 of 6 accepted, 2 tentative, 25 no answer, 19 declined, as at 2:08pm; the run on Monday 19 October had 9 accepted',
    'Told: “Too few could come on Thursday. The same training runs on Monday 19 October, 6:30pm.”',
  ])
})

test('C2.2 the answers are taken away with every Member named once', () => {
  const table = answersTable(session)
  expect(table).toHaveLength(51)
  expect(new Set(table.slice(1).map(([name]) => name)).size).toBe(50)
})

test('C4.3 C1.9 the first bulletin of what is held back is told as the earliest', () => {
  const late = { firstIssueAt: '2026-10-16T09:00:00Z', weeks: 4, issues: 2 }
  expect(lateNoticeWords(late, '2026-10-05T08:00:00Z')).toMatch(/^Announced late\. Its first bulletin is that of /)
  expect(lateNoticeWords(late, '2026-10-05T08:00:00Z', true)).toMatch(/^Announced late\. Its first bulletin is at the earliest that of /)
})
