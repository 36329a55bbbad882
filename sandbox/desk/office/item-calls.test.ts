import { describe, expect, test } from 'vitest'
import { callOn } from './item-calls.ts'
import type { Item } from './protocol.ts'

const item: Item = {
  mode: 'compose',
  seriesId: null,
  subject: 'Budgets',
  start: '2026-10-27T18:30:00Z',
  end: '2026-10-27T20:30:00Z',
  location: 'Room 1',
  organizer: { displayName: 'Hannah', emailAddress: 'hannah@riverton.example', recipientType: 'user' },
  required: [{ displayName: 'Members (all)', emailAddress: 'members@riverton.example', recipientType: 'distributionList' }],
  categories: ['Member training'],
  isSaved: false,
  properties: {},
  session: {},
}
const read = { ...item, mode: 'read', isSaved: true } as const

describe('an appointment that an add-in has open', () => {
  test('tells what stands in it', () => {
    expect(callOn(item, 'subject.get', [])).toEqual({ value: 'Budgets' })
    expect(callOn(item, 'requiredAttendees.get', [])).toEqual({ value: item.required })
    expect(callOn(item, 'recurrence.get', [])).toEqual({ value: null })
  })

  test('takes another title and time while it is written, and none while it is read', () => {
    expect(callOn(item, 'subject.set', ['Planning'])).toMatchObject({ item: { subject: 'Planning' } })
    expect(callOn(item, 'start.set', ['2026-10-28T18:30:00.000Z'])).toMatchObject({ item: { start: '2026-10-28T18:30:00.000Z' } })
    expect(callOn(read, 'subject.set', ['Planning'])).toMatchObject({ error: { code: 9043 } })
    expect(callOn(item, 'start.set', ['tomorrow'])).toHaveProperty('error')
  })

  test('keeps 2,500 characters of the add-in’s own and not one more', () => {
    const full = { quorate: 'a'.repeat(2_500 - '{"quorate":""}'.length) }
    expect(callOn(item, 'customProperties.save', [full])).toMatchObject({ item: { properties: full } })
    expect(callOn(item, 'customProperties.save', [{ quorate: `${full.quorate}a` }])).toMatchObject({ error: { code: 9020 } })
    expect(callOn({ ...item, properties: full }, 'customProperties.load', [])).toEqual({ value: full })
  })

  test('keeps data of the form while it is written, and says so of a key that it has not', () => {
    expect(callOn(item, 'sessionData.set', ['k', 'v'])).toMatchObject({ item: { session: { k: 'v' } } })
    expect(callOn(item, 'sessionData.get', ['k'])).toMatchObject({ error: { name: 'KeyNotFound' } })
    expect(callOn(read, 'sessionData.set', ['k', 'v'])).toHaveProperty('error')
    expect(callOn(item, 'sessionData.set', ['k', 'v'.repeat(50_000)])).toHaveProperty('error')
  })

  test('has no id before it is saved, and tells its categories, which take no other while it is written', () => {
    expect(callOn(item, 'getItemId', [])).toMatchObject({ error: { name: 'ItemNotSaved' } })
    expect(callOn({ ...item, isSaved: true }, 'getItemId', [])).toHaveProperty('value')
    expect(callOn(item, 'categories.get', [])).toMatchObject({ value: [{ displayName: 'Member training' }] })
    expect(callOn({ ...item, categories: [] }, 'categories.get', [])).toEqual({ value: null })
    expect(callOn(item, 'categories.add', [['Member training']])).toHaveProperty('error')
  })

  test('shows a note of 150 characters at most', () => {
    expect(callOn(item, 'notifications.add', ['k', { message: 'a'.repeat(150) }])).not.toHaveProperty('error')
    expect(callOn(item, 'notifications.add', ['k', { message: 'a'.repeat(151) }])).toHaveProperty('error')
  })

  test('refuses what it does not know', () => {
    expect(callOn(item, 'body.get', [])).toHaveProperty('error')
  })
})
