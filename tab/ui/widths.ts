import { useSyncExternalStore } from 'react'

/** Below this, tables are cards and buttons as wide as the page. */
export const phone = '@media (max-width: 699.98px)'

/** Follows a media query, for what is drawn differently and not only styled so. */
export function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (listener) => {
      const list = window.matchMedia(query)
      list.addEventListener('change', listener)
      return () => list.removeEventListener('change', listener)
    },
    () => window.matchMedia(query).matches,
  )
}

/** Paper has room for a table whatever the window has. */
export function useIsPhone(): boolean {
  return useMedia('screen and (max-width: 699.98px)')
}
