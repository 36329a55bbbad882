import { expect, test } from 'vitest'
import { choicesFor } from './kinds.ts'

const kinds = [
  { kindId: 'training', label: 'Training', audienceFixed: false },
  { kindId: 'induction', label: 'Induction', audienceFixed: true },
]
const view = (audienceFixed: boolean) => ({ kinds, form: { choices: { audienceFixed, rules: [] } } }) as never

test('C1.7 whom a kind is for is known at once when it is chosen, and not only once the service has answered', () => {
  expect(choicesFor(view(false), 'induction')).toEqual({ audienceFixed: true, rules: [] })
  expect(choicesFor(view(true), 'training')).toEqual({ audienceFixed: false, rules: [] })
})

test('C1.7 a kind that an appointment cannot be has what the service said of it', () => {
  expect(choicesFor(view(true), 'juggling').audienceFixed).toBe(true)
  expect(choicesFor(view(false), 'juggling').audienceFixed).toBe(false)
})
