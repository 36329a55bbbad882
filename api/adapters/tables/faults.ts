import { RestError } from '@azure/data-tables'
import { setTimeout as pause } from 'node:timers/promises'
import { Unavailable } from '../../ports/unavailable.ts'
import type { Patience } from './surely.ts'

export const patience: Patience = {
  pause: async (milliseconds) => pause(milliseconds),
  random: () => Math.random(),
  triesAfter: (fault) => {
    if (fault instanceof RangeError || fault instanceof TypeError) return 1
    if (fault instanceof Error && fault.name === 'AbortError') return 2 // each took as long as we ever wait
    const status = fault instanceof RestError ? fault.statusCode : undefined
    return status === undefined || status === 408 || status === 429 || status >= 500 ? 3 : 1
  },
}

/** A fault of storage as the outage that it is; a mistake of ours stays one. */
export async function faultsAsUnavailable<Value>(work: () => Promise<Value>): Promise<Value> {
  try {
    return await work()
  } catch (fault) {
    if (fault instanceof Unavailable || fault instanceof RangeError || fault instanceof TypeError) throw fault
    throw new Unavailable('storage', codeOf(fault) ?? 'no answer', { cause: fault })
  }
}

/** Azure's own word for a fault. */
export function codeOf(fault: unknown): string | undefined {
  if (!(fault instanceof RestError)) return undefined
  const details = fault.details as { odataError?: { code?: string } } | undefined
  return details?.odataError?.code ?? fault.code ?? (fault.statusCode === undefined ? undefined : String(fault.statusCode))
}
