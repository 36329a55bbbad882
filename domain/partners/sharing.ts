import { asDue, dutyOf } from '../duties/duty-ids.ts'
import type { Duty, SkippedBecause } from '../duties/duty.ts'
import type { Instant } from '../kernel/time.ts'
import { isAtOrAfter } from '../kernel/time.ts'
import type { Rulebook } from '../rulebook/rulebook.ts'
import { isPostponed } from '../sessions/postponed.ts'
import type { Session } from '../sessions/session.ts'
import type { DutyRecord, SessionRecord } from '../sessions/session-record.ts'
import { mayHaveLeft } from '../duties/came-back.ts'
import { changesIn, partnersOf, toldOf, type Partner, type Share, type Told } from './told.ts'

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
  const share = session.shares?.findLast(
    ({ number }) => number < below && duties.some((each) => isFor(each, 'partner-share', address, number) && mayHaveLeft(each)),
  )
  return share && { share, isOff: wasToldOff(duties, address, share) }
}

/**
 * How many addresses of the list were told last that it is put off: they hold no date, and hear of the old one again only when it is shared
 * again. It goes to no address that was taken off the list.
 */
export function toldPutOff(shared: Shared, rulebook: Pick<Rulebook, 'partners'>): number {
  return partnersOf(rulebook).filter(({ address }) => priorOf(shared, address)?.share.told.isPutOff).length
}

/** The newest share that was addressed to an address, whatever became of it. */
function newestTo({ session, duties }: Shared, address: string): Share | undefined {
  return session.shares?.findLast(({ number }) => duties.some((each) => isFor(each, 'partner-share', address, number)))
}

/** Pressed already, and not gone yet: pressed once more it would be told twice. */
function isOnItsWay(shared: Shared, address: string, told: Told): boolean {
  const newest = newestTo(shared, address)
  if (!newest || changesIn(newest.told, told).length > 0) return false
  return shared.duties.some((each) => isFor(each, 'partner-share', address, newest.number) && each.state.kind === 'due')
}

function isFor({ duty: { purpose } }: DutyRecord, kind: 'partner-share' | 'partner-cancelled', address: string, share: number): boolean {
  return purpose.kind === kind && purpose.address === address && purpose.share === share
}

function wasToldOff(duties: readonly DutyRecord[], address: string, { number }: Share): boolean {
  return duties.some((each) => isFor(each, 'partner-cancelled', address, number) && mayHaveLeft(each))
}

/** What was put off has no time after which it is too late to say so. */
export function shareDuties(session: Session, share: number, to: readonly Partner[], now: Instant): readonly DutyRecord[] {
  const when = { notBefore: now, ...(isPostponed(session) ? {} : { notAfter: session.startsAt }) }
  return to.map(({ address }) => asDue(dutyOf(session.id, { kind: 'partner-share', address, share }, 'email', when)))
}

/**
 * Of a shared event that is cancelled: word to each address that holds it, once for what it was told. Whoever was told that it is put off
 * waits for a new date, so that the old one does not count.
 */
export function partnerCancellations({ session, duties }: Shared, now: Instant): readonly Duty[] {
  const { id, standing, startsAt } = session
  if (standing.kind !== 'cancelled') return []
  const addresses = duties.flatMap(({ duty: { purpose } }) => (purpose.kind === 'partner-share' ? [purpose.address] : []))
  return [...new Set(addresses)].flatMap((address) => {
    const heard = priorOf({ session, duties }, address)
    if (!heard || heard.isOff || !isSettled(duties, address, heard.share)) return []
    const { number, told } = heard.share
    if (!told.isPutOff && isAtOrAfter(now, startsAt)) return []
    const when = { notBefore: now, ...(told.isPutOff ? {} : { notAfter: startsAt }) }
    return [dutyOf(id, { kind: 'partner-cancelled', address, share: number, cancelledAt: standing.at }, 'email', when)]
  })
}

/** While nobody knows whether the first word arrived, there is a look to come when that is known. */
function isSettled(duties: readonly DutyRecord[], address: string, { number }: Share): boolean {
  return duties.some((each) => isFor(each, 'partner-share', address, number) && each.state.kind === 'done')
}

/** Why a share that was pressed goes no more: what it says is not so, they get a newer one, or it has no business with that address. */
export function whyNotShared(
  { address, share: number }: { readonly address: string; readonly share: number },
  { session, duties }: Shared,
  rulebook: Pick<Rulebook, 'partners'>,
): SkippedBecause | undefined {
  const { standing } = session
  if (standing.kind !== 'standing') return standing.kind === 'cancelled' ? 'cancelled' : 'not-needed'
  const share = newestTo({ session, duties }, address)
  if (share?.number !== number) return 'not-needed'
  if (!partnersOf(rulebook).some((partner) => partner.address === address)) return 'not-needed'
  if (share.told.when && isPostponed(session)) return 'postponed'
  const asItIs = toldOf(session, share.told.booking ?? '')
  const changes = asItIs && changesIn(share.told, asItIs)
  if (changes?.length === 0) return undefined
  return changes?.includes('when') ? 'moved' : 'not-needed'
}

/** A cancellation that was taken back, or made again since, is not told as the earlier one. */
export function whyNotToldOff({ cancelledAt }: { readonly cancelledAt: Instant }, { standing }: Session): SkippedBecause | undefined {
  return standing.kind === 'cancelled' && standing.at.equals(cancelledAt) ? undefined : 'not-needed'
}
