import { expect, test } from 'vitest'
import { createKeeping, draftFrom, saidOf } from './draft.ts'
import { feedbackLead, returnsWords, whoReads } from './words.ts'

const questions = [
  { questionId: 'worth', label: 'Was it worth your time?', answer: 'scale' },
  { questionId: 'change', label: 'What should we change?', answer: 'words' },
] as const

function aStorage() {
  const held = new Map<string, string>()
  return {
    getItem: (name: string) => held.get(name) ?? null,
    setItem: (name: string, value: string) => void held.set(name, value),
    removeItem: (name: string) => void held.delete(name),
  }
}

test('C8.22 what is chosen and typed is sent, and what was left empty or is asked no more is not', () => {
  expect(saidOf({ worth: 4, change: '  Slides earlier ', gone: 'x' }, questions)).toEqual({
    kind: 'answers',
    answers: [
      { questionId: 'worth', answer: 'scale', value: 4 },
      { questionId: 'change', answer: 'words', words: 'Slides earlier' },
    ],
  })
  expect(saidOf({ change: '  ' }, questions)).toBeUndefined()
  expect(saidOf({ worth: 'four', change: 4 }, questions)).toBeUndefined()
})

test('C8.4 what was said before is there to be changed', () => {
  const said = saidOf({ worth: 2, change: 'Later start' }, questions)
  expect(draftFrom(said ? { said } : {})).toEqual({ worth: 2, change: 'Later start' })
  expect(draftFrom({ said: { kind: 'not-this-time' } })).toEqual({})
})

test('C8.22 a form begun on a telephone is there when the page is opened again, and gone once it is sent', () => {
  const storage = aStorage()
  createKeeping(storage, 'one').write({ worth: 3 })
  expect(createKeeping(storage, 'one').read()).toEqual({ worth: 3 })
  expect(createKeeping(storage, 'other').read()).toBeUndefined()
  createKeeping(storage, 'one').write(undefined)
  expect(createKeeping(storage, 'one').read()).toBeUndefined()
})

test.each(['no JSON', '{"worth":9}', '[1]'])('what lies on the device and is no form, %s, is none', (text) => {
  const storage = aStorage()
  storage.setItem('one', text)
  expect(createKeeping(storage, 'one').read()).toBeUndefined()
})

test('a browser that forbids its storage is said to', () => {
  const refuse = () => {
    throw new Error('forbidden')
  }
  const keeping = createKeeping({ getItem: refuse, setItem: refuse, removeItem: refuse }, 'one')
  keeping.write({ worth: 1 })
  expect([keeping.read(), keeping.lasts()]).toEqual([undefined, false])
})

test('C8.28 who reads it is said in the council’s own number', () => {
  expect(whoReads({ minimumReturns: 3 })).toContain('With fewer than 3 replies they see nothing.')
  expect(whoReads({ minimumReturns: 1 })).not.toContain('fewer')
})

test('C8.7 how many have answered is a sentence', () => {
  expect(returnsWords({ returns: { returned: 18, attended: 21 } })).toBe(
    '18 of the 21 Members who came have now told us what they thought.',
  )
  expect(returnsWords({ returns: { returned: 1, attended: 21 } })).toBe('You are the first of the 21 Members who came to tell us.')
  expect(returnsWords({ returns: { returned: 1, attended: 1 } })).toBeUndefined()
  expect([feedbackLead(0), feedbackLead(1), feedbackLead(2)]).toEqual([
    'Nothing is waiting for you.',
    'One form for you. Less than a minute each.',
    'Two forms for you. Less than a minute each.',
  ])
})
