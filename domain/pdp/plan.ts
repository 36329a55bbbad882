import { digest } from '../kernel/digest.ts'
import type { MemberId, PdpId, PersonId, SessionId } from '../kernel/ids.ts'
import { ok, refused, type Result } from '../kernel/result.ts'
import { canonicalJson, isSame } from '../kernel/same.ts'
import { isBefore, type Day, type Instant } from '../kernel/time.ts'
import { lackingIn, type Lacking } from './lacking.ts'

/** What would help a Member with an objective. */
export type Help = 'session' | 'own-time' | 'watching' | 'mentor'

/** One thing that a Member wants to be able to do (C6.1). */
export type Objective = {
  readonly id: string
  readonly aim: string
  /** The timescale. Absent while it is being written. */
  readonly byOn?: Day
  readonly help: readonly Help[]
  /** How the Member will know. */
  readonly measure: string
  /** C6.23: the sessions that serve it. */
  readonly sessions: readonly SessionId[]
  readonly doneOn?: Day
}

/** What a plan holds, in the Member's own words (C6.2). */
export type PdpContent = {
  readonly gaps: string
  /** From work and life (TK 4.b5). */
  readonly transferable: string
  readonly aspirations: string
  readonly otherSkills: string
  /** Ids of the rulebook's skills. */
  readonly needs: readonly string[]
  readonly objectives: readonly Objective[]
}

export type Hand = { readonly kind: 'member' } | { readonly kind: 'officer'; readonly id: PersonId; readonly name: string }

/** One Member's plan: as it is being written, and which version of it the Member last agreed. */
export type Pdp = {
  readonly id: PdpId
  readonly memberId: MemberId
  readonly content: PdpContent
  readonly savedAt: Instant
  readonly savedBy: Hand
  /** The number of the last version kept; 0 while there is none. */
  readonly versions: number
  readonly keptAt?: Instant
  /** `mark`: a digest of what was agreed. */
  readonly agreed?: { readonly at: Instant; readonly version: number; readonly mark: string }
  /** C6.22: the officer whom the Member has named to support them. */
  readonly supporter?: PersonId
}

/** What a plan said at a time. Never changed. */
export type PdpVersion = {
  readonly number: number
  readonly keptAt: Instant
  /** `agreed`: the Member agreed it. The others stood before something was written over them. */
  readonly because: 'agreed' | 'another-hand' | 'objective-removed' | 'set-aside' | 'earlier'
  readonly by: Hand
  readonly content: PdpContent
}

export const emptyContent: PdpContent = { gaps: '', transferable: '', aspirations: '', otherSkills: '', needs: [], objectives: [] }

/** Words are saved every few seconds: what stood a quarter of an hour before is kept, and not each letter. */
const keptEveryMinutes = 15

type Save = {
  readonly content: PdpContent
  readonly by: Hand
  readonly at: Instant
  /** Of two devices' words, those that were not chosen. */
  readonly setAside?: PdpContent
}

/**
 * The plan with other words in it, and what has to be kept of those before: whatever another hand wrote, whatever lost an objective, what
 * was set aside, and otherwise what stood a quarter of an hour ago. So nothing that anybody typed is lost, and a history can be read.
 */
export function afterSaving(
  before: Pdp,
  { content, by, at, setAside }: Save,
): { readonly plan: Pdp; readonly kept: readonly PdpVersion[] } {
  const isOtherSide = setAside !== undefined && isSame(setAside, before.content)
  const because = whyKept(before, { content, by, at }) ?? (isOtherSide ? 'set-aside' : undefined)
  const kept: readonly Omit<PdpVersion, 'number'>[] = [
    ...(because && !isSame(before.content, content) ? [{ keptAt: at, because, by: before.savedBy, content: before.content }] : []),
    ...(setAside && !isOtherSide && !isSame(setAside, content)
      ? [{ keptAt: at, because: 'set-aside' as const, by, content: setAside }]
      : []),
  ]
  const plan = {
    ...before,
    content,
    savedAt: at,
    savedBy: by,
    versions: before.versions + kept.length,
    ...(kept.length > 0 ? { keptAt: at } : {}),
  }
  return { plan, kept: kept.map((version, index) => ({ ...version, number: before.versions + index + 1 })) }
}

function whyKept(before: Pdp, { content, by, at }: Save): PdpVersion['because'] | undefined {
  if (isSame(before.content, emptyContent)) return undefined
  if (before.savedBy.kind !== by.kind || !isSame(before.savedBy, by)) return 'another-hand'
  const ids = new Set(content.objectives.map(({ id }) => id))
  if (before.content.objectives.some(({ id }) => !ids.has(id))) return 'objective-removed'
  const last = before.keptAt
  return !last || isBefore(last.add({ minutes: keptEveryMinutes }), at) ? 'earlier' : undefined
}

/** The Member says that this is their plan. Only the Member can: whoever asks has been seen to be the one. */
export function agreed(plan: Pdp, at: Instant): Result<{ readonly plan: Pdp; readonly kept: readonly PdpVersion[] }, readonly Lacking[]> {
  const lacking = lackingIn(plan.content)
  if (lacking.length > 0) return refused(lacking)
  const number = plan.versions + 1
  const version: PdpVersion = { number, keptAt: at, because: 'agreed', by: { kind: 'member' }, content: plan.content }
  return ok({
    plan: { ...plan, versions: number, keptAt: at, agreed: { at, version: number, mark: markOf(plan.content) } },
    kept: [version],
  })
}

/** Whether what stands in a plan is what its Member last agreed. */
export function isAsAgreed({ agreed: last, content }: Pick<Pdp, 'agreed' | 'content'>): boolean {
  return last?.mark === markOf(content)
}

function markOf(content: PdpContent): string {
  return digest(canonicalJson(content))
}

/** What officers, leaders and whips may know of a plan (C6.22). A draft that was never agreed does not count (C6.8). */
export type PdpStanding = {
  readonly begunAt: Instant
  readonly agreedAt?: Instant
  /** Only to show the supporter whose plans they may open. */
  readonly supporter?: PersonId
}

export function standingOf({ agreed: last, supporter }: Pdp, begunAt: Instant): PdpStanding {
  return { begunAt, ...(last ? { agreedAt: last.at } : {}), ...(supporter ? { supporter } : {}) }
}
