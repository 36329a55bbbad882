import type { CouncilWorld, Room } from '../control.ts'
import { membersOf, type Draft } from './draft.ts'
import { outlookWords } from './words.ts'

/** As Outlook's room finder shows a room: "Committee Room 1: 30 people, step-free, hearing loop". */
export function roomWords(room: Room): string {
  const said = factsOf(room)
  return said.length === 0 ? room.name : `${room.name}: ${said.join(', ')}`
}

function factsOf({ capacity, stepFree, hearingLoop }: Room): string[] {
  return [
    capacity ? outlookWords.seats(capacity) : '',
    stepFree ? outlookWords.stepFree : '',
    hearingLoop ? outlookWords.hearingLoop : '',
  ].filter(Boolean)
}

/** What a room lacks for whom is invited. Where nothing is told of step-free access or a hearing loop, that is said: it may be there. */
export function doubtsOf(room: Room, invited: number): string[] {
  return [
    room.capacity && room.capacity < invited ? outlookWords.tooSmall(room.capacity, invited) : '',
    doubtOf(room.stepFree, { no: outlookWords.notStepFree, unknown: outlookWords.stepFreeUnknown }),
    doubtOf(room.hearingLoop, { no: outlookWords.noHearingLoop, unknown: outlookWords.hearingLoopUnknown }),
  ].filter(Boolean)
}

function doubtOf(has: boolean | null | undefined, { no, unknown }: { readonly no: string; readonly unknown: string }): string {
  if (has) return ''
  return has === false ? no : unknown
}

/** How many people an invitation reaches, whoever stands on two lists counted once. */
export function countInvited({ invited }: Pick<Draft, 'invited'>, world: CouncilWorld): number {
  const idOf = (email: string) => world.people.find((person) => person.email === email.toLowerCase())?.id ?? email.toLowerCase()
  const isList = (email: string) => world.groups.some((group) => group.email === email.toLowerCase())
  return new Set(invited.flatMap(({ email }) => (isList(email) ? [...membersOf(email, world)] : [idOf(email)]))).size
}

/** The line that a folded place says: a room, a Teams meeting, both or neither. */
export function placeWords({ room, online }: Pick<Draft, 'room' | 'online'>, rooms: readonly Room[]): string {
  const name = rooms.find(({ email }) => email === room)?.name
  if (name === undefined) return online ? outlookWords.onlineOnly : outlookWords.noRoom
  return online ? `${name}, ${outlookWords.onlineShort}` : name
}
