import { expect, test } from 'vitest'
import { day, instant } from '../kernel/time.ts'
import type { MandatoryRule } from '../rulebook/mandatory.ts'
import { aRule, towerHamlets } from '../testing/builders.ts'
import type { Standing } from './standing.ts'
import { ruleWords, standsWords, whyWords } from './words.ts'

const said = (text: string) => text.replaceAll('\u00a0', ' ')
const none = { kind: 'attended', sessionId: 's', courseId: 'c', title: 'Planning training' }
const evidence = [{ ...none, on: day('2026-05-28') }] as unknown as Standing['evidence']
const seat = { committee: 'Planning Committee', seat: 'member', maySit: false } as const

test('C5.1 each rule of Tower Hamlets’ table is said as its row says it', () => {
  const told = Object.fromEntries(towerHamlets.mandatory.rules.map((rule) => [rule.id, ruleWords(rule)]))
  expect(told).toMatchObject({
    'ethics-and-probity': 'Every Member: once during induction, and once more in each election cycle.',
    planning: 'Members and substitutes of the Planning Committee: before they first sit, and again in each municipal year.',
    equalities: 'The Mayor and every councillor: once during induction.',
    'chairing-skills':
      'Whoever is Speaker and whoever is Chair: once, within 8 weeks of the start of the municipal year or of taking the office.',
  })
})

test.each<[Partial<MandatoryRule>, string]>([
  [{ due: { by: 'day', on: '2026-12-31' } }, 'Every councillor: once, by Thursday 31 December 2026.'],
  [{ again: 'each-twelve-months' }, 'Every councillor: once, and again every twelve months.'],
  [
    { appliesTo: { kinds: [], offices: [], committees: ['The Audit Committee'] }, substitutes: false },
    'Members of The Audit Committee: once.',
  ],
])('a rule that is %o is said as %s', (given, expected) => {
  expect(said(ruleWords(aRule(given)))).toBe(expected)
})

test('C5.1 why a rule binds her is said of her own office, seat and kind', () => {
  const bound = {
    kind: 'councillor',
    offices: [{ post: 'Chair, Planning Committee' }],
    seats: [
      { committee: 'Planning Committee', seat: 'member', since: day('2026-09-17') },
      { committee: 'Licensing Committee', seat: 'substitute' },
    ],
  } as const
  expect(said(whyWords(bound, 'you'))).toBe(
    'You are Chair, Planning Committee. You sit on the Planning Committee, since Thursday 17 September 2026. ' +
      'You are a substitute on the Licensing Committee. You are a councillor.',
  )
  expect(whyWords({ kind: 'mayor', offices: [], seats: [] }, 'they')).toBe('They are the Mayor.')
})

test.each<[Standing['status'], string]>([
  [{ kind: 'due', by: day('2027-05-07') }, 'Not done yet. It is to be done by Friday 7 May 2027.'],
  [{ kind: 'due' }, 'Not done yet. No date is set for it.'],
  [
    { kind: 'overdue', by: day('2027-05-07'), neverDone: true },
    'Not done yet. It was to be done by Friday 7 May 2027. Doing it late still counts.',
  ],
])('C5.1 C2.14 what is not done, %o, is said without a label or a reproach', (status, expected) => {
  expect(said(standsWords({ status, sits: [], evidence: [] }, 'you'))).toBe(expected)
})

test.each<[Standing['status'], string]>([
  [{ kind: 'done', on: day('2026-05-28') }, 'Done on Thursday 28 May 2026.'],
  [{ kind: 'done', on: day('2026-05-28'), moreBy: day('2030-05-01') }, 'Done on Thursday 28 May 2026. Once more by Wednesday 1 May 2030.'],
  [{ kind: 'refresher-due', by: day('2030-05-01') }, 'You did this on Thursday 28 May 2026. Once more by Wednesday 1 May 2030.'],
])('C5.1 what is done, %o, is said with the day that shows it', (status, expected) => {
  expect(said(standsWords({ status, sits: [], evidence }, 'you'))).toBe(expected)
})

test('C5.3 what is needed before sitting is said with the meeting, as far as it is known', () => {
  const next = { committee: 'Planning Committee', at: instant('2026-10-21T17:30:00Z') }
  const due = { status: { kind: 'due' }, sits: [seat], evidence: [] } as const
  expect(said(standsWords(due, 'you', next))).toBe(
    'Not done yet. You need this before you sit on the Planning Committee on Wednesday 21 October 2026.',
  )
  expect(standsWords(due, 'they')).toBe('Not done yet. They need this before they sit on the Planning Committee.')
})

test('C5.4 a lapse says when it was last done, and what it bars from only where it bars', () => {
  const status = { kind: 'overdue', by: day('2028-04-30'), neverDone: false } as const
  const since = 'You did this on Thursday 28 May 2026. It was to be done again by Sunday 30 April 2028. Doing it late still counts.'
  expect(said(standsWords({ status, sits: [seat], evidence }, 'you'))).toBe(
    `${since} You need this before you sit on the Planning Committee.`,
  )
  expect(said(standsWords({ status, sits: [{ ...seat, maySit: true }], evidence }, 'you'))).toBe(since)
})
