import { z } from 'zod'
import { rulebookSchema } from '../../domain/rulebook/rulebook.ts'
import { instantText, typedText } from './shared.ts'

/** What is to stand: every setting, a preset, or what an earlier version said. Settings are looked at by the rulebook's own schema. */
const rules = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('settings'), rulebook: z.unknown() }),
  z.strictObject({ kind: z.literal('preset'), preset: z.string().max(40) }),
  z.strictObject({ kind: z.literal('version'), version: z.int().min(1) }),
])

const proposed = {
  /** The latest version that was seen: the change is made from it or not at all. */
  seen: z.int().min(1),
  rules,
  /** The first day by the new rules, from midnight in London. Absent: now. */
  startsOn: z.iso.date().optional(),
}

/** POST /api/rulebook/preview */
export const rulebookProposal = z.strictObject(proposed)
export type RulebookProposal = z.infer<typeof rulebookProposal>

/** POST /api/rulebook */
export const rulebookChange = z.strictObject({ ...proposed, why: typedText(500).min(3) })
export type RulebookChange = z.infer<typeof rulebookChange>

const sentence = z.object({ path: z.string(), area: z.string(), sentence: z.string() })

const version = z.object({
  version: z.int(),
  effectiveFrom: instantText,
  changedBy: z.string(),
  changedAt: instantText,
  why: z.string().optional(),
  standing: z.enum(['in-force', 'to-come', 'past', 'never']),
  /** What it changed of the rules in whose place it came. Empty for the first. */
  sentences: z.array(sentence),
})
export type RulebookVersionView = z.infer<typeof version>

/** GET /api/rulebook */
export const rulebookView = z.object({
  /** The latest version, which may be one to come: what a change is made from. */
  latest: z.int(),
  /** As it says. */
  rulebook: rulebookSchema,
  /** The latest first. */
  versions: z.array(version),
  presets: z.array(z.object({ preset: z.string(), name: z.string() })),
  mayChange: z.boolean(),
  now: instantText,
})
export type RulebookView = z.infer<typeof rulebookView>

/** What a proposal would change, and for what. */
export const rulebookPreview = z.object({
  effectiveFrom: instantText,
  sentences: z.array(sentence),
  /** Versions that would then never come. */
  inPlaceOf: z.array(version.pick({ version: true, effectiveFrom: true, changedBy: true })),
  /** Sessions that begin after it takes effect, on the answers there are now. */
  sessions: z.object({ toCome: z.int(), newlyTooFew: z.int(), nowEnough: z.int() }),
})
export type RulebookPreview = z.infer<typeof rulebookPreview>
