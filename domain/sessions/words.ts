/**
 * "2 tentative, not counted.": what the tentative answers add to the count, as the rulebook has it, so that nobody is told that they
 * add nothing where they do (C3.3).
 */
export function tentativeInWords(tentative: number, eachCounts = 0): string {
  if (eachCounts === 0) return `${tentative} tentative, not counted.`
  return `${tentative} tentative, ${eachCounts === 1 ? 'counted as coming' : `each counted as ${eachCounts}`}.`
}

/** "4 of 6", and only "6" once there are enough. A minimum of 0: nobody counts. */
export function comingOf({ accepted, minimum }: { readonly accepted: number; readonly minimum: number }): string {
  return accepted < minimum ? `${accepted} of ${minimum}` : String(accepted)
}

/** C3.4: of what is postponed and has no new date yet. */
export const askedAgain = 'You are asked again when it has a new date.'
