import { z } from 'zod'
import type { Alert } from '../../domain/duties/chasing.ts'
import type { CouncilId, DutyId, MemberId } from '../../domain/kernel/ids.ts'
import type { Instant } from '../../domain/kernel/time.ts'
import { isAtOrAfter } from '../../domain/kernel/time.ts'
import type { Alerts } from '../ports/alerts.ts'
import type { Op, Row, Tables } from '../ports/tables.ts'
import { Unavailable } from '../ports/unavailable.ts'
import { dutyIdCodec, instantCodec, memberIdCodec, rowCodec } from './codec.ts'
import { alertsPk, memberRow, startingWith } from './keys.ts'

type Counted = { readonly memberId: MemberId; readonly sent: readonly { readonly dutyId: DutyId; readonly at: Instant }[] }

const countedCodec = rowCodec<Counted>()(
  z.object({ memberId: memberIdCodec, sent: z.array(z.object({ dutyId: dutyIdCodec, at: instantCodec })).readonly() }),
)

const attempts = 6
/** Operations of one transaction. */
const room = 100

/** A row for each Member with what was sent to them within the week, all in one partition: one reading, and one write for all. */
export function createAlerts({ council, tables }: { readonly council: CouncilId; readonly tables: Tables }): Alerts {
  const pk = alertsPk(council)
  const read = async () => tables.range(pk, ...startingWith('m~'))
  return {
    async since(from) {
      return (await read()).flatMap((row) => alertsIn(row)).filter(({ at }) => isAtOrAfter(at, from))
    },
    async take(wanted, cap) {
      for (let attempt = 0; attempt < attempts; attempt += 1) {
        const { granted, ops } = counting(await read(), wanted, cap)
        if (await writeAll(tables, pk, ops)) return granted
      }
      throw new Unavailable('storage', 'the count of messages is being changed by others all the time')
    },
  }
}

function alertsIn(row: Row): readonly Alert[] {
  const { memberId, sent } = countedCodec.from(row.data)
  return sent.map((each) => ({ memberId, ...each }))
}

/** Each Member's row is whole in itself, so a write broken off between transactions is simply made again. */
async function writeAll(tables: Tables, pk: ReturnType<typeof alertsPk>, ops: readonly Op[]): Promise<boolean> {
  for (let from = 0; from < ops.length; from += room) {
    if ((await tables.commit(pk, ops.slice(from, from + room))) !== 'saved') return false
  }
  return true
}

function counting(rows: readonly Row[], wanted: readonly Alert[], { perMember, from }: Parameters<Alerts['take']>[1]) {
  const byKey = new Map(rows.map((row) => [row.rk, row]))
  const granted = new Set<DutyId>()
  const ops = [...Map.groupBy(wanted, ({ memberId }) => memberId)].flatMap(([memberId, alerts]): readonly Op[] => {
    const rk = memberRow(memberId)
    const row = byKey.get(rk)
    const before = (row ? countedCodec.from(row.data).sent : []).filter((each) => isAtOrAfter(each.at, from))
    const sent = alerts.reduce((counted, { dutyId, at }) => {
      const isKnown = counted.some((each) => each.dutyId === dutyId)
      if (!isKnown && counted.length >= perMember) return counted
      granted.add(dutyId)
      return isKnown ? counted : [...counted, { dutyId, at }]
    }, before)
    if (sent.length === before.length) return []
    const data = countedCodec.data({ memberId, sent })
    return [row ? { replace: rk, data, etag: row.etag } : { insert: rk, data }]
  })
  return { granted, ops }
}
