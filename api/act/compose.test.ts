import { describe, expect, test } from 'vitest'
import type { Channel, Duty, Purpose } from '../../domain/duties/duty.ts'
import { dutyOf } from '../../domain/duties/duty-ids.ts'
import { instant } from '../../domain/kernel/time.ts'
import { sessionId } from '../../domain/kernel/ids.ts'
import type { Session } from '../../domain/sessions/session.ts'
import {
  aContext,
  aDutyRecord,
  aMember,
  aMemberId,
  anOfficer,
  aPersonId,
  aRecord,
  aSession,
  aSummary,
  invitationsWith,
} from '../../domain/testing/builders.ts'
import type { Composed, ComposeContext } from '../ports/compose.ts'
import { testProfile } from '../testing/council.ts'
import { compose } from './compose.ts'

const startsAt = instant('2026-10-22T17:30:00Z')
const now = instant('2026-10-15T09:00:00Z')

function session(given: Partial<Session> = {}): Session {
  return aSession({ startsAt, invitations: invitationsWith({ accepted: 4, tentative: 2, none: 30 }), ...given })
}
function context(given: Partial<ComposeContext> = {}): ComposeContext {
  return { ...aContext(now), profile: testProfile, ...given }
}
function composed(purpose: Purpose, channel: Channel, of: Session = session(), around: ComposeContext = context()): Composed {
  const duty: Duty = dutyOf(of.id, purpose, channel, { notBefore: now })
  return compose(duty, aRecord(of), around, aDutyRecord(duty))
}
function mailOf(result: Composed) {
  if (result.channel !== 'email') throw new Error(`composed for ${result.channel}`)
  return result.mail
}
const memberId = aMemberId(1)
const open = { kind: 'open', round: 1, openedAt: now, decideBy: instant('2026-10-15T11:00:00Z') } as const

describe('texts', () => {
  test.each([
    [{ kind: 'reminder', reminder: 'week-before', memberId } as const, /^You're coming to/],
    [{ kind: 'reminder', reminder: 'morning-of', memberId } as const, /Thu 22 October, 6:30pm/],
    [{ kind: 'nudge', memberId, number: 1 } as const, /^Can you come to/],
    [{ kind: 'cancellation-notice', memberId } as const, /^CANCELLED: /],
  ])('C4.8, C3.11 %o goes to the Member’s number', (purpose, body) => {
    expect(composed(purpose, 'text')).toEqual({ channel: 'text', to: '+447700900001', body: expect.stringMatching(body) as string })
  })

  test.each([
    [{ kind: 'none' } as const, 'no-mobile'],
    [{ kind: 'unusable', given: '020 7946 0142', because: 'landline' } as const, 'bad-number'],
  ])('C3.12 without a mobile it says why: %o', (mobile, because) => {
    const members = [aMember(1, { mobile })]
    expect(composed({ kind: 'cancellation-notice', memberId }, 'text', session(), context({ members }))).toEqual({
      channel: 'none',
      because,
    })
  })
})

describe('emails', () => {
  test('C4.14 a reminder has the same words in both its twins, and every word is escaped', () => {
    const title = 'Budgets <b>& audit</b>'
    const mail = mailOf(composed({ kind: 'reminder', reminder: 'week-before', memberId }, 'email', session({ title })))
    expect(mail.to).toEqual({ name: 'Councillor Member 1', address: 'member1@thamesbrook.example' })
    expect(mail.subject).toBe('Budgets <b>& audit</b>, Thursday 22 October, 6:30pm')
    expect(mail.text).toContain("You're coming. If that has changed, please decline in Outlook or ring us.")
    expect(mail.text).toContain(
      'Thursday 22 October, 6:30pm to 8:30pm\nTown Hall Room 2\n4 of 6 coming when this was sent. Decided on Thursday 15 October at noon.',
    )
    const full = session({ invitations: invitationsWith({ accepted: 6, none: 30 }) })
    const early = context({ ...aContext(instant('2026-10-13T09:00:00Z')) })
    const enough = mailOf(composed({ kind: 'reminder', reminder: 'week-before', memberId }, 'email', full, early))
    expect(enough.text).toContain('\n6 coming when this was sent. Decided on Thursday 15 October at noon.')
    const openedAt = instant('2026-10-15T08:00:00Z')
    const inQuestionSince = { kind: 'open', round: 1, openedAt, decideBy: openedAt.add({ hours: 3 }) } as const
    const late = context({ ...aContext(instant('2026-10-16T09:00:00Z')) })
    const inQuestion = mailOf(
      composed({ kind: 'reminder', reminder: 'week-before', memberId }, 'email', session({ undersubscribed: inQuestionSince }), late),
    )
    expect(inQuestion.text).toContain('\n4 of 6 coming when this was sent. Officers are deciding whether it goes ahead.')
    expect(mail.text).toContain('Ring Dana Whitlock, Member Development Officer, on 020 7946 0000.')
    expect(mail.html).toContain('Budgets &lt;b&gt;&amp; audit&lt;/b&gt;')
    expect(mail.html).not.toContain('<b>')
    expect(mail.html).toContain('lang="en-GB"')
    expect(mail.html).toContain('max-width:640px')
    expect(mail.html.match(/<table role="presentation"/g)?.length).toBe(mail.html.match(/<table/g)?.length)
    expect(mail.html).toContain('href="tel:02079460000"')
    expect(mail.html).not.toMatch(/<img|<script|http-equiv/)
  })

  test('C2.3 a Member who has not answered is asked, and the link answers nothing by being opened', () => {
    const mail = mailOf(composed({ kind: 'nudge', memberId: aMemberId(9), number: 1 }, 'email'))
    expect(mail.subject).toBe('Can you come? Chairing a difficult meeting, Thursday 22 October')
    expect(mail.text).toContain('Answer in Teams: https://teams.microsoft.com/l/entity/')
    expect(mail.html).toContain('my-session%2Fs1')
  })

  test('C4.10 the words differ for accepted, tentative and no answer', () => {
    const leads = [1, 5, 9].map(
      (number) => mailOf(composed({ kind: 'reminder', reminder: 'morning-of', memberId: aMemberId(number) }, 'email')).text,
    )
    expect(leads[0]).toContain("You're coming.")
    expect(leads[1]).toContain('You said you might come. There is a seat for you.')
    expect(leads[2]).toContain('You have not answered yet.')
  })

  test('C3.2, C3.4 officers whom the bot does not reach are asked by email', () => {
    const of = session({ undersubscribed: open })
    const card = mailOf(composed({ kind: 'decision-card', officerId: aPersonId(901), round: 1 }, 'email', of))
    expect(card.to.address).toBe('officer901@thamesbrook.example')
    expect(card.subject).toBe('4 of 6 coming: decide about Chairing a difficult meeting')
    expect(card.text).toContain('Please decide by noon on Thursday 15 October.')
    expect(card.text).toContain('2 tentative, not counted. 30 had not answered, 0 declined.')
    expect(decodeURIComponent(card.text)).toContain('"session/s1/decide"')
    const late = mailOf(composed({ kind: 'escalation', officerId: aPersonId(902), round: 1 }, 'email', of))
    expect(late.text).toContain('Nobody has decided yet. It was due by noon on Thursday 15 October.')
    expect(late.text).toContain('Nothing happens by itself')
  })

  test('C3.13 the organiser is asked for the reason, at the shared mailbox’s own address too', () => {
    const shared = { id: aPersonId(950), name: 'Member training', address: 'training@thamesbrook.example' }
    const of = session({ organiser: shared, standing: { kind: 'cancelled', at: now, through: 'outlook' } })
    const mail = mailOf(composed({ kind: 'ask-reason', officerId: shared.id }, 'email', of))
    expect(mail.to).toEqual({ name: 'Member training', address: 'training@thamesbrook.example' })
    expect(mail.subject).toBe('Why was it cancelled? Chairing a difficult meeting, Thursday 22 October')
    expect(decodeURIComponent(mail.text)).toContain('"session/s1/reason"')
  })

  test('whoever has no address cannot be written to', () => {
    const members = [aMember(1, { addresses: [] })]
    expect(composed({ kind: 'nudge', memberId, number: 1 }, 'email', session(), context({ members }))).toEqual({
      channel: 'none',
      because: 'no-mailbox',
    })
    expect(composed({ kind: 'ask-reason', officerId: aPersonId(999) }, 'email')).toEqual({ channel: 'none', because: 'no-mailbox' })
    expect(composed({ kind: 'nudge', memberId: aMemberId(999), number: 1 }, 'email')).toMatchObject({ channel: 'none' })
  })
})

describe('cards', () => {
  test('C3.2 each officer gets the decision, and the same facts give the same card', () => {
    const of = session({ undersubscribed: open })
    const purpose = { kind: 'decision-card', officerId: aPersonId(901), round: 1 } as const
    const first = composed(purpose, 'card', of)
    expect(first).toMatchObject({ channel: 'card', to: aPersonId(901) })
    expect(first).toHaveProperty('message.text', expect.stringContaining('4 of 6'))
    expect(composed(purpose, 'card', of)).toEqual(first)
  })

  test('C3.4 who hears that nobody decided in time is told so', () => {
    const of = session({ undersubscribed: { ...open, escalatedAt: instant('2026-10-15T11:00:00Z') } })
    const result = composed(
      { kind: 'escalation', officerId: aPersonId(902), round: 1 },
      'card',
      of,
      context({ officers: [anOfficer(902)] }),
    )
    expect(result).toHaveProperty('message.text', expect.stringContaining('Nobody has decided in time.'))
  })

  test('C2.3 a Member is asked with the invitation and its three answers', () => {
    const result = composed({ kind: 'nudge', memberId: aMemberId(9), number: 1 }, 'card')
    expect(result).toMatchObject({ channel: 'card', to: aPersonId(9) })
    expect(JSON.stringify(result)).toContain('"answer":"declined"')
  })

  test('C3.13 the reason is asked for by card', () => {
    const of = session({ standing: { kind: 'cancelled', at: now, through: 'outlook' } })
    expect(composed({ kind: 'ask-reason', officerId: aPersonId(901) }, 'card', of)).toHaveProperty(
      'message.text',
      expect.stringContaining('Why was this cancelled?'),
    )
  })
})

describe('the calendar', () => {
  const decided = (message: string) =>
    session({ decision: { choice: 'cancel', message, reasonId: 'unwell' } as unknown as NonNullable<Session['decision']> })
  const otherRuns = [aSummary({ id: sessionId('s2'), startsAt: instant('2026-10-27T12:30:00Z'), delivery: 'online' })]

  test('C3.10 the cancellation carries the officer’s words, the other run and whom to ring', () => {
    expect(composed({ kind: 'cancel-event' }, 'calendar', decided('The trainer cannot come.'), context({ otherRuns }))).toEqual({
      channel: 'calendar',
      order: {
        kind: 'cancel',
        mailbox: aPersonId(901),
        eventId: 'event-1',
        comment: [
          'The trainer cannot come.',
          'The same course runs on Tuesday 27 October at 12:30pm, online.',
          'Questions? Ring Dana Whitlock, Member Development Officer, on 020 7946 0000.',
        ].join('\n\n'),
      },
    })
  })

  test('a run that the officer named is not named again', () => {
    const result = composed({ kind: 'cancel-event' }, 'calendar', decided('Come on 27 October instead.'), context({ otherRuns }))
    expect(JSON.stringify(result).match(/27 October/g)).toHaveLength(1)
  })

  test('a run on the 7th is named although the officer wrote of the 27th', () => {
    const runs = [aSummary({ id: sessionId('s2'), startsAt: instant('2026-11-07T12:30:00Z') })]
    const result = composed({ kind: 'cancel-event' }, 'calendar', decided('Not on 27 November.'), context({ otherRuns: runs }))
    expect(JSON.stringify(result)).toContain('Saturday 7 November')
  })

  test('C3.4 after a merger everyone is told of the run with which it was merged, and of no earlier one', () => {
    const merged = aSummary({ id: sessionId('s3'), startsAt: instant('2026-11-05T12:30:00Z') })
    const of = decided('We have merged the two.')
    const decision = { ...of.decision, choice: 'merge', mergeWith: merged.id } as NonNullable<Session['decision']>
    const around = context({ otherRuns: [...otherRuns, merged] })
    const told = [
      JSON.stringify(composed({ kind: 'cancel-event' }, 'calendar', { ...of, decision }, around)),
      JSON.stringify(composed({ kind: 'cancellation-notice', memberId }, 'text', { ...of, decision }, around)),
      JSON.stringify(composed({ kind: 'cancellation-notice', memberId }, 'email', { ...of, decision }, around)),
    ]
    for (const each of told) {
      expect(each).toContain('5 November')
      expect(each).not.toContain('27 October')
    }
  })

  test('C2.1 an answer is told to Outlook in the Member’s own calendar', () => {
    const purpose = { kind: 'answer', memberId, answer: 'declined', number: 2 } as const
    expect(composed(purpose, 'calendar')).toEqual({
      channel: 'calendar',
      order: {
        kind: 'answer',
        member: aPersonId(1),
        memberAddress: 'member1@thamesbrook.example',
        entry: { mailbox: aPersonId(901), eventId: 'event-1', iCalUId: 'ical-1' },
        startsAt,
        answer: 'declined',
      },
    })
    const { personId: _, ...outsider } = aMember(1)
    expect(composed(purpose, 'calendar', session(), context({ members: [outsider] }))).toEqual({ channel: 'none', because: 'no-mailbox' })
  })
})
