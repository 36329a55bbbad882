import { createHash } from 'node:crypto'
import type { DutyRecord, SessionRecord } from '../../domain/sessions/session-record.ts'
import type { Compose, ComposeContext, Senders } from '../ports/compose.ts'
import type { Council } from '../ports/council.ts'
import type { Rest } from '../ports/lanes.ts'
import type { Sending } from '../ports/senders.ts'
import { callLimit } from '../deadline.ts'
import { Unavailable } from '../ports/unavailable.ts'

type Deps = { readonly compose: Compose; readonly senders: (council: Council) => Pick<Senders, 'card'> }

/** Milliseconds. */
const editLimit = 20_000

/**
 * Edits every card that asks an officer to decide and no longer says what is true: one card a round, and one if it escalates (C3.9).
 *
 * An edit is repeatable, so it needs no claim. Throws `Unavailable` when Teams cannot be told now: the look is then asked for again.
 */
export async function refreshCards(council: Council, record: SessionRecord, context: ComposeContext, deps: Deps): Promise<void> {
  for (const row of record.duties.filter(isEditable)) await refresh(council, record, context, { ...deps, row })
}

function isEditable({ duty, state, providerId }: DutyRecord): boolean {
  const isSent = state.kind === 'done' && state.outcome.kind === 'sent'
  const asks = duty.purpose.kind === 'decision-card' || duty.purpose.kind === 'escalation'
  return asks && duty.channel === 'card' && isSent && providerId !== undefined
}

async function refresh(council: Council, record: SessionRecord, context: ComposeContext, deps: Deps & { row: DutyRecord }): Promise<void> {
  const { row } = deps
  const composed = deps.compose(row.duty, record, context, row)
  if (composed.channel !== 'card' || row.providerId === undefined) return
  const shows = shownBy(deps.compose, row, record, context)
  if (shows === undefined || shows === row.shows) return

  const rest = await council.lanes.resting('card')
  if (rest) throw new Unavailable('teams', 'a card could not be edited yet', { retryAfterSeconds: secondsUntil(council, rest) })
  const edit = { providerId: row.providerId, to: composed.to, message: composed.message }
  const edited = await deps.senders(council).card.update(edit, callLimit(editLimit))
  noteHealth(council, edited)
  if (edited.kind === 'later' && edited.throttled)
    await council.lanes.rest('card', { until: council.clock.now().add({ seconds: edited.afterSeconds }) })
  if (edited.kind === 'later') throw new Unavailable('teams', 'a card could not be edited yet', { retryAfterSeconds: edited.afterSeconds })
  if (edited.kind === 'unknown' || edited.kind === 'stopped') throw new Unavailable('teams', 'a card could not be edited')
  await keepShown(council, record, { row, shows }) // refused too: a card that is gone is not edited again
}

/**
 * What a card says, as a digest: it is edited when that changes and not otherwise. How old its figures are is left out, because a
 * card that is edited at every reading of a calendar in which nothing happened only teaches officers not to look.
 */
export function shownBy(compose: Compose, row: DutyRecord, record: SessionRecord, context: ComposeContext): string | undefined {
  const ageless = { ...record, session: { ...record.session, readAt: record.session.firstSeenAt } }
  const composed = compose(row.duty, ageless, context, row)
  return composed.channel === 'card' ? createHash('sha256').update(JSON.stringify(composed.message)).digest('hex').slice(0, 32) : undefined
}

function secondsUntil({ clock }: Council, { until }: Rest): number {
  return Math.ceil(clock.now().until(until).total('seconds'))
}

function noteHealth({ health }: Council, edited: Sending): void {
  if (edited.kind === 'unknown' || edited.kind === 'stopped') health.note('teams', 'silent')
  else if (edited.kind !== 'later') health.note('teams', 'answers')
  else if (edited.silent) health.note(edited.silent, 'silent', { onTheWayTo: 'teams' })
}

type Shown = { readonly row: DutyRecord; readonly shows: string }

/** Where another instance has edited it since we read it, nobody knows whose edit came last, so the card is looked at once more. */
async function keepShown({ sessions }: Council, { session }: SessionRecord, { row, shows }: Shown): Promise<void> {
  const now = await sessions.duty(session.id, row.duty.id)
  const written = now && (await sessions.moveDuty(session.id, { ...now.value, shows }, now))
  if (written !== 'saved' || now?.value.shows !== row.shows) await sessions.askLook(session.id)
}
