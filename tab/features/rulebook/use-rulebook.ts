import { useState } from 'react'
import { rulebookPreview, rulebookView, type RulebookPreview, type RulebookView } from '../../../api/contracts/rulebook.ts'
import type { Problem } from '../../../api/contracts/shared.ts'
import { useApi } from '../../api/ApiContext.tsx'
import { useBegun } from '../../api/use-begun.ts'
import { useResource, type Resource } from '../../api/use-resource.ts'
import { emptyDraft, hasNameTwice, laidOver, proposalOf, waitingIn, type Draft } from './draft.ts'
import { wrongOf } from './list-faults.ts'
import { words } from './words.ts'

export type Trying =
  /** `unanswered`: what was asked changes nothing. `unknown`: the new rules may be written down, or not. */
  | { readonly kind: 'idle' | 'asking' | 'unanswered' | 'unknown' }
  /** `from`: of what begins later. */
  | { readonly kind: 'applied'; readonly from?: string }
  /** Of these very words: whatever is changed afterwards is shown anew before it can be applied. */
  | { readonly kind: 'shown'; readonly preview: RulebookPreview; readonly isNow: boolean; readonly tried?: object }
  | { readonly kind: 'wrong'; readonly wrong: Readonly<Record<string, string>> }
  | { readonly kind: 'overtaken' | 'refused'; readonly problem: Problem }

export type RulebookState = {
  readonly resource: Resource<RulebookView>
  readonly draft: Draft
  readonly trying: Trying
  readonly change: (draft: Draft) => void
  readonly preview: (draft: Draft) => Promise<void>
  readonly apply: () => Promise<void>
  readonly discard: () => void
  /** Lays what was begun over what somebody else has changed meanwhile. */
  readonly goOn: () => Promise<void>
}

/** The rules, and an administrator's change to them, which is shown before it can be applied. */
export function useRulebook(): RulebookState {
  const api = useApi()
  const resource = useResource('/rulebook', rulebookView)
  const { written, write, done } = useBegun<Draft | undefined>('rulebook', undefined)
  const [trying, setTrying] = useState<Trying>({ kind: 'idle' })
  const view = resource.state.kind === 'shown' ? resource.state.value : undefined
  const draft = written ?? emptyDraft(view ?? { latest: 0 })

  function change(next: Draft): void {
    write(next)
    // The reason is no rule: what is shown is still what would be applied.
    const isReason =
      next.settings === draft.settings && next.lists === draft.lists && next.instead === draft.instead && next.startsOn === draft.startsOn
    if (!isReason) setTrying({ kind: 'idle' })
  }

  function fail(answer: { readonly kind: 'refused'; readonly problem: Problem } | { readonly kind: 'unreachable' }): void {
    if (answer.kind === 'unreachable') return setTrying({ kind: 'unanswered' })
    const { problem } = answer
    if (problem.refusal === 'changed-since-seen') return setTrying({ kind: 'overtaken', problem })
    if (!problem.errors?.length) return setTrying({ kind: 'refused', problem })
    setTrying({ kind: 'wrong', wrong: wrongOf(problem.errors) })
  }

  async function preview(next: Draft): Promise<void> {
    if (!view || trying.kind === 'asking') return
    write(next)
    if (hasNameTwice(next)) return setTrying({ kind: 'wrong', wrong: {} })
    setTrying({ kind: 'asking' })
    const answer = await api.post('/rulebook/preview', proposalOf(next, view.rulebook), rulebookPreview)
    if (answer.kind === 'ok') setTrying({ kind: 'shown', preview: answer.value, isNow: next.startsOn === '' })
    else fail(answer)
  }

  async function apply(): Promise<void> {
    if (!view || trying.kind !== 'shown') return
    const shown = trying
    if (draft.why.trim().length < 3) {
      setTrying({ ...shown, tried: {} })
      return
    }
    setTrying({ kind: 'asking' })
    const answer = await api.post('/rulebook', { ...proposalOf(draft, view.rulebook), why: draft.why }, rulebookView)
    if (answer.kind === 'unreachable') {
      setTrying({ kind: 'unknown' })
      return resource.again() // she is told to look at the versions
    }
    if (answer.kind === 'refused') return fail(answer)
    resource.replace(answer.value)
    letGo(answer.value)
    setTrying({ kind: 'applied', ...(shown.isNow ? {} : { from: shown.preview.effectiveFrom }) })
  }

  function discard(): void {
    if (view) letGo(view)
    setTrying({ kind: 'idle' })
  }

  /** Of what was proposed: what waited while a preset or a version was looked at stays, over the rules as they now are. */
  function letGo(now: RulebookView): void {
    const waiting = waitingIn(draft, now)
    if (waiting) return write(waiting)
    write(undefined)
    done()
  }

  async function goOn(): Promise<void> {
    const answer = await api.get('/rulebook', rulebookView)
    if (answer.kind !== 'ok') return fail(answer)
    resource.replace(answer.value)
    change(laidOver(draft, answer.value))
  }

  return { resource, draft, trying, change, preview, apply, discard, goOn }
}

export function whyWrong({ why }: Draft): string | undefined {
  return why.trim().length < 3 ? words.whyMissing : undefined
}
