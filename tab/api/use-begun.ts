import { useCallback, useState } from 'react'
import { useConnection } from './ApiContext.tsx'

type Begun<Value> = {
  readonly written: Value
  readonly write: (value: Value) => void
  /** It was sent: the next time begins afresh. */
  readonly done: () => void
}

/** What somebody is writing, kept through a look at another page until it is sent. */
export function useBegun<Value>(what: string, empty: Value): Begun<Value> {
  const { begun } = useConnection()
  const [written, setWritten] = useState(() => (begun.get(what) as Value | undefined) ?? empty)
  const write = useCallback(
    (value: Value) => {
      begun.set(what, value)
      setWritten(value)
    },
    [begun, what],
  )
  const done = useCallback(() => void begun.delete(what), [begun, what])
  return { written, write, done }
}
