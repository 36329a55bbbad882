import { councilId } from '../../domain/kernel/ids.ts'
import { instant } from '../../domain/kernel/time.ts'
import { countedTables } from '../../api/testing/counted-tables.ts'
import { createTablesDouble } from '../../api/testing/tables.ts'
import { createDueQueue } from '../../api/stores/due.ts'
import { quantile, sized, type Figure, type Line } from './figure.ts'

const shards = 4
const most = 64
const now = instant('2026-10-05T08:00:00Z')
/** All of England's principal authorities thirty times over: far beyond what is ever served from one storage account. */
const councilCounts = [1, 100, 10_400]
const pointersEach = 5

/** What a look at "what is due" costs while nothing is, however many councils wait for their own times. */
export const duePoll: Figure = {
  name: 'due',
  title: 'Looking for what is due',
  besideIs: 'one council',
  async run(size) {
    const polls = sized(size, 200, 20)
    let one: Cost | undefined
    let oneTaken = 0
    const lines: Line[] = []
    for (const councils of councilCounts.map((count) => (count === 10_400 ? sized(size, count, 400) : count))) {
      const cost = await costFor(councils, polls)
      one ??= cost
      const [value, bare] = [cost.milliseconds, one.milliseconds]
      lines.push({
        what: `${named(councils)}: a poll`,
        value: `${value.toFixed(2)} ms, ${cost.operations} operations, ${cost.rows} rows`,
        beside: `${bare.toFixed(2)} ms, ${one.operations} operations`,
        ratio: value / bare,
      })
      lines.push({
        what: `${named(councils)}: for each`,
        value: `${((value * 1000) / councils).toFixed(2)} µs, ${(cost.operations / councils).toFixed(4)} operations`,
      })
      const taking = await costOfTaking(councils)
      lines.push({
        what: `${named(councils)}, one thing due in each, all taken: operations for each`,
        value: taking.toFixed(2),
        ...(councils > 1 ? { beside: oneTaken.toFixed(2), ratio: taking / oneTaken } : {}),
      })
      if (councils === 1) oneTaken = taking
    }
    return {
      lines,
      note: `${pointersEach} pointers to come for each council in ${shards} shards of tables in memory, none due; ${polls} polls, p50.`,
    }
  },
}

function named(councils: number): string {
  return councils === 1 ? 'one council' : `${councils.toLocaleString('en-GB')} councils`
}

type Cost = { readonly milliseconds: number; readonly operations: number; readonly rows: number }

/** Operations for each council until everything that is due has been found and taken off, as the worker does it: a task at a time. */
async function costOfTaking(councils: number): Promise<number> {
  const tables = countedTables(createTablesDouble())
  const due = createDueQueue({ tables, shards })
  await due.put(
    Array.from({ length: councils }, (_, index) => ({
      at: now.subtract({ minutes: index % 10 }),
      task: { kind: 'run-job' as const, council: councilId(`council${index}`), job: 'job' },
      tries: 0,
    })),
  )
  tables.since()
  for (let found = await due.due(now, most); found.length > 0; found = await due.due(now, most)) {
    for (const pointer of found) await due.drop([pointer])
  }
  const { ranges, writes } = tables.since()
  return (ranges + writes) / councils
}

async function costFor(councils: number, polls: number): Promise<Cost> {
  const tables = countedTables(createTablesDouble())
  const due = createDueQueue({ tables, shards })
  await due.put(
    Array.from({ length: councils * pointersEach }, (_, index) => ({
      at: now.add({ minutes: 1 + (index % 10_000) }),
      task: {
        kind: 'run-job' as const,
        council: councilId(`council${Math.floor(index / pointersEach)}`),
        job: `job${index % pointersEach}`,
      },
      tries: 0,
    })),
  )
  const milliseconds: number[] = []
  tables.since()
  for (let poll = 0; poll < polls; poll += 1) {
    const from = performance.now()
    await due.due(now, most)
    milliseconds.push(performance.now() - from)
  }
  const { ranges, points, rows } = tables.since()
  return { milliseconds: quantile(milliseconds, 0.5), operations: (ranges + points) / polls, rows: rows / polls }
}
