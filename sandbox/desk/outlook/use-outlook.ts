import { useCallback, useRef } from 'react'
import type { Control, Person } from '../control.ts'
import { createOutlook, type Outlook } from './graph.ts'

/**
 * Outlook as any person, one for each. The token is fetched when it is first needed and again when it is refused.
 *
 * Only the path of Graph's address is used: the desk and Graph are one origin, whatever name the desk was opened under.
 */
export function useOutlookOf(control: Control, graph: string | undefined): (person: Person) => Outlook {
  const kept = useRef(new Map<string, Outlook>())
  return useCallback(
    (person: Person) => {
      const key = `${graph} ${person.id}`
      const known = kept.current.get(key)
      if (known) return known
      const made = createOutlook(URL.parse(graph ?? '')?.pathname.replace(/\/$/, '') ?? '/graph', tokenOf(control, person))
      kept.current.set(key, made)
      return made
    },
    [control, graph],
  )
}

function tokenOf(control: Control, person: Person): (fresh: boolean) => Promise<string> {
  let token: Promise<string> | undefined
  return (fresh) => {
    if (!token || fresh) {
      token = control.token(person.id, 'graph')
      token.catch(() => {
        token = undefined // the next call asks again
      })
    }
    return token
  }
}
