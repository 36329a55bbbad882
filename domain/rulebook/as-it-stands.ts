import { sayings } from './changes.ts'
import type { Rulebook } from './rulebook.ts'
import { standingWords as words } from './words.ts'

/** `covers`: the settings that are told together. */
export type Told = { readonly covers: readonly string[]; readonly area: string; readonly sentence: string }

/**
 * The settings in plain words as they stand, in the order in which changes are told.
 *
 * Switches are not among them: what they are is a tick beside their own words.
 */
export function asItStands(rulebook: Rulebook): readonly Told[] {
  return sayings.flatMap((saying) => {
    const { covers, area } = saying
    if (saying.kind === 'switch') return []
    const sentence =
      saying.kind === 'value'
        ? words.value(saying.subject, saying.value(rulebook, rulebook.kinds))
        : words.list(
            saying.noun,
            saying.items(rulebook, rulebook.kinds).map(({ name }) => name),
          )
    return [{ covers, area, sentence }]
  })
}
