import { useEffect, useRef, useState } from 'react'
import { myTexts } from '../../../api/contracts/my-training.ts'
import { useApi } from '../../api/ApiContext.tsx'
import { useResource, type Resource } from '../../api/use-resource.ts'
import { problemWords } from '../../ui/words.ts'
import { holds, undoOf, type Change } from './change.ts'
import { savedWords, words, type MyTexts } from './words.ts'

export type Saving =
  | { readonly kind: 'idle' | 'saving' }
  | { readonly kind: 'saved'; readonly words: string; readonly undo: Change | undefined }
  | { readonly kind: 'not-saved'; readonly words: string }

export type MyTextsState = {
  readonly resource: Resource<MyTexts>
  /** Her preferences, with what she has just pressed although it is still being saved. */
  readonly texts: MyTexts | undefined
  readonly saving: Saving
  /** Saves one change, and says why it did not. */
  readonly change: (change: Change) => Promise<string | undefined>
}

/**
 * Her preferences about texts. Each change is saved as it is made, one after another, on what was seen last; a change made elsewhere
 * is never written over.
 */
export function useMyTexts(): MyTextsState {
  const api = useApi()
  const resource = useResource('/my/texts', myTexts)
  const [saving, setSaving] = useState<Saving>({ kind: 'idle' })
  const [pressed, setPressed] = useState<Change>({})
  const line = useRef(Promise.resolve<string | undefined>(undefined))
  const shown = resource.state.kind === 'shown' ? resource.state.value : undefined
  const seen = useRef(shown)
  useEffect(() => {
    seen.current = shown
  }, [shown])

  /** The preferences as they stand after the change, and why it is not among them. */
  async function send(wanted: Change, before: MyTexts): Promise<{ readonly now?: MyTexts; readonly why?: string }> {
    const answer = await api.put('/my/texts', { ...wanted, etag: before.etag }, myTexts)
    if (answer.kind === 'ok') return { now: answer.value }
    const overtaken = answer.kind === 'refused' && answer.problem.status === 412
    if (answer.kind === 'refused' && !overtaken) return { why: problemWords(answer.problem) }
    // It may have been saved although no answer came: what stands there now says which.
    const looked = await api.get('/my/texts', myTexts)
    if (looked.kind !== 'ok') return { why: words.notKnown }
    return holds(looked.value, wanted) ? { now: looked.value } : { now: looked.value, why: overtaken ? words.conflict : words.notSaved }
  }

  async function save(wanted: Change): Promise<string | undefined> {
    const before = seen.current
    if (!before) return words.notKnown
    setSaving({ kind: 'saving' })
    const { now, why } = await send(wanted, before)
    if (now) {
      seen.current = now
      resource.replace(now)
    }
    setPressed({})
    if (why === undefined) setSaving({ kind: 'saved', words: savedWords(now?.now), undo: undoOf(before, wanted) })
    // What is wrong with a number is said at its field.
    else setSaving(wanted.mobile === undefined ? { kind: 'not-saved', words: why } : { kind: 'idle' })
    return why
  }

  function change(wanted: Change): Promise<string | undefined> {
    if (wanted.mobile === undefined) setPressed({ ...pressed, ...wanted })
    line.current = line.current.then(() => save(wanted))
    return line.current
  }
  return { resource, texts: shown && { ...shown, ...pressed }, saving, change }
}
