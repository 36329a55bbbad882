import { useSyncExternalStore } from 'react'
import { addressOf, routeOf, type Route } from '../paths.ts'
import { rewriteStep } from './steps.ts'

const changed = 'quorate:address'

/** The page that the address names now; `undefined` when it names none. */
export function useRoute(): Route | undefined {
  const hash = useSyncExternalStore(listen, () => window.location.hash)
  return routeOf(hash.slice(1))
}

/** Puts another page in the place of this one, without a step to go back over: filters, and moving on from something finished. */
export function replaceWith(route: Route): void {
  rewriteStep(addressOf(route))
  window.dispatchEvent(new Event(changed))
}

/** Says later whether this page is still open: whoever has gone elsewhere meanwhile is not called away. */
export function stayHere(): () => boolean {
  const here = window.location.hash
  return () => window.location.hash === here
}

function listen(listener: () => void): () => void {
  window.addEventListener('hashchange', listener)
  window.addEventListener(changed, listener)
  return () => {
    window.removeEventListener('hashchange', listener)
    window.removeEventListener(changed, listener)
  }
}
