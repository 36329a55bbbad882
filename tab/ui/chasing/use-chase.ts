import { useState } from 'react'
import { chased } from '../../../api/contracts/chasing.ts'
import { useApi } from '../../api/ApiContext.tsx'
import { problemWords } from '../words.ts'
import type { ChaseTrouble } from './words.ts'

type Chasing =
  | { readonly kind: 'idle' | 'asking' }
  | { readonly kind: 'asked'; readonly asked: number; readonly spared: number }
  | ({ readonly kind: 'trouble' } & ChaseTrouble)

/** One press of Chase, by the number that it is to be: it asks once, however often it is pressed (C4.13). */
export function useChase(sessionId: string, onChased: () => Promise<void>) {
  const api = useApi()
  const [state, setState] = useState<Chasing>({ kind: 'idle' })
  async function ask(number: number): Promise<void> {
    if (state.kind === 'asking') return
    setState({ kind: 'asking' })
    const answer = await api.post(`/sessions/${sessionId}/chase`, { number }, chased)
    if (answer.kind === 'ok') setState({ kind: 'asked', asked: answer.value.asked, spared: answer.value.spared })
    else setState({ kind: 'trouble', number, ...(answer.kind === 'refused' ? { refused: problemWords(answer.problem) } : {}) })
    await onChased()
  }
  return { state, ask }
}
