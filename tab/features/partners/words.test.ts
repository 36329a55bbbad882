import { expect, test } from 'vitest'
import { cannotWords } from './words.ts'

const share = { at: '2026-10-12T08:00:00Z', by: 'Officer 901', sent: [] }

test('C4.18 what cannot be shared any more says how often it was, and what is cancelled who tells of it', () => {
  const shares = Array.from({ length: 30 }, () => share)
  expect(cannotWords({ kind: 'too-often' }, { shares })).toBe('This event has been shared 30 times, which is the most allowed.')
  expect(cannotWords({ kind: 'cancelled' }, { shares: [] })).toBe(
    'This session is cancelled. Quorate tells the partners who were told of it.',
  )
})
