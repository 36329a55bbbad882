import { useEffect, useState } from 'react'

export type Loaded<Value> = {
  readonly value?: Value
  /** Why the last try failed, in words. What was read before it stays in `value`. */
  readonly failure?: string
  readonly loading: boolean
}

export function wordsOf(failure: unknown): string {
  return failure instanceof Error ? failure.message : String(failure)
}

/**
 * What `load` gives, read again whenever `load` or `version` changes. An old value stays while a new one comes.
 *
 * Trap: `load` must be stable between renders, or it is called for ever.
 */
export function useLoaded<Value>(load: (version: number) => Promise<Value>, version: number): Loaded<Value> {
  const [loaded, setLoaded] = useState<{ by?: typeof load; is: Loaded<Value> }>({ is: { loading: true } })
  useEffect(() => {
    let current = true
    load(version).then(
      (value) => current && setLoaded({ by: load, is: { value, loading: false } }),
      (failure: unknown) =>
        current &&
        setLoaded((before) => ({
          by: load,
          is: { value: before.by === load ? before.is.value : undefined, failure: wordsOf(failure), loading: false },
        })),
    )
    return () => {
      current = false
    }
  }, [load, version])
  return loaded.by === load ? loaded.is : { loading: true }
}
