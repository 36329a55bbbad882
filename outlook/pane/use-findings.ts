import { useEffect, useState } from 'react'
import { planCheck, type PlanCheck } from '../../api/contracts/plan.ts'
import { useApi } from '../../tab/api/ApiContext.tsx'
import type { Draft } from '../../tab/features/details/draft.ts'
import type { SendingRules } from '../../domain/rulebook/sending.ts'
import { findingsKey, findingsText } from '../events/findings.ts'
import type { OpenAppointment } from '../office/appointment.ts'
import type { Outlook } from '../office/outlook.ts'
import { leftFor, planOf } from './found.ts'

export type Found = { readonly kind: 'looking' | 'not-checked' } | { readonly kind: 'checked'; readonly check: PlanCheck }

const restMs = 500

type About = {
  readonly appointment: OpenAppointment
  readonly kind: string
  readonly draft: Draft
  /** Whether that is what the appointment keeps. */
  readonly isKept: boolean
  readonly rules: SendingRules
}

/** What speaks against the appointment as it stands, asked anew a moment after it changes, and left in the form for when it is sent. */
export function useFindings(outlook: Outlook, { appointment, kind, draft, isKept, rules }: About): Found {
  const api = useApi()
  const [{ found, of }, setLooked] = useState<{ readonly found: Found; readonly of: string }>({ found: { kind: 'looking' }, of: '' })
  const asked = JSON.stringify({ body: planOf(appointment, kind, draft), invited: appointment.invited })
  useEffect(() => {
    let isOld = false
    async function look(): Promise<void> {
      const answer = await api.post('/plan/check', (JSON.parse(asked) as { body: object }).body, planCheck)
      if (isOld) return
      setLooked({ found: answer.kind === 'ok' ? { kind: 'checked', check: answer.value } : { kind: 'not-checked' }, of: asked })
    }
    const timer = setTimeout(() => void look(), restMs)
    return () => {
      isOld = true
      clearTimeout(timer)
    }
  }, [api, asked])
  const check = found.kind === 'checked' && of === asked ? found.check : undefined
  const left = findingsText(leftFor(check, { appointment, isKept, rules }))
  useEffect(() => {
    // Where this Outlook has no room for it, the pane alone says it.
    outlook.leave(findingsKey, left).catch(() => undefined)
  }, [left, outlook])
  return found
}
