import { z } from 'zod'
import type { PersonId } from '../../../domain/kernel/ids.ts'
import type { Appointment } from '../../../domain/sessions/appointment.ts'
import type { Calendar } from '../../ports/calendar.ts'
import type { Finding, Sending } from '../../ports/senders.ts'
import { Unavailable } from '../../ports/unavailable.ts'
import { createAnswering } from './answer.ts'
import { appointmentOf, slotOf } from './appointment.ts'
import { eventFields, eventOf, eventPreferences, parsed, type GraphEvent } from './codec.ts'
import { outage, type ReadVerdict, type WriteVerdict } from './errors.ts'
import { categorise } from './categorise.ts'
import { eventPath } from './paths.ts'
import { withProperties } from './properties.ts'
import { readRound } from './round.ts'
import { asLater } from './sending.ts'
import { resolved } from './series.ts'
import type { GraphSource } from './source.ts'

/**
 * The calendars of one council in Outlook. Reads what changed, and writes nothing but a cancellation, a Member's answer and a category.
 *
 * `addInIds`: of the Outlook add-ins whose properties are read; the council's own, and that of a trial beside it.
 */
export function createCalendar(source: GraphSource, { addInIds }: { readonly addInIds: readonly string[] } = { addInIds: [] }): Calendar {
  return {
    async changes(mailbox, window, cursor, signal) {
      const round = await readRound(source, { mailbox, window, cursor }, signal)
      if (round.kind !== 'round') return round
      const whole = cursor === undefined
      const { changed, removed } = await resolved(source, round.items, { mailbox, window, whole }, signal)
      const told = await withProperties(source, changed, { mailbox, addInIds }, signal)
      const gone = round.items.flatMap((item) => (item.kind === 'removed' ? [item.id] : []))
      return { kind: 'changes', changed: told, removed: [...new Set([...gone, ...removed])], cursor: round.cursor, whole }
    },
    async read(mailbox, eventId, signal) {
      const appointment = await readAppointment(source, mailbox, eventId, signal)
      if (appointment === 'gone') return 'gone'
      const [told = appointment] = await withProperties(source, [appointment], { mailbox, addInIds, isKnown: true }, signal)
      return told
    },
    categorise: (mailbox, eventId, category, signal) => categorise(source, { mailbox, eventId, category }, signal),
    cancel: (mailbox, eventId, comment, signal) => asLater(() => cancel(source, { mailbox, eventId, comment }, signal)),
    isCancelled: (mailbox, eventId, signal) => isCancelled(source, mailbox, eventId, signal),
    answer: createAnswering(source),
  }
}

async function readAppointment(
  source: GraphSource,
  mailbox: PersonId,
  eventId: string,
  signal: AbortSignal,
): Promise<Appointment | 'gone'> {
  const event = await readEvent(source, mailbox, eventId, signal)
  if (event === 'gone' || !event.seriesMasterId) return event === 'gone' ? 'gone' : appointmentOf(event)
  const master = await readEvent(source, mailbox, event.seriesMasterId, signal)
  return master === 'gone' ? 'gone' : slotOf(master, event)
}

async function readEvent(source: GraphSource, mailbox: PersonId, eventId: string, signal: AbortSignal): Promise<GraphEvent | 'gone'> {
  const verdict = await readOf(source, mailbox, `${eventPath(mailbox, eventId)}?$select=${eventFields}`, signal)
  if (verdict.kind === 'gone') return 'gone'
  if (verdict.kind !== 'read') throw outage(verdict)
  return eventOf(verdict.value)
}

function readOf({ graph, service }: GraphSource, mailbox: PersonId, path: string, signal: AbortSignal): Promise<ReadVerdict> {
  return graph.read({ path, mailbox, prefer: eventPreferences, as: service, signal })
}

const standing = z.object({
  isCancelled: z.boolean().nullish(),
  isOrganizer: z.boolean().nullish(),
  attendees: z.array(z.unknown()).nullish(),
})
const standingFields = 'id,isCancelled,isOrganizer,attendees'

/**
 * Clears everyone's calendar with one cancellation. Asks first: what is gone or cancelled already is done, whoever did it, and nobody
 * is told twice. A lost reply is safe to ask about, because the organiser's copy is gone once it worked.
 *
 * Trap: an appointment without attendees is no meeting and cannot be cancelled, only deleted.
 */
async function cancel(
  source: GraphSource,
  { mailbox, eventId, comment }: { readonly mailbox: PersonId; readonly eventId: string; readonly comment: string },
  signal: AbortSignal,
): Promise<Sending> {
  const found = await readOf(source, mailbox, `${eventPath(mailbox, eventId)}?$select=${standingFields}`, signal)
  if (found.kind === 'gone') return { kind: 'sent' }
  if (found.kind === 'closed-to-us') return { kind: 'refused', because: found.because }
  if (found.kind !== 'read') throw outage(found)
  const event = parsed(standing, found.value)
  if (event.isCancelled) return { kind: 'sent' }
  if (event.isOrganizer === false) return { kind: 'refused', because: 'not-organiser' }

  const { graph, service } = source
  const call = { mailbox, prefer: eventPreferences, as: service, signal }
  const path = eventPath(mailbox, eventId)
  const isMeeting = (event.attendees ?? []).length > 0
  return isMeeting
    ? cancelled(await graph.write({ ...call, method: 'POST', path: `${path}/cancel`, body: { comment } }))
    : cancelled(await graph.write({ ...call, method: 'DELETE', path }))
}

function cancelled(verdict: WriteVerdict): Sending {
  if (verdict.kind === 'done' || verdict.kind === 'gone') return { kind: 'sent' }
  // The only 400 that Exchange gives here: an attendee's copy was asked to cancel.
  if (verdict.kind === 'refused') return { kind: 'refused', because: verdict.because === 'refused' ? 'not-organiser' : verdict.because }
  if (verdict.kind === 'later') return verdict
  return { kind: 'unknown', note: verdict.kind === 'unknown' ? verdict.note : verdict.kind }
}

async function isCancelled(source: GraphSource, mailbox: PersonId, eventId: string, signal: AbortSignal): Promise<Finding> {
  try {
    const found = await readOf(source, mailbox, `${eventPath(mailbox, eventId)}?$select=${standingFields}`, signal)
    if (found.kind === 'gone') return { kind: 'found' }
    if (found.kind !== 'read') return { kind: 'unknown' }
    return parsed(standing, found.value).isCancelled ? { kind: 'found' } : { kind: 'not-found' }
  } catch (thrown) {
    if (thrown instanceof Unavailable) return { kind: 'unknown' }
    throw thrown
  }
}
