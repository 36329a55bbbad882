import { createHash } from 'node:crypto'
import type { z } from 'zod'
import { isListed, isRecognised, type Notice } from '../../domain/bulletin/notice.ts'
import { keys } from '../../domain/bulletin/issue.ts'
import { noticeId, sessionId, type NoticeId } from '../../domain/kernel/ids.ts'
import { londonDay } from '../../domain/kernel/london.ts'
import { isInOffice, type Member } from '../../domain/members/member.ts'
import { offerIdOf, type OfferSummary } from '../../domain/places/offer.ts'
import { ok, refused, type Result } from '../../domain/kernel/result.ts'
import { day, type Day, type Instant } from '../../domain/kernel/time.ts'
import type { Officer } from '../../domain/members/officer.ts'
import type { noticeBody, Notices, NoticeView } from '../contracts/bulletin.ts'
import type { Council } from '../ports/council.ts'
import { currentIssue } from './issue-sources.ts'

const hoursAhead = 24 * 366

/** What officers have put down for the bulletin, newest first, and what they can say it is about (C4.5, C4.6, C4.7). */
export async function readNotices(council: Council): Promise<Notices> {
  const { bulletins, rulebook, sessions, offers, members, clock } = council
  const now = clock.now()
  const [all, past, current, toCome, limited, roll] = await Promise.all([
    bulletins.notices(),
    bulletins.past(),
    currentIssue(council),
    sessions.between(now, now.add({ hours: hoursAhead })),
    offers.all(),
    members.all(),
  ])
  const on = londonDay(current?.due.dueAt ?? now)
  const shown = all.filter(({ withdrawnAt }) => !withdrawnAt)
  return {
    notices: shown
      .toSorted(
        (one, other) => other.addedAt.epochMilliseconds - one.addedAt.epochMilliseconds || one.title.localeCompare(other.title, 'en'),
      )
      .map((notice) => {
        const stoodIn = past.filter(({ listed }) => listed.includes(keys.notice(notice.id))).map(({ number }) => number)
        const stands = isListed(notice, on, stoodIn.length > 0) ? 'next-issue' : 'over'
        return {
          ...noticeView(notice),
          recognised: isRecognised(notice, rulebook),
          stands,
          issues: stoodIn,
          ...placesAt(notice, limited, roll, now),
        }
      }),
    sessions: toCome
      .filter(({ standing }) => standing.kind === 'standing')
      .map(({ id, title, startsAt }) => ({ sessionId: id, title, startsAt: String(startsAt) })),
    providers: rulebook.providers.map(({ name }) => name),
    recurring: rulebook.bulletin.recurring.map(({ id, label }) => ({ id, label })),
    youSaidWeDid: rulebook.bulletin.youSaidWeDid,
  }
}

/** C4.4: of what has been announced with limited places, and is still to come. */
function placesAt(
  { id, from, to }: Notice,
  limited: readonly OfferSummary[],
  roll: readonly Member[],
  now: Instant,
): Pick<NoticeView, 'places'> {
  const offer = limited.find((each) => each.id === offerIdOf({ kind: 'notice', noticeId: id }))
  const last = to ?? from
  const isOver = last !== undefined && londonDay(now).until(last).sign < 0
  return offer?.announcedAt && !isOver ? { places: concernedBy(offer, roll, londonDay(now)) } : {}
}

/** How many would be written to if it were taken out: nobody who has left office hears anything any more. */
function concernedBy(
  { concerned, interested, drawnAt }: OfferSummary,
  roll: readonly Member[],
  today: Day,
): NonNullable<NoticeView['places']> {
  const inOffice = new Set(roll.filter((member) => isInOffice(member, today)).map(({ id }) => id))
  const written = concerned?.filter((id) => inOffice.has(id)).length ?? interested
  if (written > 0) return { interested: written }
  return { interested: 0, nobody: interested > 0 || drawnAt ? 'any-more' : 'yet' }
}

function noticeView(notice: Notice): Omit<NoticeView, 'recognised' | 'stands' | 'issues' | 'places'> {
  const { id, section, title, about, link, provider, costPence, from, to, roles, minutes, insteadOf, recurring, until } = notice
  return {
    noticeId: id,
    section,
    title,
    roles: [...roles],
    addedAt: String(notice.addedAt),
    addedBy: notice.addedByName,
    ...(about ? { about } : {}),
    ...(link ? { link } : {}),
    ...(provider ? { provider } : {}),
    ...(costPence === undefined ? {} : { costPence }),
    ...(from ? { from: String(from) } : {}),
    ...(to ? { to: String(to) } : {}),
    ...(minutes === undefined ? {} : { minutes }),
    ...(insteadOf ? { insteadOf: insteadOf.title } : {}),
    ...(recurring ? { recurring } : {}),
    ...(until ? { until: String(until) } : {}),
  }
}

export type NoticeRefusal = { readonly kind: 'no-such-session' | 'no-such-recurring' | 'no-such-notice' | 'too-many' | 'busy' }

/** More than any council puts down in ten years of weeks. */
const mostNotices = 2_000

/** Puts something down for the bulletin. `mark` names the request: sent again it is the same notice. */
export async function addNotice(
  council: Council,
  officer: Officer,
  given: z.output<typeof noticeBody>,
  mark: string,
): Promise<Result<NoticeId, NoticeRefusal>> {
  const { bulletins, clock, rulebook } = council
  const { insteadOf: instead, from, to, until, recurring, ...plain } = given
  const alternative = instead === undefined ? undefined : await sessionNamed(council, instead)
  if (instead !== undefined && !alternative) return refused({ kind: 'no-such-session' })
  if (recurring !== undefined && !rulebook.bulletin.recurring.some(({ id }) => id === recurring))
    return refused({ kind: 'no-such-recurring' })
  if ((await bulletins.notices()).length >= mostNotices) return refused({ kind: 'too-many' })
  const id = noticeId(`n${createHash('sha256').update(mark).digest('hex').slice(0, 24)}`)
  const notice: Notice = {
    ...withoutEmpty(plain),
    id,
    ...(from ? { from: day(from) } : {}),
    ...(to ? { to: day(to) } : {}),
    ...(until ? { until: day(until) } : {}),
    ...(recurring ? { recurring } : {}),
    ...(alternative ? { insteadOf: { courseId: alternative.courseId, title: alternative.title } } : {}),
    addedAt: clock.now(),
    addedBy: officer.id,
    addedByName: officer.name,
  }
  await bulletins.saveNotice(notice, 'new', { kind: 'officer', id: officer.id })
  return ok(id)
}

type Plain = Omit<z.output<typeof noticeBody>, 'insteadOf' | 'from' | 'to' | 'until' | 'recurring'>

/** Without the fields that somebody left empty. */
function withoutEmpty({ section, title, roles, about, link, provider, costPence, minutes }: Plain) {
  return {
    section,
    title,
    roles,
    ...(about ? { about } : {}),
    ...(link ? { link } : {}),
    ...(provider ? { provider } : {}),
    ...(costPence === undefined ? {} : { costPence }),
    ...(minutes === undefined ? {} : { minutes }),
  }
}

async function sessionNamed({ sessions }: Council, named: string) {
  const id = /^[a-z0-9][a-z0-9-]{1,63}$/.test(named) ? sessionId(named) : undefined
  const found = id && (await sessions.find(id))
  return found?.session.standing.kind === 'standing' ? found.session : undefined
}

/** A minute: by then it is withdrawn, or whoever was withdrawing it has died. */
const graceSeconds = 60

/**
 * Takes a notice out again: it stands in no further issue, and stays in the record. Where its places are limited the offer is looked at, so
 * that those who would like one hear that it is over (C4.4).
 */
export async function withdrawNotice(
  { bulletins, offers, clock }: Council,
  officer: Officer,
  id: NoticeId,
): Promise<Result<'withdrawn', NoticeRefusal>> {
  const found = await bulletins.notice(id)
  if (!found) return refused({ kind: 'no-such-notice' })
  if (found.value.withdrawnAt) return ok('withdrawn')
  const offer = await offers.find(offerIdOf({ kind: 'notice', noticeId: id }))
  if (offer) await offers.askLookAt(offer.offer.id, clock.now().add({ seconds: graceSeconds }))
  const by = { kind: 'officer', id: officer.id } as const
  const written = await bulletins.saveNotice({ ...found.value, withdrawnAt: clock.now() }, { etag: found.etag }, by)
  if (written === 'saved' && offer) await offers.askLook(offer.offer.id)
  return written === 'saved' ? ok('withdrawn') : refused({ kind: 'busy' })
}
