import towerHamletsJson from './presets/tower-hamlets.json' with { type: 'json' }
import { parseRulebook } from './parse-rulebook.ts'
import type { Rulebook } from './rulebook.ts'

function preset(given: unknown): Rulebook {
  const parsed = parseRulebook(given)
  if (!parsed.ok) throw new TypeError(`a preset is wrong: ${JSON.stringify(parsed.refusal.errors)}`)
  return parsed.value
}

/** The rulebooks that the product ships, each from one council's own document. */
export const presets = { 'tower-hamlets': preset(towerHamletsJson) } as const satisfies Record<string, Rulebook>

export function presetNamed(name: string): Rulebook | undefined {
  return Object.entries(presets).find(([id]) => id === name)?.[1]
}
