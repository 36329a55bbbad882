import { useState } from 'react'
import { health, type HealthView } from '../../../api/contracts/health.ts'
import { useApi } from '../../api/ApiContext.tsx'
import { problemWords } from '../../ui/words.ts'
import { words } from './words.ts'

export type Checking = { readonly kind: 'idle' | 'checking' | 'checked' } | { readonly kind: 'trouble'; readonly words: string }

/** Has what Quorate may do tried now; what was found is shown in place of what was known. */
export function useCheck(show: (view: HealthView) => void) {
  const api = useApi()
  const [checking, setChecking] = useState<Checking>({ kind: 'idle' })
  async function check(): Promise<void> {
    if (checking.kind === 'checking') return
    setChecking({ kind: 'checking' })
    const answer = await api.post('/health/check', {}, health)
    if (answer.kind === 'ok') show(answer.value)
    if (answer.kind === 'refused') setChecking({ kind: 'trouble', words: problemWords(answer.problem) })
    else setChecking(answer.kind === 'ok' ? { kind: 'checked' } : { kind: 'trouble', words: words.notChecked })
  }
  return { checking, check }
}
