import type { Day } from '../kernel/time.ts'
import { isInOffice } from '../members/member.ts'
import type { Member } from '../members/member.ts'

/** What is known of someone who asks for something: app roles from Entra, and the register's entry if there is one. */
export type Asker = { readonly roles: readonly ('officer' | 'administrator')[]; readonly member?: Member | undefined }

/** The programme, a session with its names, what needs attention, the phone list: officers of member development only. */
export function mayReadSessions(asker: Asker): boolean {
  return asker.roles.includes('officer')
}

/** C3.4: officers determine the outcome. An administrator sets the service up and decides nothing. */
export function mayDecide(asker: Asker): boolean {
  return asker.roles.includes('officer')
}

/** C1.5: what an officer knows of a session and its appointment does not say. */
export function maySetDetails(asker: Asker): boolean {
  return asker.roles.includes('officer')
}

/** C4.18: what leaves the council leaves it by an officer's hand. */
export function mayShareWithPartners(asker: Asker): boolean {
  return asker.roles.includes('officer')
}

/** C1.11: whoever arranges a session has its presenter briefed. */
export function mayBriefPresenter(asker: Asker): boolean {
  return asker.roles.includes('officer')
}

/** C3.12: who rings, and writes down what came of it. */
export function mayRing(asker: Asker): boolean {
  return asker.roles.includes('officer')
}

/**
 * C5.22: who has yet to do what, by name, and what was accepted in its place. Nobody else but the Member herself: what a council lets others see
 * of its Members by name is not given here.
 */
export function mayReadRequirements(asker: Asker): boolean {
  return asker.roles.includes('officer')
}

/** C2.6: officers keep registers; which of them, for one session, is the rulebook's (`attendance.recordedBy`). */
export function mayTakeRegister(asker: Asker): boolean {
  return asker.roles.includes('officer')
}

export function mayReadRegister(asker: Asker): boolean {
  return asker.roles.includes('officer') || asker.roles.includes('administrator')
}

export function mayImportRegister(asker: Asker): boolean {
  return asker.roles.includes('officer') || asker.roles.includes('administrator')
}

/** C4.2: an officer edits and releases the bulletin. */
export function mayKeepBulletin(asker: Asker): boolean {
  return asker.roles.includes('officer')
}

/** C4.4: states what the places are, draws, and gives them. */
export function mayGivePlaces(asker: Asker): boolean {
  return asker.roles.includes('officer')
}

/** C3.12: a number that cannot be texted waits for whoever would have to ring it. */
export function mayCorrectMobile(asker: Asker): boolean {
  return asker.roles.includes('officer')
}

/** An officer goes by the rules and reads them; an administrator changes them. */
export function mayReadRulebook(asker: Asker): boolean {
  return asker.roles.includes('officer') || asker.roles.includes('administrator')
}

export function mayChangeRulebook(asker: Asker): boolean {
  return asker.roles.includes('administrator')
}

export function mayReadHealth(asker: Asker): boolean {
  return asker.roles.includes('administrator')
}

/** A Member's own invitations, answers and texts: the Member's alone, from the first day of office to the last. */
export function mayActAsMember(asker: Asker, on: Day): boolean {
  return asker.member !== undefined && isInOffice(asker.member, on)
}
