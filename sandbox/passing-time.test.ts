import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import { createContext } from './context.ts'
import { createPassingTime } from './passing-time.ts'
import type { ProductDriver } from './product-driver.ts'
import { aWorld } from './testing/worlds.ts'

function aCouncil(product: Partial<ProductDriver> = {}) {
  const nothing = {} as never
  const context = createContext(aWorld(), { addresses: () => nothing, changed: () => undefined, onFailure: () => undefined, seed: '' })
  const driver: ProductDriver = {
    address: () => '',
    tab: () => '',
    settle: async () => undefined,
    nextAt: async () => undefined,
    begin: async () => undefined,
    leave: async () => undefined,
    nextUp: async () => undefined,
    check: async () => undefined,
    restart: async () => undefined,
    storage: () => '',
    resume: async () => undefined,
    ...product,
  }
  return {
    context,
    time: createPassingTime(
      () => context,
      driver,
      () => undefined,
    ),
  }
}

test('settling goes on until what the one did has given the other nothing more to do', async () => {
  const did: string[] = []
  let owed = 2
  const { context, time } = aCouncil({
    settle: async () => {
      if (owed === 0) return
      owed -= 1
      did.push('product')
      context.work.run(async () => void did.push('sandbox'))
    },
  })
  await time.settle()
  expect(did).toEqual(['product', 'sandbox', 'product', 'sandbox'])
})

test('a delivery that is tried again later runs at its own time on the way', async () => {
  const { context, time } = aCouncil()
  const ran: string[] = []
  const start = context.clock.now()
  context.clock.at(start.add({ minutes: 5 }), () => {
    ran.push(context.clock.now().toString())
    context.clock.at(context.clock.now().add({ minutes: 5 }), () => void ran.push(context.clock.now().toString()))
  })
  await time.passUntil(start.add({ hours: 1 }))
  expect(ran).toEqual(['2026-09-10T09:05:00Z', '2026-09-10T09:10:00Z'])
})

test('what happened is what was noted within the span', async () => {
  const { context, time } = aCouncil()
  context.journal.note({ kind: 'text', summary: 'before' })
  context.clock.at(context.clock.now().add({ minutes: 5 }), () => context.journal.note({ kind: 'text', summary: 'within' }))
  const { happened } = await time.passUntil(context.clock.now().add({ hours: 1 }))
  expect(happened).toEqual([{ at: '2026-09-10T09:05:00Z', kind: 'text', summary: 'within' }])
})

test('a product that always names the past holds nothing up', async () => {
  const { context, time } = aCouncil({ nextAt: async () => Temporal.Instant.from('2026-01-01T00:00:00Z') })
  expect((await time.passUntil(context.clock.now().add({ hours: 1 }))).now).toBe('2026-09-10T10:00:00Z')
})

test('work that makes work for ever is called a defect instead of being waited for', async () => {
  const { context, time } = aCouncil({ settle: async () => context.work.run(async () => undefined) })
  await expect(time.settle()).rejects.toThrow('making work for itself')
})

test('a failure of work under way is told and stops nothing', async () => {
  const told: unknown[] = []
  const nothing = {} as never
  const context = createContext(aWorld(), {
    addresses: () => nothing,
    changed: () => undefined,
    onFailure: (failure) => told.push(failure),
    seed: '',
  })
  context.work.run(() => Promise.reject(new Error('lost')))
  await context.work.idle()
  expect(told).toMatchObject([{ message: 'lost' }])
})
