import { useState } from 'react'
import { sessionDetails, type SessionDetails } from '../../../api/contracts/details.ts'
import type { Problem } from '../../../api/contracts/shared.ts'
import { useApi } from '../../api/ApiContext.tsx'
import { useBegun } from '../../api/use-begun.ts'
import { useResource, type Resource } from '../../api/use-resource.ts'
import { bodyOf, draftOf, noLongerAllowed, wrongFrom, wrongIn, type Draft, type Wrong } from './draft.ts'

export type Saving =
  | { readonly kind: 'idle' | 'saving' | 'unknown' }
  | { readonly kind: 'wrong'; readonly wrong: Wrong }
  | { readonly kind: 'refused'; readonly problem: Problem }

export type DetailsState = {
  readonly resource: Resource<SessionDetails>
  readonly draft: Draft | undefined
  readonly change: (change: Partial<Draft>) => void
  readonly saving: Saving
  readonly save: () => Promise<void>
  /** Lets go of what was written, and shows what somebody else has put down meanwhile. */
  readonly startAnew: () => Promise<void>
}

/** What was written is kept through a look at another page, with the version on which it was begun. */
type Begun = { readonly version: number; readonly part: Partial<Draft> }

/**
 * The details of a session and an officer's changes to them, which are saved on what she saw or not at all. `onSaving` is called as they are sent
 * and gives what is to be done once they are saved.
 */
export function useDetails(sessionId: string, onSaving: () => () => void): DetailsState {
  const api = useApi()
  const resource = useResource(`/sessions/${sessionId}/details`, sessionDetails)
  const { written, write, done } = useBegun<Begun | undefined>(`details ${sessionId}`, undefined)
  const [saving, setSaving] = useState<Saving>({ kind: 'idle' })
  const view = resource.state.kind === 'shown' ? resource.state.value : undefined
  const draft = view && { ...draftOf(view), ...written?.part }

  async function save(): Promise<void> {
    if (!view || !draft || saving.kind === 'saving') return
    const wrong = { ...wrongIn(draft), ...noLongerAllowed(draft, view.choices) }
    if (Object.keys(wrong).length > 0) {
      setSaving({ kind: 'wrong', wrong })
      return
    }
    setSaving({ kind: 'saving' })
    const whenSaved = onSaving()
    const answer = await api.put(`/sessions/${sessionId}/details`, bodyOf(draft, written?.version ?? view.version), sessionDetails)
    if (answer.kind === 'ok') {
      resource.replace(answer.value) // else she who comes back at once begins on what is no longer there
      done()
      whenSaved()
      return
    }
    if (answer.kind !== 'refused') setSaving({ kind: 'unknown' })
    else if (answer.problem.errors?.length) {
      setSaving({ kind: 'wrong', wrong: wrongFrom(answer.problem) })
      await resource.again() // what there is to choose from may have changed since it was read
    } else setSaving({ kind: 'refused', problem: answer.problem })
  }

  const change = (part: Partial<Draft>) => {
    if (view) write({ version: written?.version ?? view.version, part: { ...written?.part, ...part } })
    setSaving({ kind: 'idle' })
  }
  const startAnew = async () => {
    write(undefined)
    done()
    setSaving({ kind: 'idle' })
    await resource.again()
  }
  return { resource, draft, change, saving, save, startAnew }
}
