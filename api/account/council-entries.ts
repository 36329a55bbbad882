import type { Instant } from '../../domain/kernel/time.ts'
import type { RulebookVersion } from '../../domain/rulebook/rulebook.ts'
import type { AuditDraft } from '../ports/audit.ts'
import type { CouncilProfile } from '../ports/council.ts'

/** A version of the rules, by its number. Who asked for it stands, by name, in the version itself, which is part of what is hashed. */
export function rulebookEntry(version: RulebookVersion, at: Instant): AuditDraft {
  const object = { kind: 'rulebook', id: String(version.version) } as const
  const details = { version: version.version, effectiveFrom: version.effectiveFrom }
  return { at, actor: { kind: 'administrator' }, action: 'rulebook-added', object, after: version, details }
}

/** A council's being set up, by an administrator at the console of the service. */
export function councilEntry(profile: CouncilProfile, at: Instant): AuditDraft {
  return { at, actor: { kind: 'administrator' }, action: 'council-added', object: { kind: 'council' }, after: profile }
}
