import type { CourseId, NoticeId, PersonId } from '../kernel/ids.ts'
import { londonDay } from '../kernel/london.ts'
import type { Day, Instant } from '../kernel/time.ts'
import { day } from '../kernel/time.ts'
import type { Rulebook } from '../rulebook/rulebook.ts'
import { keys, type PastIssue } from './issue.ts'

/** The sections that officers fill; the others fill themselves from the programme. */
export const noticeSections = ['external', 'own-time', 'hub', 'circulars', 'you-said-we-did'] as const
export type NoticeSection = (typeof noticeSections)[number]

/**
 * Something that officers want said in the bulletin: training elsewhere (C4.5), training in one's own time (C4.7), what is new on the
 * Hub, what is passed on regularly (C4.6), or what was done about feedback (C4.20).
 */
export type Notice = {
  readonly id: NoticeId
  readonly section: NoticeSection
  readonly title: string
  /** What it says besides; of "you said, we did", what was done. */
  readonly about?: string
  readonly link?: string
  readonly provider?: string
  readonly costPence?: number
  readonly from?: Day
  readonly to?: Day
  /** The roles it suits, in words. */
  readonly roles: readonly string[]
  /** How long it takes in one's own time. */
  readonly minutes?: number
  /** C4.7: the session's course to which it is an alternative, and its title as it then was. */
  readonly insteadOf?: { readonly courseId: CourseId; readonly title: string }
  /** C4.6: which of the rulebook's recurring items it is. */
  readonly recurring?: string
  /** The last day on which an issue still lists it again. Absent: it stands in one issue. */
  readonly until?: Day
  readonly addedAt: Instant
  readonly addedBy: PersonId
  readonly addedByName: string
  /** Taken out by an officer; kept for the record. */
  readonly withdrawnAt?: Instant
}

/**
 * Whether an issue that leaves on a day lists a notice: until it has stood in one, and again for as long as officers said. What is over
 * by then is dealt with.
 */
export function isListed(notice: Notice, on: Day, stoodBefore: boolean): boolean {
  if (notice.withdrawnAt) return false
  const last = notice.to ?? notice.from
  if (last && notice.section === 'external' && on.until(last).sign < 0) return false
  return !stoodBefore || (notice.until !== undefined && on.until(notice.until).sign >= 0)
}

/** C4.5 (TH 4.3): whether its provider is one of those whom the council recognises. */
export function isRecognised({ provider }: Pick<Notice, 'provider'>, { providers }: Pick<Rulebook, 'providers'>): boolean {
  const name = provider?.trim().toLowerCase()
  return name !== undefined && providers.some((each) => each.name.toLowerCase() === name)
}

type Recurring = Rulebook['bulletin']['recurring'][number]
export type RecurringState = {
  readonly item: Recurring
  /** The period in which today falls. */
  readonly from: Day
  readonly to: Day
  readonly standing: 'passed-on' | 'none-yet'
  /** The period before it ended with none: it is missing for good. */
  readonly lastMissed: boolean
}

/**
 * Which regular items have been passed on in their period, and which were not (C4.6, BR r11). Periods are the calendar's. A notice
 * counts on the day on which an issue with it left: put down is not passed on, and what has been read is not unread by taking it out.
 *
 * `since`: the day from which the council has kept its bulletin here; nothing before it is called missed.
 */
export function recurringStates(
  notices: readonly Notice[],
  { bulletin }: Pick<Rulebook, 'bulletin'>,
  { today, since, past }: { readonly today: Day; readonly since: Day; readonly past: readonly Pick<PastIssue, 'sentAt' | 'listed'>[] },
): readonly RecurringState[] {
  return bulletin.recurring.map((item) => {
    const { from, to } = periodOf(today, item.every)
    const before = periodOf(from.subtract({ days: 1 }), item.every)
    const passedOn = (first: Day, last: Day) =>
      past
        .filter(({ listed }) => notices.some(({ id, recurring }) => recurring === item.id && listed.includes(keys.notice(id))))
        .map(({ sentAt }) => londonDay(sentAt))
        .some((on) => first.until(on).sign >= 0 && on.until(last).sign >= 0)
    const lastMissed = since.until(before.from).sign >= 0 && !passedOn(before.from, before.to)
    return { item, from, to, standing: passedOn(from, to) ? 'passed-on' : 'none-yet', lastMissed }
  })
}

function periodOf(on: Day, every: Recurring['every']): { readonly from: Day; readonly to: Day } {
  const months = { month: 1, quarter: 3, year: 12 }[every]
  const first = day(`${on.year}-01-01`).add({ months: Math.floor((on.month - 1) / months) * months })
  return { from: first, to: first.add({ months }).subtract({ days: 1 }) }
}
