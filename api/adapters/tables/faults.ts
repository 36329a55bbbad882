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
    return status !== undefined && definite.has(status) ? 1 : 3
  },
}

/** Storage has looked and said no. Any other answer, one that nobody listed too, says nothing of what became of the call. */
const definite = new Set([400, 401, 403, 404, 405, 409, 411, 412, 413, 414, 415, 416])
/** We sent what is larger than storage holds. Asked again it would be no smaller. */
const tooLarge = new Set(['EntityTooLarge', 'PropertyValueTooLarge', 'RequestBodyTooLarge', 'TooManyProperties'])

/** A fault of storage as the outage that it is; a mistake of ours stays one. */
export async function faultsAsUnavailable<Value>(work: () => Promise<Value>): Promise<Value> {
  try {
    return await work()
  } catch (fault) {
    if (fault instanceof Unavailable || fault instanceof RangeError || fault instanceof TypeError) throw fault
    if (isTooLarge(fault)) throw new RangeError(`storage has no room for it: ${codeOf(fault)}`, { cause: fault })
    throw new Unavailable('storage', codeOf(fault) ?? 'no answer', { cause: fault })
  }
}

function isTooLarge(fault: unknown): boolean {
  return (fault instanceof RestError && fault.statusCode === 413) || tooLarge.has(codeOf(fault) ?? '')
}

/** Azure's own word for a fault. */
export function codeOf(fault: unknown): string | undefined {
  if (!(fault instanceof RestError)) return undefined
  const details = fault.details as { odataError?: { code?: string } } | undefined
  return details?.odataError?.code ?? fault.code ?? (fault.statusCode === undefined ? undefined : String(fault.statusCode))
}
