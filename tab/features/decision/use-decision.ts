import { useState } from 'react'
import { decisionCase, decisionTaken, type DecisionCase } from '../../../api/contracts/decisions.ts'
import type { Problem } from '../../../api/contracts/shared.ts'
import { useApi } from '../../api/ApiContext.tsx'
import { useBegun } from '../../api/use-begun.ts'
import { useResource, type Resource } from '../../api/use-resource.ts'
import { replaceWith, stayHere } from '../../host/use-route.ts'
import { useSigned } from '../../ui/MeContext.tsx'
import { emptyDraft, isComplete, missingIn, orderOf, type Draft, type Missing } from './order.ts'
import type { Option } from './words-of-options.ts'

export type Sending =
  | { readonly kind: 'idle' | 'sending' | 'unknown' }
  | { readonly kind: 'incomplete'; readonly missing: Missing }
  | { readonly kind: 'refused'; readonly problem: Problem }

export type DecisionState = {
  readonly resource: Resource<DecisionCase>
  readonly draft: Draft | undefined
  readonly change: (change: Partial<Draft>) => void
  readonly sending: Sending
  readonly decide: (option: Option, view: DecisionCase) => Promise<void>
}

const everySeconds = 5

/**
 * The case, and the officer's answer to it.
 *
 * The decision is sent with what was seen: when the case has moved on meanwhile the API refuses it, the case is read again and
 * what was written is kept.
 */
export function useDecision(sessionId: string): DecisionState {
  const api = useApi()
  const { refresh } = useSigned()
  const resource = useResource(`/sessions/${sessionId}/decision`, decisionCase, { everySeconds })
  const { written, write, done } = useBegun<Partial<Draft>>(`decision ${sessionId}`, {})
  const [sending, setSending] = useState<Sending>({ kind: 'idle' })
  const view = resource.state.kind === 'shown' ? resource.state.value : undefined
  const draft = view ? { ...emptyDraft(view), ...written } : undefined

  async function decide(option: Option, seen: DecisionCase): Promise<void> {
    const order = { ...emptyDraft(seen), ...written }
    const missing = missingIn(order, option, seen.reasons)
    if (!isComplete(missing)) {
      setSending({ kind: 'incomplete', missing })
      return
    }

    setSending({ kind: 'sending' })
    const isHere = stayHere()
    const answer = await api.post(`/sessions/${sessionId}/decision`, orderOf(order, option, seen), decisionTaken)
    if (answer.kind === 'ok') {
      done()
      void refresh()
      if (isHere()) replaceWith({ page: 'session', sessionId })
      return
    }
    await resource.again()
    setSending(answer.kind === 'refused' ? { kind: 'refused', problem: answer.problem } : { kind: 'unknown' })
  }

  const change = (part: Partial<Draft>) => {
    write({ ...written, ...part })
    setSending({ kind: 'idle' })
  }
  return { resource, draft, change, sending, decide }
}
