import type { PersonId } from '../../../domain/kernel/ids.ts'

/** The tokens with which people lately reached this instance, in memory until they expire: with one, an answer is given as that person. */
export interface HeldAssertions {
  keep(tenant: string, person: PersonId, assertion: string, expiresAtEpochSeconds: number): void
  find(tenant: string, person: PersonId): string | undefined
}

/** A token about to expire would be refused on its way. */
const spareSeconds = 30

/**
 * An economy and never a need: without one, the service answers by its own permission. The oldest go first when `most` are held.
 *
 * Units: `wallSeconds` is real time since 1970, not the council's clock.
 */
export function createHeldAssertions(wallSeconds: () => number, most = 5_000): HeldAssertions {
  const held = new Map<string, { readonly assertion: string; readonly until: number }>()
  const keyOf = (tenant: string, person: PersonId) => `${tenant} ${person}`

  return {
    keep(tenant, person, assertion, expiresAtEpochSeconds) {
      const key = keyOf(tenant, person)
      held.delete(key)
      held.set(key, { assertion, until: expiresAtEpochSeconds - spareSeconds })
      const oldest = held.keys().next()
      if (held.size > most && !oldest.done) held.delete(oldest.value)
    },
    find(tenant, person) {
      const key = keyOf(tenant, person)
      const found = held.get(key)
      if (found && found.until > wallSeconds()) return found.assertion
      held.delete(key)
      return undefined
    },
  }
}
