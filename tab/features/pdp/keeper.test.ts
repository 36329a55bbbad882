import { expect, test } from 'vitest'
import type { PdpContentView, PdpPage } from '../../../api/contracts/pdp.ts'
import type { Answer } from '../../api/answer.ts'
import { createKeeper, sendable } from './keeper.ts'
import { createKeeping } from './kept-words.ts'

const empty: PdpContentView = { gaps: '', transferable: '', aspirations: '', otherSkills: '', needs: [], objectives: [] }
const says = (gaps: string): PdpContentView => ({ ...empty, gaps })
const pageOf = (content: PdpContentView, etag: string): PdpPage => ({
  member: { id: 'm1', name: 'Cllr Member 1' },
  part: 'owner',
  content,
  etag,
  skills: [],
  sessions: [],
  designated: [],
  leads: false,
  now: '2026-10-13T13:10:00Z',
})
const stale = { kind: 'refused', problem: { type: '', title: 'Changed', status: 412 } } as const
const shut = { kind: 'refused', problem: { type: '', title: 'Not for you', status: 403 } } as const

/** A server with one plan, and a device with one store. `line` is what becomes of the next requests. */
function world(first = empty, part: PdpPage['part'] = 'owner') {
  const server = { content: first, etag: 'e0', history: [] as PdpContentView[] }
  const stored = new Map<string, string>()
  const storage = {
    getItem: (name: string) => stored.get(name) ?? null,
    setItem: (name: string, value: string) => void stored.set(name, value),
    removeItem: (name: string) => void stored.delete(name),
  }
  let line: 'up' | 'down' | 'answer-lost' | 'shut' = 'up'
  const timers: (() => void)[] = []
  const put = async (body: {
    content: PdpContentView
    etag: string
    setAside?: PdpContentView
  }): Promise<Answer<{ etag: string; at: string }>> => {
    if (line === 'down') return { kind: 'unreachable' }
    if (line === 'shut') return shut
    if (body.etag !== server.etag) return stale
    if (body.setAside) server.history.push(body.setAside)
    server.content = body.content
    server.etag = `e${Number(server.etag.slice(1)) + 1}`
    return line === 'answer-lost' ? { kind: 'unreachable' } : { kind: 'ok', value: { etag: server.etag, at: '2026-10-13T13:10:00Z' } }
  }
  const get = async (): Promise<Answer<PdpPage>> =>
    line === 'down' ? { kind: 'unreachable' } : { kind: 'ok', value: pageOf(server.content, server.etag) }
  return {
    server,
    stored,
    set: (now: typeof line) => {
      line = now
    },
    open: () =>
      createKeeper(
        { ...pageOf(server.content, server.etag), part },
        {
          put,
          get,
          keeping: createKeeping(storage, 'plan'),
          later: (_ms, work) => {
            timers.push(work)
            return () => void timers.splice(timers.indexOf(work), 1)
          },
        },
      ),
    pause: () => timers.splice(0).forEach((work) => work()),
  }
}

test('C6.1 what is typed is on the device at each letter and on the server at the pause, and then on the device no more', async () => {
  const at = world()
  const keeper = at.open()
  keeper.edit(() => says('Fin'))
  expect(at.stored.get('plan')).toContain('Fin')
  expect(keeper.state().saving.kind).toBe('typed')
  at.pause()
  await keeper.flush()
  expect(at.server.content.gaps).toBe('Fin')
  expect(keeper.state().saving).toEqual({ kind: 'saved', at: '2026-10-13T13:10:00Z' })
  expect(at.stored.size).toBe(0)
})

test('C6.1 a phone that is closed before it was saved has the words when it is opened again, and saves them', async () => {
  const at = world()
  at.set('down')
  const keeper = at.open()
  keeper.edit(() => says('Written in a lift'))
  await keeper.flush()
  expect(keeper.state().saving.kind).toBe('no-signal')
  at.set('up')
  const again = at.open()
  expect(again.state().content.gaps).toBe('Written in a lift')
  await again.flush()
  expect(at.server.content.gaps).toBe('Written in a lift')
})

test.each([
  ['supporter', false],
  ['designated', false],
  ['owner', true],
] as const)('C6.22 once a plan is shut to its %s, what was typed stays on the device: %s', async (part, stays) => {
  const at = world(says('Afraid of the budget debate'), part)
  const keeper = at.open()
  keeper.edit(() => says('Afraid of the budget debate, and of finance'))
  at.set('shut')
  await keeper.flush()
  keeper.edit(() => says('Afraid of the budget debate, still'))
  expect(keeper.state().saving.kind).toBe('typed')
  expect(at.stored.size > 0).toBe(stays)
})

test('an answer that was lost is no conflict: what stands there is what was sent', async () => {
  const at = world()
  const keeper = at.open()
  keeper.edit(() => says('Once'))
  at.set('answer-lost')
  await keeper.flush()
  at.set('up')
  expect(await keeper.flush()).toBe(true)
  expect(keeper.state()).toMatchObject({ saving: { kind: 'saved' }, etag: 'e1' })
})

test.each([
  ['mine', 'phone', 'desktop'],
  ['theirs', 'desktop', 'phone'],
] as const)('C6.1 of two devices that wrote at once, %s goes on and the other is kept', async (which, stands, kept) => {
  const at = world()
  const phone = at.open()
  const desktop = at.open()
  desktop.edit(() => says('desktop'))
  await desktop.flush()
  phone.edit(() => says('phone'))
  expect(await phone.flush()).toBe(false)
  expect(phone.state().theirs?.content.gaps).toBe('desktop')
  expect(at.server.content.gaps).toBe('desktop') // nothing was written over
  at.set('down')
  await phone.choose(which)
  expect(phone.state()).toMatchObject({ content: { gaps: 'phone' }, theirs: { content: { gaps: 'desktop' } } }) // both still there
  at.set('up')
  await phone.choose(which)
  expect(at.server.content.gaps).toBe(stands)
  expect(at.server.history.map(({ gaps }) => gaps)).toEqual([kept])
  expect(phone.state()).toMatchObject({ content: { gaps: stands }, saving: { kind: 'saved' } })
  expect(phone.state().theirs).toBeUndefined()
})

test('words kept on a device that was away while the plan was changed elsewhere are shown beside it', async () => {
  const at = world()
  at.set('down')
  const away = at.open()
  away.edit(() => says('away'))
  at.set('up')
  const other = at.open()
  // The other device has a store of its own: here only the server is changed.
  at.server.content = says('elsewhere')
  at.server.etag = 'e7'
  expect(other.state().content.gaps).toBe('away')
  const opened = at.open()
  expect(opened.state()).toMatchObject({ content: { gaps: 'away' }, theirs: { content: { gaps: 'elsewhere' } } })
})

test('a page read again never takes the place of what is being typed, and does where nothing is', () => {
  const at = world()
  const keeper = at.open()
  keeper.seen(pageOf(says('new'), 'e1'))
  expect(keeper.state().content.gaps).toBe('new')
  keeper.edit(() => says('typing'))
  keeper.seen(pageOf(says('newer'), 'e2'))
  expect(keeper.state()).toMatchObject({ content: { gaps: 'typing' }, theirs: { etag: 'e2' } })
})

test('another version put back keeps what stood there', async () => {
  const at = world(says('now'))
  const keeper = at.open()
  await keeper.putBack(says('then'))
  expect(at.server.content.gaps).toBe('then')
  expect(at.server.history.map(({ gaps }) => gaps)).toEqual(['now'])
})

test('another version put back out of reach of the network keeps what stood there all the same', async () => {
  const at = world(says('now'))
  const keeper = at.open()
  at.set('down')
  await keeper.putBack(says('then'))
  at.set('up')
  expect(await keeper.flush()).toBe(true)
  keeper.edit(() => says('then, and on'))
  await keeper.flush()
  expect(at.server.content.gaps).toBe('then, and on')
  expect(at.server.history.map(({ gaps }) => gaps)).toEqual(['now'])
})

test('what nobody sees is not sent, whatever was pasted', () => {
  expect(sendable(says('A\u202Eplan \u0007'))).toMatchObject({ gaps: 'Aplan' })
})

test('a device that forbids keeping says so, and what lies there of another kind is nothing', () => {
  const refuse = () => {
    throw new Error('forbidden')
  }
  const forbidden = createKeeping({ getItem: refuse, setItem: refuse, removeItem: refuse }, 'plan')
  forbidden.write({ etag: 'e', content: empty })
  expect(forbidden.lasts()).toBe(false)
  const old = createKeeping({ getItem: () => '{"etag":1}', setItem: refuse, removeItem: refuse }, 'plan')
  expect(old.read()).toBeUndefined()
})
