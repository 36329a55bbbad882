import { useState } from 'react'
import { placesPage, type PlacesPage } from '../../../api/contracts/places.ts'
import { useApi } from '../../api/ApiContext.tsx'
import type { Answer } from '../../api/answer.ts'
import { useBegun } from '../../api/use-begun.ts'
import { useResource, type Resource } from '../../api/use-resource.ts'
import { problemWords } from '../../ui/words.ts'
import { bodyOf, draftOf, wrongFrom, wrongIn, type Draft, type Wrong } from './draft.ts'
import { confirmedWords, words } from './words.ts'

export type Doing =
  | { readonly kind: 'idle' | 'busy' }
  | { readonly kind: 'saved'; readonly words: string }
  | { readonly kind: 'wrong'; readonly wrong: Wrong }
  | { readonly kind: 'trouble'; readonly words: string }

export type PlacesState = {
  readonly resource: Resource<PlacesPage>
  readonly draft: Draft | undefined
  readonly change: (part: Partial<Draft>) => void
  readonly doing: Doing
  readonly save: () => Promise<void>
  readonly drop: () => Promise<void>
  readonly draw: () => Promise<void>
  readonly confirm: () => Promise<void>
  readonly giveUp: (memberId: string) => Promise<void>
}

type Begun = { readonly seen: string | undefined; readonly part: Partial<Draft> }

/** One offer as an officer sees it, and everything that she may do about it, each on what she saw. */
export function usePlaces(offerId: string): PlacesState {
  const api = useApi()
  const path = `/places/${offerId}`
  const resource = useResource(path, placesPage)
  const { written, write, done } = useBegun<Begun | undefined>(`places ${offerId}`, undefined)
  const [doing, setDoing] = useState<Doing>({ kind: 'idle' })
  const view = resource.state.kind === 'shown' ? resource.state.value : undefined
  const draft = view && { ...draftOf(view), ...written?.part }
  const seen = view?.offer?.seen ?? ''

  async function settle(answer: Answer<PlacesPage>, after: Doing = { kind: 'idle' }): Promise<void> {
    if (answer.kind === 'ok') {
      resource.replace(answer.value)
      setDoing(after)
      return
    }
    const wrong = answer.kind === 'refused' ? wrongFrom(answer.problem) : {}
    if (Object.keys(wrong).length > 0) return setDoing({ kind: 'wrong', wrong })
    setDoing({ kind: 'trouble', words: answer.kind === 'refused' ? problemWords(answer.problem) : words.unreachable })
    await resource.again()
  }
  async function press(what: string, body: object, after?: Doing): Promise<void> {
    if (doing.kind === 'busy') return
    setDoing({ kind: 'busy' })
    await settle(await api.post(`${path}/${what}`, body, placesPage), after)
  }
  async function save(): Promise<void> {
    if (!view || !draft || doing.kind === 'busy') return
    const wrong = wrongIn(draft)
    if (Object.keys(wrong).length > 0) return setDoing({ kind: 'wrong', wrong })
    setDoing({ kind: 'busy' })
    const answer = await api.put(path, bodyOf(draft, written ? written.seen : view.offer?.seen), placesPage)
    // What was written stays in the fields until it is saved; refused because somebody else was faster, she saves it on what there is now.
    if (answer.kind === 'ok') letGo()
    else if (answer.kind === 'refused' && answer.problem.status === 412 && written) write(undefined)
    await settle(answer, { kind: 'saved', words: words.saved })
  }
  const letGo = () => {
    write(undefined)
    done()
  }
  return {
    resource,
    draft,
    change(part) {
      write({ seen: written ? written.seen : view?.offer?.seen, part: { ...written?.part, ...part } })
      setDoing({ kind: 'idle' })
    },
    doing,
    save,
    drop: () => press('drop', { seen }),
    draw: () => press('draw', { seen }),
    confirm: () => press('confirm', { seen, given: view?.next.map(({ memberId }) => memberId) ?? [] }, saidOf(view)),
    giveUp: (memberId) => press('give-up', { memberId }, { kind: 'saved', words: words.gaveUpSaved }),
  }
}

function saidOf(view: PlacesPage | undefined): Doing {
  return view ? { kind: 'saved', words: confirmedWords(view) } : { kind: 'idle' }
}
