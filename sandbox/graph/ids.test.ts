import { expect, test } from 'vitest'
import { createIds } from './ids.ts'

const mailboxId = '0f0f0f0f-1111-4222-8333-444455556666'
const ids = createIds('one')
const event = { kind: 'default', mailboxId, serial: 7, moves: 0 } as const

test('an id is read back as it was written', () => {
  expect(ids.read(ids.write(event))).toEqual(event)
  expect(ids.read(ids.write({ ...event, moves: 2, on: '2026-10-22' }))).toEqual({ ...event, moves: 2, on: '2026-10-22' })
})

test('an immutable id does not change when the item moves; the default one does', () => {
  const immutable = { ...event, kind: 'immutable' } as const
  expect(ids.write({ ...immutable, moves: 3 })).toBe(ids.write(immutable))
  expect(ids.write({ ...event, moves: 1 })).not.toBe(ids.write(event))
})

test('an id of another sandbox or in another case is foreign, one of another length is none', () => {
  const written = ids.write(event)
  expect(createIds('another').read(written)).toBe('foreign')
  expect(createIds('one').read(written)).toEqual(event)
  expect(ids.read(written.toLowerCase())).toBe('foreign')
  expect(ids.read(`${written}AAAA`)).toBeUndefined()
  expect(ids.read('')).toBeUndefined()
})

test('the iCalUId of an occurrence leads to its series and its day', () => {
  const [series, day] = [ids.iCalUId(7), ids.iCalUId(7, '2026-10-22')]
  expect(day).not.toBe(series)
  expect(ids.readICalUId(day)).toEqual({ uid: series, on: '2026-10-22' })
  expect(ids.readICalUId(series)).toEqual({ uid: series })
})
