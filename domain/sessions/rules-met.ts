import type { Rulebook } from '../rulebook/rulebook.ts'
import { courseTitle } from './course.ts'
import type { Session } from './session.ts'

type Met = Pick<Session, 'title'> & {
  readonly details?: Pick<NonNullable<Session['details']>, 'meets'>
  readonly meets?: readonly string[]
}
type Run = Met & Pick<Session, 'id' | 'courseId'>

/** The mandatory rules that a session meets: those that officers named, or else those that bear its title. */
export function rulesMetBy({ title, details, meets = details?.meets }: Met, { mandatory }: Pick<Rulebook, 'mandatory'>) {
  if (meets) return mandatory.rules.filter(({ id }) => meets.includes(id))
  const course = courseTitle(title)
  return mandatory.rules.filter(({ label, titles }) => [label, ...titles].some((each) => courseTitle(each) === course))
}

/**
 * The same of a session as one run of its course (C3.6): where officers have named none for it, those that they named for another run are
 * met too. What is taught in the day is taught in the evening.
 */
export function rulesOfCourse(session: Run, runs: readonly Run[], rulebook: Pick<Rulebook, 'mandatory'>) {
  const own = rulesMetBy(session, rulebook)
  if (namedFor(session)) return own
  const others = runs.filter(({ id, courseId }) => id !== session.id && courseId === session.courseId)
  const named = new Set(others.flatMap((run) => namedFor(run) ?? []))
  return rulebook.mandatory.rules.filter((rule) => own.includes(rule) || named.has(rule.id))
}

function namedFor({ details, meets = details?.meets }: Met): readonly string[] | undefined {
  return meets
}
