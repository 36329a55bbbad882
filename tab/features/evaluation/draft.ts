import { z } from 'zod'
import type { MyEvaluation, QuestionView, SaidBody } from '../../../api/contracts/evaluations.ts'

/** What is chosen and typed so far, by question. */
const draftSchema = z.record(z.string(), z.union([z.int().min(1).max(5), z.string()]))
export type Draft = z.infer<typeof draftSchema>

/** What was said before, as the form shows it. */
export function draftFrom({ said }: Pick<MyEvaluation, 'said'>): Draft {
  if (said?.kind !== 'answers') return {}
  return Object.fromEntries(said.answers.map((each) => [each.questionId, each.answer === 'scale' ? each.value : each.words]))
}

type Given = Extract<SaidBody, { kind: 'answers' }>['answers'][number]

/** What is to be sent of it: of the questions that are asked, those that have an answer. Undefined: there is none. */
export function saidOf(draft: Draft, questions: readonly QuestionView[]): SaidBody | undefined {
  const answers = questions.flatMap(({ questionId, answer }): readonly Given[] => {
    const given = draft[questionId]
    if (answer === 'scale') return typeof given === 'number' ? [{ questionId, answer, value: given }] : []
    const typed = typeof given === 'string' ? given.trim() : ''
    return typed === '' ? [] : [{ questionId, answer, words: typed }]
  })
  return answers.length > 0 ? { kind: 'answers', answers } : undefined
}

export type Keeping = {
  readonly read: () => Draft | undefined
  readonly write: (draft: Draft | undefined) => void
  /** Whether it outlives the page: a browser may forbid it. */
  readonly lasts: () => boolean
}

/** Keeps on the device what is being written, until it is sent: a telephone may close the page at any moment. */
export function createKeeping(storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> | undefined, name: string): Keeping {
  let lasting = storage !== undefined
  return {
    read() {
      try {
        return parsed(storage?.getItem(name) ?? null)
      } catch {
        lasting = false // the browser keeps its storage from us
        return undefined
      }
    },
    write(draft) {
      try {
        if (draft) storage?.setItem(name, JSON.stringify(draft))
        else storage?.removeItem(name)
      } catch {
        lasting = false // full, or forbidden
      }
    },
    lasts: () => lasting,
  }
}

/** What lies there may have been written by an older version of the tab, or by somebody else: what cannot be read is none. */
function parsed(text: string | null): Draft | undefined {
  try {
    return text === null ? undefined : draftSchema.safeParse(JSON.parse(text)).data
  } catch {
    return undefined // no JSON
  }
}
