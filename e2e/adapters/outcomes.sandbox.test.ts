import { afterAll, beforeAll, expect, test } from 'vitest'
import { officersOf } from '../support/officers.ts'
import { startRig, type Rig } from '../support/rig.ts'
import { aWorld } from '../support/worlds.ts'

/*
 * What an operator reads of the services outside in the log of the running product: reliability.md §14, the rules that hold for all.
 */

type Line = Readonly<Record<string, unknown>>
const lines: Line[] = []
const about = (event: string) => lines.filter((line) => line['event'] === event)
const title = 'Scrutiny: using evidence'
let rig: Rig

beforeAll(async () => {
  const world = aWorld({ members: 3, change: (made) => (made.now = '2026-10-14T15:00:00Z') })
  rig = await startRig(world, { log: (line) => void lines.push(JSON.parse(line) as Line) })
  const they = officersOf(rig)
  await they.invite({ subject: title })
  await they.answers(title, { accept: ['m1'], tentativelyAccept: [], decline: [] })
}, 60_000)
afterAll(() => rig.close())

test('a status that nobody listed is told for each service, and the day comes to the same end', async () => {
  const once = { action: { kind: 'status', status: 418 }, times: 1 } as const
  await rig.faults([
    { service: 'entra', path: '/token', ...once },
    { service: 'graph', method: 'GET', path: '/calendarView/delta', ...once },
    { service: 'notify', method: 'POST', ...once },
    { service: 'connector', method: 'POST', path: '/activities', ...once },
    { service: 'modern-gov', ...once },
  ])
  await rig.restart() // a new instance has no token yet
  await rig.setClock('2026-10-15T10:30:00Z')
  expect(about('answer.unlisted').map(({ dependency, call, status, became }) => ({ dependency, call, status, became }))).toEqual(
    expect.arrayContaining([
      { dependency: 'entra', call: 'read', status: 418, became: 'again' },
      { dependency: 'graph', call: 'read', status: 418, became: 'again' },
      { dependency: 'modern-gov', call: 'read', status: 418, became: 'again' },
      { dependency: 'notify', call: 'write', status: 418, became: 'unknown' },
      { dependency: 'teams', call: 'write', status: 418, became: 'unknown' },
    ]),
  )
  expect(about('answer.unlisted')).toHaveLength(5)
  const texts = (await rig.texts()).map(({ to }) => to)
  expect(texts.length).toBeGreaterThan(0)
  expect(new Set(texts).size).toBe(texts.length)
}, 120_000)

test('an instance that ends says what came of its calls to each service', async () => {
  const before = about('outcomes.counted').length
  await rig.restart()
  const counted = about('outcomes.counted').slice(before)
  const of = (dependency: string) => counted.find((line) => line['dependency'] === dependency)
  const answered = counted.filter(({ done }) => Number(done) > 0).map(({ dependency }) => dependency)
  expect(answered.toSorted((one, other) => String(one).localeCompare(String(other)))).toEqual([
    'entra',
    'graph',
    'modern-gov',
    'notify',
    'storage',
    'teams',
  ])
  expect(of('notify')).toMatchObject({ level: 'info', unknown: 1 })
  expect(of('teams')).toMatchObject({ unknown: 1 })
  expect(of('entra')).toMatchObject({ again: 1 })
  expect(of('storage')).toMatchObject({ unknown: 0, stopped: 0 })
}, 60_000)
