import type { PersonId, SessionId } from '../../domain/kernel/ids.ts'
import type { Instant } from '../../domain/kernel/time.ts'
import { recognise } from '../../domain/sessions/recognise.ts'
import { categoryWanted } from '../../domain/sessions/tag.ts'
import { movedWithSeries } from '../../domain/sessions/moved.ts'
import type { Appointment } from '../../domain/sessions/appointment.ts'
import type { Calendar, ChangedAppointments } from '../ports/calendar.ts'
import type { Council, MailboxState } from '../ports/council.ts'
import { Unavailable } from '../ports/unavailable.ts'
import { changeMailbox, withoutCursor } from '../use-cases/change-mailbox.ts'
import type { Lists } from './lists.ts'
import type { Rooms } from './rooms.ts'
import { takeIn, takeOut, type TakingIn } from './take-in.ts'
import { readingFrom } from './windows.ts'
import { tagOf } from './tags.ts'

export type SyncDeps = {
  readonly calendar: Pick<Calendar, 'changes' | 'read' | 'categorise'>
  readonly lists: Lists
  readonly rooms: Rooms
}

export type Synced =
  | { readonly kind: 'synced'; readonly whole: boolean; readonly appointments: number; readonly sessions: number }
  | { readonly kind: 'closed-to-us'; readonly because: 'no-mailbox' | 'not-allowed' }
  | { readonly kind: 'no-such-mailbox' }
  /** The council has no roll yet, and calendars are read once it has. */
  | { readonly kind: 'no-roll-yet' }

type Changes = Extract<ChangedAppointments, { kind: 'changes' }>
type Reading = { readonly state: MailboxState; readonly changes: Changes; readonly window: NonNullable<MailboxState['window']> }

/**
 * Brings the sessions of one mailbox up to its calendar. The mark that it changed is taken off first and the cursor kept last, so that
 * a crash anywhere only repeats work; everything in between may be repeated and may come in any order (reliability.md §8).
 *
 * Clauses: C1.1, C1.21, C2.2, C3.13. Throws `Unavailable` when Outlook, the directory or the store cannot be reached: nothing is lost,
 * because the cursor stands where it stood.
 */
export async function syncMailbox(council: Council, mailbox: PersonId, deps: SyncDeps, signal: AbortSignal): Promise<Synced> {
  const readAt = council.clock.now()
  const state = await changeMailbox(council, mailbox, (found) => ({ ...found, dirty: false }))
  if (!state) return { kind: 'no-such-mailbox' }
  if (!state.readAt && !(await hasRoll(council))) return { kind: 'no-roll-yet' }
  // Whoever changed the roll has calendars read because of it: by the roll of a minute ago a new Member would be left out again.
  await council.members.readAnew()
  const reading = await read(council, state, deps, signal)
  if (reading.kind === 'closed-to-us') {
    await changeMailbox(council, mailbox, ({ failing: _failing, ...found }) => ({ ...found, closedToUs: reading.because }))
    return reading
  }
  const order = { council, mailbox: state, lists: deps.lists, rooms: deps.rooms, readAt }
  const sessions = await apply(order, reading, deps, signal)
  await keepCursor(council, reading, { readAt, written: sessions })
  return { kind: 'synced', whole: reading.changes.whole, appointments: reading.changes.changed.length, sessions }
}

/**
 * Before the first import has written the roll everybody invited would be a stranger, and a session with enough coming would be put to
 * officers. Once it has, the import has every calendar read.
 */
async function hasRoll({ members }: Pick<Council, 'members'>): Promise<boolean> {
  const imported = await members.lastImport()
  return imported !== undefined && (!imported.unfinished || imported.rollWritten === true)
}

async function read(
  council: Council,
  state: MailboxState,
  { calendar }: SyncDeps,
  signal: AbortSignal,
): Promise<(Reading & { readonly kind: 'read' }) | Extract<ChangedAppointments, { kind: 'closed-to-us' }>> {
  const { window, cursor } = readingFrom(state, council.clock.now())
  const first = await calendar.changes(state.mailbox, window, cursor, signal)
  const changes = first.kind === 'start-again' && cursor ? await readAnew(council, state, calendar, signal) : first
  if (changes.kind === 'start-again') throw new Unavailable('graph', 'a whole reading that cannot begin')
  if (changes.kind === 'closed-to-us') return changes
  const fresh = changes.whole ? readingFrom({}, council.clock.now()).window : window
  return { kind: 'read', state, changes, window: fresh }
}

function readAnew(
  council: Council,
  { mailbox }: MailboxState,
  calendar: SyncDeps['calendar'],
  signal: AbortSignal,
): Promise<ChangedAppointments> {
  return calendar.changes(mailbox, readingFrom({}, council.clock.now()).window, undefined, signal)
}

async function apply(order: TakingIn, reading: Reading, deps: SyncDeps, signal: AbortSignal): Promise<number> {
  const { council, mailbox, readAt } = order
  // An item can appear many times in a round: the last time counts.
  const latest = new Map(reading.changes.changed.map((appointment) => [appointment.eventId, appointment]))
  const seen = await inTurn(latest.values(), async (appointment) => {
    const known = await council.sessions.byEvent(mailbox.mailbox, appointment.eventId)
    return { appointment: known && isToAsk(order, appointment) ? await askedFor(order, appointment, deps, signal) : appointment, known }
  })
  const missing = await inTurn(await candidatesForGone(order, reading, latest), async ([eventId, id]) => {
    const found = await deps.calendar.read(mailbox.mailbox, eventId, signal)
    return { eventId, id, found }
  })
  const gone = await inTurn(
    missing.filter(({ found }) => found === 'gone'),
    async ({ id, eventId }) => ({ eventId, session: (await council.sessions.find(id))?.session }),
  )
  const moved = movedWithSeries(
    gone.flatMap(({ eventId, session }) => (session?.calendar.eventId === eventId ? [session] : [])),
    seen.map(({ appointment, known }) => ({ appointment, known: known !== undefined })),
    readAt,
  )
  const written = [
    ...(await inTurn(seen, ({ appointment, known }) => takeIn(order, appointment, known ?? moved.get(appointment.eventId), signal))),
    ...(await inTurn(missing, ({ eventId, id, found }) =>
      found === 'gone' ? takeOut(order, { id, eventId }) : takeIn(order, found, id, signal),
    )),
  ]
  await categorise(order, seen, deps, signal)
  return written.filter(Boolean).length
}

/** Of what nobody is invited to the tag was not read with the others: a session that lost its last invitation may still carry it. */
function isToAsk({ council: { rulebook }, mailbox }: TakingIn, appointment: Appointment): boolean {
  const recognition = recognise(appointment, mailbox, rulebook)
  return appointment.attendees.length === 0 && recognition.kind === 'not-ours' && recognition.because === 'no-category'
}

/** Gone between the two readings: the next round says so. */
async function askedFor(
  { mailbox }: TakingIn,
  appointment: Appointment,
  { calendar }: SyncDeps,
  signal: AbortSignal,
): Promise<Appointment> {
  const found = await calendar.read(mailbox.mailbox, appointment.eventId, signal)
  return found === 'gone' ? appointment : found
}

/**
 * Lets everyone see in Outlook that what an officer tagged in the add-in is a session (graph.md §5): the add-in itself cannot, in a form
 * that is being written. After the records, so that a calendar which refuses it or gives no answer to it costs nothing else; asked again
 * with the next change.
 */
async function categorise(
  { council: { rulebook }, mailbox }: TakingIn,
  seen: readonly { readonly appointment: Appointment }[],
  { calendar }: SyncDeps,
  signal: AbortSignal,
): Promise<void> {
  const wanted = new Map<string, string>()
  for (const { appointment } of seen) {
    const tag = tagOf(appointment)
    const isSession = tag && recognise(appointment, mailbox, rulebook, tag).kind === 'session'
    const category = isSession ? categoryWanted(tag, appointment.categories, rulebook) : undefined
    if (category) wanted.set(appointment.masterId ?? appointment.eventId, category)
  }
  await inTurn(wanted, ([eventId, category]) => calendar.categorise(mailbox.mailbox, eventId, category, signal))
}

/** One after another: a calendar is not hurried, and its sessions are written in the order in which it tells them. */
async function inTurn<Item, Made>(items: Iterable<Item>, make: (item: Item) => Promise<Made>): Promise<readonly Made[]> {
  const made: Made[] = []
  for (const item of items) made.push(await make(item))
  return made
}

/**
 * Known sessions that the calendar may no longer hold: those said to be removed, and after a whole reading those it did not contain.
 * Removed can also mean moved out of the window, so each is asked for by its id before it is believed (graph.md §6).
 */
async function candidatesForGone(
  { council, mailbox }: TakingIn,
  { changes, window }: Reading,
  latest: ReadonlyMap<string, Appointment>,
): Promise<ReadonlyMap<string, SessionId>> {
  const candidates = new Map<string, SessionId>()
  for (const eventId of changes.removed) {
    const id = await council.sessions.byEvent(mailbox.mailbox, eventId)
    if (id) candidates.set(eventId, id)
  }
  if (!changes.whole) return candidates
  for (const { sessionId, eventId } of await council.sessions.inMailbox(mailbox.mailbox, window.from, window.to)) {
    if (!latest.has(eventId)) candidates.set(eventId, sessionId)
  }
  return candidates
}

/**
 * Where another instance kept a cursor meanwhile, the older of the two readings may have been written last, and neither cursor would
 * bring the newer one back: everything is read once more. So it is where somebody took the cursor away to ask for just that, there
 * having been one or not.
 *
 * A reading that found nothing to write has overwritten nothing and asks for no other: of several instances that each asked the others
 * to read again, none would ever be the last.
 */
async function keepCursor(council: Council, { state, changes, window }: Reading, { readAt, written }: Kept): Promise<void> {
  await changeMailbox(council, state.mailbox, ({ closedToUs: _closed, failing: _failing, ...found }) => {
    const isAlone = found.cursor === state.cursor && found.askedAnew === state.askedAnew
    if (isAlone) return { ...found, cursor: changes.cursor, window, readAt }
    return written === 0 ? found : { ...withoutCursor(found), readAt, dirty: true }
  })
}

type Kept = { readonly readAt: Instant; readonly written: number }
