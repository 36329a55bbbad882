import { useEffect, useRef, useState } from 'react'

type Next = { readonly selectors: readonly string[]; readonly onlyIfLost: boolean }

/**
 * Puts focus, once what was done is drawn, where whoever did it goes on: what was pressed may be gone, or elsewhere.
 *
 * Of several places the first that is there. `focusIfLost` leaves it with whoever has gone on elsewhere meanwhile.
 */
export function useFocusNext() {
  const within = useRef<HTMLDivElement>(null)
  const [next, setNext] = useState<Next>()
  useEffect(() => {
    const here = within.current
    if (!next || !here) return
    const { activeElement, body } = here.ownerDocument
    if (next.onlyIfLost && activeElement && activeElement !== body) return
    for (const selector of next.selectors) {
      const place = here.querySelector<HTMLElement>(selector)
      if (place) return place.focus()
    }
  }, [next])
  return {
    within,
    focusNext: (...selectors: readonly string[]) => setNext({ selectors, onlyIfLost: false }),
    focusIfLost: (...selectors: readonly string[]) => setNext({ selectors, onlyIfLost: true }),
  }
}
