import { beforeAll, describe, expect, test } from 'vitest'
import type { Hint, Hints } from '../ports/queue.ts'

const look: Hint = { kind: 'look-at-session', council: 'thamesbrook', session: 's-1' }

/** What every implementation of `Hints` promises: at least once, hidden while somebody works, gone when done. */
export function hintsContract(name: string, open: () => Promise<Hints>): void {
  describe(`Hints: ${name}`, () => {
    let hints: Hints
    beforeAll(async () => {
      hints = await open()
    })

    test('gives what was posted, hides it meanwhile, and forgets it when done, twice too', async () => {
      expect(await hints.take()).toEqual([])
      await hints.post(look)
      const [taken] = await hints.take()
      expect(taken?.hint).toEqual(look)
      expect(await hints.take()).toEqual([])
      await taken?.done()
      await taken?.done()
      expect(await hints.take()).toEqual([])
    })

    test('gives at most 32 at a time', async () => {
      for (let posted = 0; posted < 40; posted += 1) await hints.post(look)
      const first = await hints.take()
      const second = await hints.take()
      expect([first.length, second.length]).toEqual([32, 8])
      await Promise.all([...first, ...second].map(async (taken) => taken.done()))
    })
  })
}
