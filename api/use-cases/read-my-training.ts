import { checkInState } from '../../domain/attendance/check-in.ts'
import type { SessionId } from '../../domain/kernel/ids.ts'
import { inLondon, londonDay } from '../../domain/kernel/london.ts'
import { municipalYearBegan } from '../../domain/kernel/municipal-year.ts'
import type { Day, Instant } from '../../domain/kernel/time.ts'
import { instant, isAtOrAfter, isBefore } from '../../domain/kernel/time.ts'
import type { Member } from '../../domain/members/member.ts'
import type { Invitation } from '../../domain/sessions/session.ts'
import type { DutyRecord, SessionSummary } from '../../domain/sessions/session-record.ts'
import { summaryOf } from '../../domain/sessions/summary.ts'
import type { MySession, MySessionPage, MyTraining } from '../contracts/my-training.ts'
import type { Council, MemberSession } from '../ports/council.ts'
import { answerDutyOf, isOver, mySessionOf } from './my-session-view.ts'
import type { MyContext } from './my-session-view.ts'
import { myAttendance, myCheckIn, myOtherRun } from './my-attendance.ts'
import { evaluationRows, myForm } from './read-my-evaluations.ts'
import { purposeView } from './put-down-views.ts'
import { contextOf, unreachableNow } from './read-context.ts'
import { oldestReading } from './read-programme.ts'

const joinMinutesBefore = 15
const mostNewest = 12
/** For how long an evaluation that waits is shown among what wants doing; its form stays open for longer. */
const evaluationDays = 28

/**
 * What a Member has to answer, what is coming, what was cancelled, and which sessions she has not evaluated (C2.3, C3.14, C8.27).
 *
 * Reads: her own list since May, the programme from this Monday for six months, her own row of a dozen sessions that still want an answer, and
 * of those of the last four weeks at which she was, what she said of each.
 */
export async function readMyTraining(council: Council, member: Member): Promise<MyTraining> {
  const { clock, sessions, mailboxes } = council
  const now = clock.now()
  const today = londonDay(now)
  const since = municipalYearBegan(today)
  const monday = today.subtract({ days: today.dayOfWeek - 1 })
  const until = inLondon(monday.add({ months: 6 }), '00:00')
  const [mine, near, looked, forms] = await Promise.all([
    sessions.ofMember(member.id, inLondon(since, '00:00'), until),
    sessions.between(inLondon(monday, '00:00'), until),
    mailboxes.all(),
    evaluationRows(council, member, inLondon(today.subtract({ days: evaluationDays }), '00:00')),
  ])
  const context = myContext(council, mine, near, now)
  const shown = await mySessions(council, member, { mine, near, context })
  const readAt = oldestReading(looked.map(({ value }) => value))
  const standing = shown.filter((session) => session.standing === 'standing')
  return {
    now: String(now),
    needsAnswer: standing.filter((session) => wantsAnswer(session, now)).toSorted(byDeadline),
    nextDates: standing.filter((session) => !wantsAnswer(session, now) && !isOver(spanOf(near, session), now)),
    cancelled: shown.filter((session) => session.standing === 'cancelled'),
    evaluations: forms.filter(({ state }) => state === 'waiting').map(({ state: _waiting, ...form }) => form),
    week: weekOf(standing, monday),
    answered: answeredOf(mine, since),
    ...(readAt ? { readAt } : {}),
    unreachable: unreachableNow(council),
  }
}

/** One session on a Member's own page; undefined when she is not invited to it. */
export async function readMySession(council: Council, member: Member, sessionId: SessionId): Promise<MySessionPage | undefined> {
  const found = await council.sessions.find(sessionId)
  if (!found || found.session.standing.kind === 'untagged') return undefined
  const invitation = found.session.invitations.find((each) => each.memberId === member.id)
  const recorded = myAttendance(found, member, council.rulebook)
  if (!invitation && !recorded.attendance) return undefined // a walk-in may read what was recorded of her
  const { session, duties } = found
  const { otherRuns, rulebook, now } = await contextOf(council, session.courseId)
  const answers = await answersTo(council, member, otherRuns)
  const context = { rulebook, now, otherRuns, answers, outlookSilent: isOutlookSilent(council) }
  const joinFrom = session.startsAt.subtract({ minutes: joinMinutesBefore })
  return {
    session: mySessionOf(summaryOf(found), invitation ?? { response: 'none' }, context, answerDutyOf(duties, member.id)),
    ...(session.about ? { about: session.about } : {}),
    ...purposeView(session),
    ...(session.joinUrl ? { joinUrl: session.joinUrl, joinFrom: String(joinFrom) } : {}),
    organiser: { name: session.organiser.name },
    ...recorded,
    ...myCheckIn(session, rulebook, now),
    ...myOtherRun(session, member, otherRuns),
    ...myForm(found, member, { rulebook, now }),
    ...(invitation ? {} : { uninvited: true as const }),
    now: String(now),
    unreachable: unreachableNow(council),
  }
}

type Lists = { readonly mine: readonly MemberSession[]; readonly near: readonly SessionSummary[]; readonly context: MyContext }

async function mySessions(council: Council, member: Member, { mine, near, context }: Lists): Promise<readonly MySession[]> {
  const invited = near.flatMap((session) => {
    const entry = mine.find((each) => each.sessionId === session.id)
    return entry && session.standing.kind !== 'untagged' ? [{ session, entry }] : []
  })
  const newest = await readNewest(council, member, invited)
  return invited.map(({ session, entry }) => {
    const { own, answering } = newest.get(session.id) ?? { own: entry }
    return { ...mySessionOf(session, own, context, answering), ...checkInNow(session, member, context) }
  })
}

function checkInNow(session: SessionSummary, { id }: Member, { rulebook, now }: MyContext): Pick<MySession, 'checkIn'> {
  const isOpen = checkInState(session, rulebook.attendance, now).kind === 'open'
  return isOpen && !session.attended?.includes(id) ? { checkIn: true } : {}
}

type Invited = { readonly session: SessionSummary; readonly entry: MemberSession }
type Newest = { readonly own: Invitation; readonly answering?: DutyRecord | undefined }

/**
 * The rows behind what still wants an answer or is being told: lists follow a moment after an answer, and she must not be
 * asked again what she has just said. The soonest ones, and only so many: one row of each, and the whole of those being told.
 */
async function readNewest(
  { sessions, clock }: Council,
  member: Member,
  invited: readonly Invited[],
): Promise<ReadonlyMap<SessionId, Newest>> {
  const open = invited.filter(({ session, entry }) => {
    const unsettled = entry.response === 'none' || entry.answeredOldTime !== undefined || entry.wanted !== undefined
    return unsettled && session.standing.kind === 'standing' && isBefore(clock.now(), session.startsAt)
  })
  const found = await Promise.all(
    open.slice(0, mostNewest).map(async ({ session: { id } }): Promise<readonly [SessionId, Newest] | undefined> => {
      const own = await sessions.invitation(id, member.id)
      if (!own?.wanted) return own && [id, { own }]
      const record = await sessions.find(id)
      return record && [id, { own, answering: answerDutyOf(record.duties, member.id) }]
    }),
  )
  return new Map(found.filter((each) => each !== undefined))
}

function myContext(council: Council, mine: readonly MemberSession[], near: readonly SessionSummary[], now: Instant): MyContext {
  const answers = new Map(mine.map((each) => [each.sessionId, each.wanted?.answer ?? each.response] as const))
  return { rulebook: council.rulebook, now, otherRuns: near, answers, outlookSilent: isOutlookSilent(council) }
}

async function answersTo(council: Council, member: Member, runs: readonly SessionSummary[]): Promise<MyContext['answers']> {
  const [first, last] = [runs[0], runs.at(-1)]
  if (!first || !last) return new Map()
  const mine = await council.sessions.ofMember(member.id, first.startsAt, last.startsAt.add({ seconds: 1 }))
  return new Map(mine.map((each) => [each.sessionId, each.wanted?.answer ?? each.response] as const))
}

function isOutlookSilent({ health }: Council): boolean {
  return health.unreachable().some(({ dependency }) => dependency === 'graph')
}

/** Nothing was answered to the time that now stands (C1.21), and there is still time to. Of what is postponed she is asked at its new date (C3.4). */
function wantsAnswer(session: MySession, now: Instant): boolean {
  const unanswered = session.response === 'none' || session.answeredOldTime !== undefined
  return unanswered && !session.telling && session.uptake.stage !== 'postponed' && isBefore(now, instant(session.startsAt))
}

function byDeadline(one: MySession, other: MySession): number {
  const deadline = ({ uptake, startsAt }: MySession) => Date.parse(uptake.decideBy ?? startsAt)
  return deadline(one) - deadline(other)
}

function spanOf(near: readonly SessionSummary[], { sessionId }: MySession): Pick<SessionSummary, 'endsAt'> {
  const found = near.find((session) => session.id === sessionId)
  if (!found) throw new TypeError('a session shown was not among those read')
  return found
}

function weekOf(standing: readonly MySession[], monday: Day): MyTraining['week'] {
  const end = inLondon(monday.add({ days: 7 }), '00:00')
  const coming = standing.filter(
    (session) => isBefore(instant(session.startsAt), end) && (session.telling?.answer ?? session.response) === 'accepted',
  )
  const minutes = coming.map(({ startsAt, endsAt }) => Math.round((Date.parse(endsAt) - Date.parse(startsAt)) / 60_000))
  return { sessions: coming.length, minutes: minutes.reduce((sum, each) => sum + each, 0) }
}

/** C2.3: of the invitations since May, how many have an answer. A fact, never a score. */
function answeredOf(mine: readonly MemberSession[], since: Day): MyTraining['answered'] {
  const from = inLondon(since, '00:00')
  const invited = mine.filter((each) => isAtOrAfter(each.startsAt, from))
  const answered = invited.filter((each) => each.response !== 'none' || each.wanted || each.answeredOldTime)
  return { answered: answered.length, invited: invited.length, since: String(from) }
}
