import type { Scenario } from './scenario.ts'
import { storyOfThamesbrook } from './thamesbrook/play.ts'
import { thamesbrook } from './thamesbrook/world.ts'

/** Thamesbrook on Tuesday 13 October 2026, ten past two: a Mayor, 45 councillors, four co-opted Members, and a training that two have dropped out of. */
export const demo: Scenario = { world: () => thamesbrook, story: storyOfThamesbrook }
