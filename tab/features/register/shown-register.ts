import type { AttendanceRegister, AttendanceRow } from '../../../api/contracts/attendance.ts'
import { bySurname } from '../../ui/by-surname.ts'
import { waiting, type KeptMark } from './kept-marks.ts'
import { bareName } from './words.ts'

type Guest = AttendanceRegister['guests'][number]
export type ShownGuest = Omit<Guest, 'mark'>

/** How somebody is there. */
export type Here = 'in-person' | 'online'

/** The register with what was pressed here and is not there yet: the thumb sees its own press at once. */
export type ShownRegister = {
  readonly rows: readonly AttendanceRow[]
  readonly guests: readonly ShownGuest[]
  readonly guestsInvited: AttendanceRegister['guestsInvited']
  readonly here: number
  readonly toCome: number
}

export function shownRegister(register: AttendanceRegister, kept: readonly KeptMark[]): ShownRegister {
  const pressed = waiting(kept)
  const members = new Map(pressed.flatMap((mark) => ('memberId' in mark.about ? [[mark.about.memberId, mark] as const] : [])))
  const rows = register.rows.map((row) => pressedOver(row, members.get(row.memberId)))
  const guests = guestsOver(register.guests, pressed)
  const named = new Set(guests.map(({ guestId }) => guestId))
  return {
    rows: bySurname(rows),
    guests,
    guestsInvited: register.guestsInvited.filter(({ guestId }) => !named.has(guestId)),
    here: rows.filter(({ recorded }) => isHere(recorded)).length,
    toCome: rows.filter(({ expected, recorded }) => expected && recorded === 'not-recorded').length,
  }
}

export function isHere(recorded: AttendanceRow['recorded']): boolean {
  return recorded === 'in-person' || recorded === 'online'
}

/** What the large button says of whoever is there: of a session held online alone nobody was there in person. */
export function hereAt({ delivery }: Pick<AttendanceRegister, 'delivery'>): Here {
  return delivery === 'online' ? 'online' : 'in-person'
}

function pressedOver(row: AttendanceRow, mark: KeptMark | undefined): AttendanceRow {
  if (!mark) return row
  const { unseen: _settled, ...rest } = row
  return { ...rest, recorded: mark.recorded, walkIn: isHere(mark.recorded) && row.response !== 'accepted' }
}

function guestsOver(guests: readonly Guest[], pressed: readonly KeptMark[]): readonly ShownGuest[] {
  const shown = new Map<string, ShownGuest>(guests.map(({ mark: _mark, ...guest }) => [guest.guestId, guest]))
  for (const { about, recorded } of pressed) {
    if (!('guest' in about)) continue
    const { id: guestId, ...guest } = about.guest
    if (recorded === 'not-recorded') shown.delete(guestId)
    else shown.set(guestId, { guestId, ...guest, recorded })
  }
  return [...shown.values()]
}

export type List = 'expected' | 'everyone'

/** Who stands in a list: those looked for by a part of any of their names, whatever their accents. */
export function rowsIn(rows: readonly AttendanceRow[], list: List, find: string): readonly AttendanceRow[] {
  const wanted = plain(find)
  return rows
    .filter((row) => list === 'everyone' || row.expected || isHere(row.recorded))
    .filter(({ name }) => wanted === '' || plain(bareName(name)).includes(wanted))
}

function plain(text: string): string {
  return text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase().trim()
}
