import { expect, test } from 'vitest'
import { aMark, aMemberId, aRecord, aSession } from '../testing/builders.ts'
import type { Answered, Evaluation } from './evaluation.ts'
import { resultsOf } from './results.ts'

const session = aSession({ accepted: 4 })
const at = session.endsAt
const worth = (value: number): Answered => ({ questionId: 'worth', label: 'Was it worth your time?', answer: 'scale', value })
const change = (words: string): Answered => ({ questionId: 'change', label: 'What should we change?', answer: 'words', words })
const by = (member: number, ...answers: readonly Answered[]): Evaluation => ({
  memberId: aMemberId(member),
  number: 1,
  at,
  said: answers.length > 0 ? { kind: 'answers', answers } : { kind: 'not-this-time' },
  through: 'form',
})

test('C8.7 C8.28 totals for each question and remarks in no order that tells whose they are', () => {
  const evaluations = [by(1, worth(5), change('Start later')), by(2, worth(5), change('Fewer slides')), by(3)]
  expect(resultsOf(aRecord(session, { evaluations }))).toEqual({
    attended: 4,
    returned: 2,
    notThisTime: 1,
    questions: [
      { answer: 'scale', label: 'Was it worth your time?', counts: [0, 0, 0, 0, 2] },
      { answer: 'words', label: 'What should we change?', remarks: ['Fewer slides', 'Start later'] },
    ],
  })
})

test('C8.7 the rate is of those who were there: what was said by somebody who is recorded as absent counts in nothing', () => {
  const marks = [aMark(1, 'in-person'), aMark(2, 'absent', { number: 2 })]
  const result = resultsOf(aRecord(session, { marks, evaluations: [by(1, worth(4)), by(2, worth(1))] }))
  expect(result).toMatchObject({ attended: 1, returned: 1, questions: [{ counts: [0, 0, 0, 1, 0] }] })
})

test('a question that was worded otherwise is another question, and what was said of an earlier time of the session is none of it', () => {
  const other: Answered = { ...worth(2), label: 'Was it worth an evening?' }
  const early = { ...by(3, worth(1)), at: session.startsAt.subtract({ seconds: 1 }) }
  const result = resultsOf(aRecord(session, { evaluations: [by(1, worth(4)), by(2, other), early] }))
  expect(result.questions.map(({ label }) => label)).toEqual(['Was it worth your time?', 'Was it worth an evening?'])
  expect(result.returned).toBe(2)
})
