import type { CouncilId } from '../../domain/kernel/ids.ts'
import type { Completion, KeptCompletion } from '../../domain/requirements/completion.ts'
import { completionEntry, withdrawalEntry } from '../account/completion-entries.ts'
import type { Completions } from '../ports/completions.ts'
import type { Op, Row, Tables } from '../ports/tables.ts'
import type { AuditOutbox } from './audit.ts'
import { completionCodec, withdrawalCodec } from './codec-completion.ts'
import { completionRow, completionsPk, startingWith, withdrawalRow } from './keys.ts'

type Deps = { readonly council: CouncilId; readonly tables: Tables; readonly audit: AuditOutbox }

/** A council's completions, in one partition: a few for each Member, read whole. */
export function createCompletions({ council, tables, audit }: Deps): Completions {
  const pk = completionsPk(council)

  async function under(prefix: string): Promise<readonly KeptCompletion[]> {
    const [told, withdrawn] = await Promise.all([
      tables.range(pk, ...startingWith(`c~${prefix}`)),
      tables.range(pk, ...startingWith(`w~${prefix}`)),
    ])
    return kept(told, withdrawn)
  }

  return {
    all: async () => under(''),
    ofMember: async (member) => under(`${member}~`),
    async add(completion) {
      const ops: readonly Op[] = [{ insert: completionRow(completion.memberId, completion.id), data: completionCodec.data(completion) }]
      return audit.commit({ source: 'completions', ops, drafts: [completionEntry(completion)] })
    },
    async withdraw({ id, memberId }, withdrawal) {
      const ops: readonly Op[] = [{ insert: withdrawalRow(memberId, id), data: withdrawalCodec.data({ ...withdrawal, of: id }) }]
      return audit.commit({ source: 'completions', ops, drafts: [withdrawalEntry(memberId, withdrawal)] })
    },
  }
}

function kept(told: readonly Row[], withdrawn: readonly Row[]): readonly KeptCompletion[] {
  const gone = new Map(withdrawn.map(({ data }) => withdrawalCodec.from(data)).map(({ of, ...withdrawal }) => [of, withdrawal]))
  return told.map(({ data }) => standing(completionCodec.from(data), gone))
}

function standing(completion: Completion, gone: ReadonlyMap<string, NonNullable<KeptCompletion['withdrawn']>>): KeptCompletion {
  const withdrawn = gone.get(completion.id)
  return withdrawn ? { ...completion, withdrawn } : completion
}
