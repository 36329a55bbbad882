import { z } from 'zod'
import type { CouncilId, MemberId } from '../../domain/kernel/ids.ts'
import type { Member } from '../../domain/members/member.ts'
import { importReport } from '../contracts/register.ts'
import type { Members, Seen, Stored, Written } from '../ports/council.ts'
import type { Op, Tables } from '../ports/tables.ts'
import { memberIdCodec } from './codec.ts'
import { memberCodec } from './codec-member.ts'
import type { Fresh } from './fresh.ts'
import { memberRow, membersPk, personRow, startingWith } from './keys.ts'

const personPointer = z.object({ memberId: memberIdCodec })

/** The roll: at most a few hundred rows in one partition, read whole. `roll` keeps it for a minute. */
export function createMembers({ council, tables, roll }: { council: CouncilId; tables: Tables; roll: Fresh<readonly Member[]> }): Members {
  const pk = membersPk(council)

  async function find(id: MemberId): Promise<Stored<Member> | undefined> {
    const row = await tables.get(pk, memberRow(id))
    return row && { value: memberCodec.from(row.data), etag: row.etag }
  }

  return {
    find,
    all: async () => roll.get(async () => (await tables.range(pk, ...startingWith('m~'))).map((row) => memberCodec.from(row.data))),
    async byPerson(person) {
      const row = await tables.get(pk, personRow(person))
      const found = row && (await find(z.decode(personPointer, row.data as z.input<typeof personPointer>).memberId))
      return found?.value.personId === person ? found : undefined // the Member may have been given another account since
    },
    async save(member, seen) {
      const written = await saveMember(tables, pk, member, seen)
      roll.forget()
      return written
    },
    async lastImport() {
      const row = await tables.get(pk, 'import')
      return row && importReport.parse(row.data)
    },
    async noteImport(report) {
      await tables.commit(pk, [{ put: 'import', data: report }])
    },
  }
}

/** The pointer from the account first: one that points too far is looked through, one that is missing would lock the Member out. */
async function saveMember(tables: Tables, pk: ReturnType<typeof membersPk>, member: Member, seen: Seen): Promise<Written> {
  if (member.personId) await tables.commit(pk, [{ put: personRow(member.personId), data: { memberId: member.id } }])
  const data = memberCodec.data(member)
  const op: Op = seen === 'new' ? { insert: memberRow(member.id), data } : { replace: memberRow(member.id), data, etag: seen.etag }
  return tables.commit(pk, [op])
}
