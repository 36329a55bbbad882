import { useEffect, useRef } from 'react'
import type { Item } from './protocol.ts'

type Tell = (type: 'olkAppointmentTimeChanged' | 'olkRecipientsChanged') => void

/** Outlook tells an add-in that listens when the time changes, and when those invited do. */
export function useTold({ start, end, required }: Item, tell: Tell): void {
  const when = `${start} ${end}`
  const who = required.map(({ emailAddress }) => emailAddress).join(' ')
  const before = useRef({ when, who })
  useEffect(() => {
    const was = before.current
    before.current = { when, who }
    if (was.when !== when) tell('olkAppointmentTimeChanged')
    if (was.who !== who) tell('olkRecipientsChanged')
  }, [when, who, tell])
}
