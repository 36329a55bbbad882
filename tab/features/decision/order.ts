import type { DecisionBody, DecisionCase } from '../../../api/contracts/decisions.ts'
import { missingReason, reasonToSend, type GivenReason, type MissingReason } from '../../ui/words-of-reason.ts'
import { clears, type Option } from './words-of-options.ts'
import { words } from './words.ts'

/** What an officer has put down so far. */
export type Draft = GivenReason & { readonly optionId: string; readonly message: string }

export type Missing = MissingReason & { readonly message?: string }

/** The word under which a choice to run or to postpone is filed: its reason is the officer's own sentence. */
const ownWords = 'officers-choice'

export function emptyDraft({ suggestedMessage }: Pick<DecisionCase, 'suggestedMessage'>): Draft {
  return { optionId: '', reasonId: '', reasonWords: '', message: suggestedMessage }
}

/** C3.1: nothing is cancelled without a reason, and what happened is stated where the reason asks for it. */
export function missingIn(draft: Draft, option: Option, reasons: DecisionCase['reasons']): Missing {
  if (!clears(option.choice)) return draft.reasonWords.trim() === '' ? { reasonWords: whyMissing(option.choice) } : {}
  return { ...missingReason(draft, reasons), ...(draft.message.trim() === '' ? { message: words.messageMissing } : {}) }
}

function whyMissing(choice: Option['choice']): string {
  return choice === 'run' ? words.whyRunMissing : words.whyPostponeMissing
}

export function isComplete(missing: Missing): boolean {
  return Object.keys(missing).length === 0
}

/** The order to send: what was chosen, on what was seen. */
export function orderOf(draft: Draft, option: Option, view: Pick<DecisionCase, 'seen' | 'reasons'>): DecisionBody {
  const { seen, reasons } = view
  if (!clears(option.choice)) return { choice: option.choice, reasonId: ownWords, reasonWords: draft.reasonWords.trim(), seen }
  return {
    choice: option.choice,
    ...reasonToSend(draft, reasons),
    message: draft.message.trim(),
    ...(option.mergeWith === undefined ? {} : { mergeWith: option.mergeWith }),
    seen,
  }
}
