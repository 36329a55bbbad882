import type { Duty } from '../../domain/duties/duty.ts'
import { isAtOrAfter, type Instant } from '../../domain/kernel/time.ts'
import type { DutyRecord, DutyState } from '../../domain/sessions/session-record.ts'
import type { Senders } from '../ports/compose.ts'
import type { Stored } from '../ports/council.ts'
import type { Finding } from '../ports/senders.ts'
import { endDuty, putOff, type Place } from './claim.ts'
import { findOut } from './deliver.ts'
import { dependencyOf } from './lanes.ts'
import { dutiesOf, inOutlook, type InOutlook } from './matter.ts'
import { referenceText } from './reference.ts'

/** At least as long as a provider may take to show what it accepted. */
export const settleSeconds = 60
/** After a day of asking in vain a person must look; Notify forgets after seven. */
const askFor = { hours: 24 }
/** Calls of one duty that may be lost before a person must look: something between us and the provider swallows them. */
const mostLost = 5

type Unknown = Extract<DutyState, { kind: 'unknown' }>
export type Reconciled = 'done' | 'waiting' | 'lost' | 'due-again'

/**
 * Finds out what became of a call whose answer was lost. Found: it was sent. Not found, after the settle time: it was not, and may
 * be sent. Nothing is ever sent again without having asked.
 */
export async function reconcile(place: Place, stored: Stored<DutyRecord>, record: InOutlook, senders: Senders): Promise<Reconciled> {
  const { state } = stored.value
  if (state.kind !== 'unknown') throw new TypeError('only a duty of unknown fate is reconciled')
  const { council, matter, duty } = place
  const key = referenceText({ council: council.profile.id, matter, duty, resent: stored.value.resent })
  const finding = await findOut(senders, stored.value, record, key, council.clock)
  const asked = dependencyOf[stored.value.duty.channel]
  if (finding.kind !== 'cannot-tell') council.health.note(asked, finding.kind === 'unknown' ? 'silent' : 'answers')
  return settle(place, stored, state, finding)
}

function settle(place: Place, stored: Stored<DutyRecord>, state: Unknown, finding: Finding): Promise<Reconciled> {
  const now = place.council.clock.now()
  switch (finding.kind) {
    case 'found': {
      const { kind: _found, ...known } = finding
      return endDuty(place, stored, { outcome: { kind: 'sent', at: now, ...known }, providerId: known.providerId })
    }
    case 'not-found':
      return again(place, stored, state, now)
    case 'unknown':
      return askAgain(place, stored, state, now)
    default:
      return isSafeTwice(stored.value.duty)
        ? again(place, stored, state, now)
        : endDuty(place, stored, { outcome: { kind: 'failed', at: now, because: 'unconfirmed' } })
  }
}

/** The first time at once, then later and later: 5 minutes, 20, 80. */
async function again(place: Place, stored: Stored<DutyRecord>, state: Unknown, now: Instant): Promise<Reconciled> {
  const lost = (stored.value.lost ?? 0) + 1
  if (lost >= mostLost) return endDuty(place, stored, { outcome: { kind: 'needs-attention', at: now, because: 'never-arrived' } })
  const minutes = lost === 1 ? 0 : 5 * 4 ** (lost - 2)
  const next: DutyState = { kind: 'due', attempt: state.attempt + 1 }
  const put = await putOff(place, stored, { state: next, notBefore: now.add({ minutes }), lost })
  return put === 'waiting' ? 'due-again' : 'lost'
}

/**
 * A receipt may be all that is known of a text whose answer was lost: that it arrived, and not what it said. Notify still has the words.
 * Where it cannot be asked now they are not asked for again: what matters is known.
 */
export async function findWords(place: Place, stored: Stored<DutyRecord>, senders: Senders): Promise<void> {
  const { value } = stored
  const { state } = value
  const isKnown = state.kind !== 'done' || state.outcome.kind !== 'sent' || state.outcome.body !== undefined
  if (isKnown || value.duty.channel !== 'text') return
  const { council, matter, duty } = place
  const record = await inOutlook(council, matter)
  const key = referenceText({ council: council.profile.id, matter, duty, resent: value.resent })
  const finding = record && (await findOut(senders, value, record, key, council.clock))
  if (finding?.kind !== 'found' || finding.body === undefined) return
  const twice = finding.twice ? { twice: true } : {}
  const outcome = { providerId: finding.providerId, ...state.outcome, body: finding.body, ...twice }
  await dutiesOf(council, matter).moveDuty({ ...value, state: { kind: 'done', outcome } }, stored)
}

/** The longer nothing is known, the more seldom it is asked: twice the time each time, from a minute to an hour. */
async function askAgain(place: Place, stored: Stored<DutyRecord>, state: Unknown, now: Instant): Promise<Reconciled> {
  if (isAtOrAfter(now, state.since.add(askFor))) {
    return endDuty(place, stored, { outcome: { kind: 'needs-attention', at: now, because: 'unconfirmed' } })
  }
  const waited = Math.floor(state.since.until(now).total('seconds'))
  const seconds = Math.min(Math.max(waited, settleSeconds), 3600)
  return putOff(place, stored, { state, notBefore: now.add({ seconds }) })
}

/**
 * Where the provider cannot be asked. An answer in a calendar can be given twice, and a cancellation is better heard twice than
 * not at all; a reminder or an officer's card is not repeated, and goes another way.
 */
function isSafeTwice({ purpose }: Duty): boolean {
  return purpose.kind === 'answer' || purpose.kind === 'cancellation-notice' || purpose.kind === 'cancel-event'
}
