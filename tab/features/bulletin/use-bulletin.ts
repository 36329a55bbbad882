import { useRef, useState } from 'react'
import { bulletin, type Bulletin, type IssueBody } from '../../../api/contracts/bulletin.ts'
import { useApi } from '../../api/ApiContext.tsx'
import type { Answer } from '../../api/answer.ts'
import { useResource, type Resource } from '../../api/use-resource.ts'
import { problemWords } from '../../ui/words.ts'
import { words } from './words.ts'

export type IssueView = NonNullable<Bulletin['issue']>
export type Saving = { readonly kind: 'idle' | 'saving' | 'saved' } | { readonly kind: 'trouble'; readonly words: string }

export type BulletinState = {
  readonly resource: Resource<Bulletin>
  readonly saving: Saving
  /** How often something was kept: what hangs on it is read again. */
  readonly kept: number
  readonly change: (next: IssueView) => void
  readonly release: () => void
  readonly takeBack: () => void
}

/**
 * The issue being drawn up. Every change is shown at once and kept in the order in which it was made; one that is refused is told, and the page
 * shows what there is.
 */
export function useBulletin(): BulletinState {
  const api = useApi()
  const resource = useResource('/bulletin', bulletin)
  const [saving, setSaving] = useState<Saving>({ kind: 'idle' })
  const [kept, setKept] = useState(0)
  const line = useRef<Promise<void>>(Promise.resolve())
  const waiting = useRef(0)
  const seen = useRef<string>(undefined)
  const shown = resource.state.kind === 'shown' ? resource.state.value : undefined

  function inTurn(ask: (seen: string) => Promise<Answer<Bulletin>>): void {
    if (!shown?.issue) return
    const { seen: shownSeen } = shown.issue
    if (waiting.current === 0) seen.current = shownSeen
    waiting.current += 1
    setSaving({ kind: 'saving' })
    line.current = line.current.then(async () => settle(await ask(seen.current ?? shownSeen)))
  }

  async function settle(answer: Answer<Bulletin>): Promise<void> {
    waiting.current -= 1
    if (answer.kind === 'ok') {
      seen.current = answer.value.issue?.seen
      if (waiting.current > 0) return
      resource.replace(answer.value)
      setKept((times) => times + 1)
      setSaving({ kind: 'saved' })
      return
    }
    setSaving({ kind: 'trouble', words: answer.kind === 'unreachable' ? words.unreachable : problemWords(answer.problem) })
    await resource.again()
  }

  return {
    resource,
    saving,
    kept,
    change(next) {
      if (!shown) return
      resource.replace({ ...shown, issue: next })
      inTurn((asSeen) => api.put(`/bulletin/${next.issueId}`, bodyOf(next, asSeen), bulletin))
    },
    release() {
      const id = shown?.issue?.issueId
      inTurn((asSeen) => api.post(`/bulletin/${id}/release`, { seen: asSeen }, bulletin))
    },
    takeBack() {
      const id = shown?.issue?.issueId
      inTurn(() => api.post(`/bulletin/${id}/take-back`, {}, bulletin))
    },
  }
}

function bodyOf({ opening, sections }: IssueView, seen: string): IssueBody {
  return {
    seen,
    ...(opening ? { opening } : {}),
    sections: sections.map(({ id, on, words: own, items }) => ({
      id,
      on,
      ...(own ? { words: own } : {}),
      leftOut: items.filter(({ leftOut }) => leftOut).map(({ key }) => key),
    })),
  }
}
