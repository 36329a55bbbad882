import { combinedInto } from '../../domain/duties/combining.ts'
import type { ReminderKind } from '../../domain/duties/duty.ts'
import { londonDay } from '../../domain/kernel/london.ts'
import type { Instant } from '../../domain/kernel/time.ts'
import type { Member } from '../../domain/members/member.ts'
import { runOffered } from '../../domain/sessions/other-runs.ts'
import type { Invitation, Session } from '../../domain/sessions/session.ts'
import { myUptake, summaryOf } from '../../domain/sessions/summary.ts'
import type { ComposeContext } from '../ports/compose.ts'
import { firstThatFits, placesIn, placesOf, plainLetters, shortened } from './text-length.ts'
import { deadlineWords, shortDayWords, startWords, textWords as say, type Said } from './words.ts'

/** Notify puts the council's name in front of every text, and it counts. */
function placesLeft(fragments: number, { profile }: ComposeContext): number {
  return placesIn(fragments) - placesOf(plainLetters(`${profile.name}: `))
}

/** A place for a text: the room, without the directions after it; "online" when there is no other. */
export function shortPlace({ place, delivery }: Pick<Session, 'place' | 'delivery'>): string | undefined {
  if (delivery === 'online') return 'online'
  const rooms = (place ?? '').split(';').map((part) => part.trim())
  return rooms.find((part) => part !== '' && !/^(microsoft )?teams( meeting)?$|^https?:/i.test(part))
}

type Placed = Pick<Session, 'title' | 'startsAt' | 'place' | 'delivery'>

function saidOf(session: Placed): Said {
  const where = shortPlace(session)
  return { title: session.title, day: shortDayWords(session.startsAt), time: startWords(session.startsAt), ...(where ? { where } : {}) }
}

const shortestTitle = 24

/**
 * The same text said more and more briefly: the place up to its first comma, then the title at a word, then no place. Never without the
 * date, the time or the number.
 */
function ways(said: Said, tell: (said: Said) => string, places: number): readonly string[] {
  const { where, ...nowhere } = said
  const near = where ? { ...said, where: where.split(',')[0] ?? where } : said
  const briefly = (each: Said) => {
    const room = places - placesOf(plainLetters(tell({ ...each, title: '' })))
    return tell({ ...each, title: shortened(plainLetters(each.title), Math.max(shortestTitle, room)) })
  }
  return [tell(said), tell(near), briefly(near), briefly(nowhere)]
}

/** C4.8, C4.10: a reminder in the words for what the Member answered. */
export function reminderText(
  session: Session,
  reminder: ReminderKind,
  told: { readonly member: Member; readonly invitation: Invitation },
  context: ComposeContext,
): string {
  return reminder === 'week-before' ? weekBeforeText(session, told.invitation, context) : morningText(session, told, context)
}

/** C2.3: the question again, for one whom nothing but a text reaches. */
export function nudgeText(session: Session, context: ComposeContext): string {
  return fitted(saidOf(session), (said) => say.weekBefore.none(said, context.profile.help.telephone, countOf(session, context)), 2, context)
}

function weekBeforeText(session: Session, invitation: Invitation, context: ComposeContext): string {
  const ring = context.profile.help.telephone
  const answer = invitation.wanted?.answer ?? invitation.response
  const said = saidOf(session)
  const count = countOf(session, context)
  if (answer === 'accepted') return fitted(said, (each) => say.weekBefore.accepted(each, ring), 1, context)
  if (answer === 'tentative')
    return fitted(said, (each) => say.weekBefore.tentative(each, ring, count === '' ? '' : `${count} `), 2, context)
  if (invitation.answeredOldTime) return fitted(said, (each) => say.weekBefore.moved(each, ring, count), 2, context)
  return fitted(said, (each) => say.weekBefore.none(each, ring, count), 2, context)
}

function fitted(said: Said, tell: (said: Said) => string, fragments: number, context: ComposeContext): string {
  const places = placesLeft(fragments, context)
  return firstThatFits(ways(said, tell, places), places)
}

/** As at sending, with its deadline's date: the text may be read late. Nothing when nothing is to be decided. */
function countOf(session: Session, { rulebook, now }: ComposeContext): string {
  const { accepted, minimum, decideBy, late } = myUptake(summaryOf({ session }), rulebook, now)
  if (!decideBy || minimum === 0) return ''
  return say.count({ accepted, minimum, day: shortDayWords(decideBy), time: deadlineWords(decideBy), ...(late ? { late } : {}) })
}

function morningText(
  session: Session,
  { member, invitation }: { readonly member: Member; readonly invitation: Invitation },
  context: ComposeContext,
): string {
  const eve = isEve(session.startsAt, context.now)
  const ring = context.profile.help.telephone
  const others = combinedInto(session, member, context.sameMorning ?? [], context.rulebook)
  if (others.length > 0) return combinedText(session, others, eve, context)

  const answer = invitation.wanted?.answer ?? invitation.response
  const say1 = say.morningOf
  const tell = session.delivery === 'online' ? say1.online : say1.inPerson
  const ends = {
    accepted: session.delivery === 'online' ? [say1.cannotGetIn(ring)] : [say1.runningLate(ring), say1.numberOnly(ring)],
    tentative: [say1.mightCome],
    none: [say1.seat],
    declined: [''],
  }[answer]
  const places = placesLeft(1, context)
  const said = saidOf(session)
  return firstThatFits(
    ends.flatMap((end) => ways(said, (each) => tell(each, eve, end), places)),
    places,
  )
}

/** C4.12: one text that names each session of the day, for those who want it so. */
function combinedText(session: Session, others: ReturnType<typeof combinedInto>, eve: boolean, context: ComposeContext): string {
  const rest = others.map(({ title, startsAt, place }) => saidOf({ title, startsAt, delivery: 'in-person', ...(place ? { place } : {}) }))
  const places = placesLeft(2, context)
  const brief = (said: Said, length: number): Said => ({ title: shortened(said.title, length), day: said.day, time: said.time })
  const all = [saidOf(session), ...rest]
  const tell = (saids: readonly Said[]) => {
    const [first = saidOf(session), ...others_] = saids
    return say.morningOf.combined(first, others_, eve, context.profile.help.telephone)
  }
  return firstThatFits([tell(all), tell(all.map((said) => brief(said, 60))), tell(all.map((said) => brief(said, 30)))], places)
}

function isEve(startsAt: Instant, now: Instant): boolean {
  return londonDay(now).until(londonDay(startsAt)).days === 1
}

/**
 * C3.11: a cancellation at short notice, in the officer's words. Whatever else is shortened, the words that keep somebody from
 * travelling, the other run and the number stay.
 */
export function cancellationText(session: Session, context: ComposeContext): string {
  const { rulebook, now, otherRuns, profile } = context
  const message = plainLetters(session.decision?.message ?? '')
  const run = runOffered(session, otherRuns, rulebook, now)
  const offered = run && !namesDay(message, run.startsAt) ? say.sameCourse(runSaid(run)) : ''
  const sameCourse = offered === '' && session.decision?.choice === 'postpone' && !run ? say.newDate : offered
  const parts = { travel: session.delivery !== 'online', sameCourse, ring: profile.help.telephone }
  const said = saidOf(session)
  const places = placesLeft(2, context)
  const tell = (words: string, each: Said = said) => say.cancelled(each, { ...parts, message: words })
  const room = Math.max(40, places - placesOf(plainLetters(tell(''))) - 1)
  const briefly = { ...said, title: shortened(said.title, shortestTitle) }
  return firstThatFits([tell(message), tell(shortened(message, room)), tell(shortened(message, room), briefly), tell('', briefly)], places)
}

function runSaid(run: Placed): { readonly day: string; readonly time: string; readonly where?: string } {
  const where = shortPlace(run)
  return { day: shortDayWords(run.startsAt), time: startWords(run.startsAt), ...(where ? { where } : {}) }
}

/** Whether the officer's own words name that day already: "27 October". */
export function namesDay(message: string, at: Instant): boolean {
  const [, ...dayAndMonth] = shortDayWords(at).split(' ')
  return new RegExp(`(?<!\\d)${dayAndMonth.join(' ')}`).test(message) // 27 October is not 7 October
}
