import type { CouncilId } from '../../domain/kernel/ids.ts'
import { storedVersionSchema, type RulebookVersion } from '../../domain/rulebook/rulebook.ts'
import { rulebookEntry } from '../account/council-entries.ts'
import type { Clock } from '../ports/clock.ts'
import type { Rulebooks } from '../ports/council.ts'
import type { Op, Row, Tables } from '../ports/tables.ts'
import type { AuditOutbox } from './audit.ts'
import type { Fresh } from './fresh.ts'
import { rulebooksPk, startingWith, versionRow } from './keys.ts'

type Deps = {
  readonly council: CouncilId
  readonly tables: Tables
  readonly versions: Fresh<readonly RulebookVersion[]>
  readonly audit: AuditOutbox
  readonly clock: Pick<Clock, 'now'>
}

/** A council's rulebook, version after version: added, never edited. */
export function createRulebooks(deps: Deps): Rulebooks {
  const { tables, versions, audit, clock } = deps
  const pk = rulebooksPk(deps.council)
  const parsed = new Map<string, { readonly etag: string; readonly version: RulebookVersion }>()

  /** Each is parsed once: that costs more than all else that is read to open a council, and a version does not change. */
  function parse({ rk, etag, data }: Row): RulebookVersion {
    const known = parsed.get(rk)
    if (known?.etag === etag) return known.version
    const version = storedVersionSchema.parse(data)
    parsed.set(rk, { etag, version })
    return version
  }

  const read = async () => (await tables.range(pk, ...startingWith('v~'))).map(parse)
  return {
    all: async () => versions.get(read),
    async readAnew() {
      versions.forget()
      return versions.get(read)
    },
    async add(version) {
      const op: Op = { insert: versionRow(version.version), data: version }
      const written = await audit.commit({ source: 'rulebooks', ops: [op], drafts: [rulebookEntry(version, clock.now())] })
      versions.forget()
      return written
    },
  }
}
