import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { courseId } from '../kernel/ids.ts'
import { courseOf, courseTitle } from './course.ts'

const chairing = courseOf('Chairing a difficult meeting')

test.each([
  'Chairing a Difficult Meeting',
  'Chairing a difficult meeting (evening)',
  'Chairing a difficult meeting (Evening session)',
  'Chairing a difficult meeting [day run]',
  'Chairing a difficult meeting - repeat',
  'Chairing a difficult meeting – evening run',
  'Chairing a difficult meeting: evening session',
  'Chairing a difficult meeting evening session',
  'Chairing a difficult meeting repeat',
  'Chairing a difficult meeting (repeat) (online)',
  'REPEAT: Chairing a difficult meeting',
  '  Chairing  a difficult meeting.  ',
])('C14.4 %s is the same course', (title) => {
  expect(courseOf(title)).toBe(chairing)
})

test.each([
  'Chairing a difficult meeting, part 2',
  'Chairing a meeting',
  'Not chairing a difficult meeting',
  'Chairing a difficult meeting for scrutiny',
])('C14.4 %s is another course', (title) => {
  expect(courseOf(title)).not.toBe(chairing)
})

test('C14.4 a word of the title that only looks like a tail is kept', () => {
  expect(courseTitle('Your first day')).toBe('your first day')
  expect(courseTitle('Working online')).toBe('working online')
  expect(courseTitle('(Evening)')).toBe('evening')
})

test('C14.4 and & are one word, apostrophes and accents make no difference', () => {
  expect(courseOf('Members’ café & casework')).toBe(courseOf("Members' cafe and casework"))
})

test('C14.4 any title gives a course with a proper id, and the same one for its evening run', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 80 }), (title) => {
      expect(() => courseId(courseOf(title))).not.toThrow()
      fc.pre(courseTitle(title) !== '')
      expect(courseOf(`${title} (evening)`)).toBe(courseOf(title))
    }),
  )
})
