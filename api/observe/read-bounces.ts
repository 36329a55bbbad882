import type { DutyRecord } from '../../domain/sessions/session-record.ts'
import { hasComeBack } from '../../domain/duties/came-back.ts'
import { isBefore, type Instant } from '../../domain/kernel/time.ts'
import { dutiesOf } from '../act/matter.ts'
import { parseReference } from '../act/reference.ts'
import type { Bounce, Bounces } from '../ports/bounces.ts'
import type { Council } from '../ports/council.ts'
import { Unavailable } from '../ports/unavailable.ts'
import { noted } from './noted.ts'

/** Longer than lies between two readings, however one of them went. A report read again says nothing new. */
const lookBackHours = 50
/** Exchange tries for two days, an issue leaves within half a day of its time, and a night lies between two readings. */
const comesBackWithinHours = 96
const attempts = 6

/** Sessions are arranged and put off this far ahead of when they are, or were to be, held. */
const aYearHours = 24 * 366

/**
 * Writes down which emails could not be delivered: copies of the bulletin (C4.17), what partners were told (C4.18), and whatever else was
 * said of a session or of limited places by email. Says how many it had not heard of.
 */
export async function readBounces(council: Council, bounces: Bounces, signal: AbortSignal): Promise<number> {
  if (!(await hasLeftLately(council))) return 0
  let fresh = 0
  const since = council.clock.now().subtract({ hours: lookBackHours })
  // Noted here: where nobody was asked, nobody answered.
  for (const bounce of await noted(council, 'graph', () => bounces.since(since, signal))) {
    if (await noteBounce(council, bounce)) fresh += 1
  }
  return fresh
}

/** Most days nothing has left that could come back, and nobody's mailbox need be asked. */
async function hasLeftLately(council: Council): Promise<boolean> {
  const since = council.clock.now().subtract({ hours: comesBackWithinHours })
  const issueLeft = (await council.bulletins.past()).some(({ sentAt }) => isBefore(since, sentAt))
  if (issueLeft) return true
  const ofPlaces = (await council.offers.all()).some(({ lastMailAt }) => lastMailAt && isBefore(since, lastMailAt))
  return ofPlaces || emailedOfSessionsSince(council, since)
}

/** Of what is over Members are told nothing more by email; partners hear of what was put off long ago that it is cancelled. */
async function emailedOfSessionsSince({ rulebooks, sessions }: Council, since: Instant): Promise<boolean> {
  const hasPartners = (await rulebooks.all()).some(({ rulebook }) => rulebook.partners.organisations.length > 0)
  const from = hasPartners ? since.subtract({ hours: aYearHours }) : since
  const near = await sessions.between(from, since.add({ hours: 2 * aYearHours }))
  return near.some(({ emailedAt }) => emailedAt && isBefore(since, emailedAt))
}

async function noteBounce(council: Council, { key, at }: Bounce): Promise<boolean> {
  const reference = parseReference(key)
  if (reference?.council !== council.profile.id) return false
  const duties = dutiesOf(council, reference.matter)
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const stored = await duties.duty(reference.duty)
    if (stored?.value.duty.channel !== 'email') return false
    const moved = cameBack(stored.value, at)
    if (!moved && !hasComeBack(stored.value.state)) return false
    const written = moved && (await duties.moveDuty(moved, stored))
    if (written === 'exists' || written === 'stale') continue
    await duties.ended(moved ?? stored.value) // also when it said nothing new: whoever wrote it may have died before asking
    return moved !== undefined
  }
  throw new Unavailable('storage', 'a duty is being moved by others all the time')
}

/** Undefined: it is known already, or it was never sent as far as we know: then it is settled first, and told at the next reading. */
function cameBack(record: DutyRecord, at: Bounce['at']): DutyRecord | undefined {
  const { state } = record
  if (state.kind !== 'done' || state.outcome.kind !== 'sent' || state.outcome.delivery) return undefined
  return { ...record, state: { kind: 'done', outcome: { ...state.outcome, delivery: { status: 'permanent-failure', at } } } }
}
