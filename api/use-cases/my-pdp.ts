import { personId, type PersonId } from '../../domain/kernel/ids.ts'
import { ok, refused, type Result } from '../../domain/kernel/result.ts'
import type { Member } from '../../domain/members/member.ts'
import type { Lacking } from '../../domain/pdp/lacking.ts'
import { agreed, isAsAgreed } from '../../domain/pdp/plan.ts'
import { isDesignated } from '../../domain/policy/pdp.ts'
import type { PdpReaders, PdpVersionsPage } from '../contracts/pdp.ts'
import type { Council } from '../ports/council.ts'
import { contentView, handView } from './pdp-views.ts'
import { planHelpers } from './plan-helpers.ts'

export type AgreeRefusal =
  { readonly kind: 'changed-since-seen' | 'no-plan' } | { readonly kind: 'not-ready'; readonly lacking: readonly Lacking[] }
export type NameRefusal = { readonly kind: 'changed-since-seen' | 'no-such-officer' }

type Written = { readonly etag: string; readonly at: string }

/**
 * The Member agrees the plan as it stands. Whose plan it is comes from the sign-in, so nobody can agree another's. Asked again about what
 * is agreed already, it is agreed.
 *
 * Clauses: C6.1.
 */
export async function agreePdp(
  { clock, pdps }: Council,
  member: Member,
  { etag }: { readonly etag: string },
): Promise<Result<Written, AgreeRefusal>> {
  const found = await pdps.find(member.id)
  if (!found) return refused({ kind: 'no-plan' })
  const { value: plan } = found
  if (plan.agreed && isAsAgreed(plan)) return ok({ etag: found.etag, at: String(plan.agreed.at) })
  if (found.etag !== etag) return refused({ kind: 'changed-since-seen' })
  const now = clock.now()
  const done = agreed(plan, now)
  if (!done.ok) return refused({ kind: 'not-ready', lacking: done.refusal })
  const written = await pdps.save(done.value, found, { kind: 'member', id: member.id })
  const after = await pdps.find(member.id)
  return written === 'saved' && after ? ok({ etag: after.etag, at: String(now) }) : refused({ kind: 'changed-since-seen' })
}

/** What the plan said before, for its Member alone. */
export async function readPdpVersions({ clock, pdps }: Council, member: Member): Promise<PdpVersionsPage> {
  const found = await pdps.find(member.id)
  const versions = found ? await pdps.versions(found.value) : []
  return {
    versions: versions.map(({ number, keptAt, because, by, content }) => ({
      number,
      keptAt: String(keptAt),
      because,
      by: handView(by, member, 'owner'),
      content: contentView(content),
    })),
    now: String(clock.now()),
  }
}

/** C6.22: who can open the plan, and when each last did. */
export async function readPdpReaders(council: Council, member: Member): Promise<PdpReaders> {
  const { clock, pdps, rulebook } = council
  const [found, helpers] = await Promise.all([pdps.find(member.id), planHelpers(council)])
  const reads = found ? await pdps.reads(found.value) : new Map<PersonId, never>()
  const supporter = helpers.find(({ id }) => id === found?.value.supporter)
  const designated = helpers.filter((officer) => officer !== supporter && isDesignated(officer, rulebook.pdp))
  const line = (part: 'supporter' | 'designated', { id, name }: { readonly id: PersonId; readonly name: string }) => {
    const at = reads.get(id)
    return { id, name, part, ...(at ? { lastOpenedAt: String(at) } : {}) }
  }
  return {
    ...(supporter ? { supporter: supporter.id } : {}),
    readers: [...(supporter ? [line('supporter', supporter)] : []), ...designated.map((officer) => line('designated', officer))],
    officers: helpers.map(({ id, name }) => ({ id, name })),
    etag: found?.etag ?? 'new',
    now: String(clock.now()),
  }
}

/** C6.22: the Member names who supports them, who may then open the plan; or nobody any more. */
export async function nameSupporter(
  council: Council,
  member: Member,
  { supporter: asked, etag }: { readonly supporter?: string | undefined; readonly etag: string },
): Promise<Result<PdpReaders, NameRefusal>> {
  const { clock, pdps } = council
  const named = asked === undefined ? undefined : (await planHelpers(council)).find(({ id }) => id === asked)
  if (asked !== undefined && !named) return refused({ kind: 'no-such-officer' })
  const found = await pdps.find(member.id)
  if ((found?.etag ?? 'new') !== etag) return refused({ kind: 'changed-since-seen' })
  const { supporter: _before, ...plan } = found?.value ?? (await pdps.begun(member.id, clock.now()))
  const changed = { ...plan, ...(named ? { supporter: personId(named.id) } : {}) }
  const written = await pdps.save({ plan: changed }, found ?? 'new', { kind: 'member', id: member.id })
  return written === 'saved' ? ok(await readPdpReaders(council, member)) : refused({ kind: 'changed-since-seen' })
}
