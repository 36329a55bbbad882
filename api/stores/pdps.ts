import { randomBytes, randomUUID } from 'node:crypto'
import { pdpId, personId, type CouncilId, type MemberId } from '../../domain/kernel/ids.ts'
import { isSame } from '../../domain/kernel/same.ts'
import { emptyContent, standingOf, type Pdp } from '../../domain/pdp/plan.ts'
import { pdpEntries, pdpReadEntry } from '../account/pdp-entries.ts'
import type { Clock } from '../ports/clock.ts'
import type { Pdps } from '../ports/pdps.ts'
import type { Op, Row, Tables } from '../ports/tables.ts'
import { Unavailable } from '../ports/unavailable.ts'
import type { AuditOutbox } from './audit.ts'
import { pdpCodec, pdpLineCodec, pdpReadCodec, pdpVersionCodec, type PdpLine } from './codec-pdp.ts'
import { memberRow, pdpPk, pdpRow, pdpsPk, startingWith } from './keys.ts'

type Deps = {
  readonly council: CouncilId
  readonly tables: Tables
  readonly clock: Pick<Clock, 'now'>
  readonly audit: AuditOutbox
}

type Line = { readonly value: PdpLine; readonly etag: string }

const mostVersions = 100
const attempts = 6

/**
 * Members' plans, and one list of how they stand. A plan and the list are two partitions, so before a plan is changed in what the list says
 * of it, its line is marked; whoever reads a marked line asks the plan itself. A writer that dies leaves a mark, and no untrue line.
 */
export function createPdps(deps: Deps): Pdps {
  const { council, tables, clock, audit } = deps
  const pk = pdpsPk(council)

  async function lineOf(member: MemberId): Promise<Line | undefined> {
    const row = await tables.get(pk, memberRow(member))
    return row && { value: pdpLineCodec.from(row.data), etag: row.etag }
  }
  async function headerOf(id: Pdp['id']): Promise<{ readonly value: Pdp; readonly etag: string } | undefined> {
    const row = await tables.get(pdpPk(council, id), pdpRow.header)
    return row && { value: pdpCodec.from(row.data), etag: row.etag }
  }

  async function mark(plan: Pdp): Promise<string> {
    const mine = randomUUID()
    for (let attempt = 0; attempt < attempts; attempt += 1) {
      const line = await lineOf(plan.memberId)
      const before = line?.value ?? { memberId: plan.memberId, id: plan.id, standing: standingOf(plan, plan.savedAt) }
      const data = pdpLineCodec.data({ ...before, changing: mine })
      const rk = memberRow(plan.memberId)
      const op: Op = line ? { replace: rk, data, etag: line.etag } : { insert: rk, data }
      if ((await tables.commit(pk, [op])) === 'saved') return mine
    }
    throw new Unavailable('storage', 'the list of plans is being written by others all the time')
  }

  /** Only whose mark it is takes it away: the next one's writer has not finished. */
  async function settle(member: MemberId, mine: string): Promise<void> {
    const line = await lineOf(member)
    if (line?.value.changing !== mine) return
    const plan = await headerOf(line.value.id)
    if (!plan) return
    const { changing: _changing, ...rest } = line.value
    const data = pdpLineCodec.data({ ...rest, standing: standingOf(plan.value, rest.standing.begunAt) })
    await tables.commit(pk, [{ replace: memberRow(member), data, etag: line.etag }])
  }

  return {
    async find(member) {
      const line = await lineOf(member)
      return line && headerOf(line.value.id)
    },
    async begun(memberId, at) {
      const id = (await lineOf(memberId))?.value.id ?? pdpId(randomBytes(16).toString('hex'))
      return { id, memberId, content: emptyContent, savedAt: at, savedBy: { kind: 'member' }, versions: 0, keptAt: at }
    },
    async save({ plan, kept = [] }, seen, by) {
      const before = seen === 'new' ? undefined : seen.value
      const changes = !before || !isSame(standingOf(before, before.savedAt), standingOf(plan, before.savedAt))
      const mine = changes ? await mark(plan) : undefined
      if (mine && !before && (await lineOf(plan.memberId))?.value.id !== plan.id) {
        await settle(plan.memberId, mine)
        return 'exists' // begun twice at once: the first one's is the plan
      }
      const data = pdpCodec.data(plan)
      const header: Op = seen === 'new' ? { insert: pdpRow.header, data } : { replace: pdpRow.header, data, etag: seen.etag }
      const versions = kept.map((version): Op => ({ insert: pdpRow.version(version.number), data: pdpVersionCodec.data(version) }))
      const drafts = pdpEntries({ before, after: plan }, by, clock.now())
      const written = await audit.commit({ source: `pdp~${plan.id}`, ops: [header, ...versions], drafts })
      if (mine) await settle(plan.memberId, mine)
      return written
    },
    async versions({ id, versions }) {
      const from = pdpRow.version(Math.max(1, versions - mostVersions + 1))
      const rows = await tables.range(pdpPk(council, id), from, startingWith('v~')[1])
      return rows.map(({ data }) => pdpVersionCodec.from(data)).toReversed()
    },
    async noteRead(plan, by, at) {
      const rk = pdpRow.read(by)
      const data = pdpReadCodec.data({ at })
      for (let attempt = 0; attempt < attempts; attempt += 1) {
        const row = await tables.get(pdpPk(council, plan.id), rk)
        const op: Op = row ? { replace: rk, data, etag: row.etag } : { insert: rk, data }
        const written = await audit.commit({ source: `pdp~${plan.id}`, ops: [op], drafts: [pdpReadEntry(plan, by, at)] })
        if (written === 'saved') return
      }
      throw new Unavailable('storage', 'that a plan was opened could not be written down')
    },
    async reads({ id }) {
      const rows = await tables.range(pdpPk(council, id), ...startingWith('r~'))
      return new Map(rows.map(({ rk, data }) => [personOf(rk), pdpReadCodec.from(data).at]))
    },
    async standings() {
      const rows = await tables.range(pk, ...startingWith('m~'))
      const lines = await Promise.all(rows.map((row) => trueLine(row)))
      return new Map(lines.flatMap((line) => (line ? [[line.memberId, line.standing] as const] : [])))
    },
  }

  /** Undefined: marked by whoever began a plan and died before it was written. */
  async function trueLine({ data }: Row): Promise<PdpLine | undefined> {
    const line = pdpLineCodec.from(data)
    if (!line.changing) return line
    const plan = await headerOf(line.id)
    return plan && { ...line, standing: standingOf(plan.value, line.standing.begunAt) }
  }
}

function personOf(rk: string) {
  return personId(rk.slice(2))
}
