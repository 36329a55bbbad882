import type { DutyOutcome } from '../../domain/duties/duty.ts'
import type { DutyId, MatterId } from '../../domain/kernel/ids.ts'
import { isBefore } from '../../domain/kernel/time.ts'
import type { DutyRecord } from '../../domain/sessions/session-record.ts'
import type { Compose, Senders } from '../ports/compose.ts'
import type { Council, Stored } from '../ports/council.ts'
import type { DueQueue } from '../ports/due.ts'
import type { Sending } from '../ports/senders.ts'
import { claimDuty, type Claim, type Place } from './claim.ts'
import { deliver, type Sendable } from './deliver.ts'
import { dependencyOf } from './lanes.ts'
import { dutiesOf, inOutlook, readMatter, type Matter } from './matter.ts'
import { findWords, reconcile } from './reconcile.ts'
import { referenceText } from './reference.ts'
import {
  end,
  noteEnd,
  onStopped,
  orWaiting,
  pause,
  release,
  settle,
  toUnknown,
  type Discharged,
  type SettleDeps,
  type Written,
} from './settle.ts'

export type OutboxDeps = SettleDeps & {
  readonly due: DueQueue
  readonly compose: Compose
  readonly senders: (council: Council) => Senders
}

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
export async function discharge(council: Council, matter: MatterId, duty: DutyId, deps: OutboxDeps): Promise<Discharged> {
  const place: Place = { council, matter, duty, due: deps.due }
  const duties = dutiesOf(council, matter)
  for (let step = 0; step < steps; step += 1) {
    const stored = await duties.duty(duty)
    if (!stored) return 'missing'
    const taken = await takeOn(place, stored, deps)
    if (taken !== 'again') return taken
  }
  throw new RangeError('a duty that is neither done nor waiting after so many steps')
}

async function takeOn(place: Place, stored: Stored<DutyRecord>, deps: OutboxDeps): Promise<Discharged | 'again'> {
  const { council, matter } = place
  const { state, notBefore } = stored.value
  if (state.kind === 'done') {
    await findWords(place, stored, deps.senders(council))
    await dutiesOf(council, matter).ended(stored.value) // whoever ended it may have died before asking
    return 'done'
  }
  if (isBefore(council.clock.now(), notBefore)) return 'waiting'
  if (state.kind === 'due') return attempt(place, stored, state.attempt, deps)
  if (state.kind === 'claimed') return toUnknown(place, stored, { attempt: state.attempt, note: 'the claim lapsed' }, deps)
  const record = await inOutlook(council, matter)
  if (!record) return 'missing'
  const reconciled = await reconcile(place, stored, record, deps.senders(council))
  if (reconciled === 'done') await noteSettled(place, deps)
  return reconciled === 'due-again' ? 'again' : orWaiting(reconciled)
}

async function noteSettled(place: Place, deps: OutboxDeps): Promise<void> {
  const ended = await dutiesOf(place.council, place.matter).duty(place.duty)
  if (ended) noteEnd(place, ended.value, deps)
}

async function attempt(place: Place, stored: Stored<DutyRecord>, number: number, deps: OutboxDeps): Promise<Discharged> {
  const { council } = place
  const rest = await council.lanes.resting(stored.value.duty.channel)
  if (rest && !rest.stopped) return pause(place, stored, number, rest.until)
  const claim = await claimDuty(place, stored, number)
  if (claim === 'lost') return 'waiting'
  const read = await readSurely(place, claim.value, deps)
  if (!read) return 'missing'
  if ('ends' in read) return end(place, claim, { outcome: read.ends }, deps)
  const { about, composed } = read
  const shows = composed.channel === 'card' ? about.shows(claim.value) : undefined
  return sendClaimed(place, claim, { composed, shows }, deps)
}

/** What is to be sent, or how the duty ends because nothing is. */
type Read = { readonly about: Matter; readonly composed: Sendable } | { readonly ends: DutyOutcome }

/**
 * What decides is read now, but for the roll, which may be a minute old: nobody is given up by what it said then. A number may have been put
 * right since, which is why there is something to send at all.
 */
async function readSurely(place: Place, row: DutyRecord, deps: OutboxDeps): Promise<Read | undefined> {
  const read = await readNow(place, row, deps)
  if (!read || !('ends' in read) || read.ends.kind !== 'failed') return read
  await place.council.members.readAnew()
  return readNow(place, row, deps)
}

async function readNow({ council, matter }: Place, row: DutyRecord, { compose }: OutboxDeps): Promise<Read | undefined> {
  const about = await readMatter(council, matter, row.duty, compose)
  if (!about) return undefined
  const { now: at } = about
  const verdict = about.verdict(row.duty)
  if (verdict.kind === 'skip') return { ends: { kind: 'skipped', at, because: verdict.because } }
  const composed = about.compose(row)
  return composed.channel === 'none' ? { ends: { kind: 'failed', at, because: composed.because } } : { about, composed }
}

async function sendClaimed(place: Place, claim: Claim, written: Written, deps: OutboxDeps): Promise<Discharged> {
  const { council, matter, duty } = place
  const rest = await council.lanes.resting(claim.value.duty.channel)
  if (rest?.stopped) return onStopped(place, claim, rest.stopped, deps)
  if (!claim.isFresh()) return release(place, claim)

  const key = referenceText({ council: council.profile.id, matter, duty, resent: claim.value.resent })
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
