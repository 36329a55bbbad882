import { expect, test } from 'vitest'
import { detailsBody, type SessionDetails } from '../../../api/contracts/details.ts'
import { bodyOf, draftOf, emptyCost, noLongerAllowed, notAmong, penceIn, wrongFrom, wrongIn, type Draft } from './draft.ts'
import { faultWords } from './words.ts'

const given: SessionDetails['details'] = {
  aims: 'Decide by the rules',
  commitment: { preWork: 'Read chapter 3' },
  audience: { kind: 'committee', committee: 'Planning Committee' },
  provider: 'Trellis Learning',
  costs: [
    {
      category: 'external-trainer',
      pence: 85_000,
      payable: { kind: 'on-terms', terms: [{ workingDaysBefore: 1, at: '12:00', payablePercent: 100 }] },
    },
    { category: 'refreshments', pence: 4_250, payable: { kind: 'if-it-runs' } },
  ],
  meets: ['planning'],
  capacity: 30,
  loopNeeded: true,
  record: { priorities: ['homes'], implements: 'Dana Whitlock', joint: 'Newham, half each' },
  check: { type: 'They asked for it', access: 'Lift checked' },
  repeatOf: 's2',
}
const view = { details: given } as SessionDetails

test('what was put down comes back into the form and out again as it was', () => {
  const draft = draftOf(view)
  expect(draft.costs.map(({ pounds }) => pounds)).toEqual(['850', '42.50'])
  expect(wrongIn(draft)).toEqual({})
  expect(bodyOf(draft, 3)).toEqual({ ...given, version: 3 })
  expect(detailsBody.safeParse(bodyOf(draft, 3)).success).toBe(true)
})

test.each([
  ['850', 85_000],
  ['£1,250', 125_000],
  ['42.5', 4_250],
  [' 0 ', 0],
  ['', undefined],
  ['about 40', undefined],
  ['-3', undefined],
  ['1000000.01', undefined],
])('C3.5 “%s” as pounds is %s pence', (pounds, pence) => {
  expect(penceIn(pounds)).toBe(pence)
})

test('what is missing or no number is told beside its field, before anything is sent', () => {
  const draft = { ...draftOf(view), audience: 'named', capacity: 'many', costs: [{ ...emptyCost, payable: 'on-terms' }] } as const
  expect(Object.keys(wrongIn(draft))).toEqual(['audience.members', 'capacity', 'costs.0.category', 'costs.0.pence', 'costs.0.terms'])
})

test.each([
  ['1 100, 1 50', { 'costs.0.terms': faultWords('term-twice') }],
  ['5 100, 1 50', { 'costs.0.terms': faultWords('owed-less-later') }],
  ['5 50, 1 100', {}],
])('C3.5 of terms by days and percent as %s an officer is told before anything is sent', (typed, told) => {
  const terms = typed
    .split(', ')
    .map((term) => term.split(' '))
    .map(([days = '', percent = '']) => ({ days, at: '', percent }))
  const cost = { category: 'external-trainer', pounds: '850', payable: 'on-terms', terms } as const
  expect(wrongIn({ ...draftOf(view), costs: [cost] })).toEqual(told)
})

test('what the service refuses is told in words beside the field it names', () => {
  const wrong = wrongFrom({ errors: [{ path: 'costs.0.terms', message: 'owed-less-later' }] })
  expect(wrong['costs.0.terms']).toMatch(/^Nearer to the start less would be owed/)
})

test('C1.7 C3.6 what the rulebook no longer has is said before it is sent, and can be taken out', () => {
  const draft = draftOf(view)
  const choices = { rules: [{ id: 'licensing', label: 'Licensing' }], audienceFixed: true }
  expect(Object.keys(noLongerAllowed(draft, choices))).toEqual(['audience', 'meets'])
  expect(notAmong(draft.meets ?? [], choices.rules)).toEqual(['planning'])
  expect(noLongerAllowed({ ...draft, audience: '', meets: ['licensing'] }, choices)).toEqual({})
  expect(noLongerAllowed({ ...draft, audience: 'all-members', meets: undefined }, choices)).toEqual({})
  expect(noLongerAllowed(draft, { rules: [{ id: 'planning', label: 'Planning' }], audienceFixed: false })).toEqual({})
})

test('C1.17 of each partner a name is wanted and a sum in pounds where there is one; together they pay no more than it costs', () => {
  const cost = { ...emptyCost, category: 'room', pounds: '850' }
  const wrong = (...jointWith: Draft['jointWith']) => wrongIn({ ...draftOf({ details: { costs: [] } }), costs: [cost], jointWith })
  expect(wrong({ partner: 'Newham', pounds: '£850' }, { partner: 'Age UK', pounds: '' })).toEqual({})
  expect(Object.keys(wrong({ partner: ' ', pounds: '12.345' }))).toEqual(['jointWith.0.partner', 'jointWith.0.pence'])
  expect(Object.keys(wrong({ partner: 'Newham', pounds: '850.01' }))).toEqual(['jointWith'])
  expect(Object.keys(wrong({ partner: 'Newham', pounds: '' }, { partner: 'newham ', pounds: '' }))).toEqual(['jointWith.1.partner'])
  const sent = bodyOf({ ...draftOf({ details: { costs: [] } }), jointWith: [{ partner: ' Newham ', pounds: '42.50' }] }, 1)
  expect(sent.jointWith).toEqual([{ partner: 'Newham', pence: 4_250 }])
  expect(draftOf({ details: { costs: [], jointWith: [{ partner: 'Newham', pence: 4_250 }] } }).jointWith).toEqual([
    { partner: 'Newham', pounds: '42.50' },
  ])
})
