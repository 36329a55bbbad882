import type { Officer } from '../members/officer.ts'
import type { Rulebook } from '../rulebook/rulebook.ts'
import type { Session } from '../sessions/session.ts'
import type { Duty } from './duty.ts'
import { dutyOf } from './duty-ids.ts'
import type { OwedContext } from './owed-context.ts'

/** The decision card of each officer, and word to those who must hear of it when nobody has decided in time (C3.2, C3.4). */
export function caseDuties(session: Session, { officers, rulebook, now }: OwedContext): readonly Duty[] {
  const question = session.undersubscribed
  if (question.kind !== 'open' || session.standing.kind !== 'standing') return []
  const { round } = question
  const cards = deciding(officers).map((officer) =>
    dutyOf(session.id, { kind: 'decision-card', officerId: officer.id, round }, 'card', { notBefore: now, notAfter: session.startsAt }),
  )
  if (!question.escalatedAt) return cards
  const escalations = escalatedTo(officers, rulebook).map((officer) =>
    dutyOf(session.id, { kind: 'escalation', officerId: officer.id, round }, 'card', { notBefore: now, notAfter: session.startsAt }),
  )
  return [...cards, ...escalations]
}

/** Officers decide; where the council has named none yet, its administrators hear of it rather than nobody. */
export function deciding(officers: readonly Officer[]): readonly Officer[] {
  const named = officers.filter((officer) => officer.roles.includes('officer'))
  return named.length > 0 ? named : officers
}

/** Whom the rulebook names for it; every officer when it names none, or none who is still an officer. */
export function escalatedTo(officers: readonly Officer[], { minimum }: Pick<Rulebook, 'minimum'>): readonly Officer[] {
  const named = officers.filter((officer) => minimum.escalateTo.includes(officer.address.toLowerCase()))
  return named.length > 0 ? named : deciding(officers)
}
