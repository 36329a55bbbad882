import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startEmbedded, type Embedded } from '../../sandbox/embedded.ts'
import { controlOf } from '../support/control.ts'
import { officersOf } from '../support/officers.ts'
import type { Rig } from '../support/rig.ts'
import { tabOf } from '../support/tab.ts'
import { aWorld } from '../support/worlds.ts'

const title = 'Scrutiny: using evidence'
let keepDir: string
let embedded: Embedded
let control: Rig

async function start(ports: { sandboxPort: number; productPort: number }): Promise<void> {
  embedded = await startEmbedded({ ...ports, scenario: 'empty', keepDir })
  const { desk } = embedded.addresses()
  const whole = { close: () => embedded.close(), restart: () => embedded.restart(), startAnother: () => embedded.startAnother() }
  control = { ...controlOf(desk), ...whole }
}

beforeAll(async () => {
  keepDir = await mkdtemp(join(tmpdir(), 'kept-'))
  await start({ sandboxPort: 0, productPort: 0 })
}, 60_000)
afterAll(async () => {
  await embedded.close()
  await rm(keepDir, { recursive: true })
})

test('a council that is kept goes on, product and all: what was counted stays, what changes is seen, and nobody is reminded twice', async () => {
  // The day before those who have not declined are reminded.
  await control.world(aWorld({ members: 3, change: (world) => (world.now = '2026-10-14T15:00:00Z') }))
  const they = officersOf(control)
  await they.invite({ subject: title })
  await they.answers(title, { accept: ['m1'], tentativelyAccept: [], decline: [] })
  await control.setClock('2026-10-15T09:30:00Z')
  await control.settle()
  const texts = await control.texts()
  const row = await tabOf(control).row(title)
  expect(texts.length).toBeGreaterThan(0)
  expect(row.counts).toMatchObject({ accepted: 1 })

  const portOf = (address: string) => Number(new URL(address).port)
  const { desk, product } = embedded.addresses()
  await embedded.close()
  await start({ sandboxPort: portOf(desk), productPort: portOf(product) })

  expect(embedded.council).toBe('taken-up')
  expect(await control.now()).toBe('2026-10-15T09:30:00Z')
  expect(await tabOf(control).row(title)).toEqual(row)
  await officersOf(control).answers(title, { accept: ['m2'], tentativelyAccept: [], decline: [] })
  expect((await tabOf(control).row(title)).counts).toMatchObject({ accepted: 2 })
  await control.advance('PT2H')
  expect(await control.texts()).toEqual(texts)
}, 180_000)
