import { inLondon, londonDay } from '../../domain/kernel/london.ts'
import { ok, refused } from '../../domain/kernel/result.ts'
import type { Result } from '../../domain/kernel/result.ts'
import { day, instant, isAtOrAfter, Temporal } from '../../domain/kernel/time.ts'
import type { Instant } from '../../domain/kernel/time.ts'
import { changesBetween } from '../../domain/rulebook/changes.ts'
import type { Change } from '../../domain/rulebook/changes.ts'
import { followedBy, inForce, standingOf } from '../../domain/rulebook/in-force.ts'
import { parseRulebook } from '../../domain/rulebook/parse-rulebook.ts'
import { presetNamed } from '../../domain/rulebook/presets.ts'
import type { RulebookError } from '../../domain/rulebook/rulebook-error.ts'
import type { Rulebook, RulebookVersion } from '../../domain/rulebook/rulebook.ts'
import { presetFor } from '../../domain/rulebook/taking-a-preset.ts'
import type { RulebookProposal } from '../contracts/rulebook.ts'
import type { Council } from '../ports/council.ts'

export type ProposalRefusal =
  | { readonly kind: 'faulty'; readonly errors: readonly RulebookError[] }
  /** Somebody else changed the rules since; `changed` is what they changed. */
  | { readonly kind: 'changed-since-seen'; readonly changed: readonly Change[] }
  | { readonly kind: 'nothing-changes' }

/** A change that could be made as it stands. `instead`: versions to come that would then never come. */
export type Proposed = {
  readonly number: number
  readonly effectiveFrom: Instant
  readonly rulebook: Rulebook
  readonly before: Rulebook
  readonly changes: readonly Change[]
  readonly instead: readonly RulebookVersion[]
}

/** Further ahead nobody knows what the rules will be. */
const daysAhead = 366
const words = {
  past: 'That day has passed. Choose today or a later day.',
  far: 'That is more than a year ahead. Choose an earlier day.',
  noPreset: 'There is no such preset. Choose one of the list.',
  noVersion: 'There is no such version. Choose one of the list.',
}

/** What somebody would change, against the rules as they stand at this moment and not as they were a minute ago. */
export async function proposed(
  { rulebooks, clock }: Council,
  { seen, rules, startsOn }: RulebookProposal,
): Promise<Result<Proposed, ProposalRefusal>> {
  const versions = await rulebooks.readAnew()
  const latest = versions.toSorted((one, other) => other.version - one.version)[0]
  if (!latest) throw new TypeError('a council without a rulebook was opened')
  if (latest.version !== seen) return refused({ kind: 'changed-since-seen', changed: changedSince(versions, seen) })

  const now = clock.now()
  const from = startOf(startsOn, now)
  if (!from.ok) return from
  const rulebook = rulesOf(rules, versions, latest)
  if (!rulebook.ok) return rulebook
  const before = inForce(versions, from.value)?.rulebook ?? latest.rulebook
  const changes = changesBetween(before, rulebook.value)
  const toCome = versions.filter((each) => standingOf(versions, each, now) === 'to-come')
  const instead = toCome.filter(({ effectiveFrom }) => isAtOrAfter(instant(effectiveFrom), from.value))
  if (changes.length === 0 && instead.length === 0) return refused({ kind: 'nothing-changes' })
  return ok({ number: seen + 1, effectiveFrom: from.value, rulebook: rulebook.value, before, changes, instead })
}

function faulty(path: string, message: string) {
  return refused({ kind: 'faulty', errors: [{ path, message }] } as const)
}

function startOf(startsOn: string | undefined, now: Instant): Result<Instant, ProposalRefusal> {
  if (startsOn === undefined) return ok(now)
  const today = londonDay(now)
  const on = day(startsOn)
  const order = Temporal.PlainDate.compare(on, today)
  if (order < 0) return faulty('startsOn', words.past)
  if (today.until(on).days > daysAhead) return faulty('startsOn', words.far)
  // Of today the morning is over: what was done by the old rules stays done.
  return ok(order === 0 ? now : inLondon(on, '00:00'))
}

function rulesOf(
  rules: RulebookProposal['rules'],
  versions: readonly RulebookVersion[],
  latest: RulebookVersion,
): Result<Rulebook, ProposalRefusal> {
  if (rules.kind === 'settings') return withoutFault(rules.rulebook)
  if (rules.kind === 'preset') {
    const preset = presetNamed(rules.preset)
    return preset ? withoutFault(presetFor(latest.rulebook, preset)) : faulty('preset', words.noPreset)
  }
  const earlier = versions.find(({ version }) => version === rules.version)
  return earlier ? ok(earlier.rulebook) : faulty('version', words.noVersion)
}

function withoutFault(given: unknown): Result<Rulebook, ProposalRefusal> {
  const parsed = parseRulebook(given)
  return parsed.ok ? parsed : refused({ kind: 'faulty', errors: parsed.refusal.errors })
}

/** What was changed by each version that came after the one that was seen. */
function changedSince(versions: readonly RulebookVersion[], seen: number): readonly Change[] {
  const since = versions.filter(({ version }) => version > seen)
  return since.flatMap((version) => changesMade(versions, version))
}

export function changesMade(versions: readonly RulebookVersion[], version: RulebookVersion): readonly Change[] {
  const before = followedBy(versions, version)
  return before ? changesBetween(before.rulebook, version.rulebook) : []
}
