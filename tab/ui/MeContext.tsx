import { createContext, useContext } from 'react'
import type { Me } from '../../api/contracts/me.ts'

export type Signed = {
  readonly me: Me
  /** Reads again who is signed in and how many things wait: after something was dealt with. */
  readonly refresh: () => Promise<void>
}

const MeContext = createContext<Signed | undefined>(undefined)
export const MeProvider = MeContext.Provider

export function useSigned(): Signed {
  const signed = useContext(MeContext)
  if (!signed) throw new Error('useMe needs a MeProvider')
  return signed
}

export function useMe(): Me {
  return useSigned().me
}

/** Sessions, decisions and calls are officers' alone. The API decides; this only spares a refusal. */
export function isOfficer(me: Me): boolean {
  return me.roles.includes('officer')
}

/** An administrator sets the service up: the register of Members is for both. */
export function readsRegister(me: Me): boolean {
  return me.roles.length > 0
}
