/**
 * "2 tentative, not counted.": what the tentative answers add to the count, as the rulebook has it, so that nobody is told that they
 * add nothing where they do (C3.3).
 */
export function tentativeInWords(tentative: number, eachCounts = 0): string {
  if (eachCounts === 0) return `${tentative} tentative, not counted.`
  return `${tentative} tentative, ${eachCounts === 1 ? 'counted as coming' : `each counted as ${eachCounts}`}.`
}
