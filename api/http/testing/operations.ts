import { ok } from '../../../domain/kernel/result.ts'
import { arrangedAt } from '../../../domain/testing/builders.ts'
import { apiOperations } from '../../app.ts'
import type { HealthSources } from '../../ports/health-sources.ts'
import { createTestClock } from '../../testing/clock.ts'
import type { Operation } from '../operation.ts'

/** Nothing is done by the clock, no key is used, and nothing is found. */
export const noHealthSources: HealthSources = { workOf: async () => [], keysOf: () => [], checkAccess: async () => undefined }

/** Everything that the API does, to read rather than to ask. */
export function testOperations(): readonly Operation[] {
  return apiOperations({
    clock: createTestClock(arrangedAt),
    kick: () => undefined,
    importRegister: async () => ok({ at: '', source: '', read: 0, added: 0, changed: 0, left: 0, doubtful: [] }),
    openLists: () => async () => [],
    health: noHealthSources,
  })
}
