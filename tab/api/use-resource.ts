import { useCallback, useEffect, useRef, useState } from 'react'
import type { ZodType } from 'zod'
import { useConnection } from './ApiContext.tsx'
import { newestOnly, withoutNews, type Shown } from './shown.ts'

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
  const [order] = useState(newestOnly)
  const underWay = useRef(0)
  // Of another address nothing is held yet, whatever was shown a moment ago.
  const state = held.path === path ? held.state : lastKnown<Value>(known, path)

  const show = useCallback(
    (value: Value) => {
      known.set(path, value)
      setHeld({ path, state: { kind: 'shown', value, fresh: true } })
    },
    [known, path],
  )
  const replace = useCallback(
    (value: Value) => {
      order.overtake()
      show(value)
    },
    [order, show],
  )

  const again = useCallback(async () => {
    const isNews = order.ask()
    underWay.current += 1
    const answer = await api.get(path, shape)
    underWay.current -= 1
    if (!isNews()) return
    if (answer.kind === 'ok') return show(answer.value)
    const left = withoutNews(answer, lastKnown<Value>(known, path))
    if (left.kind === 'refused') known.delete(path)
    setHeld({ path, state: left })
  }, [api, known, order, path, shape, show])

  useEffect(() => {
    const slow = setTimeout(() => setHeld((now) => slowly(now, path, lastKnown(known, path))), skeletonAfterMs)
    // oxlint-disable-next-line react/set-state-in-effect -- set when the API has answered, not now
    void again().finally(() => clearTimeout(slow))
    return () => {
      clearTimeout(slow)
      order.overtake()
    }
  }, [again, known, order, path])

  useReturn(again)
  useEvery(everySeconds, again, underWay)
  return { state, again, replace }
}

type Held<Value> = { readonly path: string; readonly state: Shown<Value> }

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

/** By the clock, but never while an answer is awaited: on a slow line the questions would only pile up. */
function useEvery(seconds: number | undefined, again: () => Promise<void>, underWay: { readonly current: number }): void {
  useEffect(() => {
    if (seconds === undefined) return undefined
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible' && underWay.current === 0) void again()
    }, seconds * 1000)
    return () => clearInterval(timer)
  }, [seconds, again, underWay])
}
