import { brochureOf, heldOutOf, type ArrangedBy, type BrochureCourse, type BrochureRun } from '../../domain/brochure/brochure.ts'
import type { SessionId } from '../../domain/kernel/ids.ts'
import { inLondon, londonDay } from '../../domain/kernel/london.ts'
import type { Member } from '../../domain/members/member.ts'
import { reportingYearBeginning, reportingYearOf } from '../../domain/reports/reporting-year.ts'
import { heldFromOf } from '../../domain/sessions/held.ts'
import type { Response } from '../../domain/sessions/response.ts'
import type { Brochure } from '../contracts/brochure.ts'
import type { Council } from '../ports/council.ts'

type Asked = { readonly began?: number; readonly by?: ArrangedBy }
type Reader = { readonly member?: Member | undefined; readonly isOfficer?: boolean }
type Own = ReadonlyMap<SessionId, Response>

/**
 * C4.16: a municipal year's programme, whole. The same for everybody, but that a Member sees to which of it she is invited, and an officer
 * what is held out of it (C1.9).
 */
export async function readBrochure(
  { clock, rulebook, rulebooks, sessions }: Pick<Council, 'clock' | 'rulebook' | 'rulebooks' | 'sessions'>,
  { member, isOfficer = false }: Reader,
  { began, by = rulebook.programme.publication.arrangedBy }: Asked,
): Promise<Brochure> {
  const now = clock.now()
  const year = began === undefined ? reportingYearOf('municipal', londonDay(now)) : reportingYearBeginning('municipal', began)
  const [from, to] = [inLondon(year.from, '00:00'), inLondon(year.to, '00:00')]
  const [within, mine, versions] = await Promise.all([
    sessions.between(from, to),
    member ? sessions.ofMember(member.id, from, to) : [],
    rulebooks.all(),
  ])
  const heldFrom = heldFromOf(versions, now)
  const held = isOfficer ? heldOutOf(within, rulebook, { now, heldFrom }) : []
  const own = new Map(mine.map(({ sessionId, response, wanted }) => [sessionId, wanted?.answer ?? response] as const))
  return {
    name: rulebook.programme.publication.name,
    year: { from: String(year.from), to: String(year.to) },
    by,
    groups: brochureOf(within, rulebook, { by, now, heldFrom }).map(({ heading, courses }) => ({
      heading,
      courses: courses.map((course) => courseView(course, own)),
    })),
    ...(held.length > 0 ? { held: held.map(({ id, title, startsAt }) => ({ sessionId: id, title, startsAt: String(startsAt) })) } : {}),
    now: String(now),
  }
}

type CourseView = Brochure['groups'][number]['courses'][number]

function courseView({ kind: _kind, runs, forWhom, ...course }: BrochureCourse, own: Own): CourseView {
  return { ...course, forWhom: { ...forWhom }, runs: runs.map((run) => runView(run, own.get(run.id))) }
}

function runView({ id, startsAt, endsAt, ...run }: BrochureRun, yours: Response | undefined): CourseView['runs'][number] {
  return { ...run, sessionId: id, startsAt: String(startsAt), endsAt: String(endsAt), ...(yours ? { yours } : {}) }
}
