import type { Member } from '../members/member.ts'
import type { Officer } from '../members/officer.ts'
import type { Response } from '../sessions/response.ts'
import type { Session } from '../sessions/session.ts'
import type { DutyRecord, SessionRecord } from '../sessions/session-record.ts'
import { isOffered } from '../sessions/postponed.ts'
import { partnersOf } from '../partners/told.ts'
import type { Rulebook } from '../rulebook/rulebook.ts'
import type { Purpose } from './duty.ts'
import { dutyOf } from './duty-ids.ts'
import { intention } from './told.ts'
import { whyFailed } from './why-failed.ts'

/**
 * What did not go and will not go by itself, by the name of whoever should have had it. What went by email instead is not
 * among them, nor are the texts of a cancellation: their Members are on the phone list. Nor is what a partner was told again since, or
 * what was for an address that is no longer on the council's list: an officer has dealt with it (C4.18). Nor is what asked a Member who
 * has answered since, or reminded one who has declined, or was for one who is no longer invited, or was about what is cancelled or
 * postponed: there is nothing left to tell.
 */
export function failuresOf(
  { session, duties, evaluations }: SessionRecord,
  members: readonly Member[],
  officers: readonly Officer[],
  rulebook: Pick<Rulebook, 'partners'>,
): readonly { readonly name: string; readonly because: string }[] {
  const wentByEmail = ({ duty }: DutyRecord): boolean => {
    const email = dutyOf(session.id, duty.purpose, 'email', { notBefore: duty.notBefore })
    const instead = duties.find((other) => other.duty.id === email.id && duty.channel !== 'email')
    return instead !== undefined && whyFailed(instead) === undefined
  }
  const partners = new Set(partnersOf(rulebook).map(({ address }) => address))
  const isDealtWith = (each: DutyRecord) =>
    isNotice(each) ||
    wentByEmail(each) ||
    isEvaluated(each, evaluations) ||
    isAnswered(each, session) ||
    isOffTheList(each, partners) ||
    isToldAgain(each, duties)
  return duties.flatMap((each) => {
    const because = whyFailed(each)
    if (because === undefined || (because !== 'sent-twice' && isDealtWith(each))) return []
    return [{ name: nameOf(each.duty.purpose, members, officers) ?? session.organiser.name, because }]
  })
}

function isNotice({ duty }: DutyRecord): boolean {
  return duty.purpose.kind === 'cancellation-notice'
}

/** There is nothing left to ask of whoever has said what it was worth. */
function isEvaluated({ duty: { purpose } }: DutyRecord, evaluations: SessionRecord['evaluations']): boolean {
  return purpose.kind === 'evaluation' && evaluations.some(({ memberId }) => memberId === purpose.memberId)
}

const settledBy = {
  nudge: ['accepted', 'tentative', 'declined'],
  chase: ['accepted', 'declined'],
  reminder: ['declined'],
} as const satisfies Partial<Record<Purpose['kind'], readonly Response[]>>

/** There is nothing left to ask, or to remind of: she has answered or is no longer invited, or it does not take place at its time. */
function isAnswered({ duty: { purpose } }: DutyRecord, session: Session): boolean {
  if (purpose.kind !== 'nudge' && purpose.kind !== 'chase' && purpose.kind !== 'reminder') return false
  if (!isOffered(session)) return true
  const invitation = session.invitations.find(({ memberId }) => memberId === purpose.memberId)
  const settled: readonly Response[] = settledBy[purpose.kind]
  return invitation === undefined || settled.includes(intention(invitation))
}

type ForPartner = Extract<Purpose, { kind: 'partner-share' | 'partner-cancelled' }>

function isForPartner(purpose: Purpose): purpose is ForPartner {
  return purpose.kind === 'partner-share' || purpose.kind === 'partner-cancelled'
}

function isOffTheList({ duty: { purpose } }: DutyRecord, partners: ReadonlySet<string>): boolean {
  return isForPartner(purpose) && !partners.has(purpose.address)
}

/** The same address got a newer share. One that failed is told by itself; one that was put aside told nobody anything. */
function isToldAgain({ duty: { purpose } }: DutyRecord, duties: readonly DutyRecord[]): boolean {
  if (!isForPartner(purpose)) return false
  const { address, share } = purpose
  return duties.some(({ duty: { purpose: other }, state }) => {
    const isPutAside = state.kind === 'done' && state.outcome.kind === 'skipped'
    return other.kind === 'partner-share' && other.address === address && other.share > share && !isPutAside
  })
}

function nameOf(purpose: Purpose, members: readonly Member[], officers: readonly Officer[]): string | undefined {
  if ('memberId' in purpose) return members.find((member) => member.id === purpose.memberId)?.shortName
  if ('address' in purpose) return purpose.address
  return 'officerId' in purpose ? officers.find((officer) => officer.id === purpose.officerId)?.name : undefined
}
