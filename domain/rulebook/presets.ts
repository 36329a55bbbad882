import { brent } from './presets/brent.ts'
import { presetOf } from './presets/common-ground.ts'
import { harrow } from './presets/harrow.ts'
import { havering } from './presets/havering.ts'
import { thurrock } from './presets/thurrock.ts'
import { towerHamlets } from './presets/tower-hamlets.ts'
import type { Rulebook } from './rulebook.ts'

/** The rulebooks that the product ships, each from one council's own document. */
export const presets = {
  'tower-hamlets': presetOf(towerHamlets),
  brent: presetOf(brent),
  thurrock: presetOf(thurrock),
  havering: presetOf(havering),
  harrow: presetOf(harrow),
} as const satisfies Record<string, Rulebook>

export function presetNamed(name: string): Rulebook | undefined {
  return Object.entries(presets).find(([id]) => id === name)?.[1]
}
