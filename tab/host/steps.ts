/** What each step of the browser's history carries: how many of our own pages lie behind it. */
type Step = { readonly step: number }

function stepOf(state: unknown): number | undefined {
  return typeof state === 'object' && state !== null && 'step' in state ? (state as Step).step : undefined
}

/**
 * Counts our own pages as they are gone through, and gives the way back over them: false when there is none left.
 *
 * The length of the history does not say: it counts the steps ahead, and the host's own.
 */
export function countSteps(): () => boolean {
  let step = stepOf(window.history.state) ?? 0
  window.history.replaceState({ step }, '')
  window.addEventListener('hashchange', () => {
    const known = stepOf(window.history.state)
    if (known === undefined) window.history.replaceState({ step: step + 1 }, '')
    step = known ?? step + 1
  })
  return () => {
    if (step === 0) return false
    window.history.back()
    return true
  }
}

/** Writes another address into this step. */
export function rewriteStep(address: string): void {
  window.history.replaceState(window.history.state, '', `#${address}`)
}
