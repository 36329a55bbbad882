import { useState } from 'react'
import { myTexts, type MyTextsBody } from '../../../api/contracts/my-training.ts'
import { useApi } from '../../api/ApiContext.tsx'
import { useResource, type Resource } from '../../api/use-resource.ts'
import { savedWords, undoOf, words, type MyTexts } from './words.ts'

type Change = Omit<MyTextsBody, 'etag'>

export type Saving =
  | { readonly kind: 'idle' | 'saving' }
  | { readonly kind: 'saved'; readonly words: string; readonly undo: Change | undefined }
  | { readonly kind: 'not-saved'; readonly words: string; readonly about: keyof Change | undefined }

export type MyTextsState = {
  readonly resource: Resource<MyTexts>
  readonly saving: Saving
  /** Saves one change, and says whether it was. */
  readonly change: (before: MyTexts, change: Change) => Promise<boolean>
}

/** Her preferences about texts. Each change is saved as it is made, on what she saw; a change made elsewhere is never written over. */
export function useMyTexts(): MyTextsState {
  const api = useApi()
  const resource = useResource('/my/texts', myTexts)
  const [saving, setSaving] = useState<Saving>({ kind: 'idle' })

  async function change(before: MyTexts, wanted: Change): Promise<boolean> {
    setSaving({ kind: 'saving' })
    const answer = await api.put('/my/texts', { ...wanted, etag: before.etag }, myTexts)
    if (answer.kind === 'ok') {
      resource.replace(answer.value)
      setSaving({ kind: 'saved', words: savedWords(answer.value.now), undo: undoOf(before, wanted) })
      return true
    }
    if (answer.kind === 'refused' && answer.problem.status === 412) await resource.again()
    setSaving({ kind: 'not-saved', words: whyNot(answer), about: wanted.mobile === undefined ? undefined : 'mobile' })
    return false
  }
  return { resource, saving, change }
}

function whyNot(
  answer: { kind: 'unreachable' } | { kind: 'refused'; problem: { status: number; title: string; detail?: string | undefined } },
): string {
  if (answer.kind === 'unreachable') return words.notSaved
  if (answer.problem.status === 412) return words.conflict
  return answer.problem.detail ? `${answer.problem.title}. ${answer.problem.detail}` : answer.problem.title
}
