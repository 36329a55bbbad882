import { expect, test } from 'vitest'
import { overWords, words } from './words.ts'

test('C4.4 taking out what has limited places says beforehand whom that concerns', () => {
  expect(overWords({ interested: 4 })).toBe(
    'Its places are limited, and 4 Members would like one or have one. Taken out, it is over for good, and an email says so to each.',
  )
  expect(overWords({ interested: 1 })).toContain('1 Member would like one or has one.')
  expect(overWords({ interested: 0 })).toBe('Its places are limited, and nobody is interested yet. Taken out, it is over for good.')
  expect(overWords({ interested: 0, nobody: 'yet' })).toContain('nobody is interested yet.')
  expect(overWords({ interested: 0, nobody: 'any-more' })).toBe(
    'Its places are limited, and nobody has one or waits for one any more. Taken out, it is over for good.',
  )
  expect(words.reallyRemove(4)).toBe('Yes, take it out and write to 4 Members')
  expect(words.reallyRemove(0)).toBe('Yes, take it out')
})
