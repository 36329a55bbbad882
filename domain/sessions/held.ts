import { instant, isAtOrAfter, isBefore } from '../kernel/time.ts'
import type { Instant } from '../kernel/time.ts'
import { inForce, kindOf } from '../rulebook/in-force.ts'
import type { Rulebook, RulebookVersion } from '../rulebook/rulebook.ts'
import type { Session } from './session.ts'
import type { SessionSummary } from './session-record.ts'

type Aimed = Pick<Session, 'kind'> & { readonly aims?: string | undefined }
type Rules = Pick<Rulebook, 'kinds' | 'briefings' | 'planning'>

/** C1.9: it does not say what it is to achieve, and its kind is to. C1.5: of briefings the council says whether they are. */
export function lacksAims({ kind, aims }: Aimed, rulebook: Rules): boolean {
  return !aims?.trim() && isToSay(kind, rulebook)
}

/** C1.9: it is not published before it says what it is to achieve. What has been published already stays; what that is, the caller knows. */
export function isHeldBack(session: Aimed, rulebook: Rules): boolean {
  return rulebook.planning.withoutAims === 'hold' && lacksAims(session, rulebook)
}

function isToSay(kind: string, rulebook: Rules): boolean {
  return rulebook.briefings.objectives || kindOf(rulebook, kind).countsAs !== 'briefing'
}

/**
 * Whether a session stands in the year's programme: held back it does not, unless it stood there before. It did if it once said what it
 * was to achieve, or was known before the council held anything of its kind back.
 *
 * Clauses: C1.9 (HR 3.2, 3.5).
 */
export function stoodInProgramme(
  { kind, hadAims, firstSeenAt }: Pick<SessionSummary, 'kind' | 'hadAims' | 'firstSeenAt'>,
  heldFrom: HeldFrom,
): boolean {
  const from = heldFrom(kind)
  return hadAims === true || (from !== undefined && isBefore(firstSeenAt, from))
}

/** From when on sessions of a kind have been held back without a break. Undefined: as far as is known, always. */
export type HeldFrom = (kind: string) => Instant | undefined

export function heldFromOf(versions: readonly RulebookVersion[], now: Instant): HeldFrom {
  const changes = versions.map(({ effectiveFrom }) => instant(effectiveFrom)).filter((at) => isAtOrAfter(now, at))
  const latestFirst = changes.toSorted((one, other) => other.epochMilliseconds - one.epochMilliseconds)
  return (kind) => {
    const free = latestFirst.findIndex((at) => {
      const ruled = inForce(versions, at)?.rulebook
      return ruled !== undefined && !(ruled.planning.withoutAims === 'hold' && isToSay(kind, ruled))
    })
    return free > 0 ? latestFirst[free - 1] : undefined
  }
}

/** What is kept of a session whose aims are taken out again: it has been published with them. */
export function aimsBefore(previous: Session['details'], given: { readonly aims?: string | undefined }): { readonly hadAims?: true } {
  return !given.aims && (previous?.aims || previous?.hadAims) ? { hadAims: true } : {}
}
