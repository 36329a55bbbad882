import type { OfferId } from '../../domain/kernel/ids.ts'
import type { Instant } from '../../domain/kernel/time.ts'
import { markOf, type Interest, type Offer } from '../../domain/places/offer.ts'
import type { Actor, AuditAction, AuditDraft } from '../ports/audit.ts'
import { differing, only } from './differences.ts'

type Changed<Value> = { readonly before: Value | undefined; readonly after: Value }

/**
 * What was done with an offer of places, and by whom. The mark of its seed is told when it is first set, and the seed with the draw alone:
 * so the chain shows that the ballot was not chosen to suit (C4.4), and nobody learns the seed before.
 */
export function offerEntries({ before, after }: Changed<Offer>, by: Actor, at: Instant): readonly AuditDraft[] {
  const object = { kind: 'offer', id: after.id } as const
  const { seed, ...open } = after
  if (!before) return [{ at, actor: by, object, action: 'places-set', after: open, details: { seedMark: markOf(seed) } }]
  const fields = differing(before, after)
  if (fields.length === 0) return []
  const action = actionOf(before, after)
  const details = action === 'places-drawn' ? { details: { seed } } : {}
  return [{ at, actor: by, object, action, ...details, fields, before: only(fields, before), after: only(fields, after) }]
}

function actionOf(before: Offer, after: Offer): AuditAction {
  if (after.rounds.length > before.rounds.length) return 'places-given'
  if (after.draw && !before.draw) return 'places-drawn'
  if (after.droppedAt) return 'places-dropped'
  return after.announcedAt && !before.announcedAt ? 'places-announced' : 'places-set'
}

const actions = {
  interested: 'interest-expressed',
  withdrawn: 'interest-withdrawn',
  'given-up': 'place-given-up',
} as const satisfies Record<Interest['standing'], AuditAction>

export function interestEntry(id: OfferId, { before, after }: Changed<Interest>, by: Actor, at: Instant): AuditDraft {
  const { memberId: member, standing } = after
  const values = { before: before && { standing: before.standing }, after: { standing } }
  return { at, actor: by, object: { kind: 'offer', id }, action: actions[standing], member, fields: ['standing'], ...values }
}
