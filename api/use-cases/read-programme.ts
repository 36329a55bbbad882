import { inLondon, londonDay } from '../../domain/kernel/london.ts'
import type { Day } from '../../domain/kernel/time.ts'
import { isAtOrAfter, isBefore } from '../../domain/kernel/time.ts'
import type { SessionSummary } from '../../domain/sessions/session-record.ts'
import type { Programme } from '../contracts/programme.ts'
import type { Council, MailboxState } from '../ports/council.ts'
import { unreachableNow } from './read-context.ts'
import { programmeRowOf } from './standing-views.ts'

/** London days; `to` is the first day no longer shown. */
export type Span = { readonly from: Day; readonly to: Day }

/** From Monday of this week, six months: what an officer plans with. */
export function usualSpan(today: Day): Span {
  const from = today.subtract({ days: today.dayOfWeek - 1 })
  return { from, to: from.add({ months: 6 }) }
}

/**
 * The programme as it stands, cancelled sessions with it (C3.14), and in whose calendars it was looked for (C1.1).
 *
 * Reads a few months beyond the span, so that a session's other run is known although it falls outside.
 */
export async function readProgramme(council: Council, span?: Span): Promise<Programme> {
  const { clock, rulebook, sessions, mailboxes } = council
  const now = clock.now()
  const { from, to } = span ?? usualSpan(londonDay(now))
  const beyond = { days: rulebook.programme.repeatWithinDays }
  const [first, last] = [inLondon(from, '00:00'), inLondon(to, '00:00')]
  const [near, looked] = await Promise.all([
    sessions.between(inLondon(from.subtract(beyond), '00:00'), inLondon(to.add(beyond), '00:00')),
    mailboxes.all(),
  ])
  const shown = near.filter(({ startsAt }) => isAtOrAfter(startsAt, first) && isBefore(startsAt, last))
  const states = looked.map(({ value }) => value)
  const readAt = oldestReading(states)
  return {
    now: String(now),
    ...(readAt ? { readAt } : {}),
    rows: shown.map((session) => programmeRowOf(session, near, { rulebook, now })),
    answered: answeredOf(shown),
    mailboxes: states.map(mailboxView),
    categories: Object.keys(rulebook.recognition.categories),
    unreachable: unreachableNow(council),
  }
}

/** C2.3: how Members answer altogether. Nobody answers an invitation that was taken back. */
function answeredOf(sessions: readonly SessionSummary[]): Programme['answered'] {
  const asked = sessions.filter(({ standing }) => standing.kind === 'standing')
  const invited = asked.reduce((sum, session) => sum + session.invited, 0)
  const silent = asked.reduce((sum, { counts }) => sum + counts.none, 0)
  return { answered: invited - silent, invited }
}

/** The programme is as old as its oldest reading, so long as every open mailbox was read. */
export function oldestReading(states: readonly MailboxState[]): string | undefined {
  const open = states.filter((state) => state.closedToUs === undefined).map((state) => state.readAt)
  const read = open.filter((at) => at !== undefined)
  if (read.length === 0 || read.length < open.length) return undefined
  return String(read.reduce((oldest, at) => (isBefore(at, oldest) ? at : oldest)))
}

function mailboxView(state: MailboxState): Programme['mailboxes'][number] {
  const { name, address, readAt, former, shared } = state
  return {
    name,
    address,
    ...(readAt ? { readAt: String(readAt) } : {}),
    ...mailboxStanding(state),
    ...(former?.keptUntil ? { kept: { until: String(former.keptUntil), was: shared ? 'shared' : 'officer' } } : {}),
  }
}

function mailboxStanding({
  closedToUs,
  failing,
  readAt,
}: MailboxState): Pick<Programme['mailboxes'][number], 'state' | 'unreachableSince'> {
  if (closedToUs) return { state: 'closed-to-us' }
  if (failing) return { state: 'unreachable', unreachableSince: String(failing.since) }
  return { state: readAt ? 'read' : 'never-read' }
}
