import { z } from 'zod'
import type { CouncilId } from '../../domain/kernel/ids.ts'
import type { CommitteeMeeting } from '../../domain/meetings/meeting.ts'
import type { CalendarState, Meetings } from '../ports/meetings.ts'
import type { CalendarDoubt } from '../ports/meetings-source.ts'
import type { Op, Tables } from '../ports/tables.ts'
import { covering, dayCodec, instantCodec, rowCodec } from './codec.ts'
import { inHundreds } from './due.ts'
import { meetingRow, meetingsPk, startingIn } from './keys.ts'

const meetingCodec = rowCodec<CommitteeMeeting>()(
  z.object({
    number: z.string(),
    committee: z.string(),
    startsAt: instantCodec,
    endsAt: instantCodec.optional(),
    allDay: z.literal(true).optional(),
    place: z.string().optional(),
    status: z.enum(['confirmed', 'provisional', 'cancelled']),
  }),
)

const doubt = covering<CalendarDoubt>()(
  z.object({
    committee: z.string(),
    because: z.enum(['unread', 'no-number', 'unreadable-date', 'unreadable-time', 'ends-before-it-begins']),
    number: z.string().optional(),
    given: z.string().optional(),
  }),
)
const stateCodec = rowCodec<CalendarState>()(
  z.object({
    readAt: instantCodec.optional(),
    from: dayCodec.optional(),
    to: dayCodec.optional(),
    committees: z.array(z.string()).readonly(),
    doubts: z.array(doubt).readonly(),
    failing: z.object({ since: instantCodec, because: z.enum(['no-answer', 'unreadable', 'emptied']) }).optional(),
    unfinished: z.literal(true).optional(),
  }),
)

const stateRow = 'calendar'
/** A calendar in which everything is in doubt need not be told whole. */
const mostDoubts = 100

/** One partition for each council: a few hundred rows a year, read by the span in which they start. */
export function createMeetings({ council, tables }: { readonly council: CouncilId; readonly tables: Tables }): Meetings {
  const pk = meetingsPk(council)
  return {
    async between(from, to) {
      return (await tables.range(pk, ...startingIn(from, to))).map((row) => meetingCodec.from(row.data))
    },
    async change({ put, drop }) {
      const kept = new Set(put.map(meetingRow))
      const dropped = drop.map(meetingRow).filter((rk) => !kept.has(rk))
      const ops: readonly Op[] = [
        ...put.map((meeting) => ({ put: meetingRow(meeting), data: meetingCodec.data(meeting) })),
        ...dropped.map((rk) => ({ drop: rk })),
      ]
      await inHundreds(tables, pk, ops)
    },
    async calendar() {
      const row = await tables.get(pk, stateRow)
      return row && stateCodec.from(row.data)
    },
    async note(state) {
      const data = stateCodec.data({ ...state, doubts: state.doubts.slice(0, mostDoubts) })
      await tables.commit(pk, [{ put: stateRow, data }])
    },
  }
}
