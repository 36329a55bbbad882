import { createContext, useContext } from 'react'
import type { Api } from './client.ts'

export type Connection = {
  readonly api: Api
  /** What was last shown of each address: there at once on coming back, and all there is when nothing can be reached. */
  readonly known: Map<string, unknown>
  /** What somebody began and has not sent yet: it outlives a change of page, and is kept nowhere but here. */
  readonly begun: Map<string, unknown>
}

const ApiContext = createContext<Connection | undefined>(undefined)
export const ApiProvider = ApiContext.Provider

export function useConnection(): Connection {
  const connection = useContext(ApiContext)
  if (!connection) throw new Error('useApi needs an ApiProvider')
  return connection
}

export function useApi(): Api {
  return useConnection().api
}
