import { createContext, useContext } from 'react'

/** Whether this page was come to from another one. On the first page the host decides where focus is, not we. */
export type Arrival = { readonly take: () => boolean }

const ArrivalContext = createContext<Arrival>({ take: () => false })
export const ArrivalProvider = ArrivalContext.Provider

export function useArrival(): Arrival {
  return useContext(ArrivalContext)
}

/** True once for each change of page: answering a question on the page must not pull focus back to its heading. */
export function arrivalOf(isFirst: boolean): Arrival {
  let due = !isFirst
  return {
    take: () => {
      const now = due
      due = false
      return now
    },
  }
}
