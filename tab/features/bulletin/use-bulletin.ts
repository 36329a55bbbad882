import { useMemo, useState } from 'react'
import { bulletin, type Bulletin, type IssueBody } from '../../../api/contracts/bulletin.ts'
import { useApi } from '../../api/ApiContext.tsx'
import { useResource, type Resource } from '../../api/use-resource.ts'
import { problemWords } from '../../ui/words.ts'
import { createEditing, type IssueView, type Told } from './editing.ts'
import { words } from './words.ts'

export type Saving = { readonly kind: 'idle' | 'saving' | 'saved' } | { readonly kind: 'trouble'; readonly words: string }

export type BulletinState = {
  readonly resource: Pick<Resource<Bulletin>, 'state' | 'again'>
  readonly saving: Saving
  /** How often something was kept: what hangs on it is read again. */
  readonly kept: number
  readonly change: (next: IssueView) => void
  readonly release: (issue: IssueView) => void
  readonly takeBack: (issue: IssueView) => void
}

/** The issue being drawn up. Every change is shown at once, over what was read, and for as long as it may still be kept. */
export function useBulletin(): BulletinState {
  const api = useApi()
  const { state, again, replace } = useResource('/bulletin', bulletin)
  const [saving, setSaving] = useState<Saving>({ kind: 'idle' })
  const [kept, setKept] = useState(0)
  const [edited, setEdited] = useState<IssueView>()

  const editing = useMemo(() => {
    const at = (issue: IssueView, what = '') => `/bulletin/${issue.issueId}${what}`
    return createEditing({
      put: async (issue, seen) => api.put(at(issue), bodyOf(issue, seen), bulletin),
      post: async (issue, what, seen) => api.post(at(issue, `/${what}`), what === 'release' ? { seen } : {}, bulletin),
      told(now) {
        setEdited(now.edited)
        setSaving(savingOf(now))
        if (now.kind === 'trouble') return void again()
        if (now.value) replace(now.value)
        if (now.kind === 'saved') setKept((times) => times + 1)
        return undefined
      },
    })
  }, [api, again, replace])

  return { resource: { state: withEdited(state, edited), again }, saving, kept, ...editing }
}

function savingOf(now: Told): Saving {
  if (now.kind !== 'trouble') return { kind: now.kind }
  return { kind: 'trouble', words: now.trouble.kind === 'unreachable' ? words.unreachable : problemWords(now.trouble.problem) }
}

/** What was read, with what she has made of it since; unless it was released or has left meanwhile. */
function withEdited(state: Resource<Bulletin>['state'], edited: IssueView | undefined): Resource<Bulletin>['state'] {
  if (state.kind !== 'shown' || !edited) return state
  const { issue } = state.value
  const isSame = issue?.issueId === edited.issueId && issue.state === edited.state
  return isSame ? { ...state, value: { ...state.value, issue: edited } } : state
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
