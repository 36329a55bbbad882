import { instant, isAtOrAfter } from '../kernel/time.ts'
import type { Instant } from '../kernel/time.ts'
import type { Rulebook, RulebookVersion, SessionKind } from './rulebook.ts'

/** The version that rules at an instant: the last to take effect by then, and of two that took effect together the later one. */
export function inForce(versions: readonly RulebookVersion[], at: Instant): RulebookVersion | undefined {
  return versions
    .filter((version) => isAtOrAfter(at, instant(version.effectiveFrom)))
    .toSorted((one, other) => instant(one.effectiveFrom).until(instant(other.effectiveFrom)).sign || other.version - one.version)
    .at(0)
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
