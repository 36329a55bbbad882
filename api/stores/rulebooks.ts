import type { CouncilId } from '../../domain/kernel/ids.ts'
import { rulebookVersionSchema, type RulebookVersion } from '../../domain/rulebook/rulebook.ts'
import type { Rulebooks } from '../ports/council.ts'
import type { Tables } from '../ports/tables.ts'
import type { Fresh } from './fresh.ts'
import { rulebooksPk, startingWith, versionRow } from './keys.ts'

/** A council's rulebook, version after version: added, never edited. */
export function createRulebooks(deps: { council: CouncilId; tables: Tables; versions: Fresh<readonly RulebookVersion[]> }): Rulebooks {
  const { tables, versions } = deps
  const pk = rulebooksPk(deps.council)
  return {
    all: async () =>
      versions.get(async () => (await tables.range(pk, ...startingWith('v~'))).map((row) => rulebookVersionSchema.parse(row.data))),
    async add(version) {
      const written = await tables.commit(pk, [{ insert: versionRow(version.version), data: version }])
      versions.forget()
      return written
    },
  }
}
