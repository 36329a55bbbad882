import { inLondon } from '../../domain/kernel/london.ts'
import type { Day, Instant } from '../../domain/kernel/time.ts'
import { isAtOrAfter } from '../../domain/kernel/time.ts'
import type { OfferSubject } from '../../domain/places/offer.ts'
import { isPostponed } from '../../domain/sessions/postponed.ts'
import { isPublished } from '../../domain/sessions/published.ts'
import { rulesOfCourse } from '../../domain/sessions/rules-met.ts'
import type { Session } from '../../domain/sessions/session.ts'
import { summaryOf } from '../../domain/sessions/summary.ts'
import type { Council } from '../ports/council.ts'

/** What places are at, as it stands now. */
export type SubjectView = {
  readonly title: string
  /** Of a session. */
  readonly startsAt?: Instant
  readonly sessionEndsAt?: Instant
  readonly place?: string
  readonly online?: true
  /** Of training elsewhere. */
  readonly from?: Day
  readonly to?: Day
  readonly provider?: string
  readonly link?: string
  /** When nobody has anything to be told any more: it has begun, or the last day of it is over. */
  readonly endsAt?: Instant
  /** It is cancelled, postponed without a date, or taken out. */
  readonly isOff: boolean
  /** Since when it is cancelled, or taken out: it is not to be waited for. */
  readonly calledOffAt?: Instant
  /** C1.3: the bulletin tells everybody of it. What is for Members who were named is announced to nobody, so its places are never open. */
  readonly isPublished: boolean
  readonly isOver: boolean
  readonly session?: Session
}

type Named = { readonly subject: OfferSubject; readonly title: string }

export async function subjectView(council: Council, { subject, title }: Named): Promise<SubjectView> {
  const found = await subjectNamed(council, subject)
  return found ?? { title, isOff: true, isPublished: false, isOver: false }
}

/** Undefined: there is no such thing. */
export async function subjectNamed(council: Council, subject: OfferSubject): Promise<SubjectView | undefined> {
  return subject.kind === 'session' ? ofSession(council, subject.sessionId) : ofNotice(council, subject.noticeId)
}

/** The mandatory rules that it meets, as one run of its course (C3.6). Training elsewhere meets none. */
export async function rulesMetAt(
  { sessions, rulebook }: Pick<Council, 'sessions' | 'rulebook'>,
  { session }: Pick<SubjectView, 'session'>,
) {
  return session ? rulesOfCourse(session, await sessions.runsOf(session.courseId), rulebook) : []
}

async function ofSession({ sessions, clock, rulebook }: Council, id: Session['id']): Promise<SubjectView | undefined> {
  const found = await sessions.find(id)
  if (!found) return undefined
  const { session } = found
  const { title, startsAt, place, delivery, standing } = session
  return {
    title,
    startsAt,
    sessionEndsAt: session.endsAt,
    ...(place ? { place } : {}),
    ...(delivery === 'online' ? { online: true } : {}),
    endsAt: startsAt,
    isOff: standing.kind !== 'standing' || isPostponed(session),
    ...(standing.kind === 'cancelled' ? { calledOffAt: standing.at } : {}),
    isPublished: isPublished(summaryOf(found), rulebook),
    isOver: isAtOrAfter(clock.now(), startsAt),
    session,
  }
}

async function ofNotice(
  { bulletins, clock }: Council,
  id: Extract<OfferSubject, { kind: 'notice' }>['noticeId'],
): Promise<SubjectView | undefined> {
  const found = await bulletins.notice(id)
  if (!found) return undefined
  const { title, from, to, provider, link, withdrawnAt } = found.value
  const last = to ?? from
  const endsAt = last && inLondon(last.add({ days: 1 }), '00:00')
  return {
    title,
    ...(from ? { from } : {}),
    ...(to ? { to } : {}),
    ...(provider ? { provider } : {}),
    ...(link ? { link } : {}),
    ...(endsAt ? { endsAt } : {}),
    isOff: withdrawnAt !== undefined,
    ...(withdrawnAt ? { calledOffAt: withdrawnAt } : {}),
    isPublished: true,
    isOver: endsAt !== undefined && isAtOrAfter(clock.now(), endsAt),
  }
}
