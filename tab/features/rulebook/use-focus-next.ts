import { useEffect, useRef, useState } from 'react'

/** Puts focus, once what was done is drawn, where whoever did it goes on: what was pressed may be gone, or elsewhere. */
export function useFocusNext() {
  const within = useRef<HTMLDivElement>(null)
  const [next, setNext] = useState<{ readonly selector: string }>()
  useEffect(() => {
    if (next) within.current?.querySelector<HTMLElement>(next.selector)?.focus()
  }, [next])
  return { within, focusNext: (selector: string) => setNext({ selector }) }
}
