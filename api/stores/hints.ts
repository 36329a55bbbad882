import type { Hint, Hints } from '../ports/queue.ts'
import { Unavailable } from '../ports/unavailable.ts'

/** Posts a hint after its pointer and its fact are written. That it could not be posted costs only delay, so it is no outage. */
export async function postHint(hints: Hints, hint: Hint): Promise<void> {
  try {
    await hints.post(hint)
  } catch (fault) {
    if (!(fault instanceof Unavailable)) throw fault
  }
}
