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
  const refuse = (failure: unknown) => setState({ moving: false, refused: topWords.refused(wordsOf(failure)) })

  /** Runs what moves the clock, and says afterwards what happened meanwhile. */
  async function run(work: () => Promise<unknown>): Promise<void> {
    setState({ moving: true })
    try {
      await hold(() => timed(work))
      setState({ moving: false })
    } catch (failure) {
      refuse(failure)
    }
  }

  async function timed(work: () => Promise<unknown>): Promise<void> {
    const pressedAt = performance.now()
    const [began, before] = [await control.clock(), await control.journal()]
    await work()
    const [ended, after] = [await control.clock(), await control.journal()]
    const [from, to] = [momentOf(began.now), momentOf(ended.now)]
    const happenings = after.slice(before.length)
    moved({ from, to, seconds: Math.max(1, Math.round((performance.now() - pressedAt) / 1000)), happenings })
    announce(topWords.announce(clockWords(to), linesOf(happenings, sandbox.people).length))
  }

  const move = (by: string) => run(() => control.advance(by))

  /** To what is due next, exactly; what is due already is done without the clock moving. */
  const moveToNext = () =>
    run(async () => {
      const at = (await control.next())?.at
      if (at) await reach(control, at)
    })

  return { ...state, refuse, run, move, moveToNext }
}
