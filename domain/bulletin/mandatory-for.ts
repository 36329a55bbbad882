import { rulesOfCourse } from '../sessions/rules-met.ts'
import type { MandatoryRule } from '../rulebook/mandatory.ts'
import type { Rulebook } from '../rulebook/rulebook.ts'
import { mandatoryWords as words } from './words.ts'

type Run = Parameters<typeof rulesOfCourse>[0]

/** For whom a run of a course is mandatory, in words, by every rule that it or another run meets; undefined when none is met (TH 2.6). */
export function mandatoryFor(run: Run, runs: readonly Run[], rulebook: Pick<Rulebook, 'mandatory'>): string | undefined {
  const groups = new Set(rulesOfCourse(run, runs, rulebook).flatMap(groupsOf))
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
