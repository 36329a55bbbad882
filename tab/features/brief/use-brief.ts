import { useState } from 'react'
import { presenterBrief, type PresenterBrief } from '../../../api/contracts/brief.ts'
import { useApi } from '../../api/ApiContext.tsx'
import type { Resource } from '../../api/use-resource.ts'
import { problemWords } from '../../ui/words.ts'
import { words } from './words.ts'

type State = { readonly kind: 'idle' | 'saying' } | { readonly kind: 'trouble'; readonly words: string }

/** Says that the presenter has the brief as it stood on the page, and shows it as it then is. */
export function useGiveBrief({ sessionId, seen }: PresenterBrief, resource: Resource<PresenterBrief>) {
  const api = useApi()
  const [state, setState] = useState<State>({ kind: 'idle' })
  async function give(): Promise<void> {
    setState({ kind: 'saying' })
    const answer = await api.post(`/sessions/${sessionId}/brief`, { seen }, presenterBrief)
    if (answer.kind === 'ok') {
      resource.replace(answer.value)
      setState({ kind: 'idle' })
      return
    }
    setState({ kind: 'trouble', words: answer.kind === 'refused' ? problemWords(answer.problem) : words.notKnown })
    await resource.again()
  }
  return { state, give }
}
