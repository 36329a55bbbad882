import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { keep, markRunning, takeUp, type Kept } from './keeping.ts'
import { aWorld } from './testing/worlds.ts'

let directory: string
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'kept-'))
})
afterEach(() => rm(directory, { recursive: true }))

const home = { desk: 'http://localhost:4000', product: 'http://localhost:3978' }

function aKept(): Kept {
  const mailbox: { items: Map<number, object> } = { items: new Map() }
  mailbox.items.set(1, { mailbox, words: new Set(['Tŷ']) })
  return { world: aWorld(), now: '2026-10-13T13:10:00Z', laid: 2, storage: 'w2', remembered: new Map([['graph', mailbox]]) }
}

test('what was kept is given back whole, what refers to what included', async () => {
  await keep(directory, home, aKept())
  const kept = await takeUp(directory, home)
  expect(kept).toEqual(aKept())
  const mailbox = typeof kept === 'object' ? (kept.remembered.get('graph') as { items: Map<number, { mailbox: unknown }> }) : undefined
  expect(mailbox?.items.get(1)?.mailbox).toBe(mailbox)
})

test('it is given out once: a sandbox that was then not stopped cleanly left nothing to go on from', async () => {
  expect(await takeUp(directory, home)).toBe('nothing')
  await keep(directory, home, aKept())
  await markRunning(directory)
  expect(await takeUp(directory, home)).toBe('not-stopped-cleanly')
  await keep(directory, home, aKept())
  expect(await takeUp(directory, home)).toMatchObject({ storage: 'w2' })
  expect(await readdir(directory)).toEqual(['council.kept'])
})

const change = async (how: (bytes: Buffer) => Buffer) => {
  const file = join(directory, 'council.kept')
  await writeFile(file, how(await readFile(file)))
}

test.each([
  ['something else', () => Buffer.from('hello'), 'was not written by the sandbox'],
  [
    'another version’s',
    (bytes: Buffer) => Buffer.from(bytes.toString('latin1').replace('"format":2', '"format":1'), 'latin1'),
    'another version',
  ],
  ['cut short', (bytes: Buffer) => bytes.subarray(0, -1), 'is damaged'],
])('what is %s is refused in words that say what to do, and is left as it is', async (_what, how, words) => {
  await keep(directory, home, aKept())
  await change(how)
  await expect(takeUp(directory, home)).rejects.toThrow(new RegExp(`${words}.*Name another folder`))
  expect(await readdir(directory)).toEqual(['council.kept'])
})

test('a council that lived at other ports says at which', async () => {
  await keep(directory, home, aKept())
  await expect(takeUp(directory, { ...home, product: 'http://localhost:3979' })).rejects.toThrow('SANDBOX_PORT=4000 PORT=3978')
})
