import { expect, test } from 'vitest'
import { errorFields, logTo, personMark } from './log.ts'
import type { Log } from './log.ts'

function recorded(): { readonly log: Log; readonly lines: string[] } {
  const lines: string[] = []
  return {
    log: logTo(
      (line) => lines.push(line),
      () => new Date('2026-10-13T13:10:00Z'),
    ),
    lines,
  }
}

test('one JSON line for one thing that happened, with its time, level and name', () => {
  const { log, lines } = recorded()
  log.info('duty.sent', { council: 'thamesbrook', duty: 'a1b2', durationMs: 12 })
  expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual([
    { at: '2026-10-13T13:10:00.000Z', level: 'info', event: 'duty.sent', council: 'thamesbrook', duty: 'a1b2', durationMs: 12 },
  ])
})

test('a field that the event does not list is left out', () => {
  const { log, lines } = recorded()
  const fields = { council: 'thamesbrook', name: 'canary', body: 'canary' }
  log.warn('mailbox.closed', fields)
  expect(lines.join()).not.toContain('canary')
})

test.each([
  ['a name', 'Councillor Elspeth Rook'],
  ['an address', 'elspeth.rook@thamesbrook.example'],
  ['a number as Notify has it', '+447700900142'],
  ['a number as she writes it', '07700 900142'],
  ['a number without a space', '07700900142'],
  ['a token', 'eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJjYW5hcnkifQ.c2lnbmF0dXJl'],
  ['a sentence', 'Too few could come on Thursday.'],
  ['two lines', 'one\n{"level":"error"}'],
])('%s passed by mistake in a listed field does not reach the log', (_what, canary) => {
  const { log, lines } = recorded()
  log.error('request.failed', { council: canary, route: canary, error: canary, reference: canary, frames: canary })
  expect(lines).toHaveLength(1)
  expect(lines[0]).not.toContain(canary)
  expect(lines[0]?.split('[withheld]')).toHaveLength(6)
})

test('of an error only its kind and its place are logged: its message may quote a person', () => {
  const error = new TypeError('cannot read 07700 900142 of Cllr Rook')
  expect(errorFields(error)).toEqual({ error: 'TypeError', frames: expect.stringMatching(/^log\.test\.ts:\d+/) as unknown })
  expect(JSON.stringify(errorFields(error))).not.toMatch(/Rook|07700/)
  expect(errorFields('canary')).toEqual({ error: 'string' })
})

test('a person has one mark in one council and another in the next, and their id is not in it', () => {
  const person = '00000000-0000-4000-8000-000000000901'
  expect(personMark('thamesbrook', person)).toBe(personMark('thamesbrook', person))
  expect(personMark('thamesbrook', person)).not.toBe(personMark('riverside', person))
  expect(personMark('thamesbrook', person)).toMatch(/^[0-9a-f]{16}$/)
})
