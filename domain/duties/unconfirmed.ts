import type { Instant } from '../kernel/time.ts'
import type { Rulebook } from '../rulebook/rulebook.ts'
import type { DutyRecord, SessionRecord } from '../sessions/session-record.ts'

/** When each short-notice text that is on its way will be shown as unconfirmed, unless word of it comes first (C3.12). */
export function unconfirmedAt(record: SessionRecord, rulebook: Pick<Rulebook, 'cancellation'>): readonly Instant[] {
  return record.duties
    .filter(({ duty }) => duty.purpose.kind === 'cancellation-notice')
    .flatMap((each) => unconfirmedFrom(each, rulebook) ?? [])
}

/** From when a text counts as unconfirmed; undefined for one that has come to an end: delivered, failed or not sent. */
export function unconfirmedFrom({ duty, state }: DutyRecord, { cancellation }: Pick<Rulebook, 'cancellation'>): Instant | undefined {
  const after = { minutes: cancellation.unconfirmedMinutes }
  if (state.kind !== 'done') return duty.notBefore.add(after)
  if (state.outcome.kind !== 'sent') return undefined
  const { delivery, at } = state.outcome
  return delivery === undefined || delivery.status === 'sending' ? at.add(after) : undefined
}
