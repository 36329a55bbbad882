import { expect, test } from 'vitest'
import { createContext } from '../context.ts'
import { aWorld } from '../testing/worlds.ts'
import { addChanges, changeAt, createChangeLog, endOf } from './change-log.ts'
import { readPrefer, type Call } from './call.ts'
import { delta } from './delta.ts'
import { createTokens } from './delta-token.ts'
import { createStore } from './store.ts'

const nothing = {} as never

test('a place in the journal of changes stays the same place, though the oldest are forgotten in stretches', () => {
  const log = createChangeLog()
  for (let count = 0; count < 25_000; count += 1) addChanges(log, [{ item: nothing, on: String(count) }])
  expect([log.forgotten, endOf(log), changeAt(log, 0)?.on]).toEqual([0, 25_000, '0'])
  addChanges(log, [{ item: nothing, on: '25000' }])
  expect([log.forgotten, endOf(log), changeAt(log, 0)]).toEqual([5001, 25_001, undefined])
  expect([changeAt(log, 5001)?.on, changeAt(log, 25_000)?.on, changeAt(log, 25_001)]).toEqual(['5001', '25000', undefined])
})

test('whoever reads on from where changes are forgotten is told to begin anew, and can', () => {
  const context = createContext(aWorld(), { addresses: () => nothing, changed: () => undefined, onFailure: () => undefined, seed: '' })
  const store = createStore(context)
  const tokens = createTokens(context.memory, context.mint)
  const [owner] = store.book.recipients
  if (!owner) throw new Error('nobody')
  const mailbox = store.mailboxOf(owner)
  const read = (query: Record<string, string>) => {
    const call: Call = {
      caller: nothing,
      body: undefined,
      method: 'GET',
      path: '/x',
      query: new Map(Object.entries(query)),
      headers: new Map(),
      prefer: readPrefer(''),
    }
    const link = (delta({ store, tokens, base: 'http://x' }, mailbox, call).body as Record<string, string>)['@odata.deltaLink']
    return new URL(link ?? 'http://x').searchParams.get('$deltatoken') ?? ''
  }
  const window = { startdatetime: '2026-09-01T00:00:00Z', enddatetime: '2027-09-01T00:00:00Z' }
  const early = read(window)
  const later = read({ $deltatoken: early })
  mailbox.changes.forgotten = 1
  expect(() => read({ $deltatoken: early })).toThrow('sync state generation is not found')
  expect(() => read({ $deltatoken: later })).toThrow('sync state generation is not found')
  expect(read({ $deltatoken: read(window) })).not.toBe('')
})
