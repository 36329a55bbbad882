import type { Bulletin } from '../../../api/contracts/bulletin.ts'
import type { Answer } from '../../api/answer.ts'

export type IssueView = NonNullable<Bulletin['issue']>
type Trouble = Exclude<Answer<Bulletin>, { kind: 'ok' }>

/** How it stands with what an officer did. `edited`: what she made of the issue and the API has not taken yet; it is shown over what was read. */
export type Told =
  | { readonly kind: 'saving' | 'saved'; readonly edited: IssueView | undefined; readonly value?: Bulletin }
  | { readonly kind: 'trouble'; readonly edited: IssueView | undefined; readonly trouble: Trouble }

export type Ports = {
  readonly put: (issue: IssueView, seen: string) => Promise<Answer<Bulletin>>
  readonly post: (issue: IssueView, what: 'release' | 'take-back', seen: string) => Promise<Answer<Bulletin>>
  readonly told: (now: Told) => void
}

export type Editing = Readonly<Record<'change' | 'release' | 'takeBack', (issue: IssueView) => void>>

/**
 * An officer's changes to an issue, one at a time, in the order in which she made them.
 *
 * What could not be sent is kept, and goes before whatever she does next: nothing is released without it. What is refused is let go of
 * with all that was waiting behind it, because she made that believing it kept.
 *
 * Trap: each change is made from what she saw (`seen`) when she made the first that is not kept yet, and not from what was read since.
 */
export function createEditing({ put, post, told }: Ports): Editing {
  let edited: IssueView | undefined
  let seen = ''
  let waiting = 0
  let refusals = 0
  let line: Promise<void> = Promise.resolve()

  function inTurn(issue: IssueView, act: () => Promise<Answer<Bulletin> | undefined>): void {
    if (waiting === 0 && !edited) ({ seen } = issue)
    waiting += 1
    line = after(line, refusals, act)
  }

  async function after(earlier: Promise<void>, before: number, act: () => Promise<Answer<Bulletin> | undefined>): Promise<void> {
    await earlier
    const answer = before === refusals ? await act() : undefined
    waiting -= 1
    if (before === refusals) settle(answer)
  }

  /** Sends the issue as it now is; undefined: all of it has been taken. */
  async function keep(): Promise<Answer<Bulletin> | undefined> {
    const sent = edited
    if (!sent) return undefined
    const answer = await put(sent, seen)
    if (answer.kind === 'ok' && edited === sent) edited = undefined
    return answer
  }

  async function keepThen(act: () => Promise<Answer<Bulletin>>): Promise<Answer<Bulletin>> {
    const answer = await keep()
    if (!answer) return act()
    if (answer.kind !== 'ok') return answer
    settle(answer)
    return act()
  }

  function settle(answer: Answer<Bulletin> | undefined): void {
    if (answer?.kind === 'refused') {
      refusals += 1
      edited = undefined
    }
    if (answer && answer.kind !== 'ok') return told({ kind: 'trouble', edited, trouble: answer })
    if (answer?.value.issue) ({ seen } = answer.value.issue)
    return told({ kind: waiting > 0 ? 'saving' : 'saved', edited, ...(answer ? { value: answer.value } : {}) })
  }

  return {
    change(issue) {
      inTurn(issue, keep)
      edited = issue
      told({ kind: 'saving', edited })
    },
    release(issue) {
      inTurn(issue, async () => keepThen(async () => post(issue, 'release', seen)))
      told({ kind: 'saving', edited })
    },
    takeBack(issue) {
      edited = undefined // what is released takes no changes: what could not be sent before is not kept, and must not be said to be
      inTurn(issue, async () => post(issue, 'take-back', seen))
      told({ kind: 'saving', edited })
    },
  }
}
