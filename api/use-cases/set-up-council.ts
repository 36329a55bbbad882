import type { CouncilId } from '../../domain/kernel/ids.ts'
import { ok, refused } from '../../domain/kernel/result.ts'
import type { Result } from '../../domain/kernel/result.ts'
import { isSame } from '../../domain/kernel/same.ts'
import { withSettings } from '../../domain/rulebook/parse-rulebook.ts'
import { presetNamed } from '../../domain/rulebook/presets.ts'
import type { RulebookError } from '../../domain/rulebook/rulebook-error.ts'
import type { Rulebook } from '../../domain/rulebook/rulebook.ts'
import type { Clock } from '../ports/clock.ts'
import type { Council, CouncilProfile, Councils, Rulebooks } from '../ports/council.ts'

export type SetUpRefusal =
  | { readonly kind: 'unknown-preset' }
  | { readonly kind: 'rulebook-refused'; readonly errors: readonly RulebookError[] }
  /** A council of that id is there already, and is another one or says otherwise of itself: nothing of it was changed. */
  | { readonly kind: 'exists-otherwise' }

export type SetUpOrder = {
  readonly profile: CouncilProfile
  readonly preset: string
  /** Over the preset, in the rulebook's own words. */
  readonly settings?: unknown
  readonly by: string
}

/** The rules of a council that is yet to be: a preset, with its own settings over it. */
export function rulebookFor({ preset, settings }: Pick<SetUpOrder, 'preset' | 'settings'>): Result<Rulebook, SetUpRefusal> {
  const base = presetNamed(preset)
  if (!base) return refused({ kind: 'unknown-preset' })
  const rulebook = withSettings(base, settings)
  return rulebook.ok ? rulebook : refused({ kind: 'rulebook-refused', errors: rulebook.refusal.errors })
}

/**
 * Who a council is and by which rules it goes. Asked again it changes nothing: a set-up script may be run twice. One that was corrected
 * meanwhile is refused, so that nobody believes the correction was taken.
 */
export async function setUpCouncil(
  { councils, clock }: { readonly councils: Councils & { rulebooks(id: CouncilId): Rulebooks }; readonly clock: Clock },
  { profile, preset, settings, by }: SetUpOrder,
): Promise<Result<Council, SetUpRefusal>> {
  const rulebook = rulebookFor({ preset, settings })
  if (!rulebook.ok) return rulebook
  const at = String(clock.now())
  const version = { version: 1, effectiveFrom: at, changedBy: by, changedAt: at, rulebook: rulebook.value }
  // The rulebook first: a council without one cannot be opened, and one that is half set up is set up by asking again.
  await councils.rulebooks(profile.id).add(version)
  const added = await councils.add(profile)
  const council = await councils.open(profile.id)
  if (!council || (added !== 'saved' && !isSame(council.profile, profile))) return refused({ kind: 'exists-otherwise' })
  return ok(council)
}
