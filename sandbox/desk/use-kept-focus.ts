import { useLayoutEffect, useRef, type FocusEvent } from 'react'

/**
 * Keeps focus in a box when what had it goes away, as a button does that has done its work: it passes to the first thing of the box
 * that can be used. Spread what it gives on the box.
 */
export function useKeptFocus<Box extends HTMLElement>() {
  const ref = useRef<Box>(null)
  const had = useRef<Element>(null)
  useLayoutEffect(() => {
    if (!had.current || had.current.isConnected) return
    had.current = null
    if (document.activeElement === document.body) ref.current?.querySelector<HTMLElement>('input, button')?.focus()
  })
  return {
    ref,
    onFocus: ({ target }: FocusEvent) => {
      had.current = target
    },
    /** Not called for what is taken off the page: only when focus goes elsewhere. */
    onBlur: () => {
      had.current = null
    },
  }
}
