import { expect, test } from 'vitest'
import { isBefore, instant, type Instant } from '../../domain/kernel/time.ts'
import { towerHamlets } from '../../domain/testing/builders.ts'
import { logTo } from '../log.ts'
import { jobPk } from '../stores/keys.ts'
import { longestPause, testCouncil, testProfile, type TestCouncil } from '../testing/council.ts'
import { councilJobs } from './council-jobs.ts'
import { createJobRunner, type Job } from './runner.ts'
import type { Schedule } from './schedule.ts'
import { createWorker, type Worker } from './worker.ts'

/*
 * Ten years of every job in virtual time: twenty changes of the clocks, deaths in the middle of a job, and times in which nothing ran.
 * The ledger is the rows of the moments, and what each body says it did; what should stand in it is worked out apart, below.
 */

const begins = instant('2026-01-01T12:00:00Z')
const ends = instant('2036-01-01T12:00:00Z')

async function idle(): Promise<void> {
  await Promise.resolve()
}

/** The product's own, and one of each way to catch up at the hour that a clock change leaves out or doubles. */
const schedules: readonly Job[] = [
  ...councilJobs({
    importRegister: idle,
    readMeetings: idle,
    readOfficers: idle,
    sweepMailboxes: idle,
    heedRulebook: idle,
    tendBulletin: idle,
    forgetReplies: idle,
    readBounces: idle,
    anchorAudit: idle,
    checkAccess: idle,
  }),
  ...(['all', 'latest', 'none'] as const).map((catchUp) => ({ name: `half-past-one-${catchUp}`, at: ['01:30'], catchUp, run: idle })),
]

/** When no instance ran. */
type Gap = { readonly from: Instant; readonly to: Instant }
/** `instances`: how many run to the first gap, from it to the next, and so on, over again. */
type Life = { readonly instances: readonly number[]; readonly until: Instant; readonly gaps: readonly Gap[]; readonly diesEvery?: number }

type Running = { readonly worker: Worker; readonly died: Promise<'died'> }

/** Of every `diesEvery` bodies that begin, one never ends, and its instance does nothing more; a fresh one takes its place. */
async function live({ instances, until, gaps, diesEvery = Infinity }: Life) {
  const world = await testCouncil({ now: begins, rulebook: towerHamlets })
  const { clock, due } = world
  const completed: string[] = []
  const told: string[] = []
  let bodies = 0
  let moments = 0

  async function startOne(): Promise<Running> {
    const { promise: died, resolve } = Promise.withResolvers<'died'>()
    async function body(name: string): Promise<void> {
      bodies += 1
      if (bodies % diesEvery !== 0) return void completed.push(name)
      resolve('died')
      await new Promise(() => undefined)
    }
    const jobs = schedules.map((job) => ({ ...job, run: async () => body(job.name) }))
    return { worker: await startInstance(world, jobs, (line) => void told.push(line)), died }
  }

  let gapsOver = 0
  const startAll = async () => Promise.all(Array.from({ length: instances[gapsOver % instances.length] ?? 1 }, startOne))
  let running = await startAll()
  for (let next: Instant | undefined = begins; next && isBefore(next, until);) {
    const gap = gaps.find(({ from, to }) => next && !isBefore(next, from) && isBefore(next, to))
    if (gap) {
      gapsOver += 1
      running = await startAll()
    }
    clock.setTo(gap?.to ?? next)
    const racing = racingAt((moments += 1), running)
    const ended = await Promise.all(racing.map(async ({ worker, died }) => Promise.race([worker.settle(), died])))
    const dead = new Set(racing.filter((_, at) => ended[at] === 'died'))
    running = await Promise.all(running.map(async (one) => (dead.has(one) ? startOne() : one)))
    next = dead.size > 0 ? clock.now() : await due.nextAt(clock.now())
  }
  return { ledger: await ledgerOf(world), completed, told }
}

/** At most moments one of them comes, in turn, and the others would find it done; at each fifth two at once, at each twentieth all. */
function racingAt(moment: number, running: readonly Running[]): readonly Running[] {
  const atOnce = moment % 20 === 0 ? running.length : moment % 5 === 0 ? 2 : 1
  return running.filter((_, at) => (at + moment) % running.length < atOnce)
}

/** A process of its own: only what is stored is shared. */
async function startInstance(world: TestCouncil, jobs: readonly Job[], write: (line: string) => void): Promise<Worker> {
  const { councils, tables, clock, due, hints } = world
  const log = logTo(write)
  const runner = createJobRunner({ tables, due, clock, log, jobs })
  await runner.begin(testProfile.id)
  const nothing = {
    look: async () => 'looked' as const,
    discharge: async () => 'missing' as const,
    syncMailbox: idle,
    readTeamsReport: async () => 'not-yet' as const,
  }
  return createWorker({ councils, clock, due, hints, log, jobs: runner, random: longestPause, ...nothing })
}

/** "sweep-mailboxes 20260101T120000Z done": what stands for each moment of each job. */
async function ledgerOf({ tables }: TestCouncil): Promise<readonly string[]> {
  const ofEach = schedules.map(async ({ name }) => {
    const rows = await tables.range(jobPk(testProfile.id, name), 'o~', 'o~~', 100_000)
    return rows.map(({ rk, data }) => `${name} ${rk.slice(2)} ${(data as { state: string }).state}`)
  })
  return (await Promise.all(ofEach)).flat()
}

// What should stand there, from the rule of the land and not from a time zone library: an hour on from the last Sunday of March at
// 01:00Z to the last Sunday of October at 01:00Z. A wall time that comes twice is the first, one that does not exist an hour later.

const hour = 3_600_000

function lastSundayAtOne(year: number, month: number): number {
  const last = new Date(Date.UTC(year, month + 1, 0, 1))
  return last.getTime() - last.getUTCDay() * 24 * hour
}

function inLondonByHand(midnight: number, wallTime: string): number {
  const [hours = 0, minutes = 0] = wallTime.split(':').map(Number)
  const inWinter = midnight + (hours + minutes / 60) * hour
  const year = new Date(midnight).getUTCFullYear()
  const isSummer = inWinter - hour >= lastSundayAtOne(year, 2) && inWinter - hour < lastSundayAtOne(year, 9)
  return isSummer ? inWinter - hour : inWinter
}

function expectedOf({ name, at, catchUp }: Schedule & { readonly name: string }, { gaps, until }: Life): readonly string[] {
  const stop = until.epochMilliseconds
  const days = Array.from({ length: 3_660 }, (_, day) => Date.UTC(2026, 0, 1 + day))
  const moments = days.flatMap((day) => at.map((wallTime) => inLondonByHand(day, wallTime)))
  const come = moments.filter((moment) => moment > begins.epochMilliseconds && moment < stop)
  const missed = gaps.map(({ from, to }) => come.filter((moment) => moment >= from.epochMilliseconds && moment <= to.epochMilliseconds))
  const passed = new Set(missed.flatMap((own) => passedOver(catchUp, own)))
  const stands = (moment: number) => `${name} ${stampOf(moment)} ${passed.has(moment) ? 'skipped' : 'done'}`
  return [begins.epochMilliseconds, ...come].map(stands)
}

function passedOver(catchUp: Schedule['catchUp'], missed: readonly number[]): readonly number[] {
  if (catchUp === 'all') return []
  return catchUp === 'latest' || missed.length === 1 ? missed.slice(0, -1) : missed
}

function stampOf(moment: number): string {
  return new Date(moment).toISOString().replaceAll(/[-:.]/g, '')
}

/** Some twenty minutes, some hours, three days: about each clock change and on days that a small generator picks. */
function someGaps(): readonly Gap[] {
  const lengths = [{ minutes: 20 }, { hours: 5 }, { hours: 13 }, { hours: 72 }] as const
  const years = Array.from({ length: 10 }, (_, year) => 2026 + year)
  const starts = years.flatMap((year) => [
    Date.UTC(year, 1, 3 + ((year * 7) % 20), (year * 5) % 24, 3),
    lastSundayAtOne(year, 2) - 40 * 60_000,
    Date.UTC(year, 6, 1 + ((year * 11) % 25), (year * 3) % 24, 3),
    lastSundayAtOne(year, 9) - 40 * 60_000,
  ])
  return starts.map((start, at) => {
    const from = instant(new Date(start).toISOString())
    return { from, to: from.add(lengths[(at + Math.floor(at / 4)) % lengths.length] ?? lengths[0]) }
  })
}

const gaps = someGaps()
const expected = (life: Life) => schedules.flatMap((job) => expectedOf(job, life))
/** Lines of the one that the other lacks: a whole decade side by side tells nobody anything. */
function differences(ledger: readonly string[], wanted: readonly string[]): readonly string[] {
  const [has, wants] = [new Set(ledger), new Set(wanted)]
  const surplus = ledger.filter((line) => !wants.has(line)).map((line) => `has ${line}`)
  return [
    ...surplus,
    ...wanted.filter((line) => !has.has(line)).map((line) => `lacks ${line}`),
    ...(ledger.length === has.size ? [] : ['has lines twice']),
  ]
}

const doneIn = (ledger: readonly string[]) => ledger.filter((line) => line.endsWith(' done'))
const namesOf = (ledger: readonly string[]) => ledger.map((line) => line.replace(/ .*/, '')).toSorted()

// What one instance would have left is worked out by rule, so that one life is enough for them all.
test(
  'C14.11 from 2026 to 2036 each moment of each job is run once, or told to be passed over, by 1, 2, 4, 8 and 3 instances in turn',
  {
    timeout: 300_000,
  },
  async () => {
    const life = { instances: [1, 2, 4, 8, 3], until: ends, gaps }
    const { ledger, completed, told } = await live(life)
    expect(differences(ledger, expected(life))).toEqual([])
    expect(completed.toSorted()).toEqual(namesOf(doneIn(ledger)))
    const passed = told.filter((line) => line.includes('job.passed-over')).map((line) => (JSON.parse(line) as { count: number }).count)
    expect(passed.reduce((sum, count) => sum + count, 0)).toBe(ledger.length - doneIn(ledger).length)
  },
)

test.each([[[1]], [[8]]])(
  'a year in which every fiftieth body dies with its instance leaves no moment undone and none done twice, by %j instances',
  { timeout: 300_000 },
  async (instances) => {
    const life = { instances, until: instant('2027-01-01T12:00:00Z'), gaps, diesEvery: 50 }
    const { ledger, completed } = await live(life)
    expect(differences(ledger, expected(life))).toEqual([])
    expect(completed.toSorted()).toEqual(namesOf(doneIn(ledger)))
  },
)
