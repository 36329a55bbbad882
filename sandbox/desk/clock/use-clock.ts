import { useState } from 'react'
import { reach, type Happening } from '../control.ts'
import { useDesk } from '../desk-context.ts'
import { clockWords, momentOf, type Moment } from '../dates.ts'
import { linesOf } from '../happened/happened.ts'
import { wordsOf } from '../use-loaded.ts'
import { topWords } from './words.ts'

/** One move of the clock and what happened in it. */
export type Moved = {
  readonly from: Moment
  readonly to: Moment
  /** How long the visitor waited for it. Absent for a whole visit. */
  readonly seconds?: number
  readonly happenings: readonly Happening[]
}

/** Moving the clock: the sandbox answers when everything that was due has been done, in order. */
export function useClock(moved: (what: Moved) => void) {
  const { sandbox, announce, hold } = useDesk()
  const { control } = sandbox
  const [state, setState] = useState<{ moving: boolean; refused?: string }>({ moving: false })

  /** Runs what moves the clock, and says afterwards what happened meanwhile. */
  async function run(work: () => Promise<unknown>): Promise<void> {
    setState({ moving: true })
    try {
      await hold(() => timed(work))
      setState({ moving: false })
    } catch (failure) {
      setState({ moving: false, refused: topWords.refused(wordsOf(failure)) })
    }
  }

  async function timed(work: () => Promise<unknown>): Promise<void> {
    const began = performance.now()
    const [from, before] = [momentOf(await control.clock()), await control.journal()]
    await work()
    const [to, after] = [momentOf(await control.clock()), await control.journal()]
    const happenings = after.slice(before.length)
    moved({ from, to, seconds: Math.max(1, Math.round((performance.now() - began) / 1000)), happenings })
    announce(topWords.announce(clockWords(to), linesOf(happenings, sandbox.people).length))
  }

  const move = (by: string) => run(() => control.advance(by))

  /** To what is due next, exactly; what is due already is done without the clock moving. */
  async function moveToNext(): Promise<void> {
    const next = await control.next()
    const at = next?.at
    if (at) await run(() => reach(control, at))
  }

  return { ...state, run, move, moveToNext }
}
