import { useCallback, useEffect, useRef, useState } from 'react'
import type { ZodType } from 'zod'
import type { Problem } from '../../api/contracts/shared.ts'
import { useConnection } from './ApiContext.tsx'

/** What a page can show of one address of the API. */
export type Shown<Value> =
  /** `slow` after 300 ms: a skeleton that flashes up and goes is worse than none. */
  | { readonly kind: 'loading'; readonly slow: boolean }
  /** Not `fresh`: the last try did not get through, and this is what was known before. */
  | { readonly kind: 'shown'; readonly value: Value; readonly fresh: boolean }
  | { readonly kind: 'refused'; readonly problem: Problem }
  | { readonly kind: 'unreachable' }

export type Resource<Value> = {
  readonly state: Shown<Value>
  readonly again: () => Promise<void>
  /** Puts in what a write answered with, which is newer than what was read. */
  readonly replace: (value: Value) => void
}

type Options = { readonly everySeconds?: number }

const skeletonAfterMs = 300

/**
 * Reads one address and keeps it as true as the page needs: again on coming back to the page, and by the clock where asked.
 *
 * A count never changes under the finger of a Member: only officers' pages ask for `everySeconds`.
 */
export function useResource<Value>(path: string, shape: ZodType<Value>, { everySeconds }: Options = {}): Resource<Value> {
  const { api, known } = useConnection()
  const [held, setHeld] = useState<Held<Value>>({ path, state: lastKnown(known, path) })
  const turn = useRef(0)
  // Of another address nothing is held yet, whatever was shown a moment ago.
  const state = held.path === path ? held.state : lastKnown<Value>(known, path)

  const replace = useCallback(
    (value: Value) => {
      turn.current += 1 // an answer under way is older than this
      known.set(path, value)
      setHeld({ path, state: { kind: 'shown', value, fresh: true } })
    },
    [known, path],
  )

  const again = useCallback(async () => {
    turn.current += 1
    const mine = turn.current
    const answer = await api.get(path, shape)
    if (mine !== turn.current) return
    if (answer.kind === 'ok') replace(answer.value)
    else if (answer.kind === 'refused') setHeld({ path, state: answer })
    else setHeld(outOfReach(path, lastKnown(known, path)))
  }, [api, known, path, shape, replace])

  useEffect(() => {
    const slow = setTimeout(() => setHeld((now) => slowly(now, path, lastKnown(known, path))), skeletonAfterMs)
    // oxlint-disable-next-line react/set-state-in-effect -- set when the API has answered, not now
    void again().finally(() => clearTimeout(slow))
    return () => {
      clearTimeout(slow)
      turn.current += 1
    }
  }, [again, known, path])

  useReturn(again)
  useEvery(everySeconds, again)
  return { state, again, replace }
}

type Held<Value> = { readonly path: string; readonly state: Shown<Value> }

/** What was known before stays, marked as no longer fresh. */
function outOfReach<Value>(path: string, before: Shown<Value>): Held<Value> {
  return { path, state: before.kind === 'shown' ? { ...before, fresh: false } : { kind: 'unreachable' } }
}

function slowly<Value>(now: Held<Value>, path: string, before: Shown<Value>): Held<Value> {
  const state = now.path === path ? now.state : before
  return { path, state: state.kind === 'loading' ? { kind: 'loading', slow: true } : state }
}

function lastKnown<Value>(known: Map<string, unknown>, path: string): Shown<Value> {
  const value = known.get(path) as Value | undefined
  return value === undefined ? { kind: 'loading', slow: false } : { kind: 'shown', value, fresh: true }
}

/** On coming back to the page, and when the network does. */
function useReturn(again: () => Promise<void>): void {
  useEffect(() => {
    const look = () => {
      if (document.visibilityState === 'visible') void again()
    }
    document.addEventListener('visibilitychange', look)
    window.addEventListener('online', look)
    return () => {
      document.removeEventListener('visibilitychange', look)
      window.removeEventListener('online', look)
    }
  }, [again])
}

function useEvery(seconds: number | undefined, again: () => Promise<void>): void {
  useEffect(() => {
    if (seconds === undefined) return undefined
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') void again()
    }, seconds * 1000)
    return () => clearInterval(timer)
  }, [seconds, again])
}
