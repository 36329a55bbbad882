import { useEffect } from 'react'

/**
 * Keeps focus on the page when what had it goes away: a "show more" that is done, a row that is dealt with, "Try again" once it worked.
 *
 * Browsers then put focus on nothing, and whoever uses a keyboard or a screen reader begins at the top again. It goes to the heading of
 * the nearest part of the page that still stands, and nothing is scrolled.
 */
export function useFocusKept(): void {
  useEffect(() => {
    let around: readonly Element[] = []
    const remember = ({ target }: FocusEvent) => {
      around = target instanceof Element ? partsAround(target) : []
    }
    const keep = () => {
      const isLost = document.activeElement === document.body && around.length > 0 && !around[0]?.isConnected
      if (!isLost) return
      const standing = around.find((part) => part.isConnected && part !== document.body)
      around = []
      headingOf(standing)?.focus({ preventScroll: true })
    }
    const watcher = new MutationObserver(keep)
    watcher.observe(document.body, { childList: true, subtree: true })
    document.addEventListener('focusin', remember)
    return () => {
      watcher.disconnect()
      document.removeEventListener('focusin', remember)
    }
  }, [])
}

/** The element itself and all that it stands in, from within outwards. */
function partsAround(element: Element): readonly Element[] {
  const parts: Element[] = []
  for (let part: Element | null = element; part; part = part.parentElement) parts.push(part)
  return parts
}

function headingOf(part: Element | undefined): HTMLElement | undefined {
  for (let within = part; within; within = within.parentElement ?? undefined) {
    const heading = within.querySelector<HTMLElement>('h1, h2, h3, h4')
    if (!heading) continue
    if (!heading.hasAttribute('tabindex')) heading.tabIndex = -1
    return heading
  }
  return undefined
}
