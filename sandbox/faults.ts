import type { Fault, Faults } from './service.ts'

export type FaultList = Faults & {
  add(faults: readonly Fault[]): void
  clear(): void
  /** As they stand, with what is left of `times` and `skip`. */
  all(): readonly Fault[]
}

type Counted = { readonly fault: Fault; skip: number; times: number }

export function createFaults(): FaultList {
  let set: Counted[] = []
  return {
    add(faults) {
      set.push(...faults.map((fault) => ({ fault, skip: fault.skip ?? 0, times: fault.times ?? Number.POSITIVE_INFINITY })))
    },
    clear() {
      set = []
    },
    all: () => set.map(({ fault, skip, times }) => ({ ...fault, ...(skip > 0 && { skip }), ...(Number.isFinite(times) && { times }) })),
    strike(service, method, path) {
      const found = set.filter(({ fault }) => concerns(fault, service, method, path)).find(isReady)
      if (!found) return undefined
      found.times -= 1
      if (found.times <= 0) set = set.filter((each) => each !== found)
      return found.fault.action
    },
  }
}

/** Each fault counts for itself what it lets through, so that several can stand against one call. */
function isReady(counted: Counted): boolean {
  if (counted.skip === 0) return true
  counted.skip -= 1
  return false
}

function concerns(fault: Fault, service: string, method: string, path: string): boolean {
  if (fault.service !== service) return false
  if (fault.method && fault.method.toUpperCase() !== method.toUpperCase()) return false
  if (!fault.path) return true
  const expression = /^\/(.+)\/$/.exec(fault.path)?.[1]
  return expression ? new RegExp(expression, 'i').test(path) : path.toLowerCase().includes(fault.path.toLowerCase())
}
