import { parse } from 'node:querystring'
import { describe, expect, test } from 'vitest'
import { appointmentQuery } from '../../api/contracts/appointments.ts'
import { askedOf } from './asked-of.ts'
import { sessionIn } from './member-session.ts'
import { lookOf } from './theme.ts'
import { sessionBeside, unknownIs } from './unknown-is.ts'
import { afterRefusal } from './use-appointment.ts'
import { standsIn } from './use-draft.ts'
import { tooLongWords } from './words.ts'

const device = { isForced: false, isDark: false }

describe('the pane’s colours', () => {
  test.each([
    ['#ffffff', 'light'],
    ['#F3F2F1', 'light'],
    ['#0a0a0a', 'dark'],
    ['262626', 'dark'],
  ])('on %s are %s', (background, look) => {
    expect(lookOf(background, { ...device, isDark: look === 'light' })).toBe(look)
  })

  test('are the device’s where Outlook says none, and contrast wherever that is forced', () => {
    expect(lookOf(undefined, device)).toBe('light')
    expect(lookOf('white', { ...device, isDark: true })).toBe('dark')
    expect(lookOf('#ffffff', { ...device, isForced: true })).toBe('contrast')
  })
})

describe('a Member’s own session', () => {
  const startsAt = '2026-10-27T18:30:00Z'
  const session = (sessionId: string, given: object = {}) => ({ sessionId, title: 'Budgets', startsAt, ...given }) as never
  const open = { subject: 'Budgets', startsAt: '2026-10-27T18:30:00.000Z' }

  test('is the one of that title and time, whether or not it is answered', () => {
    expect(sessionIn({ needsAnswer: [session('s1')], nextDates: [] }, open)).toBe('s1')
    expect(sessionIn({ needsAnswer: [], nextDates: [session('s1'), session('s2', { title: 'Planning' })] }, open)).toBe('s1')
    expect(sessionIn({ needsAnswer: [session('s1')], nextDates: [session('s1')] }, open)).toBe('s1')
  })

  test('is none of another title or time, nor one of two alike', () => {
    expect(sessionIn({ needsAnswer: [session('s1', { title: 'Budget' })], nextDates: [] }, open)).toBeUndefined()
    expect(sessionIn({ needsAnswer: [session('s1', { startsAt: '2026-10-27T18:31:00Z' })], nextDates: [] }, open)).toBeUndefined()
    expect(sessionIn({ needsAnswer: [session('s1')], nextDates: [session('s2')] }, open)).toBeUndefined()
  })
})

test.each([
  ['writing', false, 'draft'],
  ['writing', true, 'one-date'],
  ['reading', false, 'not-known'],
  ['reading', true, 'not-known'],
] as const)('C1.5 an appointment that is no session, when %s it and one date of a series being %s, is “%s”', (mode, isOneDate, is) => {
  expect(unknownIs({ mode, isOneDate })).toBe(is)
})

test('C1.1 C1.5 the service is asked with the categories that an appointment carries, each whole, and as a series where it is one', () => {
  const open = {
    subject: 'Budgets',
    startsAt: '2026-10-27T18:30:00Z',
    endsAt: '2026-10-27T20:30:00Z',
    organiser: 'hannah@thamesbrook.example',
  }
  const asked = (given: object, kind?: string) =>
    appointmentQuery.parse(parse(askedOf({ ...open, categories: [], isSeries: false, ...given } as never, kind)))
  expect(asked({})).toEqual(open)
  expect(asked({ categories: ['Member training'] }, 'workshop')).toEqual({ ...open, category: 'Member training', kind: 'workshop' })
  expect(asked({ categories: ['Blue & red', 'a=b'], isSeries: true })).toEqual({ ...open, category: ['Blue & red', 'a=b'], series: 'true' })
  const many = Array.from({ length: 51 }, (_, index) => `Category ${index}`)
  expect(asked({ categories: many }).category).toHaveLength(50)
})

test('C1.5 a session stays what it is while its organiser moves or retitles it, and a new appointment is none by having looked like one', () => {
  expect(sessionBeside({ isSaved: true }, { found: undefined, known: 's1' })).toBe('s1')
  expect(sessionBeside({ isSaved: true }, { found: 's2', known: 's1' })).toBe('s2')
  expect(sessionBeside({ isSaved: false }, { found: 's2', known: undefined })).toBe('s2')
  expect(sessionBeside({ isSaved: false }, { found: undefined, known: 's1' })).toBeUndefined()
  expect(sessionBeside({ isSaved: true }, { found: undefined, known: undefined })).toBeUndefined()
})

test('C1.5 what cannot be read is no empty appointment, which is offered to be made one', () => {
  expect(standsIn({ kind: 'unreadable' })).toBe('unreadable')
  expect([standsIn({ kind: 'none' }), standsIn(undefined), standsIn('silent')]).toEqual(['none', 'none', 'none'])
})

test('C1.5 one call that Outlook refuses takes away nothing that is being written', () => {
  const open = { kind: 'open', appointment: { subject: 'Budgets' } as never } as const
  expect(afterRefusal(open)).toBe(open)
  expect(afterRefusal({ kind: 'reading' })).toEqual({ kind: 'silent' })
  expect(afterRefusal({ kind: 'silent' })).toEqual({ kind: 'silent' })
})

test('whoever writes more than Outlook keeps is told how much, and what to do', () => {
  expect(tooLongWords(1)).toContain('2,500 characters in an appointment, and this is 1 character too many')
  expect(tooLongWords(40)).toContain('40 characters too many')
})
