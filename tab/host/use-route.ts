import { useSyncExternalStore } from 'react'
import { addressOf, routeOf, type Route } from '../paths.ts'

const changed = 'quorate:address'

/** The page that the address names now; `undefined` when it names none. */
export function useRoute(): Route | undefined {
  const hash = useSyncExternalStore(listen, () => window.location.hash)
  return routeOf(hash.slice(1))
}

/** Goes to a page, so that "back" comes back to this one. */
export function goTo(route: Route): void {
  window.location.hash = addressOf(route)
}

/** Writes a page into the address without a step to go back over: filters, and moving on from something finished. */
export function replaceWith(route: Route): void {
  window.history.replaceState(null, '', `#${addressOf(route)}`)
  window.dispatchEvent(new Event(changed))
}

function listen(listener: () => void): () => void {
  window.addEventListener('hashchange', listener)
  window.addEventListener(changed, listener)
  return () => {
    window.removeEventListener('hashchange', listener)
    window.removeEventListener(changed, listener)
  }
}
