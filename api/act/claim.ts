import { randomUUID } from 'node:crypto'
import type { DutyOutcome } from '../../domain/duties/duty.ts'
import type { DutyId, MatterId } from '../../domain/kernel/ids.ts'
import { isAtOrAfter, type Instant } from '../../domain/kernel/time.ts'
import type { DutyRecord, DutyState } from '../../domain/sessions/session-record.ts'
import type { Council, Stored } from '../ports/council.ts'
import type { DueQueue, Pointer } from '../ports/due.ts'
import { dutiesOf } from './matter.ts'

/** A claim outlasts the call and the latest moment at which a provider may still accept it (facts: reliability, 6). */
const claimSeconds = 120
/** With less than this left of it, a pause has eaten the claim: somebody else may soon believe us dead. */
const spareSeconds = 30
/** Seconds by which another instance may take a moment for come that we do not. */
const clocksDifferBy = 10

/** One duty, and the session or the issue because of which it is owed. */
export type Place = { readonly council: Council; readonly matter: MatterId; readonly duty: DutyId; readonly due: DueQueue }

export type Claim = Stored<DutyRecord> & {
  readonly attempt: number
  readonly until: Instant
  /** Whether enough of the claim is left to call. By the monotonic clock: the other one may be moved. */
  isFresh(): boolean
}

export function dischargeAt({ council, matter, duty }: Place, at: Instant): Pointer {
  return { at, task: { kind: 'discharge', council: council.profile.id, session: matter, duty }, tries: 0 }
}

/** Takes a duty for this instance, pointer first, so that a claim left behind is found again. `lost`: somebody else has it. */
export async function claimDuty(place: Place, stored: Stored<DutyRecord>, attempt: number): Promise<Claim | 'lost'> {
  const { council, matter, due } = place
  const duties = dutiesOf(council, matter)
  const begun = council.clock.mono()
  const now = council.clock.now()
  const until = now.add({ seconds: claimSeconds })
  const by = randomUUID()
  const state: DutyState = { kind: 'claimed', attempt, by, until, callAt: now }
  await due.put([dischargeAt(place, until)])
  const written = await duties.moveDuty({ ...stored.value, state, notBefore: until }, stored)
  if (written !== 'saved') return 'lost'

  const kept = await duties.duty(place.duty)
  if (kept?.value.state.kind !== 'claimed' || kept.value.state.by !== by) return 'lost'
  const isFresh = () => council.clock.mono() - begun <= (claimSeconds - spareSeconds) * 1000
  return { ...kept, attempt, until, isFresh }
}

export type Later = Pick<DutyRecord, 'state' | 'notBefore' | 'lost'>

/** Puts a duty off: the pointer to its next time, then the row. `lost`: somebody else moved it meanwhile. */
export async function putOff(place: Place, stored: Stored<DutyRecord>, later: Later): Promise<'waiting' | 'lost'> {
  const { council, matter, due } = place
  const next = dischargeAt(place, later.notBefore)
  await due.put([next])
  const written = await dutiesOf(council, matter).moveDuty({ ...stored.value, ...later }, stored)
  if (written !== 'saved') return 'lost'
  // Had we stood still before the row was written, somebody may have followed the pointer to the row as it was, and used it up.
  const mayBeUsedUp = isAtOrAfter(council.clock.now().add({ seconds: clocksDifferBy }), later.notBefore)
  if (mayBeUsedUp) await due.put([next])
  if (!stored.value.notBefore.equals(later.notBefore)) await due.drop([dischargeAt(place, stored.value.notBefore)])
  return 'waiting'
}

export type Ending = { readonly outcome: DutyOutcome; readonly providerId?: string; readonly shows?: string }

/**
 * Ends a duty, then asks for a look: a failure may owe somebody something else. A crash in between leaves the duty's pointer,
 * and whoever follows it to a duty that is done asks for the look again.
 */
export async function endDuty(place: Place, stored: Stored<DutyRecord>, { outcome, providerId, shows }: Ending): Promise<'done' | 'lost'> {
  const { council, matter, due } = place
  const duties = dutiesOf(council, matter)
  const ended: DutyRecord = { ...stored.value, state: { kind: 'done', outcome }, notBefore: council.clock.now() }
  const kept = { ...ended, ...(providerId === undefined ? {} : { providerId }), ...(shows === undefined ? {} : { shows }) }
  if ((await duties.moveDuty(kept, stored)) !== 'saved') return 'lost'
  await duties.ended(kept)
  await due.drop([dischargeAt(place, stored.value.notBefore)])
  return 'done'
}
