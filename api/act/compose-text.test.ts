import { describe, expect, test } from 'vitest'
import { instant } from '../../domain/kernel/time.ts'
import type { Session } from '../../domain/sessions/session.ts'
import { aContext, aMember, anInvitation, aSession, aSummary, invitationsWith } from '../../domain/testing/builders.ts'
import { sessionId } from '../../domain/kernel/ids.ts'
import type { ComposeContext } from '../ports/compose.ts'
import { cancellationText, nudgeText, reminderText, shortPlace } from './compose-text.ts'
import { fragmentsOf, plainLetters } from './text-length.ts'

const profile = {
  name: 'Thamesbrook Council',
  help: { name: 'Priya Shah', role: 'Member support', telephone: '020 7946 0142' },
} as ComposeContext['profile']

/** Thursday 22 October 2026 at 6:30pm, in summer time. */
const startsAt = instant('2026-10-22T17:30:00Z')
const weekBefore = instant('2026-10-15T09:00:00Z')
const morning = instant('2026-10-22T07:00:00Z')

function context(now = weekBefore, given: Partial<ComposeContext> = {}): ComposeContext {
  return { ...aContext(now), profile, ...given }
}
function session(given: Partial<Session> = {}): Session {
  return aSession({ startsAt, invitations: invitationsWith({ accepted: 4, tentative: 2, none: 30 }), ...given })
}
/** As it arrives: Notify puts the council's name in front. */
function arrives(body: string): string {
  return `Thamesbrook Council: ${body}`
}
function told(response: 'accepted' | 'tentative' | 'none' | 'declined', given: object = {}) {
  return { member: aMember(1), invitation: anInvitation(1, response, given) }
}

describe('C4.8, C4.10 the week before', () => {
  test('whoever accepted: 157 characters, one fragment', () => {
    const text = arrives(reminderText(session(), 'week-before', told('accepted'), context()))
    expect(text).toBe(
      "Thamesbrook Council: You're coming to Chairing a difficult meeting, Thu 22 October, 6:30pm, Town Hall Room 2. Can't? Decline in Outlook or ring 020 7946 0142",
    )
    expect([text.length, fragmentsOf(text)]).toEqual([157, 1])
  })

  test('tentative: the count as at sending and the deadline with its date, 235 characters, two fragments', () => {
    const text = arrives(reminderText(session(), 'week-before', told('tentative'), context()))
    expect(text).toBe(
      'Thamesbrook Council: You said you might come to Chairing a difficult meeting, Thu 22 October, 6:30pm, Town Hall Room 2. 4 of 6 are coming; officers decide Thu 15 October, noon. Can you accept or decline in Outlook? Help: 020 7946 0142.',
    )
    expect([text.length, fragmentsOf(text)]).toEqual([235, 2])
  })

  test('no answer yet: 260 characters, two fragments', () => {
    const text = arrives(reminderText(session(), 'week-before', told('none'), context()))
    expect(text).toBe(
      'Thamesbrook Council: Can you come to Chairing a difficult meeting, Thu 22 October, 6:30pm, Town Hall Room 2? Please accept or decline in Outlook or Teams, or ring 020 7946 0142 and we will do it for you. 4 of 6 are coming; officers decide Thu 15 October, noon.',
    )
    expect([text.length, fragmentsOf(text)]).toEqual([260, 2])
  })

  test('what was last asked of Quorate counts before Outlook shows it', () => {
    const wanted = { answer: 'accepted', at: weekBefore } as const
    expect(reminderText(session(), 'week-before', told('none', { wanted }), context())).toMatch(/^You're coming to/)
  })

  test('C1.21 whoever answered the old time is asked about the new one', () => {
    const text = reminderText(session(), 'week-before', told('none', { answeredOldTime: 'accepted' }), context())
    expect(text).toMatch(/^NEW TIME: can you come to Chairing a difficult meeting, Thu 22 October, 6:30pm/)
  })

  test('C3.4 after the deadline officers are deciding, and no text says that they decided', () => {
    const late = context(instant('2026-10-16T09:00:00Z'))
    const openedAt = instant('2026-10-15T08:00:00Z')
    const inQuestion = session({ undersubscribed: { kind: 'open', round: 1, openedAt, decideBy: openedAt.add({ hours: 3 }) } })
    const text = arrives(reminderText(inQuestion, 'week-before', told('none'), late))
    expect(text).toMatch(/ 4 of 6 are coming; officers are deciding if it goes ahead\.$/)
    expect(fragmentsOf(text)).toBe(2)
  })

  test('when nothing is to be decided, nothing is said of a count', () => {
    const enough = session({ invitations: invitationsWith({ accepted: 6 }) })
    const afterReview = context(instant('2026-10-16T09:00:00Z'))
    expect(reminderText(enough, 'week-before', told('tentative'), afterReview)).not.toMatch(/officers decide/)
  })

  test('one who is coming is, and is not "are"', () => {
    const one = session({ invitations: invitationsWith({ accepted: 1, none: 3 }) })
    expect(reminderText(one, 'week-before', told('none'), context())).toContain('1 of 6 is coming')
  })
})

describe('C4.9 the morning', () => {
  test('in person: day and date beside "Today", one fragment', () => {
    const text = arrives(reminderText(session(), 'morning-of', told('accepted'), context(morning)))
    expect(text).toBe(
      'Thamesbrook Council: Today, Thu 22 October, 6:30pm: Chairing a difficult meeting, Town Hall Room 2. Running late? 020 7946 0142',
    )
    expect(fragmentsOf(text)).toBe(1)
  })

  test('tentative: 149 characters', () => {
    const text = arrives(reminderText(session(), 'morning-of', told('tentative'), context(morning)))
    expect(text).toBe(
      'Thamesbrook Council: Today, Thu 22 October, 6:30pm: Chairing a difficult meeting, Town Hall Room 2. You said you might come. There is a seat for you.',
    )
    expect(text).toHaveLength(149)
  })

  test('online: 153 characters', () => {
    const online = session({ title: 'Winter pressures briefing', startsAt: instant('2026-10-14T11:30:00Z'), delivery: 'online' })
    const text = arrives(reminderText(online, 'morning-of', told('accepted'), context(instant('2026-10-14T07:00:00Z'))))
    expect(text).toBe(
      "Thamesbrook Council: Today, Wed 14 October, 12:30pm online: Winter pressures briefing. Join from your Outlook calendar. Can't get in? Ring 020 7946 0142.",
    )
    expect(text).toHaveLength(153)
  })

  test('C4.11 sent the evening before, it says tomorrow and the date', () => {
    const early = session({ startsAt: instant('2026-10-22T06:30:00Z') })
    const text = reminderText(early, 'morning-of', told('accepted'), context(instant('2026-10-21T17:00:00Z')))
    expect(text).toMatch(/^Tomorrow, Thu 22 October, 7:30am: /)
  })

  test('C4.12 two of one day in one text, for whoever wants it so', () => {
    const member = aMember(1, { texts: { reminders: true, combine: true } })
    const other = {
      memberId: member.id,
      sessionId: sessionId('s2'),
      title: 'Winter pressures briefing',
      startsAt: instant('2026-10-22T18:30:00Z'),
      place: 'Committee Room 1',
      response: 'accepted',
      standing: true,
    } as const
    const text = reminderText(session(), 'morning-of', { ...told('accepted'), member }, context(morning, { sameMorning: [other] }))
    expect(text).toBe(
      'Today, Thu 22 October: 6:30pm Chairing a difficult meeting, Town Hall Room 2; 7:30pm Winter pressures briefing, Committee Room 1. Running late? 020 7946 0142',
    )
  })
})

describe('C3.11 cancelled at short notice', () => {
  const online = aSummary({ id: sessionId('s2'), startsAt: instant('2026-10-27T12:30:00Z'), delivery: 'online' })
  const decided = (message: string, choice: 'cancel' | 'postpone' = 'cancel') =>
    session({ decision: { choice, message, reasonId: 'unwell' } as unknown as NonNullable<Session['decision']> })
  const now = instant('2026-10-21T13:00:00Z')

  test('the officer’s words, do not travel, and the other run: 211 characters, two fragments', () => {
    const text = arrives(cancellationText(decided('The trainer cannot come.'), context(now, { otherRuns: [online] })))
    expect(text).toBe(
      'Thamesbrook Council: CANCELLED: Chairing a difficult meeting, Thu 22 October, 6:30pm. The trainer cannot come. Please do not travel. Same course: Tue 27 October, 12:30pm, online. Sorry. Questions: 020 7946 0142.',
    )
    expect([text.length, fragmentsOf(text)]).toEqual([211, 2])
  })

  test('the other run is not said twice when the officer named it', () => {
    const text = cancellationText(decided('It runs again on Tuesday 27 October at 12:30pm.'), context(now, { otherRuns: [online] }))
    expect(text.match(/27 October/g)).toHaveLength(1)
  })

  test('C3.13 cancelled in Outlook there are no words to quote; online nobody travels', () => {
    expect(cancellationText(session({ delivery: 'online' }), context(now))).toBe(
      'CANCELLED: Chairing a difficult meeting, Thu 22 October, 6:30pm. Sorry. Questions: 020 7946 0142.',
    )
  })

  test('postponed without another run yet: a new date will follow', () => {
    expect(cancellationText(decided('The hall is flooded.', 'postpone'), context(now))).toContain('A new date will follow.')
  })

  test('a long message is cut at a word; what keeps people from travelling stays', () => {
    const text = arrives(
      cancellationText(decided('A burst main has flooded the hall and the road. '.repeat(10)), context(now, { otherRuns: [online] })),
    )
    expect(fragmentsOf(text)).toBe(2)
    expect(text).toMatch(/\.\.\. Please do not travel\. Same course: Tue 27 October, 12:30pm, online\. Sorry\. Questions: 020 7946 0142\.$/)
  })
})

describe('too long', () => {
  const long = 'Understanding the local plan: how to weigh objections, conditions and appeals in a planning committee'

  test('the place goes to its first comma before anything is lost of the title', () => {
    const place = 'Town Hall Room 2, second floor, by the lift from the Mill Street entrance'
    expect(reminderText(session({ place }), 'morning-of', told('accepted'), context(morning))).toBe(
      'Today, Thu 22 October, 6:30pm: Chairing a difficult meeting, Town Hall Room 2. Running late? 020 7946 0142',
    )
  })

  test.each(['accepted', 'tentative', 'none'] as const)('%s: the title is cut at a word, and date, time and number stay', (response) => {
    for (const [reminder, now] of [
      ['week-before', weekBefore],
      ['morning-of', morning],
    ] as const) {
      const text = arrives(reminderText(session({ title: long }), reminder, told(response), context(now)))
      expect(fragmentsOf(text)).toBeLessThanOrEqual(reminder === 'morning-of' || response === 'accepted' ? 1 : 2)
      expect(text).toContain('Thu 22 October, 6:30pm')
    }
    expect(reminderText(session({ title: long }), 'week-before', told(response), context())).toContain('020 7946 0142')
  })

  test('typographers’ signs and Welsh letters do not make it dearer', () => {
    const text = reminderText(session({ title: '“Tŷ’r Cyngor” – cadeirio…' }), 'week-before', told('accepted'), context())
    expect(text).toBe(plainLetters(text))
    expect(text).toContain('"Ty\'r Cyngor" - cadeirio...')
  })
})

test('C2.3 whom only a text reaches is asked in the same words', () => {
  expect(nudgeText(session(), context())).toMatch(
    /^Can you come to Chairing a difficult meeting, Thu 22 October, 6:30pm, Town Hall Room 2\?/,
  )
})

test.each([
  [{ place: 'Town Hall Room 2; Microsoft Teams Meeting', delivery: 'hybrid' }, 'Town Hall Room 2'],
  [{ place: 'Microsoft Teams Meeting', delivery: 'online' }, 'online'],
  [{ place: 'Microsoft Teams Meeting; Committee Room 1', delivery: 'hybrid' }, 'Committee Room 1'],
  [{ delivery: 'in-person' }, undefined],
] as const)('the place of %o is %s', (placed, place) => {
  expect(shortPlace(placed)).toBe(place)
})
