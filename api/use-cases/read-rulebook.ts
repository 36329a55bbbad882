import { presets } from '../../domain/rulebook/presets.ts'
import { standingOf } from '../../domain/rulebook/in-force.ts'
import { presetNamed } from '../../domain/rulebook/words-of-values.ts'
import type { RulebookVersion } from '../../domain/rulebook/rulebook.ts'
import type { RulebookVersionView, RulebookView } from '../contracts/rulebook.ts'
import type { Council } from '../ports/council.ts'
import { changesMade } from './propose-rulebook.ts'

/** A council that changes its rules each month has eight years of them here. */
const mostShown = 100

/** The rules, those that are to come and those that were, each with what it changed. */
export async function readRulebook({ rulebooks, clock }: Council, mayChange: boolean): Promise<RulebookView> {
  const versions = await rulebooks.readAnew()
  const newestFirst = versions.toSorted((one, other) => other.version - one.version)
  const [latest] = newestFirst
  if (!latest) throw new TypeError('a council without a rulebook was opened')
  const now = clock.now()
  const view = (version: RulebookVersion): RulebookVersionView => ({
    version: version.version,
    effectiveFrom: version.effectiveFrom,
    changedBy: version.changedBy,
    changedAt: version.changedAt,
    ...(version.why === undefined ? {} : { why: version.why }),
    standing: standingOf(versions, version, now),
    sentences: [...changesMade(versions, version)],
  })
  return {
    latest: latest.version,
    rulebook: latest.rulebook,
    versions: newestFirst.slice(0, mostShown).map(view),
    presets: Object.keys(presets).map((preset) => ({ preset, name: presetNamed(preset) })),
    mayChange,
    now: String(now),
  }
}
