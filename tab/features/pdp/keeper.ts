import type { z } from 'zod'
import { pdpContent, type PdpContentView, type PdpPage, type pdpSaved } from '../../../api/contracts/pdp.ts'
import { withoutUnseen, type Problem } from '../../../api/contracts/shared.ts'
import { isSame } from '../../../domain/kernel/same.ts'
import type { Answer } from '../../api/answer.ts'
import { problemWords } from '../../ui/words.ts'
import type { Keeping } from './kept-words.ts'

type Saved = z.infer<typeof pdpSaved>
type Body = { readonly content: PdpContentView; readonly etag: string; readonly setAside?: PdpContentView }

export type Saving =
  | { readonly kind: 'untouched' | 'typed' | 'saving' | 'no-signal' }
  | { readonly kind: 'saved'; readonly at: string }
  | { readonly kind: 'refused'; readonly words: string }

export type KeeperState = {
  readonly content: PdpContentView
  readonly etag: string
  readonly saving: Saving
  /** Somebody changed it meanwhile: both are shown, and nothing is saved until one is chosen. */
  readonly theirs?: PdpPage
}

export type Keeper = {
  readonly state: () => KeeperState
  readonly subscribe: (listener: () => void) => () => void
  readonly edit: (change: (content: PdpContentView) => PdpContentView) => void
  /** Saves what is typed now. True: everything is saved. */
  readonly flush: () => Promise<boolean>
  /** Another version in the place of what is written, which is kept in the history. */
  readonly putBack: (content: PdpContentView) => Promise<void>
  /** Of two versions, which goes on: the other is kept in the history. */
  readonly choose: (which: 'mine' | 'theirs') => Promise<void>
  /** Whether what is typed outlives this page. */
  readonly lasts: () => boolean
  /** What the API said just now. Never takes the place of what is being typed. */
  readonly seen: (page: PdpPage) => void
}

type Line = {
  readonly put: (body: Body) => Promise<Answer<Saved>>
  readonly get: () => Promise<Answer<PdpPage>>
  readonly keeping: Keeping
  readonly later: (ms: number, work: () => void) => () => void
}

const pauseMs = 1_500
const tryAgainMs = 5_000

/**
 * A plan as it is being written: kept on the device at each letter, on the server at each pause, until both say the same.
 *
 * One request at a time, each on the version that the last one made, so the order of the words is the order of the saving. Whatever was
 * written elsewhere meanwhile is shown and never written over.
 */
export function createKeeper(first: PdpPage, { put, get, keeping, later }: Line): Keeper {
  let state: KeeperState = { content: first.content, etag: first.etag, saving: { kind: 'untouched' } }
  let cancel = () => undefined as void
  let line = Promise.resolve(true)
  let underWay = 0
  let isShut = false
  /** What stood where another version was put back, until the server has both. */
  let aside: PdpContentView | undefined
  const listeners = new Set<() => void>()

  function set(change: Partial<KeeperState>): void {
    state = { ...state, ...change }
    for (const listener of listeners) listener()
  }
  function keep(): void {
    if (isShut) return
    keeping.write({ etag: state.etag, content: state.content })
  }
  function soon(ms: number): void {
    cancel()
    cancel = later(ms, () => void flush())
  }
  function isDirty(): boolean {
    return state.saving.kind !== 'untouched' && state.saving.kind !== 'saved'
  }
  function conflictWith(theirs: PdpPage): void {
    cancel()
    set({ theirs, saving: { kind: 'typed' } })
    keep()
  }

  async function send(body: Body): Promise<boolean> {
    set({ saving: { kind: 'saving' } })
    const answer = await put({ ...body, content: sendable(body.content), ...(aside ? { setAside: sendable(aside) } : {}) })
    if (answer.kind === 'ok') return took(body.content, answer.value)
    if (answer.kind === 'refused' && answer.problem.status === 412) return overtaken(body)
    if (answer.kind === 'refused') return refuse(answer.problem)
    set({ saving: { kind: 'no-signal' } })
    soon(tryAgainMs)
    return false
  }
  /** C6.22: of a plan that its reader may not open any more nothing stays on the device. What a Member typed in her own does. */
  function refuse(problem: Problem): false {
    if (first.part !== 'owner' && isClosed(problem)) {
      isShut = true
      cancel()
      keeping.write(undefined)
    }
    set({ saving: { kind: 'refused', words: problemWords(problem) } })
    return false
  }
  function took(sent: PdpContentView, { etag, at }: Saved): boolean | Promise<boolean> {
    const { theirs: _theirs, ...rest } = state
    state = { ...rest, etag }
    isShut = false
    aside = undefined
    if (state.content === sent) {
      keeping.write(undefined)
      set({ saving: { kind: 'saved', at } })
      return true
    }
    keep()
    return send({ content: state.content, etag })
  }
  /** It may be that it was saved and no answer came: what stands there now says so. */
  async function overtaken({ content }: Body): Promise<boolean> {
    const answer = await get()
    if (answer.kind !== 'ok') {
      set({ saving: { kind: 'no-signal' } })
      soon(tryAgainMs)
      return false
    }
    if (isSame(answer.value.content, sendable(content))) return took(content, { etag: answer.value.etag, at: answer.value.now })
    conflictWith(answer.value)
    return false
  }
  /** Until it is saved both stay: whichever was not chosen goes into the history with it. */
  async function chosen(which: 'mine' | 'theirs'): Promise<boolean> {
    const { theirs, content: mine } = state
    if (!theirs) return true
    const [content, other] = which === 'mine' ? [mine, theirs.content] : [theirs.content, mine]
    set({ saving: { kind: 'saving' } })
    const answer = await put({ content: sendable(content), etag: theirs.etag, setAside: sendable(other) })
    if (answer.kind === 'ok') {
      set({ content })
      return took(content, answer.value)
    }
    const again = answer.kind === 'refused' && answer.problem.status === 412 ? await get() : undefined
    if (again?.kind === 'ok') conflictWith(again.value)
    else if (answer.kind === 'refused') return refuse(answer.problem)
    else set({ saving: { kind: 'no-signal' } })
    return false
  }
  /** One after another, in the order in which they were asked for. */
  function alone(work: () => Promise<boolean>): Promise<boolean> {
    underWay += 1
    const done = line.then(work).finally(() => {
      underWay -= 1
    })
    line = done.catch(() => false)
    return done
  }
  async function flush(): Promise<boolean> {
    cancel()
    return alone(async () => {
      if (state.theirs) return false
      return isDirty() ? send({ content: state.content, etag: state.etag }) : true
    })
  }

  const kept = keeping.read()
  if (kept && !isSame(kept.content, sendable(first.content))) {
    state = { ...state, content: kept.content, saving: { kind: 'typed' } }
    if (kept.etag === first.etag) soon(0)
    else state = { ...state, theirs: first }
  } else if (kept) keeping.write(undefined)

  return {
    state: () => state,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    edit(change) {
      const content = change(state.content)
      if (content === state.content) return
      set({ content, saving: { kind: 'typed' } })
      keep()
      if (!state.theirs) soon(pauseMs)
    },
    flush,
    lasts: () => keeping.lasts(),
    async putBack(content) {
      await flush()
      await alone(async () => {
        const { content: before, etag, theirs } = state
        if (theirs) return false
        set({ content, saving: { kind: 'typed' } })
        keep()
        aside = before
        return send({ content, etag })
      })
    },
    async choose(which) {
      await alone(() => chosen(which))
    },
    seen(page) {
      if (page.etag === state.etag || underWay > 0) return
      if (!isDirty()) set({ content: page.content, etag: page.etag, saving: { kind: 'untouched' } })
      else if (!state.theirs || state.theirs.etag !== page.etag) conflictWith(page)
    },
  }
}

/** Whether whoever asks is shut out, as against something being wrong with what was asked. */
export function isClosed({ status }: Problem): boolean {
  return status === 403 || status === 404
}

/** Whether what stands here is not what was agreed, saved or not. Undefined: nothing was. */
export function changedSinceAgreed({ agreed, content: read }: PdpPage, content: PdpContentView): boolean | undefined {
  return agreed && (agreed.changed || !isSame(sendable(content), read))
}

/** As the server keeps it: without what nobody sees, and without the space at the end of what is being written. */
export function sendable(content: PdpContentView): PdpContentView {
  const plain: PdpContentView = {
    ...content,
    gaps: withoutUnseen(content.gaps),
    transferable: withoutUnseen(content.transferable),
    aspirations: withoutUnseen(content.aspirations),
    otherSkills: withoutUnseen(content.otherSkills),
    objectives: content.objectives.map((each) => ({ ...each, aim: withoutUnseen(each.aim), measure: withoutUnseen(each.measure) })),
  }
  const read = pdpContent.safeParse(plain)
  return read.success ? read.data : plain
}
