import type { Council } from '../ports/council.ts'
import { Unavailable, type Dependency } from '../ports/unavailable.ts'

/** Does what asks a service outside; whether it answered is known from then on to whoever shows how old things are. */
export async function noted<Value>({ health }: Pick<Council, 'health'>, asked: Dependency, work: () => Promise<Value>): Promise<Value> {
  try {
    const value = await work()
    health.note(asked, 'answers')
    return value
  } catch (fault) {
    if (fault instanceof Unavailable && !fault.throttled) health.note(fault.dependency, 'silent', { onTheWayTo: asked })
    throw fault
  }
}
