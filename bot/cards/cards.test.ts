import { expect, test } from 'vitest'
import { decisionFactsFrom, type DecisionFacts } from '../../api/use-cases/decision-facts.ts'
import { invitationFactsFrom } from '../../api/use-cases/invitation-facts.ts'
import { testProfile } from '../../api/testing/council.ts'
import { dutyOf } from '../../domain/duties/duty-ids.ts'
import { sessionId } from '../../domain/kernel/ids.ts'
import type { Instant } from '../../domain/kernel/time.ts'
import {
  aContext,
  aDutyRecord,
  aMember,
  aMemberId,
  anInvitation,
  anOfficer,
  aPersonId,
  aRecord,
  aSession,
  aSummary,
  arrangedAt,
  done,
  invitationsWith,
  postponed,
  reviewAt,
  someMembers,
  startsAt,
} from '../../domain/testing/builders.ts'
import { decided } from '../../domain/sessions/deciding.ts'
import type { Session } from '../../domain/sessions/session.ts'
import type { SessionRecord } from '../../domain/sessions/session-record.ts'
import { askReasonCard } from './ask-reason.ts'
import { confirmCard } from './confirm.ts'
import { decisionCard } from './decision.ts'
import { notInvitedCard, nudgeCard } from './invitation.ts'

const officerId = anOfficer(901).id
const evening = aSummary({ id: sessionId('s2'), accepted: 9, startsAt: startsAt.add({ hours: 96 }) })
const open = { kind: 'open', round: 1, openedAt: reviewAt, decideBy: reviewAt.add({ hours: 3 }) } as const
const answers = { accepted: 4, tentative: 2, none: 25, declined: 19 }

function factsOf(record: SessionRecord, now: Instant = reviewAt.add({ minutes: 5 }), context = {}) {
  return decisionFactsFrom(
    record,
    { ...aContext(now, { otherRuns: [evening], ...context }), profile: testProfile },
    { officerId, seen: '7' },
  )
}

function inQuestion(given: Partial<Session> = {}) {
  return aRecord(aSession({ ...answers, undersubscribed: open, ...given }))
}

type Json = { readonly [key: string]: unknown }

/** Every object in a card, however deep. */
function parts(value: unknown): readonly Json[] {
  if (typeof value !== 'object' || value === null) return []
  const inside = Object.values(value).flatMap(parts)
  return Array.isArray(value) ? inside : [value as Json, ...inside]
}

test('C3.2, C3.3 the open card says the count, the deadline by its date, and tentatives apart', () => {
  const { text } = decisionCard(factsOf(inQuestion()))
  expect(text).toContain('Chairing a difficult meeting · Tuesday 27 October, 6:30pm')
  expect(text).toContain('4 of 6 coming. Decide by noon on Tuesday 20 October.')
  expect(text).toContain('2 tentative, not counted. 25 have not answered, 19 declined.')
  expect(text).toContain('Other run: Saturday 31 October, 6:30pm: 9 accepted')
  expect(text).toContain('Nothing happens by itself')
})

test('C3.4 a run that has taken place is neither shown as the other run nor offered to merge with', () => {
  const past = aSummary({ id: sessionId('s0'), accepted: 12, startsAt: reviewAt.subtract({ hours: 24 }) })
  const facts = factsOf(inQuestion(), reviewAt.add({ minutes: 5 }), { otherRuns: [past, evening] })
  expect(decisionCard(facts).text).not.toContain('12 accepted')
  const offered = parts(confirmCard(facts, 'merge').card).find(({ id }) => id === 'mergeWith')
  expect(offered).toMatchObject({ choices: [{ value: 's2' }], value: 's2' })
  const alone = factsOf(inQuestion(), reviewAt.add({ minutes: 5 }), { otherRuns: [past] })
  expect(JSON.stringify(decisionCard(alone).card)).not.toContain('"merge"')
})

test('C3.4 an escalated card says that it was due', () => {
  const escalated = { ...open, escalatedAt: open.decideBy }
  expect(decisionCard(factsOf(inQuestion({ undersubscribed: escalated }))).text).toContain(
    'Still to be decided: it was due by noon on Tuesday 20 October.',
  )
})

test('the same facts at another hour give the same card, so that it is not edited for nothing', () => {
  const later = factsOf(inQuestion(), reviewAt.add({ hours: 2 }))
  expect(decisionCard(later)).toEqual(decisionCard(factsOf(inQuestion())))
})

const need = (number: number, given: Partial<DecisionFacts['view']['needs'][number]> = {}): DecisionFacts['view']['needs'][number] => ({
  memberId: `m${number}`,
  name: `Cllr ${number}`,
  rule: 'Planning Committee training',
  deadline: { kind: 'meeting', committee: 'Planning Committee', at: '2026-11-04T19:00:00Z' },
  otherwise: { sessionId: 's2', startsAt: '2026-11-02T18:30:00Z', response: 'none' },
  ...given,
})

function cardNeeding(needs: DecisionFacts['view']['needs']): string {
  const facts = factsOf(inQuestion())
  return decisionCard({ ...facts, view: { ...facts.view, needs } }).text
}

test('C3.6 the card names each Member once by each date, with the date that is theirs', () => {
  const { otherwise: _, ...alone } = need(2, { rule: 'Code of conduct' })
  const year = { kind: 'day', on: '2026-11-20' } as const
  expect(cardNeeding([need(1), need(2), alone, need(3, { deadline: year }), need(4, { deadline: { kind: 'none' } })])).toContain(
    'Mandatory: For 4 of the 4; before Planning Committee, Wednesday 4 November, 7pm: Cllr 1, Cllr 2 (no other way); ' +
      'by Friday 20 November: Cllr 3; by no fixed date: Cllr 4.',
  )
})

test('C3.6 a card leaves out nobody unsaid, and stays small enough for Teams', () => {
  const many = Array.from({ length: 60 }, (_, at) => need(at, { name: `Councillor Bartholomew Featherstonehaugh ${at}` }))
  expect(cardNeeding(many.slice(0, 7))).toContain('Featherstonehaugh 6.')
  expect(cardNeeding(many)).toContain('Featherstonehaugh 19, and 40 others.')
  const facts = factsOf(inQuestion())
  const card = decisionCard({ ...facts, view: { ...facts.view, needs: many } })
  expect(Buffer.byteLength(JSON.stringify(card))).toBeLessThan(25_000)
})

test.each([
  [0, undefined, 'nobody knows what of £850 is payable.', 'Nobody knows what is still payable: for £850 no terms are known, £42 not spent'],
  [0, 4_200, '£42 from noon on Tuesday 20 October payable, nobody knows what of £850 is payable.', 'Nobody knows what is still payable'],
  [4_200, undefined, '£42 payable, nobody knows what of £850 is payable.', '£42 still payable, £0 not spent, and nobody knows of £850'],
])('C3.5 with %i pence owed and terms that nobody knows, the card says so before any sum', (ifCancelled, later, fact, claim) => {
  const next = later === undefined ? {} : { next: { at: '2026-10-20T11:00:00Z', ifCancelled: later } }
  const money = { ifRun: 89_200, committed: 0, ifCancelled, unknown: 85_000, costs: [{ label: 'Trainer', pence: 89_200 }], ...next }
  const facts = factsOf(inQuestion())
  const priced = { ...facts, view: { ...facts.view, money } }
  expect(decisionCard(priced).text).toContain(`cleared, ${fact}`)
  expect(confirmCard(priced, 'cancel').text).toContain(claim)
})

test('C3.9 a card whose case closed itself says so, with how many are coming', () => {
  const closed = { kind: 'closed', round: 1, closedAt: reviewAt.add({ hours: 1 }), because: 'enough' } as const
  const { text } = decisionCard(factsOf(aRecord(aSession({ accepted: 6, undersubscribed: closed })), reviewAt.add({ hours: 2 })))
  expect(text).toContain('Six are coming. This closed itself at 10am on Tuesday 20 October.')
})

test('C3.10, C3.12 after a cancellation every officer sees who, when, why and what came of it', () => {
  const at = startsAt.subtract({ hours: 20 })
  const reason = { id: 'lack-of-interest', by: officerId, byName: 'Hannah Brightwell', at }
  const session = aSession({
    ...answers,
    standing: { kind: 'cancelled', at, through: 'decision', reason },
    decision: {
      choice: 'cancel',
      by: officerId,
      byName: 'Hannah Brightwell',
      at,
      reasonId: 'lack-of-interest',
      message: 'Too few could come.',
      knowing: { counts: { accepted: 4, tentative: 2, declined: 19, none: 25 }, minimum: 6, readAt: reviewAt, otherRuns: [] },
    },
  })
  const notice = (number: number) =>
    dutyOf(session.id, { kind: 'cancellation-notice', memberId: aMemberId(number) }, 'text', { notBefore: at })
  const delivery = (status: 'delivered' | 'sending') => ({ status, at: at.add({ minutes: 3 }) })
  const duties = [
    done(dutyOf(session.id, { kind: 'cancel-event' }, 'calendar', { notBefore: at }), { kind: 'sent', at }),
    ...[2, 3, 4].map((number) => done(notice(number), { kind: 'sent', at, delivery: delivery('delivered') })),
    ...[5, 6].map((number) => done(notice(number), { kind: 'sent', at, delivery: delivery('sending') })),
  ]
  const members = [aMember(1, { shortName: 'Cllr Amblecote', mobile: { kind: 'none' } }), ...someMembers(50).slice(1)]
  const { text } = decisionCard(factsOf(aRecord(session, { duties }), at.add({ minutes: 5 }), { members }))
  expect(text).toContain('Cancelled by Hannah Brightwell, 10:30pm on Monday 26 October')
  expect(text).toContain('(4 of 6). “Too few could come.”')
  expect(text).toContain('Calendars: 50 of 50 cleared')
  expect(text).toContain('Texts: 5 sent: 3 delivered, 2 on their way')
  expect(text).toContain('Phone calls: 1 to make: Cllr Amblecote')
  expect(text).toContain('As at 10:33pm on Monday 26 October. No decision is needed from you.')
})

test('C3.1 confirming a cancellation shows its consequences, wants a reason and words, and carries what was seen', () => {
  const { card, text } = confirmCard(factsOf(inQuestion()), 'cancel')
  expect(text).toContain('50 calendars cleared: 50 Members')
  expect(text).toContain('No texts: at least 2 working days of notice')
  expect(text).toContain('6 offered the other run, Saturday 31 October, 6:30pm')
  const all = parts(card)
  expect(all).toContainEqual(
    expect.objectContaining({ type: 'Input.ChoiceSet', id: 'reasonId', isRequired: true, value: 'lack-of-interest' }),
  )
  expect(all).toContainEqual(expect.objectContaining({ type: 'Input.Text', id: 'message', isRequired: true }))
  expect(all).toContainEqual(
    expect.objectContaining({
      type: 'Action.Execute',
      title: 'Cancel and clear 50 calendars',
      style: 'destructive',
      data: { sessionId: 's1', seen: '7', choice: 'cancel' },
    }),
  )
})

test('C3.11 at short notice the numbers of texts and calls stand on the card before anything is done', () => {
  const soon = startsAt.subtract({ hours: 20 })
  const members = [aMember(1, { shortName: 'Cllr Amblecote', mobile: { kind: 'none' } }), ...someMembers(50).slice(1)]
  const { text } = confirmCard(factsOf(inQuestion(), soon, { members }), 'cancel')
  expect(text).toContain('5 texts now, because it is short notice')
  expect(text).toContain('1 phone call for you: Cllr Amblecote, no mobile number')
})

test('C3.4 running it wants words and clears nothing; merging names the run', () => {
  const run = confirmCard(factsOf(inQuestion()), 'run')
  expect(run.text).toContain('It goes ahead with 4 accepted')
  expect(parts(run.card)).toContainEqual(expect.objectContaining({ id: 'reasonWords', isRequired: true }))
  expect(parts(confirmCard(factsOf(inQuestion()), 'merge').card)).toContainEqual(expect.objectContaining({ id: 'mergeWith', value: 's2' }))
})

test('C3.13 the organiser is asked why, and once it is known the card says what it was', () => {
  const cancelled = { kind: 'cancelled', at: reviewAt, through: 'outlook' } as const
  expect(askReasonCard(factsOf(inQuestion({ standing: cancelled }))).text).toContain('Why was this cancelled?')
  const reason = { id: 'lack-of-interest', by: officerId, byName: 'Hannah Brightwell', at: reviewAt }
  expect(askReasonCard(factsOf(inQuestion({ standing: { ...cancelled, reason } }))).text).toContain('Cancelled in Outlook')
})

const invited = (given: Partial<Session> = {}, now = reviewAt) =>
  invitationFactsFrom(
    aRecord(aSession({ invitations: [anInvitation(1)], ...given })),
    { ...aContext(now), profile: testProfile },
    aMemberId(1),
  )

function nudge(given: Partial<Session> = {}, now = reviewAt) {
  const facts = invited(given, now)
  return facts ? nudgeCard(facts, { userId: aPersonId(10) }) : notInvitedCard()
}

test('C2.3 one who has not answered is asked, with three answers of equal weight', () => {
  const { card, text } = nudge()
  expect(card).toMatchObject({ refresh: { action: { verb: 'answer.refresh', data: { sessionId: 's1' } }, userIds: [aPersonId(10)] } })
  expect(text).toContain('Can you come?\nChairing a difficult meeting\nTuesday 27 October, 6:30pm to 8:30pm. Town Hall Room 2.')
  const buttons = parts((card as Json)['actions']).filter(({ type }) => type === 'Action.Execute')
  expect(buttons.map(({ title }) => title)).toEqual(['Accept', 'Tentative', 'Decline'])
  expect(buttons.every(({ style }) => style === undefined)).toBe(true)
})

test.each([
  ['accepted', 'You accepted'],
  ['tentative', 'You said tentative'],
  ['declined', 'You declined'],
] as const)('C2.1 one who %s sees that, and may change it', (answer, said) => {
  const { card, text } = nudge({ invitations: [anInvitation(1, answer)] })
  expect(text).toContain(said)
  expect(parts(card)).toContainEqual(expect.objectContaining({ type: 'Action.Execute', verb: 'answer.change' }))
})

const later = reviewAt.add({ hours: 3 })
test.each([
  [5, undefined, arrangedAt, '5 of 6 coming. Decided by noon on Tuesday 20 October.'],
  [6, undefined, arrangedAt, '6 coming. Decided by noon on Tuesday 20 October.'],
  [6, undefined, later, '6 coming. It goes ahead.'],
  [5, undefined, later, '5 of 6 coming. Officers are deciding whether it goes ahead.'],
  [5, 'run', later, '5 coming. It goes ahead.'],
  [6, 'postpone', later, 'You are asked again when it has a new date.'],
] as const)('C2.2 with %i coming of six, and %o decided, an invitation says so', (accepted, choice, now, said) => {
  const session = aSession({ invitations: [anInvitation(9), ...invitationsWith({ accepted })], undersubscribed: open })
  const { decision } = postponed(session)
  const shown = choice && decision ? decided(session, { ...decision, choice }).session : session
  const facts = invitationFactsFrom(aRecord(shown), { ...aContext(now), profile: testProfile }, aMemberId(9))
  expect(facts && nudgeCard(facts, { userId: aPersonId(10) }).text).toContain(said)
})

test('an answer on its way, and one that Outlook refused, say so', () => {
  const wanted = { answer: 'accepted', at: reviewAt } as const
  const { text } = nudge({ invitations: [anInvitation(1, 'none', { wanted })] })
  expect(text).toContain('Outlook is told of it straight away.')
  expect(text).not.toContain('coming') // the count is without it, and the card stays where it is
  const answer = dutyOf(sessionId('s1'), { kind: 'answer', memberId: aMemberId(1), answer: 'accepted', number: 1 }, 'calendar', {
    notBefore: reviewAt,
  })
  const record = aRecord(aSession({ invitations: [anInvitation(1, 'none', { wanted })] }), {
    duties: [done(answer, { kind: 'failed', at: reviewAt, because: 'refused' })],
  })
  const facts = invitationFactsFrom(record, { ...aContext(reviewAt), profile: testProfile }, aMemberId(1))
  expect(facts && nudgeCard(facts, { userId: aPersonId(10) }).text).toContain('Please answer in Outlook.')
  expect(aDutyRecord(answer).state.kind).toBe('due')
})

test.each([
  ['who has not answered', 'none', reviewAt, false],
  ['who has, and pressed to change it on an older card', 'accepted', reviewAt, true],
  ['after its old time', 'none', startsAt, false],
] as const)('C3.4 C2.3 of what is postponed a Member is asked nothing: %s', (_who, answer, now, asking) => {
  const facts = invited({ ...postponed(aSession()), invitations: [anInvitation(1, answer)] }, now)
  if (!facts) throw new Error('she is not invited')
  const { card, text } = nudgeCard(facts, { userId: aPersonId(10), asking })
  expect(text).toMatch(/^This session is postponed\nChairing a difficult meeting\nTuesday 27 October/)
  expect(text).toMatch(/You are asked again when it has a new date\.$/)
  expect(text.includes('You accepted.\nIt is in your Outlook calendar.')).toBe(answer === 'accepted')
  expect(parts((card as Json)['actions']).map(({ type, title }) => [type, title])).toEqual([['Action.OpenUrl', 'See the session']])
  expect(card).toMatchObject({ refresh: { action: { verb: 'answer.refresh' } } }) // so that it asks again by itself once it is on
})

test('C3.4 an answer given on an older card of what is postponed is told to Outlook, and one that was not kept is said to be lost', () => {
  const wanted = { answer: 'declined', at: reviewAt } as const
  const facts = invited({ ...postponed(aSession()), invitations: [anInvitation(1, 'none', { wanted })] })
  if (!facts) throw new Error('she is not invited')
  expect(nudgeCard(facts, { userId: aPersonId(10) }).text).toContain('You declined.\nOutlook is told of it straight away.')
  const lost = nudgeCard(facts, { userId: aPersonId(10), asking: true, note: 'Please press it again.' })
  expect(lost.text).toContain('Please press it again.')
  expect(lost.card).not.toHaveProperty('refresh')
})

test('over, cancelled, moved and not invited each have their own words', () => {
  expect(nudge({}, startsAt).text).toContain('This session has taken place')
  expect(nudge({ standing: { kind: 'cancelled', at: reviewAt, through: 'outlook' } }).text).toContain('This session is cancelled')
  expect(nudge({ invitations: [] }).text).toContain('You are not invited')
  const moved = invited({ invitations: [anInvitation(1, 'none', { answeredOldTime: 'accepted' })] })
  expect(moved && nudgeCard(moved, { userId: aPersonId(10) }).text).toContain('The time has changed. Can you come?')
})

test('every card is 1.5, small, in English, has its text as fallback, a heading, and a label on every input', () => {
  const everybody = someMembers(50).map((member) => ({
    ...member,
    shortName: 'Councillor with a rather long name indeed',
    mobile: { kind: 'none' } as const,
  }))
  const soon = startsAt.subtract({ hours: 20 })
  const facts = factsOf(aRecord(aSession({ accepted: 5, tentative: 45, title: 'x'.repeat(200), undersubscribed: open })), soon, {
    members: everybody,
  })
  const reasonless = factsOf(inQuestion({ standing: { kind: 'cancelled', at: reviewAt, through: 'outlook' } }))
  const cards = [
    decisionCard(facts),
    decisionCard(reasonless),
    askReasonCard(reasonless),
    ...(['run', 'cancel', 'postpone', 'merge'] as const).map((choice) => confirmCard(facts, choice)),
    nudge(),
    nudge({ invitations: [anInvitation(1, 'accepted')] }),
    nudge(postponed(aSession({ invitations: [anInvitation(1)] }))),
    notInvitedCard(),
  ]
  for (const { card, text } of cards) {
    expect(card).toMatchObject({ type: 'AdaptiveCard', version: '1.5', lang: 'en-GB', fallbackText: text, speak: text })
    expect(Buffer.byteLength(JSON.stringify(card), 'utf16le')).toBeLessThan(50_000)
    expect(Buffer.byteLength(JSON.stringify(card))).toBeLessThan(25_000)
    const all = parts(card)
    expect(all.some(({ style }) => style === 'heading')).toBe(true)
    expect(all.filter(({ type }) => String(type).startsWith('Input.')).every(({ label }) => label !== undefined)).toBe(true)
    expect(all.filter(({ isRequired }) => isRequired).every(({ errorMessage }) => errorMessage !== undefined)).toBe(true)
    expect(all.filter(({ type }) => type === 'Action.Execute' && true).every(({ title }) => typeof title === 'string')).toBe(true)
    expect(JSON.stringify(card)).not.toMatch(/"color":/)
  }
})

test('a card refreshes for the one officer it was sent to, and old clients get the same order as a submit', () => {
  const { card } = decisionCard(factsOf(inQuestion()))
  expect(card).toMatchObject({
    refresh: { action: { type: 'Action.Execute', verb: 'decide.refresh', data: { sessionId: 's1' } }, userIds: [aPersonId(901)] },
  })
  expect(parts(card)).toContainEqual(expect.objectContaining({ type: 'Action.Submit', data: { sessionId: 's1', verb: 'decide.choose' } }))
})

test('what a title means in a card’s small Markdown is taken from it', () => {
  const { card } = nudge({ title: 'Budgets [2026] *and* __more__' })
  expect(parts(card)).toContainEqual(expect.objectContaining({ text: 'Budgets \\[2026\\] \\*and\\* \\_\\_more\\_\\_' }))
})
