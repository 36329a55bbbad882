import { stillOwed } from '../../domain/duties/still-owed.ts'
import type { DutyId, SessionId } from '../../domain/kernel/ids.ts'
import { isAtOrAfter, isBefore, type Instant } from '../../domain/kernel/time.ts'
import type { DutyRecord } from '../../domain/sessions/session-record.ts'
import type { Log } from '../log.ts'
import type { Compose, Senders } from '../ports/compose.ts'
import type { Council, Stored } from '../ports/council.ts'
import type { DueQueue } from '../ports/due.ts'
import type { Sending } from '../ports/senders.ts'
import { claimDuty, endDuty, putOff, type Claim, type Ending, type Place } from './claim.ts'
import { contextFor } from './context.ts'
import { shownBy } from './cards.ts'
import { bodyOf, deliver, type Sendable } from './deliver.ts'
import { dependencyOf, resumesAt, type Lanes } from './lanes.ts'
import { findWords, reconcile, settleSeconds } from './reconcile.ts'
import { referenceText } from './reference.ts'

export type OutboxDeps = {
  readonly due: DueQueue
  readonly compose: Compose
  readonly lanes: Lanes
  readonly log: Log
  readonly senders: (council: Council) => Senders
}

/** `missing`: its pointer came before it, or it never came. `waiting`: another pointer says when it is next worth looking at. */
export type Discharged = 'done' | 'waiting' | 'missing'

/** Times that a provider may say "not now" before a person must look. */
const mostAttempts = 30
const steps = 4

/**
 * Takes one duty as far as it can be taken now, however often and wherever it is asked.
 *
 * Every state is written before what depends on it, and every pointer before its state, so that it can be broken off anywhere.
 * What remains: a process frozen between the last look at the clock and the socket for longer than its claim, and a provider
 * that accepts later than the settle time.
 *
 * Clauses: C4.12 (each Member gets at most one of each kind), C3.10 (what is no longer owed is not sent).
 */
export async function discharge(council: Council, session: SessionId, duty: DutyId, deps: OutboxDeps): Promise<Discharged> {
  const place: Place = { council, session, duty, due: deps.due }
  for (let step = 0; step < steps; step += 1) {
    const stored = await council.sessions.duty(session, duty)
    if (!stored) return 'missing'
    const taken = await takeOn(place, stored, deps)
    if (taken !== 'again') return taken
  }
  throw new RangeError('a duty that is neither done nor waiting after so many steps')
}

async function takeOn(place: Place, stored: Stored<DutyRecord>, deps: OutboxDeps): Promise<Discharged | 'again'> {
  const { council, session } = place
  const { state, notBefore } = stored.value
  if (state.kind === 'done') {
    await findWords(place, stored, deps.senders(council))
    await council.sessions.askLook(session) // whoever ended it may have died before asking
    return 'done'
  }
  if (isBefore(council.clock.now(), notBefore)) return 'waiting'
  if (state.kind === 'due') return attempt(place, stored, state.attempt, deps)
  if (state.kind === 'claimed') return toUnknown(place, stored, { attempt: state.attempt, note: 'the claim lapsed' }, deps)
  const record = await council.sessions.find(session)
  if (!record) return 'missing'
  const reconciled = await reconcile(place, stored, record, deps.senders(council))
  if (reconciled === 'done') await noteSettled(place, deps)
  return reconciled === 'due-again' ? 'again' : orWaiting(reconciled)
}

async function noteSettled(place: Place, deps: OutboxDeps): Promise<void> {
  const ended = await place.council.sessions.duty(place.session, place.duty)
  if (ended) noteEnd(place, ended.value, deps)
}

/** Whoever won the race has left a pointer to what comes next. */
function orWaiting(outcome: 'done' | 'waiting' | 'lost'): Discharged {
  return outcome === 'lost' ? 'waiting' : outcome
}

async function attempt(place: Place, stored: Stored<DutyRecord>, number: number, deps: OutboxDeps): Promise<Discharged> {
  const { council, session } = place
  const claim = await claimDuty(place, stored, number)
  if (claim === 'lost') return 'waiting'
  const record = await council.sessions.find(session)
  if (!record) return 'missing'
  const context = await contextFor(council, record)
  const verdict = stillOwed(claim.value.duty, record, context)
  if (verdict.kind === 'skip') return end(place, claim, { outcome: { kind: 'skipped', at: context.now, because: verdict.because } }, deps)
  const composed = deps.compose(claim.value.duty, record, context, claim.value)
  if (composed.channel === 'none')
    return end(place, claim, { outcome: { kind: 'failed', at: context.now, because: composed.because } }, deps)
  const shows = composed.channel === 'card' ? shownBy(deps.compose, claim.value, record, context) : undefined
  return sendClaimed(place, claim, { composed, shows }, deps)
}

/** `shows`: of a card, what it will be known by when it is asked whether it still says what is true. */
type Written = { readonly composed: Sendable; readonly shows: string | undefined }

async function sendClaimed(place: Place, claim: Claim, written: Written, deps: OutboxDeps): Promise<Discharged> {
  const { council, session, duty } = place
  const now = council.clock.now()
  const stop = deps.lanes.stopped(council.profile.id, claim.value.duty.channel, now)
  if (stop) return onStopped(place, claim, stop.as, deps)
  if (!claim.isFresh()) return release(place, claim)

  const key = referenceText({ council: council.profile.id, session, duty })
  const sending = await deliver(deps.senders(council), written.composed, key, council.clock)
  noteHealth(council, claim, sending)
  return settle(place, claim, { sending, ...written }, deps)
}

/** Being put off says nothing of whether a service can be reached, the first time, unless it says who could not be. Later it does. */
function noteHealth({ health }: Council, { attempt: earlier, value }: Claim, sending: Sending): void {
  const asked = dependencyOf[value.duty.channel]
  if (sending.kind !== 'later') health.note(asked, sending.kind === 'unknown' ? 'silent' : 'answers')
  else if (sending.silent || earlier > 0) health.note(sending.silent ?? asked, 'silent', { onTheWayTo: asked })
}

type Answered = Written & { readonly sending: Sending }

function settle(place: Place, claim: Claim, { sending, ...written }: Answered, deps: OutboxDeps): Promise<Discharged> {
  const at = place.council.clock.now()
  switch (sending.kind) {
    case 'sent':
      return sent(place, claim, { ...sending, ...written }, deps)
    case 'refused':
      return end(place, claim, { outcome: { kind: 'failed', at, because: sending.because } }, deps)
    case 'later':
      return notNow(place, claim, sending.afterSeconds, deps)
    case 'stopped':
      return onStopped(place, claim, sending, deps)
    default:
      return toUnknown(place, claim, { attempt: claim.attempt, note: sending.note }, deps)
  }
}

type Sent = Written & { readonly providerId?: string }

async function sent(place: Place, claim: Claim, { providerId, composed, shows }: Sent, deps: OutboxDeps): Promise<Discharged> {
  const body = bodyOf(composed)
  const at = place.council.clock.now()
  const ending: Ending = { outcome: { kind: 'sent', at, providerId, body }, providerId, shows }
  const ended = await endDuty(place, claim, ending)
  if (ended === 'lost') await keepWords(place, ending)
  else noteEnd(place, { ...claim.value, state: { kind: 'done', outcome: ending.outcome } }, deps)
  return orWaiting(ended)
}

/** A receipt that came before our own writing has settled the duty already: what only we know is added to it. */
async function keepWords({ council, session, duty }: Place, { outcome, providerId }: Ending): Promise<void> {
  const now = await council.sessions.duty(session, duty)
  if (now?.value.state.kind !== 'done' || now.value.state.outcome.kind !== 'sent' || outcome.kind !== 'sent') return
  const settled = { ...outcome, ...now.value.state.outcome, body: outcome.body, providerId }
  await council.sessions.moveDuty(session, { ...now.value, providerId, state: { kind: 'done', outcome: settled } }, now.etag)
}

async function end(place: Place, claim: Claim, ending: Ending, deps: OutboxDeps): Promise<Discharged> {
  const ended = await endDuty(place, claim, ending)
  if (ended === 'done') noteEnd(place, { ...claim.value, state: { kind: 'done', outcome: ending.outcome } }, deps)
  return orWaiting(ended)
}

/** A pause ate the claim: nothing was called, so it is simply due again. */
async function release(place: Place, claim: Claim): Promise<Discharged> {
  const notBefore = place.council.clock.now().add({ seconds: 1 })
  return orWaiting(await putOff(place, claim, { state: { kind: 'due', attempt: claim.attempt }, notBefore }))
}

/** Definitely not sent: as long as the provider asks, and longer each time. */
async function notNow(place: Place, claim: Claim, afterSeconds: number, deps: OutboxDeps): Promise<Discharged> {
  const now = place.council.clock.now()
  const next = claim.attempt + 1
  if (next >= mostAttempts) return end(place, claim, { outcome: { kind: 'needs-attention', at: now, because: 'never-accepted' } }, deps)
  const seconds = Math.max(afterSeconds, Math.min(2 ** claim.attempt, 900))
  deps.log.info('duty.waiting', { ...fieldsOf(place, claim.value), because: 'later', afterSeconds: seconds, attempt: claim.attempt })
  return orWaiting(await putOff(place, claim, { state: { kind: 'due', attempt: next }, notBefore: now.add({ seconds }) }))
}

/** The lane rests. What would be too late by then fails now, so that officers can take to the telephone. */
async function onStopped(place: Place, claim: Claim, as: Extract<Sending, { kind: 'stopped' }>, deps: OutboxDeps): Promise<Discharged> {
  const { council } = place
  const { duty } = claim.value
  const now = council.clock.now()
  const until = deps.lanes.stopped(council.profile.id, duty.channel, now)?.until ?? restLane(place, claim, as, deps)
  const tooLate = duty.notAfter !== undefined && isAtOrAfter(until, duty.notAfter)
  if (tooLate || duty.purpose.kind === 'cancellation-notice') {
    return end(place, claim, { outcome: { kind: 'failed', at: now, because: as.because } }, deps)
  }
  return orWaiting(await putOff(place, claim, { state: { kind: 'due', attempt: claim.attempt }, notBefore: until }))
}

/** Once for all that wait for it: a line for each would bury what a person must look at. */
function restLane({ council }: Place, claim: Claim, as: Extract<Sending, { kind: 'stopped' }>, { lanes, log }: OutboxDeps): Instant {
  const { channel } = claim.value.duty
  const until = resumesAt(as, council.clock.now())
  lanes.stop(council.profile.id, channel, { until, as })
  council.health.note(dependencyOf[channel], 'silent', { until })
  log.error('lane.stopped', { council: council.profile.id, channel, because: as.because })
  return until
}

type Doubt = { readonly attempt: number; readonly note: string }

async function toUnknown(place: Place, stored: Stored<DutyRecord>, { attempt, note }: Doubt, deps: OutboxDeps): Promise<Discharged> {
  const now = place.council.clock.now()
  deps.log.warn('duty.unknown', { ...fieldsOf(place, stored.value), attempt })
  const state = { kind: 'unknown', attempt, since: now, note } as const
  return orWaiting(await putOff(place, stored, { state, notBefore: now.add({ seconds: settleSeconds }) }))
}

function fieldsOf({ council, session, duty }: Place, { duty: { purpose, channel } }: DutyRecord) {
  return { council: council.profile.id, session, duty, purpose: purpose.kind, channel }
}

function noteEnd(place: Place, ended: DutyRecord, { log }: OutboxDeps): void {
  if (ended.state.kind !== 'done') return
  const fields = fieldsOf(place, ended)
  const { outcome } = ended.state
  if (outcome.kind === 'sent') log.info('duty.sent', fields)
  else if (outcome.kind === 'skipped') log.info('duty.skipped', { ...fields, because: outcome.because })
  else if (outcome.kind === 'failed') log.warn('duty.failed', { ...fields, because: outcome.because })
  else log.error('duty.needs-attention', { ...fields, because: outcome.because })
}
