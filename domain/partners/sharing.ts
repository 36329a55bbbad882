import { asDue, dutyOf } from '../duties/duty-ids.ts'
import type { Duty, SkippedBecause } from '../duties/duty.ts'
import type { Instant } from '../kernel/time.ts'
import { isAtOrAfter } from '../kernel/time.ts'
import type { Rulebook } from '../rulebook/rulebook.ts'
import { isPostponed } from '../sessions/postponed.ts'
import type { Session } from '../sessions/session.ts'
import type { DutyRecord, SessionRecord } from '../sessions/session-record.ts'
import { changesIn, partnersOf, type Partner, type Share, type Told } from './told.ts'

type Shared = Pick<SessionRecord, 'session' | 'duties'>

/** What an address was told last. `isOff`: and since then that it is cancelled. */
export type Prior = { readonly share: Share; readonly isOff: boolean }
/** Somebody to whom it would go now. Without `prior` they have heard nothing of it. */
export type Recipient = Partner & { readonly prior?: Prior }

/**
 * To whom an event goes if it is shared now: whoever has heard nothing of it yet, and whoever was told something else.
 *
 * Clauses: C4.18. An event that was put off is told only to those who hold its old date: to anybody else there is nothing to offer.
 */
export function recipientsOf({ session, duties }: Shared, told: Told, rulebook: Pick<Rulebook, 'partners'>): readonly Recipient[] {
  return partnersOf(rulebook).flatMap((partner): readonly Recipient[] => {
    if (isOnItsWay({ session, duties }, partner.address, told)) return []
    const prior = priorOf({ session, duties }, partner.address)
    if (!prior) return isPostponed(session) ? [] : [partner]
    return prior.isOff || changesIn(prior.share.told, told).length > 0 ? [{ ...partner, prior }] : []
  })
}

/** The last share that reached an address, or may have. `below`: of those before that one. */
export function priorOf({ session, duties }: Shared, address: string, below = Infinity): Prior | undefined {
  const share = session.shares?.findLast(({ number }) => number < below && mayHaveReached(duties, address, number))
  return share && { share, isOff: wasToldOff(duties, address, share) }
}

/** Pressed already, and not gone yet: pressed once more it would be told twice. */
function isOnItsWay({ session, duties }: Shared, address: string, told: Told): boolean {
  const newest = session.shares?.at(-1)
  if (!newest || changesIn(newest.told, told).length > 0) return false
  return duties.some(
    ({ duty: { purpose }, state }) =>
      purpose.kind === 'partner-share' && purpose.address === address && purpose.share === newest.number && state.kind === 'due',
  )
}

/** A message not yet tried is put aside by the next, and one that failed told nobody anything. */
function mayHaveReached(duties: readonly DutyRecord[], address: string, number: number): boolean {
  return duties.some(({ duty: { purpose }, state }) => {
    if (purpose.kind !== 'partner-share' || purpose.address !== address || purpose.share !== number) return false
    if (state.kind !== 'done') return state.kind !== 'due'
    return state.outcome.kind === 'sent' || state.outcome.kind === 'needs-attention'
  })
}

function wasToldOff(duties: readonly DutyRecord[], address: string, { number }: Share): boolean {
  return duties.some(
    ({ duty: { purpose }, state }) =>
      purpose.kind === 'partner-cancelled' &&
      purpose.address === address &&
      purpose.share === number &&
      state.kind === 'done' &&
      state.outcome.kind === 'sent',
  )
}

export function shareDuties(session: Session, share: number, to: readonly Partner[], now: Instant): readonly DutyRecord[] {
  const when = { notBefore: now, notAfter: session.startsAt }
  return to.map(({ address }) => asDue(dutyOf(session.id, { kind: 'partner-share', address, share }, 'email', when)))
}

/** Of a shared event that is cancelled: word to each address that holds it, once for what it was told. */
export function partnerCancellations({ session, duties }: Shared, now: Instant): readonly Duty[] {
  if (session.standing.kind !== 'cancelled' || isAtOrAfter(now, session.startsAt)) return []
  const addresses = duties.flatMap(({ duty: { purpose } }) => (purpose.kind === 'partner-share' ? [purpose.address] : []))
  return [...new Set(addresses)].flatMap((address) => {
    const heard = priorOf({ session, duties }, address)?.share
    if (!heard || !isSettled(duties, address, heard)) return []
    const when = { notBefore: now, notAfter: session.startsAt }
    return [dutyOf(session.id, { kind: 'partner-cancelled', address, share: heard.number }, 'email', when)]
  })
}

/** While nobody knows whether the first word arrived, there is a look to come when that is known. */
function isSettled(duties: readonly DutyRecord[], address: string, { number }: Share): boolean {
  return duties.some(
    ({ duty: { purpose }, state }) =>
      purpose.kind === 'partner-share' && purpose.address === address && purpose.share === number && state.kind === 'done',
  )
}

/** Why a share that was pressed goes no more: what it says is not so, there is a newer one, or it has no business with that address. */
export function whyNotShared(
  { address, share: number }: { readonly address: string; readonly share: number },
  session: Session,
  rulebook: Pick<Rulebook, 'partners'>,
): SkippedBecause | undefined {
  const { standing, shares = [], startsAt } = session
  if (standing.kind !== 'standing') return standing.kind === 'cancelled' ? 'cancelled' : 'not-needed'
  const share = shares.find((each) => each.number === number)
  if (!share || shares.some((each) => each.number > number)) return 'not-needed'
  if (!partnersOf(rulebook).some((partner) => partner.address === address)) return 'not-needed'
  if (share.told.when && isPostponed(session)) return 'postponed'
  return share.told.when && !share.told.when.startsAt.equals(startsAt) ? 'moved' : undefined
}
