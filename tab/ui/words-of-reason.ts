import type { DecisionCase } from '../../api/contracts/decisions.ts'

export type Reasons = DecisionCase['reasons']
export type GivenReason = { readonly reasonId: string; readonly reasonWords: string }
export type MissingReason = { readonly reason?: string; readonly reasonWords?: string }

export const wordsOfReason = {
  reason: 'Reason',
  choose: 'Choose a reason',
  missing: 'Choose the reason. It is kept with the session.',
  happened: 'What happened',
  happenedHint: 'In a sentence. Kept with the session; not sent to Members.',
  happenedMissing: 'Say in a sentence what happened.',
}

export function reasonNeedsWords({ reasonId }: Pick<GivenReason, 'reasonId'>, reasons: Reasons): boolean {
  return reasons.find(({ id }) => id === reasonId)?.needsWords ?? false
}

/** C3.1: a reason from the council's own list, and what happened where the reason asks for it. */
export function missingReason(given: GivenReason, reasons: Reasons): MissingReason {
  return {
    ...(reasons.some(({ id }) => id === given.reasonId) ? {} : { reason: wordsOfReason.missing }),
    ...(reasonNeedsWords(given, reasons) && given.reasonWords.trim() === '' ? { reasonWords: wordsOfReason.happenedMissing } : {}),
  }
}

/** The reason as it is sent: a sentence left over from another reason stays behind. */
export function reasonToSend(given: GivenReason, reasons: Reasons): { readonly reasonId: string; readonly reasonWords?: string } {
  const { reasonId } = given
  return reasonNeedsWords(given, reasons) ? { reasonId, reasonWords: given.reasonWords.trim() } : { reasonId }
}
