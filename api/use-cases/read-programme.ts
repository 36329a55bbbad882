import { inLondon, londonDay } from '../../domain/kernel/london.ts'
import type { AttentionRow } from '../../domain/duties/attention.ts'
import type { Day } from '../../domain/kernel/time.ts'
import { isAtOrAfter, isBefore } from '../../domain/kernel/time.ts'
import type { SessionSummary } from '../../domain/sessions/session-record.ts'
import type { Programme, ProgrammeRow } from '../contracts/programme.ts'
import type { Council, MailboxState } from '../ports/council.ts'
import { onWire } from './on-wire.ts'
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
  const { clock, rulebook, mailboxes } = council
  const now = clock.now()
  const [{ shown, rows }, looked] = await Promise.all([rowsIn(council, span ?? usualSpan(londonDay(now))), mailboxes.all()])
  const states = looked.map(({ value }) => value)
  const readAt = oldestReading(states)
  return {
    now: String(now),
    ...(readAt ? { readAt } : {}),
    rows,
    answered: answeredOf(shown),
    mailboxes: states.map(mailboxView),
    categories: Object.keys(rulebook.recognition.categories),
    unreachable: unreachableNow(council),
  }
}

type Rows = { readonly shown: readonly SessionSummary[]; readonly rows: ProgrammeRow[] }

/** The sessions of a span, each with what it clashes with that waits for an officer. */
export async function rowsIn({ clock, rulebook, sessions }: Pick<Council, 'clock' | 'rulebook' | 'sessions'>, span: Span): Promise<Rows> {
  const now = clock.now()
  const beyond = { days: rulebook.programme.repeatWithinDays }
  const [first, last] = [inLondon(span.from, '00:00'), inLondon(span.to, '00:00')]
  const [near, waiting] = await Promise.all([
    sessions.between(inLondon(span.from.subtract(beyond), '00:00'), inLondon(span.to.add(beyond), '00:00')),
    sessions.attention(),
  ])
  const shown = near.filter(({ startsAt }) => isAtOrAfter(startsAt, first) && isBefore(startsAt, last))
  const clashes = Map.groupBy(
    waiting.filter((row) => row.kind === 'clash'),
    ({ sessionId }) => sessionId,
  )
  return {
    shown,
    rows: shown.map((session) => withClashes(programmeRowOf(session, near, { rulebook, now }), clashes.get(session.id) ?? [])),
  }
}

/** Until the next look the lists may still say that it clashes, though it has begun or was cancelled: then nothing can be done any more. */
function withClashes(row: ProgrammeRow, waiting: readonly Extract<AttentionRow, { kind: 'clash' }>[]): ProgrammeRow {
  if (waiting.length === 0 || row.state.kind === 'cancelled' || row.state.kind === 'took-place') return row
  const clashes = waiting.map(({ clashId, against, affected }) => ({
    clashId,
    against: onWire(against),
    ...(affected ? { affected: [...affected] } : {}),
  }))
  return { ...row, clashes }
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
