import { expect, test } from 'vitest'
import { decision } from '../../testing/officer-fixtures.ts'
import { moneyWords } from '../../ui/words-of-money.ts'
import { emptyDraft, isComplete, missingIn, orderOf } from './order.ts'
import { chaseWords, notReadyWords, questionWords, settledWords } from './words.ts'
import { factsAgainst, factsFor } from './words-of-facts.ts'
import { consequencesOf, optionsOf, submitWords, type Option } from './words-of-options.ts'

const plain = (text: string) => text.replaceAll('\u00A0', ' ')
const said = (facts: readonly { bold: string; rest: string }[]) => facts.map(({ bold, rest }) => plain(`${bold}${rest}`))
const option = (id: string): Option => {
  const found = optionsOf(decision).find((each) => each.id === id)
  if (!found) throw new Error(`no option ${id}`)
  return found
}

test('C3.4 the question is the page', () => {
  expect(plain(questionWords(decision))).toBe('Should Thursday’s session go ahead?')
  const later = { ...decision, row: { ...decision.row, startsAt: '2026-10-20T09:00:00Z' } }
  expect(plain(questionWords(later))).toBe('Should the session on Tuesday 20 October go ahead?')
})

test('C3.5 C3.6 C3.8 what speaks for and against, each with its claim first, in their order', () => {
  expect(said(factsFor(decision))).toEqual([
    'Mandatory for 2 of the 4, before Planning Committee on Wednesday 21 October: Cllr Elspeth Rook and Cllr Piotr Wyszomir ' +
      '(Planning Committee training). Cllr Piotr Wyszomir has declined the other run, so nothing else would meet it in time. ' +
      'For Cllr Elspeth Rook the next that would is on Monday 19 October.',
    '£425 is payable even if it is cancelled now, and £850 from noon tomorrow.',
    'It is short notice. It starts in 1 day 19 hours; the council asks for 2 working days.',
    'Four have said yes and would have to be told.',
  ])
  expect(said(factsAgainst(decision))).toEqual([
    '4 accepted: 2 short. It was 6 at the review on 8 October; two fewer since.',
    'It costs £892 to run: External trainer £850 and refreshments £42. That is £223 for each person coming.',
    'The evening run has 21 places free: Monday 19 October, 6:30pm, Committee Room 1, 9 accepted. Of the 6 accepted or tentative here, ' +
      '1 has accepted it, 1 is tentative, 2 have declined, 2 have not answered.',
  ])
})

test('C3.6 where nothing else would do, that is said; and where all have another way, when', () => {
  const needs = decision.needs.map(({ otherwise: _otherwise, declined: _declined, ...need }) => need)
  expect(said(factsFor({ ...decision, needs }))[0]).toMatch(/Nothing else would meet it in time\.$/)
  const [first] = decision.needs
  expect(said(factsFor({ ...decision, needs: first ? [first] : [] }))[0]).toMatch(
    /The next session that would meet it is on Monday 19 October\.$/,
  )
})

test.each([
  [['2026-10-19T17:30:00Z', '2026-10-19T09:00:00Z'], 'The next session that would meet it is on Monday 19 October.'],
  [
    ['2026-10-19T17:30:00Z', '2026-10-20T17:30:00Z'],
    'For Cllr 0 the next session that would meet it is on Monday 19 October. ' +
      'For Cllr 1 the next session that would meet it is on Tuesday 20 October.',
  ],
  [
    ['2026-10-19T17:30:00Z', '2026-10-20T17:30:00Z', undefined],
    'For Cllr 2 nothing else would meet it in time. For Cllr 0 the next that would is on Monday 19 October. ' +
      'For Cllr 1 the next that would is on Tuesday 20 October.',
  ],
  [
    ['2026-10-20T17:30:00Z', '2026-10-20T17:30:00Z', undefined],
    'For Cllr 2 nothing else would meet it in time. For Cllr 0 and Cllr 1 the next that would is on Tuesday 20 October.',
  ],
])('C3.6 to each is said the date that would do for them: %j', (dates, end) => {
  const needs = dates.map((startsAt, at) => ({
    ...decision.needs[0],
    memberId: `m${at}`,
    name: `Cllr ${at}`,
    otherwise: startsAt && { sessionId: `s${at}`, startsAt, response: 'none' },
  })) as typeof decision.needs
  const [fact] = said(factsFor({ ...decision, needs }))
  expect(fact?.split('(Planning Committee training). ')[1]).toBe(end)
})

test('C3.6 everyone who needs it is named, and no rule pushes another fact out', () => {
  const named = (rule: string, from: number) =>
    Array.from({ length: 5 }, (_, at) => ({
      ...decision.needs[0],
      memberId: `m${from + at}`,
      name: `Cllr ${from + at}`,
      rule,
      otherwise: undefined,
    }))
  const needs = ['Planning', 'Licensing', 'Safeguarding'].flatMap((rule, at) => named(rule, at * 5)) as typeof decision.needs
  const facts = said(factsFor({ ...decision, needs, reopened: needs.map(({ name }) => name) }))
  expect(facts.map((fact) => fact.split(' ')[0])).toEqual(['Mandatory', 'Mandatory', 'Mandatory', '£425', 'It', 'Four'])
  expect(facts[2]).toContain(': Cllr 10, Cllr 11, Cllr 12, Cllr 13 and Cllr 14 (Safeguarding)')
  const reopened = consequencesOf(option('cancel'), { ...decision, reopened: needs.map(({ name }) => name) }).at(-1)
  expect(reopened?.rest).toContain('Cllr 13 and Cllr 14')
})

test('C3.6 each of those who declined the other run is named', () => {
  const declined = { sessionId: 's-planning-evening', startsAt: '2026-10-19T17:30:00Z' }
  const needs = Array.from({ length: 6 }, (_, at) => {
    return { ...decision.needs[0], memberId: `m${at}`, name: `Cllr ${at}`, otherwise: undefined, declined }
  }) as typeof decision.needs
  expect(said(factsFor({ ...decision, needs }))[0]).toContain('Cllr 4 and Cllr 5 have declined the other run')
})

test.each([
  [0, undefined, 'Nobody knows what is payable if it is cancelled now: for £850 no terms are known.'],
  [0, 4_200, 'Nobody knows what is payable if it is cancelled now: for £850 no terms are known. £42 is payable from noon tomorrow.'],
  [4_200, undefined, '£42 is payable even if it is cancelled now. Nobody knows what of £850 is.'],
])('C3.5 with %i pence owed and terms that nobody knows, no sum passes for all that is payable', (ifCancelled, later, fact) => {
  const next = later === undefined ? undefined : { at: '2026-10-14T11:00:00Z', ifCancelled: later }
  const { next: _next, ...rest } = decision.money ?? { costs: [], ifRun: 0, committed: 0, ifCancelled: 0, unknown: 0 }
  const money = { ...rest, ifRun: 89_200, ifCancelled, unknown: 85_000, ...(next ? { next } : {}) }
  expect(said(factsFor({ ...decision, needs: [], money }))[0]).toBe(fact)
  const payable = said(consequencesOf(option('cancel'), { ...decision, money })).find((each) => each.includes('payable'))
  expect(payable).toBe(
    ifCancelled > 0
      ? '£42 still payable, £0 not spent, and nobody knows of £850'
      : 'Nobody knows what is still payable: for £850 no terms are known, £42 not spent',
  )
  expect(plain(moneyWords(money, decision.now))).toContain(
    ifCancelled > 0
      ? '£42 would be owed if it were cancelled now. Nobody knows what of £850 would be.'
      : 'Nobody knows what of £850 would be owed if it were cancelled now.',
  )
})

test('C3.4 with nothing put down, only what is known speaks', () => {
  const { money: _money, ...unpriced } = { ...decision, needs: [], runs: [] }
  expect(said(factsFor(unpriced))).toEqual([
    'It is short notice. It starts in 1 day 19 hours; the council asks for 2 working days.',
    'Four have said yes and would have to be told.',
  ])
  expect(said(factsAgainst(unpriced))).toEqual([
    '4 accepted: 2 short. It was 6 at the review on 8 October; two fewer since.',
    'The evening run has 9 accepted: Monday 19 October, 6:30pm, Committee Room 1.',
  ])
})

test('C3.8 without another run that is said, and with time in hand that is too', () => {
  const notice = { shortNotice: false, shortNoticeFrom: '2026-10-14T09:00:00Z', workingDays: 2 }
  const { atReview: _atReview, ...unreviewed } = decision
  const { money: _money, ...unpriced } = { ...unreviewed, needs: [], runs: [] }
  const alone = { ...unpriced, notice, row: { ...decision.row, otherRuns: [] } }
  expect(said(factsFor(alone))).toEqual(['There is no other run to offer them.', 'Four have said yes and would have to be told.'])
  expect(said(factsAgainst(alone))).toEqual(['4 accepted: 2 short.', 'There is time to tell people: short notice begins at 10am tomorrow.'])
})

test('C3.4 an open case offers all four, merging once for each other run; any other session can only be cancelled', () => {
  expect(optionsOf(decision).map(({ label }) => label)).toEqual(['Run it', 'Postpone', 'Merge with the evening run', 'Cancel'])
  expect(optionsOf({ ...decision, state: 'enough' }).map(({ label }) => label)).toEqual(['Cancel'])
})

test('C3.11 what a choice would do is said in calendars, texts, calls and offers', () => {
  expect(said(consequencesOf(option('cancel'), decision))).toEqual([
    '54 calendars cleared: 50 Members, 4 others',
    '5 texts now: it is short notice',
    '1 phone call: Cllr Hugh Amblecote, no mobile',
    '6 offered the other run, same message',
    '£425 still payable, £467 not spent',
    '1 need reopened: Cllr Piotr Wyszomir',
  ])
  expect(said(consequencesOf(option('run'), decision))).toEqual([
    'Nobody is sent anything. It goes ahead with 4, and the reminders go out as usual.',
  ])
})

test('C3.11 where nobody but Members is invited, no others are spoken of', () => {
  const ifCancelled = { ...decision.ifCancelled, calendarsCleared: 50, othersInvited: 0 }
  expect(said(consequencesOf(option('cancel'), { ...decision, ifCancelled }))[0]).toBe('50 calendars cleared: 50 Members')
})

test('C3.11 with more than short notice no texts go, and that is said', () => {
  const ifCancelled = { ...decision.ifCancelled, shortNotice: false, texts: 0, calls: [], offeredOtherRun: 0 }
  expect(said(consequencesOf(option('cancel'), { ...decision, ifCancelled }))).toEqual([
    '54 calendars cleared: 50 Members, 4 others',
    'No texts: more than 2 working days’ notice',
    '£425 still payable, £467 not spent',
    '1 need reopened: Cllr Piotr Wyszomir',
  ])
})

test('a button that cannot be undone repeats its number', () => {
  expect(['run', 'postpone', 'cancel'].map((id) => submitWords(option(id), decision))).toEqual([
    'Run it with 4',
    'Postpone it',
    'Cancel and clear 54 calendars',
  ])
})

test('C3.4 silence is explained: nothing happens by itself', () => {
  expect(notReadyWords(decision)).toBe(
    'Nothing happens by itself. If nobody decides by noon tomorrow, the session stands and this is raised again.',
  )
  const late = { ...decision, decideBy: '2026-10-13T11:00:00Z' }
  expect(notReadyWords(late)).toBe('Nothing happens by itself. If nobody decides, the session stands and this is raised again.')
})

test('C3.4 postponing clears nothing: it says who moves it, and what happens until then', () => {
  expect(said(consequencesOf(option('postpone'), decision))).toEqual([
    'No calendar is cleared: 50 Members keep Thursday 15 October until you move it in Outlook',
    'Nobody is sent anything by Quorate, and nobody is reminded of the old date',
    'Everyone is asked again by Outlook when you move it',
    'It stays in Needs attention until it is moved',
  ])
  const draft = { ...emptyDraft(decision), reasonWords: 'The trainer is ill.' }
  expect(orderOf(draft, option('postpone'), decision)).toMatchObject({ choice: 'postpone', reasonWords: 'The trainer is ill.' })
})

test('C3.4 what was postponed can be run after all: it says what changes, and whom nobody tells by itself', () => {
  const row = { ...decision.row, state: { kind: 'postponed', at: decision.now } as const }
  const waits = { ...decision, row, state: 'decided' as const, toldPutOff: 2 }
  const [afterAll, cancel, ...more] = optionsOf(waits)
  expect([afterAll?.label, cancel?.choice, more]).toEqual(['Run it after all', 'cancel', []])
  if (!afterAll) throw new Error('it is not offered')
  expect(said(consequencesOf(afterAll, waits))).toEqual([
    'No calendar changes: 50 Members still have Thursday 15 October, and their answers stand',
    'Reminders go out again from now on, as usual',
    'Members’ pages say that it goes ahead, with 4 coming. Nobody is sent anything else',
    '2 partner addresses were told that it is put off: share it again to tell them that it is on',
  ])
  expect(submitWords(afterAll, waits)).toBe('Run it after all')
  expect(optionsOf({ ...waits, row: decision.row }).map(({ choice }) => choice)).toEqual(['cancel'])
})

test('C3.4 a run without room for those coming is not offered to merge with; one whose room nobody knows is', () => {
  const labels = (run: Partial<(typeof decision.runs)[number]>) =>
    optionsOf({ ...decision, runs: decision.runs.map((each) => ({ ...each, ...run })) }).map(({ choice }) => choice)
  expect(labels({ enough: false })).toEqual(['run', 'postpone', 'cancel'])
  expect(labels({ enough: undefined })).toContain('merge')
})

test('C4.13 the button says how many it asks before it is pressed', () => {
  expect(chaseWords(decision)).toBe('Chase 27 first')
})

test('C3.9 what settled it is said in place of the choice', () => {
  const row = { ...decision.row, counts: { ...decision.row.counts, accepted: 6 } }
  expect(settledWords({ ...decision, row, state: 'enough', closedAt: '2026-10-13T13:31:00Z' }, 'Hannah').title).toBe(
    'Six are coming. This closed itself at 2:31pm.',
  )
  const decided = { choice: 'run', by: 'Desmond Achterly', at: '2026-10-13T13:00:00Z' } as const
  expect(settledWords({ ...decision, state: 'decided', decided }, 'Hannah').title).toBe('Desmond Achterly decided to run it at 2pm')
  expect(settledWords({ ...decision, state: 'decided', decided }, 'Desmond Achterly').title).toBe('You decided to run it at 2pm')
})

test('C3.1 cancelling wants a reason and a message, and a sentence where the reason asks for one', () => {
  const draft = emptyDraft(decision)
  expect(Object.keys(missingIn(draft, option('cancel'), decision.reasons))).toEqual(['reason'])
  expect(Object.keys(missingIn({ ...draft, reasonId: 'other', message: ' ' }, option('cancel'), decision.reasons))).toEqual([
    'reasonWords',
    'message',
  ])
  expect(isComplete(missingIn({ ...draft, reasonId: 'lack-of-interest' }, option('cancel'), decision.reasons))).toBe(true)
})

test('C3.4 running it wants a sentence of the officer’s own, and sends no message', () => {
  const draft = emptyDraft(decision)
  expect(Object.keys(missingIn(draft, option('run'), decision.reasons))).toEqual(['reasonWords'])
  expect(orderOf({ ...draft, reasonWords: ' Two need it. ' }, option('run'), decision)).toEqual({
    choice: 'run',
    reasonId: 'officers-choice',
    reasonWords: 'Two need it.',
    seen: 'seen-1',
  })
})

test('C3.4 a decision goes out with what was seen, and a merger with the run that it merges with', () => {
  const draft = { ...emptyDraft(decision), reasonId: 'lack-of-interest', reasonWords: 'left over from another reason' }
  expect(orderOf(draft, option('merge-s-planning-evening'), decision)).toEqual({
    choice: 'merge',
    reasonId: 'lack-of-interest',
    message: decision.suggestedMessage,
    mergeWith: 's-planning-evening',
    seen: 'seen-1',
  })
})
