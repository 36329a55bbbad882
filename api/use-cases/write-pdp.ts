import type { PersonId } from '../../domain/kernel/ids.ts'
import { londonDay } from '../../domain/kernel/london.ts'
import { ok, refused, type Result } from '../../domain/kernel/result.ts'
import { isSame } from '../../domain/kernel/same.ts'
import type { Member } from '../../domain/members/member.ts'
import { afterSaving, emptyContent, isAsAgreed, type Hand, type Pdp } from '../../domain/pdp/plan.ts'
import { isDesignated, leadsGroup, type PdpPart } from '../../domain/policy/pdp.ts'
import type { PdpBody, PdpPage } from '../contracts/pdp.ts'
import type { Council, Stored } from '../ports/council.ts'
import { contentFrom, contentView, handView, pdpSessions } from './pdp-views.ts'
import { planHelpers } from './plan-helpers.ts'

export type WritePdpRefusal = { readonly kind: 'changed-since-seen' }
export type PdpReader = { readonly personId: PersonId; readonly part: Exclude<PdpPart, 'none'> }

/** A plan as one of those reads it who may; for officers it is written down first that they did (C6.22). */
export async function pdpPageFor(
  council: Council,
  member: Member,
  found: Stored<Pdp> | undefined,
  { personId, part }: PdpReader,
): Promise<PdpPage> {
  const { clock, pdps, rulebook } = council
  const now = clock.now()
  if (part !== 'owner' && found) await pdps.noteRead(found.value, personId, now)
  const [sessions, helpers] = await Promise.all([pdpSessions(council, member, found, now), planHelpers(council)])
  const supporter = helpers.find(({ id }) => id === found?.value.supporter)
  const plan = found?.value
  const reader = part === 'owner' ? 'owner' : { id: personId }
  return {
    member: { id: member.id, name: member.shortName },
    part,
    content: contentView(plan?.content ?? emptyContent),
    etag: found?.etag ?? 'new',
    ...(plan && !isSame(plan.content, emptyContent)
      ? { saved: { at: String(plan.savedAt), by: handView(plan.savedBy, member, reader) } }
      : {}),
    ...(plan?.agreed ? { agreed: { at: String(plan.agreed.at), changed: !isAsAgreed(plan) } } : {}),
    skills: rulebook.pdp.skills.map(({ id, label }) => ({ id, label })),
    sessions,
    ...(supporter ? { supporter: supporter.name } : {}),
    designated: helpers.filter((officer) => officer !== supporter && isDesignated(officer, rulebook.pdp)).map(({ name }) => name),
    leads: part === 'owner' && leadsGroup(member, rulebook, londonDay(now)),
    now: String(now),
  }
}

/**
 * Keeps what is being written, by the Member or by an officer who helps (C6.1). Sent again because its answer was lost, it is saved.
 * Written on something else than what stands there, it is refused, and nothing is written over.
 */
export async function writePdp(
  { clock, pdps }: Council,
  member: Member,
  hand: Hand,
  { content: view, etag, setAside }: PdpBody,
): Promise<Result<{ readonly etag: string; readonly at: string }, WritePdpRefusal>> {
  const found = await pdps.find(member.id)
  const content = contentFrom(view)
  if (found && isSame(found.value.content, content) && !setAside) return ok({ etag: found.etag, at: String(found.value.savedAt) })
  if ((found?.etag ?? 'new') !== etag) return refused({ kind: 'changed-since-seen' })
  const now = clock.now()
  const before = found?.value ?? (await pdps.begun(member.id, now))
  const change = afterSaving(before, { content, by: hand, at: now, ...(setAside ? { setAside: contentFrom(setAside) } : {}) })
  const by = hand.kind === 'member' ? ({ kind: 'member', id: member.id } as const) : ({ kind: 'officer', id: hand.id } as const)
  const written = await pdps.save(change, found ?? 'new', by)
  const after = await pdps.find(member.id)
  return written === 'saved' && after ? ok({ etag: after.etag, at: String(now) }) : refused({ kind: 'changed-since-seen' })
}
