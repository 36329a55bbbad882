import { useEffect, useState } from 'react'
import { planCheck, type PlanCheck } from '../../api/contracts/plan.ts'
import { useApi } from '../../tab/api/ApiContext.tsx'
import type { Draft } from '../../tab/features/details/draft.ts'
import { findingsKey, findingsText } from '../events/findings.ts'
import type { OpenAppointment } from '../office/appointment.ts'
import type { Outlook } from '../office/outlook.ts'
import { leftFor, planOf } from './found.ts'

export type Found =
  { readonly kind: 'looking' | 'not-checked' } | { readonly kind: 'checked'; readonly check: PlanCheck; readonly now: string }

const restMs = 500

type About = { readonly appointment: OpenAppointment; readonly kind: string; readonly draft: Draft }

/** What speaks against the appointment as it stands, asked anew a moment after it changes, and left in the form for when it is sent. */
export function useFindings(outlook: Outlook, { appointment, kind, draft }: About): Found {
  const api = useApi()
  const [found, setFound] = useState<Found>({ kind: 'looking' })
  const asked = JSON.stringify({ body: planOf(appointment, kind, draft), invited: appointment.invited })
  useEffect(() => {
    let isOld = false
    async function look(): Promise<void> {
      const answer = await api.post('/plan/check', (JSON.parse(asked) as { body: object }).body, planCheck)
      if (isOld) return
      setFound(answer.kind === 'ok' ? { kind: 'checked', check: answer.value, now: answer.value.now } : { kind: 'not-checked' })
      if (answer.kind !== 'ok') return
      // Where this Outlook has no room for it, the pane alone says it.
      await outlook.leave(findingsKey, findingsText(leftFor(answer.value, appointment))).catch(() => undefined)
    }
    const timer = setTimeout(() => void look(), restMs)
    return () => {
      isOld = true
      clearTimeout(timer)
    }
    // oxlint-disable-next-line react/exhaustive-effect-dependencies, react-hooks/exhaustive-deps -- `asked` holds all of the appointment that matters here
  }, [api, asked, outlook])
  return found
}
