import type { Control } from './control.ts'

/** Changes come in bursts, an invitation to fifty people is a hundred of them: one look serves a burst. */
const burstMilliseconds = 250

/** Looks once for a burst of changes, and never twice at a time: what changes during a look is looked at after it. */
export function watchInBursts(control: Control, look: () => Promise<void>): () => void {
  let waiting: ReturnType<typeof setTimeout> | undefined
  let looking = false
  let again = false

  async function run(): Promise<void> {
    waiting = undefined
    if (looking) {
      again = true
      return
    }
    looking = true
    await look()
    looking = false
    if (again) changed()
    again = false
  }

  function changed(): void {
    waiting ??= setTimeout(() => void run(), burstMilliseconds)
  }

  const stop = control.watch(changed)
  return () => {
    clearTimeout(waiting)
    stop()
  }
}
