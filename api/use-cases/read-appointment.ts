import type { SessionId } from '../../domain/kernel/ids.ts'
import { londonTime } from '../../domain/kernel/london.ts'
import { instant, isBefore } from '../../domain/kernel/time.ts'
import { kindOf } from '../../domain/rulebook/in-force.ts'
import type { Rulebook } from '../../domain/rulebook/rulebook.ts'
import { lacksAims } from '../../domain/sessions/held.ts'
import { kindByCategory, kindByMailbox } from '../../domain/sessions/recognise.ts'
import type { SessionSummary } from '../../domain/sessions/session-record.ts'
import type { AppointmentView } from '../contracts/appointments.ts'
import type { Council } from '../ports/council.ts'
import { choicesOf } from './read-details.ts'

/** An appointment as the Outlook add-in sees it. Its id there is another than Graph's, and one that was never sent has none. */
export type AskedAppointment = {
  readonly subject: string
  readonly startsAt: string
  readonly endsAt: string
  readonly organiser: string
  readonly kind?: string | undefined
  readonly categories?: readonly string[]
  /** A whole series, of which the times are those of its first date. */
  readonly isSeries?: boolean
}

/** No session of a series further ahead is looked for. */
const furthestDays = 366

/** Whether an appointment is a session already, and what there is to choose from for it. Clauses: C1.1, C1.4, C1.5. */
export async function readAppointment(council: Council, asked: AskedAppointment): Promise<AppointmentView> {
  const { rulebook, clock } = council
  const byCategory = kindByCategory(asked.categories ?? [], rulebook)
  const untagged = byCategory ?? kindByMailbox({ address: asked.organiser }, rulebook)
  const kinds = kindsInOutlook(rulebook, untagged)
  const wanted = [asked.kind, untagged].find((each) => kinds.some(({ kindId }) => kindId === each))
  const kindId = wanted ?? kinds[0]?.kindId ?? ''
  const id = (asked.isSeries ? await nextOf(council, asked) : undefined) ?? (await sessionOf(council, asked))
  const about = { title: asked.subject, kind: kindId, startsAt: instant(asked.startsAt), ...(id ? { id } : {}) }
  return {
    ...(id ? { sessionId: id } : {}),
    kinds,
    kindId,
    ...(byCategory === undefined ? {} : { categoryKind: kindOf(rulebook, byCategory).label }),
    // C1.5: of a briefing the council may want no aim.
    onSend: lacksAims({ kind: kindId }, rulebook) ? rulebook.sending : { ...rulebook.sending, noAim: 'warn' },
    form: {
      title: asked.subject,
      kindLabel: kindOf(rulebook, kindId).label,
      startsAt: asked.startsAt,
      endsAt: asked.endsAt,
      version: 0,
      details: { costs: [] },
      choices: await choicesOf(council, about),
      now: String(clock.now()),
    },
  }
}

/**
 * The session that stands at that time under that title in that person's calendar. Of two alike neither is said to be it.
 *
 * Trap: Outlook's ids are not Graph's, and differ for each mailbox; time, title and organiser are the same for everybody.
 */
async function sessionOf({ sessions }: Council, asked: AskedAppointment): Promise<SessionId | undefined> {
  const begins = instant(asked.startsAt)
  const near = await sessions.between(begins, begins.add({ seconds: 1 }))
  return onlyOne(near.filter((each) => isOf(each, asked) && each.startsAt.equals(begins)))
}

/** Of a series the next date that still stands: its first may be long past. Every date begins at the same hour in London. */
async function nextOf({ sessions, clock }: Council, asked: AskedAppointment): Promise<SessionId | undefined> {
  const now = clock.now()
  const hour = londonTime(instant(asked.startsAt))
  const from = now.subtract({ hours: 24 })
  const near = await sessions.between(from, now.add({ hours: 24 * furthestDays }))
  const dates = near.filter(
    (each) => isOf(each, asked) && londonTime(each.startsAt) === hour && each.standing.kind === 'standing' && isBefore(now, each.endsAt),
  )
  const [next] = dates
  return next && onlyOne(dates.filter(({ startsAt }) => startsAt.equals(next.startsAt)))
}

function isOf({ title, organiser }: SessionSummary, asked: AskedAppointment): boolean {
  return title === asked.subject && organiser.address === asked.organiser
}

function onlyOne(alike: readonly SessionSummary[]): SessionId | undefined {
  return alike.length === 1 ? alike[0]?.id : undefined
}

/**
 * Those that an appointment can be: what is held online or both ways is another kind by itself, which Outlook's own facts say, and what
 * Members do in their own time is no appointment. What the appointment is as it stands is always among them.
 */
function kindsInOutlook({ kinds }: Pick<Rulebook, 'kinds'>, untagged: string | undefined): AppointmentView['kinds'] {
  const byItself = new Set(kinds.flatMap(({ whenOnline, whenHybrid }) => [whenOnline, whenHybrid]))
  return kinds
    .filter(({ id, countsAs }) => id === untagged || (!byItself.has(id) && countsAs !== 'own-time'))
    .map(({ id: kindId, label, audienceFixed }) => ({ kindId, label, audienceFixed }))
}
