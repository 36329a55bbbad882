import { describe, expect, onTestFinished, test } from 'vitest'
import { ok } from '../../domain/kernel/result.ts'
import { instant } from '../../domain/kernel/time.ts'
import { logTo } from '../log.ts'
import { createOutcomes } from '../outcomes.ts'
import type { Dependency } from '../ports/unavailable.ts'
import { everyPortAt, somebody, someRow, type EveryPort } from './testing/every-port.ts'
import { recordedService } from './testing/recorded-service.ts'

/*
 * reliability.md §14: a status that nobody listed is unknown after a write and is asked again after a read, and raises an alert.
 */

type Line = Readonly<Record<string, unknown>>

async function answering(status: number) {
  const service = await recordedService(() => ({ status, text: '', headers: { location: 'http://127.0.0.1:1/elsewhere' } }))
  onTestFinished(() => service.close())
  const lines: Line[] = []
  const outcomes = createOutcomes({ log: logTo((line) => void lines.push(JSON.parse(line) as Line)), mono: () => 0 })
  const about = (event: string) => lines.filter((line) => line['event'] === event)
  return { ports: everyPortAt(service.url, outcomes), outcomes, about }
}

const signal = new AbortController().signal
const at = instant('2026-10-29T18:00:00Z')
const card = { key: 'k', to: somebody, message: { card: { type: 'AdaptiveCard' }, text: 'Four of six are coming.' } }
const hint = { kind: 'look-at-session', council: 'thamesbrook', session: 's-1' } as const
/** A success that says nothing has statuses of its own; an answer of another time, one from a proxy, one that was never agreed. */
const statuses = [302, 402, 418, 451, 507, 599]
const outage = { ok: false, fault: { name: 'Unavailable' } }
const unknown = { ok: true, value: { kind: 'unknown' } }

const reads: readonly (readonly [Dependency, name: string, call: (ports: EveryPort) => Promise<unknown>, ends: object])[] = [
  ['graph', 'a reading', ({ calendar }) => calendar.read(somebody, 'e1', signal), outage],
  ['entra', 'a token', ({ tokens }) => tokens.appToken(crypto.randomUUID()), outage],
  ['notify', 'a look by reference', ({ text }) => text.find('k', signal), unknown],
  ['teams', 'the signing keys', ({ keys }) => keys.find('a key'), outage],
  ['storage', 'a row', ({ tables }) => tables.get(someRow.pk, 'r'), outage],
  ['storage', 'a blob', ({ anchors }) => anchors.all(someRow.council), outage],
  ['storage', 'hints', ({ hints }) => hints.take(), outage],
  ['modern-gov', 'the register', ({ register, url }) => register.fetch(`${url}/register`, signal), outage],
]
const writes: typeof reads = [
  ['graph', 'an action', ({ subscriptions }) => subscriptions.renew('s1', at, signal), outage],
  ['notify', 'a text', ({ text }) => text.send({ key: 'k', to: '+447700900142', body: 'Cancelled.' }, signal), unknown],
  ['teams', 'a card', (ports) => ports.card.send(card, signal), unknown],
  ['storage', 'a row', ({ tables }) => tables.commit(someRow.pk, [{ insert: 'r', data: 1 }]), outage],
  ['storage', 'a hint', ({ hints }) => hints.post(hint), outage],
]

describe.each([
  { call: 'read', became: 'again', rows: reads },
  { call: 'write', became: 'unknown', rows: writes },
])('after a $call it is $became', ({ call, became, rows }) => {
  test.each(rows)('%s, %s: counted as such and told once for each status', async (dependency, _, make, ends) => {
    for (const status of statuses.filter((each) => each !== 302 || dependency !== 'modern-gov')) {
      const { ports, outcomes, about } = await answering(status)
      expect(await make(ports).then(ok, (fault: unknown) => ({ ok: false, fault }))).toMatchObject(ends)
      const told = about('answer.unlisted').filter((line) => line['call'] === call)
      expect(told).toMatchObject([{ level: 'warn', dependency, call, status, became }])
      outcomes.tell()
      expect(about('outcomes.counted')).toMatchObject([{ dependency, done: 0, [became]: expect.any(Number) as number }])
      expect(about('outcomes.counted')[0]?.[became]).toBeGreaterThan(0)
    }
  })
})

test('what is listed is told to nobody', async () => {
  const { ports, about } = await answering(503)
  await Promise.all([...reads, ...writes].map(([, , make]) => make(ports).catch(() => undefined)))
  expect(about('answer.unlisted')).toEqual([])
})
