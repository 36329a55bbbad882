import { useEffect, useState } from 'react'
import { planCheck, planChoices, type PlanCheck, type PlanChoices } from '../../../api/contracts/plan.ts'
import { useApi } from '../../api/ApiContext.tsx'
import { useBegun } from '../../api/use-begun.ts'
import { useResource, type Resource } from '../../api/use-resource.ts'
import { problemWords } from '../../ui/words.ts'
import { bodyOf, draftOf, wrongFrom, wrongIn, type Draft, type Wrong } from './draft.ts'
import { words } from './words.ts'

export type Checking =
  | { readonly kind: 'idle' | 'checking' }
  | { readonly kind: 'wrong'; readonly wrong: Wrong }
  | { readonly kind: 'trouble'; readonly words: string }
  /** `of`: the draft that was checked. */
  | { readonly kind: 'checked'; readonly of: Draft; readonly check: PlanCheck }

export type PlanState = {
  readonly resource: Resource<PlanChoices>
  readonly draft: Draft | undefined
  readonly change: (change: Partial<Draft>) => void
  readonly checking: Checking
  readonly check: (draft?: Draft) => Promise<void>
}

/** A plan and what is known of it. A session that stands is checked as it is on arrival; after that, only when she asks. */
export function usePlan(sessionId: string | undefined): PlanState {
  const api = useApi()
  const resource = useResource(sessionId === undefined ? '/plan' : `/plan?session=${sessionId}`, planChoices)
  const { written, write } = useBegun<Draft | undefined>(`plan ${sessionId ?? ''}`, undefined)
  const [checking, setChecking] = useState<Checking>({ kind: 'idle' })
  const choices = resource.state.kind === 'shown' ? resource.state.value : undefined
  const draft = written ?? (choices && draftOf(choices))

  const isArriving = checking.kind === 'idle' && written === undefined && choices?.plan !== undefined
  useEffect(() => {
    if (!isArriving || !choices) return undefined
    let isHere = true
    void checked(api, draftOf(choices), choices).then((found) => isHere && setChecking(found))
    return () => {
      isHere = false
    }
  }, [api, choices, isArriving])

  return {
    resource,
    draft,
    change: (change) => {
      if (draft) write({ ...draft, ...change })
      if (checking.kind === 'wrong' || checking.kind === 'trouble') setChecking({ kind: 'idle' })
    },
    checking: isArriving ? { kind: 'checking' } : checking,
    check: async (asked = draft) => {
      if (!asked || !choices || isArriving || checking.kind === 'checking') return
      write(asked)
      setChecking({ kind: 'checking' })
      setChecking(await checked(api, asked, choices))
    },
  }
}

async function checked(api: ReturnType<typeof useApi>, draft: Draft, of: PlanChoices): Promise<Checking> {
  const wrong = wrongIn(draft)
  if (Object.keys(wrong).length > 0) return { kind: 'wrong', wrong }
  const answer = await api.post('/plan/check', bodyOf(draft, of), planCheck)
  if (answer.kind === 'ok') return { kind: 'checked', of: draft, check: answer.value }
  if (answer.kind !== 'refused') return { kind: 'trouble', words: words.notChecked }
  if (answer.problem.errors?.length) return { kind: 'wrong', wrong: wrongFrom(answer.problem) }
  return { kind: 'trouble', words: problemWords(answer.problem) }
}
