import type { SessionId } from '../../domain/kernel/ids.ts'
import { instant } from '../../domain/kernel/time.ts'
import { kindOf } from '../../domain/rulebook/in-force.ts'
import type { Rulebook } from '../../domain/rulebook/rulebook.ts'
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
}

/** Whether an appointment is a session already, and what there is to choose from for it. Clauses: C1.1, C1.4, C1.5. */
export async function readAppointment(council: Council, asked: AskedAppointment): Promise<AppointmentView> {
  const { rulebook, clock } = council
  const kinds = kindsInOutlook(rulebook)
  const kindId = kinds.find((each) => each.kindId === asked.kind)?.kindId ?? kinds[0]?.kindId ?? ''
  const id = await sessionOf(council, asked)
  const about = { title: asked.subject, kind: kindId, startsAt: instant(asked.startsAt), ...(id ? { id } : {}) }
  return {
    ...(id ? { sessionId: id } : {}),
    kinds,
    kindId,
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
async function sessionOf({ sessions }: Council, { subject, startsAt, organiser }: AskedAppointment): Promise<SessionId | undefined> {
  const begins = instant(startsAt)
  const near = await sessions.between(begins, begins.add({ seconds: 1 }))
  const alike = near.filter((each) => each.title === subject && each.startsAt.equals(begins) && each.organiser.address === organiser)
  return alike.length === 1 ? alike[0]?.id : undefined
}

/** What is held online or both ways is another kind by itself, which Outlook's own facts say; what Members do alone is no appointment. */
function kindsInOutlook({ kinds }: Pick<Rulebook, 'kinds'>): AppointmentView['kinds'] {
  const byItself = new Set(kinds.flatMap(({ whenOnline, whenHybrid }) => [whenOnline, whenHybrid]))
  return kinds
    .filter(({ id, countsAs }) => !byItself.has(id) && (countsAs === 'training' || countsAs === 'briefing'))
    .map(({ id: kindId, label, audienceFixed }) => ({ kindId, label, audienceFixed }))
}
