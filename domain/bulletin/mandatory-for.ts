import { rulesOfCourse } from '../sessions/rules-met.ts'
import type { MandatoryRule } from '../rulebook/mandatory.ts'
import type { Rulebook } from '../rulebook/rulebook.ts'
import { mandatoryWords as words } from './words.ts'

type Run = Parameters<typeof rulesOfCourse>[0]

/**
 * For whom the runs of a course that stand together are mandatory, in words, by every rule that one of them meets; undefined when none does
 * (TH 2.6). `known`: all sessions that are known, since a run that is told of elsewhere, or nowhere, can say what these meet (C3.6).
 */
export function mandatoryFor(runs: readonly Run[], known: readonly Run[], rulebook: Pick<Rulebook, 'mandatory'>): string | undefined {
  const groups = new Set(runs.flatMap((run) => rulesOfCourse(run, known, rulebook)).flatMap(groupsOf))
  return groups.size === 0 ? undefined : words.whom([...groups])
}

function groupsOf({ appliesTo: { kinds, offices, committees }, substitutes }: MandatoryRule): readonly string[] {
  const isEveryone = (['mayor', 'councillor', 'co-optee'] as const).every((kind) => kinds.includes(kind))
  return [
    ...(isEveryone ? [words.everyone] : kinds.map((kind) => words.kinds[kind])),
    ...offices.map(words.office),
    ...committees.map(substitutes ? words.seat : words.committee),
  ]
}
