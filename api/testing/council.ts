import { councilId, type SessionId } from '../../domain/kernel/ids.ts'
import { isBefore, type Instant, type Temporal } from '../../domain/kernel/time.ts'
import type { Member } from '../../domain/members/member.ts'
import type { Officer } from '../../domain/members/officer.ts'
import type { Rulebook } from '../../domain/rulebook/rulebook.ts'
import type { SessionRecord } from '../../domain/sessions/session-record.ts'
import type { Session } from '../../domain/sessions/session.ts'
import type { ImportReport } from '../contracts/register.ts'
import { lookAt } from '../act/look-at.ts'
import { discharge } from '../act/outbox.ts'
import { createJobRunner } from '../jobs/runner.ts'
import { createWorker, type Worker } from '../jobs/worker.ts'
import { logTo } from '../log.ts'
import type { Compose, Senders } from '../ports/compose.ts'
import type { Council, CouncilProfile } from '../ports/council.ts'
import type { DueQueue } from '../ports/due.ts'
import type { Hints } from '../ports/queue.ts'
import type { Tables } from '../ports/tables.ts'
import { createCouncils, type CouncilStores } from '../stores/councils.ts'
import { createDueQueue } from '../stores/due.ts'
import { createTestClock, type TestClock } from './clock.ts'
import { plainCompose } from './plain-compose.ts'
import { createHintsDouble } from './queue.ts'
import { createRecordedSenders, type RecordedSenders } from './senders.ts'
import { createTablesDouble } from './tables.ts'

export const testProfile: CouncilProfile = {
  id: councilId('thamesbrook'),
  name: 'Thamesbrook Council',
  tenantId: '11111111-1111-4111-8111-111111111111',
  domain: 'thamesbrook.example',
  help: { name: 'Dana Whitlock', role: 'Member Development Officer', telephone: '020 7946 0000' },
  notify: { textTemplateId: '22222222-2222-4222-8222-222222222222' },
  sendingMailbox: 'democratic.services@thamesbrook.example',
  teamsAppId: '33333333-3333-4333-8333-333333333333',
}

export type TestStart = {
  readonly now: Instant
  readonly rulebook: Rulebook
  readonly members?: readonly Member[]
  readonly officers?: readonly Officer[]
  /** As Outlook shows them at the start; each is looked at when the clock is first advanced or the worker settles. */
  readonly sessions?: readonly Session[]
  readonly profile?: Partial<CouncilProfile>
  readonly compose?: Compose
}

export type TestCouncil = Instance & {
  readonly clock: TestClock
  readonly senders: RecordedSenders
  /** What the log would have said, a line each. */
  readonly lines: readonly string[]
  /** Moves the clock there, doing everything that falls due on the way, in order. */
  readonly advanceTo: (at: Instant) => Promise<void>
  readonly advance: (by: Temporal.DurationLike) => Promise<void>
  /** Saves a session as changed, as a reading of the calendar would. */
  readonly change: (id: SessionId, change: (session: Session) => Session) => Promise<void>
  readonly record: (id: SessionId) => Promise<SessionRecord>
}

/** A whole council in memory, over the real stores: what a use-case is given, and a worker that does what follows. */
export async function testCouncil(start: TestStart): Promise<TestCouncil> {
  const clock = createTestClock(start.now)
  const senders = createRecordedSenders(() => clock.now())
  const tables = createTablesDouble()
  const lines: string[] = []
  const instance = await startInstance({ ...start, clock, tables, senders, hints: createHintsDouble(() => clock.mono()), lines })
  await fill(instance, start)
  const advanceTo = async (at: Instant) => advance(instance.worker, clock, at)

  async function record(id: SessionId) {
    const found = await instance.council.sessions.find(id)
    if (!found) throw new Error(`there is no session ${id}`)
    return found
  }

  return {
    ...instance,
    clock,
    senders,
    lines,
    record,
    advanceTo,
    advance: async (by) => advanceTo(clock.now().toZonedDateTimeISO('Europe/London').add(by).toInstant()),
    async change(id, change) {
      const found = await record(id)
      const written = await instance.council.sessions.save({ session: change(found.session), history: [] }, { etag: found.etag })
      if (written !== 'saved') throw new Error(`the change was ${written}`)
    },
  }
}

/** Does what is due now, then what is due next, until the moment is reached. */
export async function advance(worker: Worker, clock: TestClock, to: Instant): Promise<void> {
  await worker.settle()
  for (let next = await worker.nextAt(); next && !isBefore(to, next); next = await worker.nextAt()) {
    clock.setTo(next)
    await worker.settle()
  }
  clock.setTo(to)
  await worker.settle()
}

/** One process of the product: what dies in a crash, and of which there may be several on one storage. */
export type Instance = {
  readonly council: Council
  readonly councils: CouncilStores
  readonly due: DueQueue
  readonly hints: Hints
  readonly tables: Tables
  readonly worker: Worker
}

export type InstanceStart = Pick<TestStart, 'profile' | 'rulebook' | 'compose'> & {
  readonly clock: TestClock
  readonly tables: Tables
  readonly senders: Senders
  readonly hints: Hints
  readonly lines: string[]
}

/** Chance in its place: every pause that is drawn is as long as it may be. */
export const longestPause = (): number => 1

export async function startInstance(start: InstanceStart): Promise<Instance> {
  const { clock, tables, senders, hints, compose = plainCompose } = start
  const due = createDueQueue({ tables, shards: 2 })
  const councils = createCouncils({ tables, due, hints, clock })
  const council = await openOrAdd(councils, start)
  const log = logTo((line) => void start.lines.push(line))
  const acting = { due, compose, log, senders: () => senders }
  const worker = createWorker({
    councils,
    clock,
    due,
    hints,
    log,
    jobs: createJobRunner({ tables, due, clock, log, jobs: [] }),
    random: longestPause,
    look: async (council, session) => lookAt(council, session, acting),
    discharge: async (council, session, duty) => discharge(council, session, duty, acting),
    syncMailbox: async () => undefined,
    readTeamsReport: async () => 'not-yet' as const,
  })
  return { council, councils, due, hints, tables, worker }
}

async function openOrAdd(councils: CouncilStores, { profile, rulebook, clock }: InstanceStart): Promise<Council> {
  const own = { ...testProfile, ...profile }
  await councils.add(own)
  const at = clock.now().toString()
  await councils.rulebooks(own.id).add({ version: 1, effectiveFrom: at, changedBy: 'test', changedAt: at, rulebook })
  const council = await councils.open(own.id)
  if (!council) throw new Error('the council did not open')
  return council
}

async function fill({ council }: Instance, { members = [], officers = [], sessions = [], now }: TestStart): Promise<void> {
  for (const member of members) await council.members.save(member, 'new', { kind: 'administrator' })
  await council.officers.replaceAll(officers, now)
  for (const session of sessions) await council.sessions.save({ session, history: [] }, 'new')
}

/** The register has been read whole: from then on calendars are. */
export async function withRoll({ council }: Pick<Instance, 'council'>, more: Partial<ImportReport> = {}): Promise<void> {
  const report = { at: String(council.clock.now()), source: 'modern.gov', read: 0, added: 0, changed: 0, left: 0, doubtful: [], ...more }
  await council.members.noteImport(report, { kind: 'administrator' })
}
