import type { DecisionBody, DecisionCase } from '../../../api/contracts/decisions.ts'
import type { Option } from './words-of-options.ts'
import { words } from './words.ts'

/** What an officer has put down so far. */
export type Draft = {
  readonly optionId: string
  readonly reasonId: string
  readonly reasonWords: string
  readonly message: string
}

export type Missing = { readonly reason?: string; readonly reasonWords?: string; readonly message?: string }

/** The word under which a choice to run is filed: its reason is the officer's own sentence. */
const runsBecause = 'officers-choice'

export function emptyDraft({ suggestedMessage }: Pick<DecisionCase, 'suggestedMessage'>): Draft {
  return { optionId: '', reasonId: '', reasonWords: '', message: suggestedMessage }
}

/** C3.1: nothing is cancelled without a reason, and what happened is stated where the reason asks for it. */
export function missingIn(draft: Draft, option: Option, reasons: DecisionCase['reasons']): Missing {
  const said = draft.reasonWords.trim() !== ''
  if (option.choice === 'run') return said ? {} : { reasonWords: words.whyRunMissing }
  const reason = reasons.find(({ id }) => id === draft.reasonId)
  return {
    ...(reason ? {} : { reason: words.reasonMissing }),
    ...(reason?.needsWords && !said ? { reasonWords: words.reasonWordsMissing } : {}),
    ...(draft.message.trim() === '' ? { message: words.messageMissing } : {}),
  }
}

export function isComplete(missing: Missing): boolean {
  return Object.keys(missing).length === 0
}

/** The order to send: what was chosen, on what was seen. */
export function orderOf(draft: Draft, option: Option, view: Pick<DecisionCase, 'seen' | 'reasons'>): DecisionBody {
  const { seen } = view
  const reasonWords = draft.reasonWords.trim()
  if (option.choice === 'run') return { choice: 'run', reasonId: runsBecause, reasonWords, seen }
  const needsWords = view.reasons.find(({ id }) => id === draft.reasonId)?.needsWords ?? false
  return {
    choice: option.choice,
    reasonId: draft.reasonId,
    ...(needsWords ? { reasonWords } : {}),
    message: draft.message.trim(),
    ...(option.mergeWith === undefined ? {} : { mergeWith: option.mergeWith }),
    seen,
  }
}
