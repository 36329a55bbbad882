import { courseTitle } from '../sessions/course.ts'
import type { MandatoryRule } from '../rulebook/mandatory.ts'
import type { Rulebook } from '../rulebook/rulebook.ts'
import { mandatoryWords as words } from './words.ts'

/** For whom a session of this title is mandatory, in words; undefined when no rule names it (TH 2.6). */
export function mandatoryFor(title: string, { mandatory }: Pick<Rulebook, 'mandatory'>): string | undefined {
  const course = courseTitle(title)
  const rule = mandatory.rules.find((each) => [each.label, ...each.titles].some((named) => courseTitle(named) === course))
  return rule && words.whom(groupsOf(rule))
}

function groupsOf({ appliesTo: { kinds, offices, committees } }: MandatoryRule): readonly string[] {
  const isEveryone = (['mayor', 'councillor', 'co-optee'] as const).every((kind) => kinds.includes(kind))
  return [
    ...(isEveryone ? [words.everyone] : kinds.map((kind) => words.kinds[kind])),
    ...offices.map(words.office),
    ...committees.map(words.committee),
  ]
}
