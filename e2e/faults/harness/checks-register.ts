import { readAttendance } from '../../../api/use-cases/read-attendance.ts'
import type { AttendanceRow } from '../../../api/contracts/attendance.ts'
import type { Mark } from '../../../domain/attendance/mark.ts'
import { anOfficer } from '../../../domain/testing/builders.ts'
import { chainRows } from './chain-rows.ts'
import { clocksDifferBy, minute } from './checks-messages.ts'
import { memberNumbers } from './outside/council-world.ts'
import { memberIdFor } from './people.ts'
import type { Lived } from './run.ts'
import { joinedFor } from './scenario-register.ts'
import type { Held } from './sessions-held.ts'
import { settledAnswer, unseenFor } from './settled-answers.ts'

/** No mark is lost and none doubled, the last meant stands, and what Teams saw is a suggestion and nothing more. */
export async function registers(lived: Lived): Promise<readonly string[]> {
  const { marks, checkIns } = lived.meant.register
  const marked = new Set([...marks, ...checkIns].map(({ sessionId }) => sessionId))
  const found = await Promise.all(lived.sessions.map(async (held) => (marked.has(held.sessionId) ? ofSession(lived, held) : [])))
  return found.flat()
}

async function ofSession(lived: Lived, held: Held): Promise<readonly string[]> {
  const { council, records, world } = lived
  const page = await readAttendance(council, anOfficer(901), held.sessionId)
  const record = records.find(({ session }) => session.id === held.sessionId)
  if (!page || !record) return [`no register: ${held.eventId}`]
  const rows = (await chainRows(world)).filter(({ object }) => object.id === held.sessionId)
  const toldOf = rows.filter(({ action }) => action === 'attendance-recorded' || action === 'guest-recorded').length
  const begun = record.history.filter(({ what }) => what.kind === 'register-begun').length
  return [
    ...written(lived, held, record.marks),
    ...memberNumbers.flatMap((number) => standing(lived, held, rowOf(page.rows, number), number)),
    ...suggested(lived, held, page.rows, page.teams?.state),
    ...(toldOf === record.marks.length ? [] : [`the audit chain tells of ${toldOf} marks, there are ${record.marks.length}`]),
    ...(begun > 1 ? [`a register begun ${begun} times: ${held.eventId}`] : []),
  ]
}

function rowOf(rows: readonly AttendanceRow[], number: number): AttendanceRow | undefined {
  return rows.find(({ memberId }) => memberId === memberIdFor(number))
}

function written({ meant }: Lived, { sessionId, eventId }: Held, kept: readonly Mark[]): readonly string[] {
  const marks = meant.register.marks.filter((mark) => mark.sessionId === sessionId)
  const own = marks.flatMap(({ id, toldAt, recorded, member }) => {
    const found = kept.filter((mark) => mark.id === id)
    const [first] = found
    if (found.length > 1) return [`one mark written ${found.length} times: ${eventId}`]
    if (!first) return toldAt === undefined ? [] : [`a mark is lost: ${recorded} of ${member ?? 'a guest'}`]
    const isSame = first.recorded === recorded && (first.about.kind === 'member' ? first.about.memberId : undefined) === idOf(member)
    return isSame ? [] : [`a mark says ${first.recorded}, meant was ${recorded}`]
  })
  const known = new Set(marks.map(({ id }) => id))
  const byCode = memberNumbers.flatMap((number) => {
    const there = kept.filter(
      ({ through, about }) => through === 'code' && about.kind === 'member' && about.memberId === memberIdFor(number),
    )
    const asked = meant.register.checkIns.filter((each) => each.member === number && each.sessionId === sessionId)
    if (there.length > asked.length) return [`checked in ${there.length} times: member ${number}`]
    return asked.some(({ toldAt }) => toldAt !== undefined) && there.length === 0 ? [`a check-in is lost: member ${number}`] : []
  })
  const strange = kept.filter(({ id, through }) => through !== 'code' && !known.has(id))
  return [...own, ...byCode, ...strange.map(({ recorded }) => `a mark that nobody made: ${recorded}`)]
}

function idOf(member: number | undefined): string | undefined {
  return member === undefined ? undefined : memberIdFor(member)
}

/**
 * How much later than it was pressed a mark may be taken to have been, in milliseconds: the phone says how long ago that was when it asks,
 * and a process that stands still meanwhile hears of it ten minutes late.
 */
const heardLateBy = 11 * minute

type Press = { readonly recorded: string; readonly from: number; readonly until: number }

/** The last press stands, whoever's it was and however late it came; of whom nobody marked nothing is recorded. */
function standing(lived: Lived, held: Held, row: AttendanceRow | undefined, number: number): readonly string[] {
  const { isCalm, meant } = lived
  const late = isCalm ? 4 * clocksDifferBy : heardLateBy
  const isAbout = (each: { readonly member?: number; readonly sessionId: string }) =>
    each.member === number && each.sessionId === held.sessionId
  const all = [...meant.register.marks, ...meant.register.checkIns].filter(isAbout)
  if (all.some(({ toldAt }) => toldAt === undefined)) return []
  const presses = all.map((each): Press => {
    if ('pressedAt' in each) return { recorded: each.recorded, from: each.pressedAt, until: each.pressedAt + late }
    return { recorded: 'in-person', from: each.at, until: (each.toldAt ?? each.at) + late }
  })
  const last = presses.toSorted((one, other) => one.from - other.from).at(-1)
  const isSure = presses.every((press) => press === last || (last && press.until < last.from))
  const name = `member ${number} on ${held.eventId}`
  const shown = row?.recorded ?? 'not-recorded'
  if (!isSure) return []
  if (shown !== (last?.recorded ?? 'not-recorded')) return [`recorded ${shown}, last pressed ${last?.recorded ?? 'nothing'}: ${name}`]
  return walkIn(lived, held, row, number)
}

/** Whoever came without having accepted. */
function walkIn(lived: Lived, held: Held, row: AttendanceRow | undefined, number: number): readonly string[] {
  const begins = held.appointment.startsAt.epochMilliseconds
  const settled = settledAnswer(lived, held, number, { from: begins - unseenFor, until: begins + unseenFor })
  if (!row || settled === undefined) return []
  const isOne = ['in-person', 'online'].includes(row.recorded) && settled !== 'accepted'
  return row.walkIn === isOne ? [] : [`shown ${row.walkIn ? '' : 'not '}as a walk-in, answered ${settled}: member ${number}`]
}

/** Teams is asked for the last time that day three hours after the end; then whoever was in the meeting is suggested, for as long as they were. */
function suggested({ world }: Lived, { appointment }: Held, rows: readonly AttendanceRow[], state: string | undefined): readonly string[] {
  const meeting = world.meetings.held.get(appointment.joinUrl ?? '')
  const lastRead = appointment.endsAt.add({ hours: 4 }).epochMilliseconds
  if (!meeting || world.now() < lastRead) return []
  const expected = meeting.isAllowed ? 'read' : 'not-allowed'
  if (state !== expected) return [`what Teams saw is ${state ?? 'nothing'}, and should be ${expected}`]
  return memberNumbers.flatMap((number) => {
    const row = rowOf(rows, number)
    const seen = meeting.isAllowed ? joinedFor.find(({ member }) => member === number)?.minutes : undefined
    const isThere = row !== undefined && ['in-person', 'online'].includes(row.recorded)
    const minutes = isThere ? undefined : seen
    return row?.suggestion?.minutes === minutes
      ? []
      : [
          `Teams suggests ${row?.suggestion?.minutes ?? 'no'} minutes of member ${number}, who was there ${minutes ?? 'none to be suggested'}`,
        ]
  })
}
