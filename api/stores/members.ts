import { z } from 'zod'
import type { CouncilId, MemberId, PersonId } from '../../domain/kernel/ids.ts'
import type { Member } from '../../domain/members/member.ts'
import { importEntry, memberEntries } from '../account/people-entries.ts'
import { importReport } from '../contracts/register.ts'
import type { Clock } from '../ports/clock.ts'
import type { Members, Stored } from '../ports/council.ts'
import type { Op, Tables } from '../ports/tables.ts'
import { Unavailable } from '../ports/unavailable.ts'
import type { AuditOutbox } from './audit.ts'
import { memberIdCodec } from './codec.ts'
import { memberCodec } from './codec-member.ts'
import type { Fresh } from './fresh.ts'
import { memberRow, membersPk, personRow, startingWith } from './keys.ts'

const personPointer = z.object({ memberId: memberIdCodec })

type Deps = {
  readonly council: CouncilId
  readonly tables: Tables
  readonly roll: Fresh<readonly Member[]>
  readonly audit: AuditOutbox
  readonly clock: Pick<Clock, 'now'>
}

const attempts = 6

/** The roll: at most a few hundred rows in one partition, read whole. `roll` keeps it for a minute. */
export function createMembers({ council, tables, roll, audit, clock }: Deps): Members {
  const pk = membersPk(council)

  async function find(id: MemberId): Promise<Stored<Member> | undefined> {
    const row = await tables.get(pk, memberRow(id))
    return row && { value: memberCodec.from(row.data), etag: row.etag }
  }

  /** First: one that points too far is looked through, one that is missing would lock the Member out. */
  async function pointFrom(person: PersonId, memberId: MemberId): Promise<void> {
    await tables.commit(pk, [{ put: personRow(person), data: { memberId } }])
  }

  async function all(): Promise<readonly Member[]> {
    return roll.get(async () => (await tables.range(pk, ...startingWith('m~'))).map((row) => memberCodec.from(row.data)))
  }

  return {
    find,
    all,
    async readAnew() {
      roll.forget()
      return all()
    },
    async byPerson(person) {
      const row = await tables.get(pk, personRow(person))
      const found = row && (await find(z.decode(personPointer, row.data as z.input<typeof personPointer>).memberId))
      return found?.value.personId === person ? found : undefined // the Member may have been given another account since
    },
    async save(member, seen, by) {
      if (member.personId) await pointFrom(member.personId, member.id)
      const data = memberCodec.data(member)
      const rk = memberRow(member.id)
      const op: Op = seen === 'new' ? { insert: rk, data } : { replace: rk, data, etag: seen.etag }
      const drafts = memberEntries({ before: seen === 'new' ? undefined : seen.value, after: member }, by, clock.now())
      const written = await audit.commit({ source: 'members', ops: [op], drafts })
      roll.forget()
      return written
    },
    async lastImport() {
      const row = await tables.get(pk, 'import')
      return row && importReport.parse(row.data)
    },
    async noteImport(report, by) {
      const drafts = report.unfinished ? [] : [importEntry(report, by, clock.now())]
      for (let attempt = 0; attempt < attempts; attempt += 1) {
        const row = await tables.get(pk, 'import')
        const op: Op = row ? { replace: 'import', data: report, etag: row.etag } : { insert: 'import', data: report }
        if ((await audit.commit({ source: 'members', ops: [op], drafts })) === 'saved') return
      }
      throw new Unavailable('storage', 'the register is being imported elsewhere')
    },
  }
}
