import type { Anchor, ChainRow } from '../../../api/ports/audit.ts'
import { verifyChain } from '../../../api/account/verify.ts'
import { createChainReader } from '../../../api/stores/audit-chain.ts'
import { chainRowSchema } from '../../../api/account/audit.ts'
import { clocksDifferBy, minute } from './checks-messages.ts'
import type { SessionRecord } from '../../../domain/sessions/session-record.ts'
import { profile } from './outside/council-world.ts'
import type { Lived } from './run.ts'

/** The audit chain is whole, and what the records tell it tells too, as often. */
export async function account(lived: Lived): Promise<readonly string[]> {
  const { world, records } = lived
  const chain = createChainReader({ council: profile.id, tables: world.storage.tables })
  const anchors = await world.anchors.all(profile.id)
  const verdict = await verifyChain({ chain, council: profile.id, anchors })
  if (verdict.kind === 'broken') return [`the audit chain is broken: ${JSON.stringify(verdict.fault)}`]
  if (verdict.kind === 'nothing-to-verify') return ['the audit chain has no rows']
  const rows: ChainRow[] = []
  for (const month of ['202609', '202610', '202611']) {
    for await (const { data } of chain.rows(month)) {
      const row = chainRowSchema.safeParse(data)
      if (row.success) rows.push(row.data)
    }
  }
  return [...unanchored(lived, anchors, rows), ...records.flatMap((record) => disagreements(record, rows))]
}

const day = 86_400_000
/** Five past midnight in London, in the summer time in which all of this plays. */
const firstNight = Date.UTC(2026, 9, 18, 23, 5)
/** How long a row may be on its way to the chain: a process that stood still, what puts a task off, and a write that came late. */
const onItsWay = 30 * minute

/** Each night, and when a council begins, the last row is anchored, and with it every row that was told of long before. */
function unanchored({ isCalm, scenario, world }: Lived, anchors: readonly Anchor[], rows: readonly ChainRow[]): readonly string[] {
  const begun = scenario.beginsAt.epochMilliseconds
  const nights = Array.from({ length: 7 }, (_, index) => firstNight + index * day).filter((night) => night > begun)
  return nights.flatMap((night) => {
    const isRough = !isCalm && night < scenario.calmFrom.epochMilliseconds
    const until = night + (isRough ? scenario.lateByMinutes : 20) * minute
    if (until > world.now()) return []
    const own = anchors.filter(({ at }) => momentOf(at) >= night - clocksDifferBy && momentOf(at) <= until + clocksDifferBy)
    const name = new Date(night).toISOString()
    if (own.length === 0) return [`not anchored in the night of ${name}`]
    const upTo = Math.max(...own.map(({ seq }) => seq))
    const missed = rows.filter(({ at, seq }) => seq > upTo && momentOf(at) < night - onItsWay)
    return missed.length > 0 ? [`anchored in the night of ${name} without ${missed.length} rows of before`] : []
  })
}

function momentOf(iso: string): number {
  return Date.parse(iso)
}

function disagreements({ session, history, duties, calls }: SessionRecord, rows: readonly ChainRow[]): readonly string[] {
  const told = (action: string) => rows.filter((row) => row.action === action && row.object.id === session.id).length
  const lines = (kind: string) => history.filter(({ what }) => what.kind === kind).length
  const counted = [
    ['decision-taken', lines('decided')],
    ['case-raised', lines('raised')],
    ['case-escalated', lines('escalated')],
    ['reason-given', lines('reason-given')],
    ['call-recorded', calls.length],
  ] as const
  const miscounted = counted.flatMap(([action, count]) =>
    told(action) === count ? [] : [`the audit chain tells ${action} ${told(action)} times, it was ${count}: ${session.title}`],
  )
  // Which duty a row tells of may be sealed with the Member's key: so each is one of so many that ended so.
  const ends = rows.filter(
    ({ object, details }) => object.kind === 'duty' && object.session === session.id && details?.['outcome'] !== undefined,
  )
  const last = [...Map.groupBy(ends, ({ object }) => object.id).values()].map((own) => String(own.at(-1)?.details?.['outcome']))
  const ended = duties.flatMap(({ state }) => (state.kind === 'done' ? [state.outcome.kind] : []))
  const same = last.toSorted().join() === ended.toSorted().join()
  return [
    ...miscounted,
    ...(same ? [] : [`the audit chain tells of duties ${last.toSorted().join()}, there were ${ended.toSorted().join()}: ${session.title}`]),
  ]
}
