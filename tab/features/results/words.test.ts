import { expect, test } from 'vitest'
import type { EvaluationResults } from '../../../api/contracts/evaluations.ts'
import { fullDay } from '../../ui/words-of-time.ts'
import { chartName, fewWords, leadWords, meanOf, resultsTable } from './words.ts'

const results: EvaluationResults = {
  sessionId: 's1',
  title: 'Reading a budget',
  startsAt: '2026-10-12T17:30:00Z',
  state: 'open',
  isRecorded: true,
  attended: 20,
  returned: 12,
  notThisTime: 1,
  minimumReturns: 3,
  questions: [
    { answer: 'scale', label: 'Worth it?', counts: [0, 0, 1, 5, 6] },
    { answer: 'words', label: 'Change?', remarks: ['=Later', 'Sooner'] },
  ],
  form: [],
  people: [],
  now: '2026-10-13T13:10:00Z',
}

test('C8.7 the response rate is a sentence: of those who were there, or who had accepted while nothing is recorded', () => {
  expect(leadWords(results)).toBe('12 of the 20 Members who were there have answered, which is 60%.')
  expect(leadWords({ ...results, isRecorded: false, attended: 1, returned: 1 })).toBe(
    '1 of the 1 Member who had accepted has answered, which is 100%. Nothing is on the register yet.',
  )
  expect(leadWords({ ...results, attended: 0 })).toBe('Nobody is on the register, and nobody had accepted.')
  expect(leadWords({ ...results, state: 'cancelled' })).toContain('cancelled')
})

test('C8.28 fewer returns than the minimum are for officers alone', () => {
  expect(fewWords({ returned: 2, minimumReturns: 3 })).toContain('Until there are 3 returns only officers see this')
  expect(fewWords({ returned: 3, minimumReturns: 3 })).toBeUndefined()
  expect(fewWords({ returned: 0, minimumReturns: 3 })).toBeUndefined()
})

test('C8.25 the picture is said in figures', () => {
  expect(meanOf({ counts: [0, 0, 1, 5, 6] })).toBe('4.4')
  expect(meanOf({ counts: [0, 0, 0, 0, 0] })).toBeUndefined()
  expect(chartName({ label: 'Worth it?', counts: [0, 0, 1, 5, 6] })).toBe('Worth it? 1: 0, 2: 0, 3: 1, 4: 5, 5: 6. Average 4.4.')
})

test('C8.28 what is taken away has totals and remarks, and nobody’s name', () => {
  expect(resultsTable(results)).toEqual([
    ['Reading a budget', fullDay(results.startsAt)],
    ['There', 20],
    ['Returns', 12],
    ['Not this time', 1],
    [],
    ['Question', '1', '2', '3', '4', '5', 'Average'],
    ['Worth it?', 0, 0, 1, 5, 6, 4.4],
    [],
    ['Question', 'Remarks'],
    ['Change?', '=Later'],
    ['Change?', 'Sooner'],
  ])
})
