import { useCallback, useState } from 'react'
import { useDesk } from '../desk-context.ts'
import type { OutlookEvent } from '../outlook/graph.ts'
import { useLoaded } from '../use-loaded.ts'
import { eventItem } from './draft-item.ts'
import { Pane } from './Pane.tsx'
import type { Item } from './protocol.ts'

/** The pane beside an appointment that stands: what the add-in keeps in it is read from the organiser's copy, and written there. */
export function EventPane({ event, close }: { readonly event: OutlookEvent; readonly close: () => void }) {
  const { person, outlookOf } = useDesk()
  const outlook = outlookOf(person)
  const read = useCallback(() => outlook.properties(event.id), [outlook, event.id])
  const stored = useLoaded(read, 0)
  const [changed, setChanged] = useState<Item>()
  if (!stored.value) return null
  const item = changed ?? eventItem(event, { properties: stored.value, session: {} })
  function change(to: Item): void {
    setChanged(to)
    if (to.properties !== item.properties) void outlook.keep(event.id, to.properties)
  }
  return <Pane item={item} change={change} close={close} />
}
