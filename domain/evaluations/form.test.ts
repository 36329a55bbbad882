import { expect, test } from 'vitest'
import { instant } from '../kernel/time.ts'
import { aMark, aMemberId, aRecord, aSession, postponed, towerHamlets } from '../testing/builders.ts'
import { questionsFor } from './evaluation.ts'
import { saidFrom, whyNoForm } from './form.ts'

/** It ends at 8:30pm on Tuesday 27 October 2026. */
const session = aSession({ accepted: 1, tentative: 1 })
const ended = session.endsAt
const why = (number: number, now = ended, given = {}, of = session) =>
  whyNoForm(aRecord(of, given), aMemberId(number), { rulebook: towerHamlets, now })?.kind

test('C8.4 the form is there from the end of the session until its months are over', () => {
  expect(why(1, ended.subtract({ seconds: 1 }))).toBe('not-over')
  expect(why(1)).toBeUndefined()
  expect(why(1, instant('2027-10-26T22:59:59Z'))).toBeUndefined()
  expect(why(1, instant('2027-10-26T23:00:00Z'))).toBe('closed')
})

test('C8.1 it is for whoever was there', () => {
  expect(why(2)).toBe('not-there')
  expect(why(2, ended, { marks: [aMark(2, 'in-person')] })).toBeUndefined()
  expect(why(1, ended, { marks: [aMark(2, 'in-person')] })).toBe('not-there')
})

test('there is none of what was not held, nor of what the council does not ask about', () => {
  expect(why(1, ended, {}, { ...session, standing: { kind: 'cancelled', at: ended, through: 'outlook' } })).toBe('cancelled')
  expect(why(1, ended, {}, postponed(session))).toBe('postponed')
  const rulebook = { ...towerHamlets, evaluation: { ...towerHamlets.evaluation, askedOf: ['external' as const] } }
  expect(whyNoForm(aRecord(session), aMemberId(1), { rulebook, now: ended })?.kind).toBe('not-asked')
})

test('C8.1 questions may be for some kinds of session only', () => {
  const ids = (kind: string) => questionsFor({ kind }, towerHamlets).map(({ id }) => id)
  expect(ids('in-person-training')).not.toContain('good-value')
  expect(ids('external-event')).toContain('good-value')
})

const questions = questionsFor(session, towerHamlets)
const worth = { questionId: 'worth', answer: 'scale', value: 4 } as const
const change = { questionId: 'change', answer: 'words', words: 'Slides earlier' } as const

test('C8.22 what was said stands in the order of the form, with each question as it was put', () => {
  expect(saidFrom({ kind: 'answers', answers: [change, worth] }, questions)).toEqual({
    ok: true,
    value: {
      kind: 'answers',
      answers: [
        { ...worth, label: 'Was it worth your time?' },
        { ...change, label: 'Is there anything we should change?' },
      ],
    },
  })
})

test.each([
  ['nothing-said', [{ ...change, words: '' }]],
  ['nothing-said', []],
  ['questions-changed', [worth, { ...change, questionId: 'long-gone' }]],
  ['questions-changed', [{ questionId: 'worth', answer: 'words', words: 'Yes' }]],
] as const)('it is refused as %s', (kind, answers) => {
  expect(saidFrom({ kind: 'answers', answers }, questions)).toEqual({ ok: false, refusal: { kind } })
})
