import { instant, isAtOrAfter, isBefore } from '../kernel/time.ts'
import type { Instant } from '../kernel/time.ts'
import type { Rulebook, RulebookVersion, SessionKind } from './rulebook.ts'

/**
 * The version that rules at an instant: the latest one made among those that have taken effect by then. From its day on a version
 * stands in the place of every earlier one, so one that was to come later than its follower never comes.
 */
export function inForce(versions: readonly RulebookVersion[], at: Instant): RulebookVersion | undefined {
  const begun = versions.filter((version) => isAtOrAfter(at, instant(version.effectiveFrom)))
  return begun.toSorted((one, other) => other.version - one.version).at(0)
}

/** What of a council's rules a version took the place of: what would have ruled from its day on without it. */
export function followedBy(
  versions: readonly RulebookVersion[],
  { version, effectiveFrom }: Pick<RulebookVersion, 'version' | 'effectiveFrom'>,
) {
  const earlier = versions.filter((each) => each.version < version)
  return inForce(earlier, instant(effectiveFrom))
}

/** `never`: another was made before its day came, and begins no later. */
export type Standing = 'in-force' | 'to-come' | 'past' | 'never'

export function standingOf(versions: readonly RulebookVersion[], version: RulebookVersion, at: Instant): Standing {
  const now = inForce(versions, at)
  if (now?.version === version.version) return 'in-force'
  const from = instant(version.effectiveFrom)
  const beforeItsDay = (other: RulebookVersion) =>
    isBefore(instant(other.changedAt), from) && isAtOrAfter(from, instant(other.effectiveFrom))
  const replaced = versions.some((other) => other.version > version.version && beforeItsDay(other))
  if (replaced) return 'never'
  return isAtOrAfter(at, from) ? 'past' : 'to-come'
}

/** A kind by its id. One that the council has since taken off its list is still told by its id, and counts as training. */
export function kindOf(rulebook: Pick<Rulebook, 'kinds'>, id: string): SessionKind {
  const known = rulebook.kinds.find((kind) => kind.id === id)
  return known ?? { id, label: labelFrom(id), countsAs: 'training', audience: 'all-members', audienceFixed: false, dayAndEvening: false }
}

function labelFrom(id: string): string {
  const words = id.replaceAll('-', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}
