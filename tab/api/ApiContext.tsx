import { createContext, useContext } from 'react'
import type { Api } from './client.ts'

/** What was last shown of each address: there at once on coming back, and all there is when nothing can be reached. */
export type Connection = { readonly api: Api; readonly known: Map<string, unknown> }

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
