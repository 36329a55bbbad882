import { demo } from './demo.ts'
import { empty } from './empty.ts'
import type { Scenario } from './scenario.ts'

export const scenarioNames = ['empty', 'demo'] as const
export type ScenarioName = (typeof scenarioNames)[number]

/** The councils that come with the sandbox. */
export const scenarios: Readonly<Record<ScenarioName, Scenario>> = { empty, demo }
