import { beforeAll, describe, expect, test } from 'vitest'
import type { Hint, Hints, TakenHint } from '../ports/queue.ts'

const look = { kind: 'look-at-session', council: 'thamesbrook', session: 's-1' } as const satisfies Hint

/** A queue of its own, and what only a suite does with one. */
export type QueueUnderTest = {
  readonly hints: Hints
  /** Puts a text there as it is. Fails for one that a queue does not take. */
  readonly postRaw: (text: string) => Promise<unknown>
  /** Messages there, hidden ones among them. */
  readonly left: () => Promise<number>
  /** Lets a tenth of a second go by. */
  readonly pass: () => Promise<unknown>
}

/**
 * What every implementation of `Hints` promises: at least once, in no order, hidden while somebody works, gone when done.
 *
 * `hiddenFor`: seconds for which what was received is to be hidden. The usual two minutes without it.
 */
export function hintsContract(
  name: string,
  open: (order: { readonly name: string; readonly hiddenFor?: number }) => Promise<QueueUnderTest>,
): void {
  describe(`Hints: ${name}`, () => {
    let queue: QueueUnderTest
    let hints: Hints
    beforeAll(async () => {
      queue = await open({ name: 'usual' })
      hints = queue.hints
    })

    test('gives what was posted, hides it meanwhile, and forgets it when done, twice too', async () => {
      expect(await hints.take()).toEqual([])
      await hints.post(look)
      const [taken] = await hints.take()
      expect(taken).toMatchObject({ kind: 'hint', hint: look })
      expect(await hints.take()).toEqual([])
      await taken?.done()
      await taken?.done()
      expect(await hints.take()).toEqual([])
      expect(await queue.left()).toBe(0)
    })

    test('carries every character that a hint can hold, and refuses one that is too long before it is sent', async () => {
      const odd: Hint = { kind: 'relay-audit', council: 'thamesbrook', source: 'ö\u0000\r\u0085\uD83D"\u{1F331}' }
      await hints.post(odd)
      const [taken] = await hints.take()
      expect(taken).toMatchObject({ kind: 'hint', hint: odd })
      await taken?.done()
      await hints.post({ ...odd, source: 'x'.repeat(100) })
      await expect(hints.post({ ...odd, source: 'x'.repeat(101) })).rejects.toThrow(RangeError)
      expect(await allDone(await hints.take())).toBe(1)
    })

    test('gives at most 32 at a time, each to one who asks', async () => {
      const posted = Array.from({ length: 40 }, (_, number): Hint => ({ ...look, session: `s-${number}` }))
      for (const hint of posted) await hints.post(hint)
      const first = await hints.take()
      const second = await hints.take()
      expect([first.length, second.length]).toEqual([32, 8])
      const given = [...first, ...second].flatMap((each) => (each.kind === 'hint' ? [JSON.stringify(each.hint)] : []))
      expect(given.toSorted()).toEqual(posted.map((hint) => JSON.stringify(hint)).toSorted())
      expect(await allDone([...first, ...second])).toBe(40)
      expect(await queue.left()).toBe(0)
    })

    test.each([
      ['no base64 of anything', 'not base64 of anything'],
      ['no JSON', textOf('{"kind":')],
      ['no kind that we know', textOf(JSON.stringify({ kind: 'burn-everything', council: 'thamesbrook' }))],
      ['of no council that could be', textOf(JSON.stringify({ ...look, council: 'A council/with?keys' }))],
    ])('a message that is %s is called poisoned, and holds up nothing else', async (_, text) => {
      await queue.postRaw(text)
      await hints.post(look)
      const taken = await hints.take()
      expect(taken.map((each) => (each.kind === 'poisoned' ? each.because : each.kind)).toSorted()).toEqual(['hint', 'unreadable'])
      expect(await queue.left()).toBe(2) // until whoever took it is done with it
      await allDone(taken)
      expect(await queue.left()).toBe(0)
    })

    test('what was not done comes again; only who received it last can delete it; at the sixth time it is called poisoned', async () => {
      const { hints, left, pass } = await open({ name: 'again', hiddenFor: 1 })
      async function comingAgain(): Promise<TakenHint> {
        for (let tries = 0; tries < 200; tries += 1) {
          const [taken] = await hints.take()
          if (taken) return taken
          await pass()
        }
        throw new Error('it did not come again')
      }
      await hints.post(look)
      const first = await comingAgain()
      const second = await comingAgain()
      await first.done()
      expect(await left()).toBe(1)
      const later = [await comingAgain(), await comingAgain(), await comingAgain()]
      expect([first, second, ...later].map(({ kind }) => kind)).toEqual(Array.from({ length: 5 }, () => 'hint'))
      const sixth = await comingAgain()
      expect(sixth).toMatchObject({ kind: 'poisoned', because: 'received-too-often', hint: look })
      await sixth.done()
      expect(await left()).toBe(0)
    })

    test('a message may have 64 KiB and no more', async () => {
      await queue.postRaw('x'.repeat(64 * 1024))
      await expect(queue.postRaw('x'.repeat(64 * 1024 + 1))).rejects.toThrow(/413|64 KiB/)
      expect(await allDone(await hints.take())).toBe(1)
    })
  })
}

function textOf(json: string): string {
  return Buffer.from(json).toString('base64')
}

async function allDone(taken: readonly TakenHint[]): Promise<number> {
  await Promise.all(taken.map(async (each) => each.done()))
  return taken.length
}
