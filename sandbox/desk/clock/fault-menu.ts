import type { FaultSet, FaultToAdd } from '../control.ts'

export type FaultId =
  | 'outlook-throttles'
  | 'outlook-down'
  | 'notify-down'
  | 'notify-unsure'
  | 'texts-unconfirmed'
  | 'notifications-lost'
  | 'notifications-twice'
  | 'teams-down'

/** What a visitor may break, in the order of the menu. The services and paths are the sandbox's own. */
export const faultMenu: Readonly<Record<FaultId, readonly FaultToAdd[]>> = {
  'outlook-throttles': [{ service: 'graph', action: { kind: 'status', status: 429, retryAfter: 10 }, times: 10 }],
  'outlook-down': [{ service: 'graph', action: { kind: 'status', status: 503 } }],
  'notify-down': [{ service: 'notify', action: { kind: 'status', status: 503 } }],
  // oxlint-disable-next-line unicorn/no-thenable -- the sandbox's own word for what comes after
  'notify-unsure': [{ service: 'notify', method: 'POST', action: { kind: 'after', then: 'reset' }, times: 3 }],
  'texts-unconfirmed': [{ service: 'receipts', action: { kind: 'drop' } }],
  'notifications-lost': [{ service: 'notifications', action: { kind: 'drop' } }],
  'notifications-twice': [{ service: 'notifications', action: { kind: 'duplicate' } }],
  'teams-down': [{ service: 'connector', action: { kind: 'status', status: 503 } }],
}

export const faultIds = Object.keys(faultMenu) as FaultId[]

/** The faults to set so that exactly the chosen ones are in force: the sandbox clears them all at once, so they are set anew. */
export function faultsFor(chosen: readonly FaultId[]): readonly FaultToAdd[] {
  return chosen.flatMap((id) => faultMenu[id])
}

/** Which of the menu's faults are in force, as the sandbox says: some end by themselves, some a script has set. */
export function inForce(set: readonly FaultSet[]): FaultId[] {
  return faultIds.filter((id) => faultMenu[id].every((wanted) => set.some((fault) => isLike(fault, wanted))))
}

function isLike(fault: FaultSet, wanted: FaultToAdd): boolean {
  return fault.service === wanted.service && fault.action.kind === wanted.action['kind'] && fault.action.status === wanted.action['status']
}
