import { rulesMetBy } from '../sessions/rules-met.ts'
import type { MandatoryRule } from '../rulebook/mandatory.ts'
import type { Rulebook } from '../rulebook/rulebook.ts'
import { mandatoryWords as words } from './words.ts'

/** For whom a session is mandatory, in words, by every rule that it meets; undefined when it meets none (TH 2.6). */
export function mandatoryFor(session: Parameters<typeof rulesMetBy>[0], rulebook: Pick<Rulebook, 'mandatory'>): string | undefined {
  const groups = new Set(rulesMetBy(session, rulebook).flatMap(groupsOf))
  return groups.size === 0 ? undefined : words.whom([...groups])
}

function groupsOf({ appliesTo: { kinds, offices, committees } }: MandatoryRule): readonly string[] {
  const isEveryone = (['mayor', 'councillor', 'co-optee'] as const).every((kind) => kinds.includes(kind))
  return [
    ...(isEveryone ? [words.everyone] : kinds.map((kind) => words.kinds[kind])),
    ...offices.map(words.office),
    ...committees.map(words.committee),
  ]
}
