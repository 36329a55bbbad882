import { isAtOrAfter, type Instant } from '../../domain/kernel/time.ts'
import type { DutyRecord } from '../../domain/sessions/session-record.ts'
import type { Log } from '../log.ts'
import type { Sending } from '../ports/senders.ts'
import type { Stored } from '../ports/council.ts'
import { endDuty, putOff, type Claim, type Ending, type Place } from './claim.ts'
import { bodyOf, type Sendable } from './deliver.ts'
import { dependencyOf, resumesAt } from './lanes.ts'
import { dutiesOf } from './matter.ts'
import { settleSeconds } from './reconcile.ts'

/** `missing`: its pointer came before it, or it never came. `waiting`: another pointer says when it is next worth looking at. */
export type Discharged = 'done' | 'waiting' | 'missing'

export type SettleDeps = { readonly log: Log }

/**
 * Times that a provider may say "not now" before a person must look: about a week of quarters of an hour. Nothing was sent, so trying again
 * risks nothing, and what has come too late meanwhile is skipped as such; a provider that is away for a day costs that day and no more.
 */
const mostAttempts = 700

/** `shows`: of a card, what it will be known by when it is asked whether it still says what is true. */
export type Written = { readonly composed: Sendable; readonly shows: string | undefined }

type Answered = Written & { readonly sending: Sending }

/** Writes down what a provider made of a call, and what follows from it for the duty. */
export function settle(place: Place, claim: Claim, { sending, ...written }: Answered, deps: SettleDeps): Promise<Discharged> {
  const at = place.council.clock.now()
  switch (sending.kind) {
    case 'sent':
      return sent(place, claim, { ...sending, ...written }, deps)
    case 'refused':
      return end(place, claim, { outcome: { kind: 'failed', at, because: sending.because } }, deps)
    case 'later':
      return notNow(place, claim, sending, deps)
    case 'stopped':
      return onStopped(place, claim, sending, deps)
    default:
      return toUnknown(place, claim, { attempt: claim.attempt, note: sending.note }, deps)
  }
}

type Sent = Written & { readonly providerId?: string }

async function sent(place: Place, claim: Claim, { providerId, composed, shows }: Sent, deps: SettleDeps): Promise<Discharged> {
  const body = bodyOf(composed)
  const at = place.council.clock.now()
  const ending: Ending = { outcome: { kind: 'sent', at, providerId, body }, providerId, shows }
  const ended = await endDuty(place, claim, ending)
  if (ended === 'lost') await keepWords(place, ending)
  else noteEnd(place, { ...claim.value, state: { kind: 'done', outcome: ending.outcome } }, deps)
  return orWaiting(ended)
}

/** A receipt that came before our own writing has settled the duty already: what only we know is added to it. */
async function keepWords({ council, matter, duty }: Place, { outcome, providerId }: Ending): Promise<void> {
  const duties = dutiesOf(council, matter)
  const now = await duties.duty(duty)
  if (now?.value.state.kind !== 'done' || now.value.state.outcome.kind !== 'sent' || outcome.kind !== 'sent') return
  const settled = { ...outcome, ...now.value.state.outcome, body: outcome.body, providerId }
  await duties.moveDuty({ ...now.value, providerId, state: { kind: 'done', outcome: settled } }, now)
}

export async function end(place: Place, claim: Claim, ending: Ending, deps: SettleDeps): Promise<Discharged> {
  const ended = await endDuty(place, claim, ending)
  if (ended === 'done') noteEnd(place, { ...claim.value, state: { kind: 'done', outcome: ending.outcome } }, deps)
  return orWaiting(ended)
}

/** A pause ate the claim: nothing was called, so it is simply due again. */
export async function release(place: Place, claim: Claim): Promise<Discharged> {
  const notBefore = place.council.clock.now().add({ seconds: 1 })
  return orWaiting(await putOff(place, claim, { state: { kind: 'due', attempt: claim.attempt }, notBefore }))
}

/** The provider asked for a pause, of this instance or another: nothing is called, and it is no try. */
export async function pause(place: Place, stored: Stored<DutyRecord>, attempt: number, until: Instant): Promise<Discharged> {
  return orWaiting(await putOff(place, stored, { state: { kind: 'due', attempt }, notBefore: until }))
}

type NotNow = Extract<Sending, { kind: 'later' }>

/** Definitely not sent: as long as the provider asks, and longer each time. What it asked of us it asked of every instance. */
async function notNow(place: Place, claim: Claim, { afterSeconds, throttled }: NotNow, deps: SettleDeps): Promise<Discharged> {
  const now = place.council.clock.now()
  const next = claim.attempt + 1
  if (next >= mostAttempts) return end(place, claim, { outcome: { kind: 'needs-attention', at: now, because: 'never-accepted' } }, deps)
  const seconds = Math.max(afterSeconds, Math.min(2 ** claim.attempt, 900))
  deps.log.info('duty.waiting', { ...fieldsOf(place, claim.value), because: 'later', afterSeconds: seconds, attempt: claim.attempt })
  const put = await putOff(place, claim, { state: { kind: 'due', attempt: next }, notBefore: now.add({ seconds }) })
  if (throttled) await place.council.lanes.rest(claim.value.duty.channel, { until: now.add({ seconds: afterSeconds }) })
  return orWaiting(put)
}

/** The lane rests. What would be too late by then fails now, so that officers can take to the telephone. */
export async function onStopped(
  place: Place,
  claim: Claim,
  as: Extract<Sending, { kind: 'stopped' }>,
  deps: SettleDeps,
): Promise<Discharged> {
  const { council } = place
  const { duty } = claim.value
  const now = council.clock.now()
  const known = await council.lanes.resting(duty.channel)
  const until = known?.stopped ? known.until : await restLane(place, claim, as, deps)
  const tooLate = duty.notAfter !== undefined && isAtOrAfter(until, duty.notAfter)
  if (tooLate || duty.purpose.kind === 'cancellation-notice') {
    return end(place, claim, { outcome: { kind: 'failed', at: now, because: as.because } }, deps)
  }
  return orWaiting(await putOff(place, claim, { state: { kind: 'due', attempt: claim.attempt }, notBefore: until }))
}

/** Once for all that wait for it: a line for each would bury what a person must look at. */
async function restLane(
  { council }: Place,
  claim: Claim,
  stopped: Extract<Sending, { kind: 'stopped' }>,
  { log }: SettleDeps,
): Promise<Instant> {
  const { channel } = claim.value.duty
  const until = resumesAt(stopped, council.clock.now())
  council.health.note(dependencyOf[channel], 'silent', { until })
  log.error('lane.stopped', { council: council.profile.id, channel, because: stopped.because })
  await council.lanes.rest(channel, { until, stopped })
  return until
}

type Doubt = { readonly attempt: number; readonly note: string }

export async function toUnknown(place: Place, stored: Stored<DutyRecord>, { attempt, note }: Doubt, deps: SettleDeps): Promise<Discharged> {
  const now = place.council.clock.now()
  deps.log.warn('duty.unknown', { ...fieldsOf(place, stored.value), attempt })
  const state = { kind: 'unknown', attempt, since: now, note } as const
  return orWaiting(await putOff(place, stored, { state, notBefore: now.add({ seconds: settleSeconds }) }))
}

function fieldsOf({ council, matter, duty }: Place, { duty: { purpose, channel } }: DutyRecord) {
  return { council: council.profile.id, session: matter, duty, purpose: purpose.kind, channel }
}

export function noteEnd(place: Place, ended: DutyRecord, { log }: SettleDeps): void {
  if (ended.state.kind !== 'done') return
  const fields = fieldsOf(place, ended)
  const { outcome } = ended.state
  if (outcome.kind === 'sent' && outcome.twice) log.error('duty.needs-attention', { ...fields, because: 'sent-twice' })
  else if (outcome.kind === 'sent') log.info('duty.sent', fields)
  else if (outcome.kind === 'skipped') log.info('duty.skipped', { ...fields, because: outcome.because })
  else if (outcome.kind === 'failed') log.warn('duty.failed', { ...fields, because: outcome.because })
  else log.error('duty.needs-attention', { ...fields, because: outcome.because })
}

/** Whoever won the race has left a pointer to what comes next. */
export function orWaiting(outcome: 'done' | 'waiting' | 'lost'): Discharged {
  return outcome === 'lost' ? 'waiting' : outcome
}
