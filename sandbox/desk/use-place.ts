import { useCallback, useEffect, useState } from 'react'
import { readPlace, writePlace, type Place } from './place.ts'

/** The place in the address. Going somewhere leaves a step to go back to; the browser's own buttons work. */
export function usePlace(): { place: Place; go: (to: Partial<Place>) => void } {
  const [place, setPlace] = useState(() => readPlace(location.hash))
  useEffect(() => {
    const follow = () => setPlace(readPlace(location.hash))
    window.addEventListener('hashchange', follow)
    return () => window.removeEventListener('hashchange', follow)
  }, [])
  const go = useCallback((to: Partial<Place>) => {
    const next = { ...readPlace(location.hash), ...to }
    if (writePlace(next) !== location.hash) history.pushState(null, '', writePlace(next))
    setPlace(next)
  }, [])
  return { place, go }
}
