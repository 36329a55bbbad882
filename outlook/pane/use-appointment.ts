import { useCallback, useEffect, useState } from 'react'
import type { OpenAppointment } from '../office/appointment.ts'
import type { Outlook } from '../office/outlook.ts'

export type Open =
  { readonly kind: 'reading' } | { readonly kind: 'silent' } | { readonly kind: 'open'; readonly appointment: OpenAppointment }

/** The appointment beside the pane, as it is now: its times and those invited change while the pane is open. */
export function useAppointment(outlook: Outlook): { readonly open: Open; readonly again: () => Promise<void> } {
  const [open, setOpen] = useState<Open>({ kind: 'reading' })
  const again = useCallback(async () => {
    try {
      const appointment = await outlook.appointment()
      setOpen((before) => (isSame(before, appointment) ? before : { kind: 'open', appointment }))
    } catch {
      setOpen(afterRefusal)
    }
  }, [outlook])
  useEffect(() => {
    // oxlint-disable-next-line react/set-state-in-effect -- set when Outlook has answered, not now
    void again()
    return outlook.onChange(() => void again())
  }, [again, outlook])
  return { open, again }
}

/** What was read before stays, with what is being written beside it. Where there was nothing, that is told in the pane, with what to do. */
export function afterRefusal(before: Open): Open {
  return before.kind === 'open' ? before : { kind: 'silent' }
}

function isSame(before: Open, appointment: OpenAppointment): boolean {
  return before.kind === 'open' && JSON.stringify(before.appointment) === JSON.stringify(appointment)
}
