import type { Express } from 'express'
import { botEndpoint } from '../bot/bot.ts'
import type { CouncilId, PersonId } from '../domain/kernel/ids.ts'
import { anchorAudit } from './account/anchoring.ts'
import { compose } from './act/compose.ts'
import { lookAt } from './act/look-at.ts'
import { tendBulletin } from './act/look-at-issue.ts'
import { discharge } from './act/outbox.ts'
import { applyReceipt } from './act/receipts.ts'
import { createAppendBlobs } from './adapters/anchors/append-blobs.ts'
import { createModernGovMeetings } from './adapters/modern-gov/meetings.ts'
import { createModernGov } from './adapters/modern-gov/modern-gov.ts'
import { createAzureQueue } from './adapters/queue/azure-queue.ts'
import type { AgreedClock } from './adapters/agreed-clock.ts'
import { openAccount } from './adapters/storage-account.ts'
import { createAzureTables } from './adapters/tables/azure-tables.ts'
import { watched } from './adapters/tables/watched.ts'
import { createApp } from './app.ts'
import type { Config } from './config.ts'
import { forgottenBefore } from './http/idempotency.ts'
import { KeySet, keysNamedBy } from './http/key-set.ts'
import { councilJobs } from './jobs/council-jobs.ts'
import { forgetOccurrences } from './jobs/forget-occurrences.ts'
import { createJobRunner } from './jobs/runner.ts'
import { createWorker, type Worker } from './jobs/worker.ts'
import { keysInUse } from './keys-in-use.ts'
import type { Log } from './log.ts'
import { checkAccess } from './observe/check-access.ts'
import { findMailboxes } from './observe/find-mailboxes.ts'
import { letMailboxesGo } from './observe/let-go.ts'
import { noted } from './observe/noted.ts'
import { receiveLifecycle, receiveNotifications, type Received } from './observe/notifications.ts'
import { openListsOf } from './observe/lists.ts'
import { readBounces } from './observe/read-bounces.ts'
import { readMeetings } from './observe/read-meetings.ts'
import { readTeamsReport } from './observe/read-teams-report.ts'
import { sweepMailboxes } from './observe/sweep.ts'
import type { Clock } from './ports/clock.ts'
import type { Council } from './ports/council.ts'
import { createOutcomes } from './outcomes.ts'
import { createCouncils, type CouncilStores } from './stores/councils.ts'
import { createDueQueue } from './stores/due.ts'
import { createHealth } from './stores/health.ts'
import { tryClosedAgain } from './use-cases/change-mailbox.ts'
import { heedRulebook } from './use-cases/heed-rulebook.ts'
import { importRegister, type ImportOrder } from './use-cases/import-register.ts'
import { untilDone } from './until-done.ts'
import { unreachableNow } from './use-cases/read-context.ts'
import { createReach } from './reach.ts'

export type Wired = {
  readonly app: Express
  readonly worker: Worker
  /** Waits until storage answers and has its tables, however long that takes; meanwhile requests are answered, and none can be done. */
  prepare(signal: AbortSignal): Promise<void>
  /** From now on the service says that it is not ready, so that nobody is sent here any more. */
  leave(): void
  /** Says in the log what came of calls to each service since that was last said. By itself it is said once an hour. */
  tellOutcomes(): void
  readonly councils: CouncilStores
  /** Sees to it that a council added while instances run is looked after by them. */
  begin(council: CouncilId): Promise<void>
}

/** Milliseconds that an officer waits for the register. */
const importLimit = 60_000

/** Builds everything the service is made of, and asks for nothing yet. The only place that knows which adapter fills which port. */
export async function wire(config: Config, { clock, log }: { readonly clock: Clock | AgreedClock; readonly log: Log }): Promise<Wired> {
  const account = openAccount(config.storage.account)
  const outcomes = createOutcomes({ log, mono: () => clock.mono() })
  const note = outcomes.of('storage')
  const agreed = 'heard' in clock ? clock : undefined
  const stored = createAzureTables({ ...account('table'), prefix: config.storage.tablePrefix, note, clock: agreed })
  const standing = createHealth(clock)
  const tables = watched(stored, (state) => standing.note('storage', state))
  const hints = createAzureQueue({ ...account('queue'), name: `${config.storage.tablePrefix}-hints`, note })
  const state = { isPrepared: false, isLeaving: false }

  const anchors = createAppendBlobs({ ...openAccount(config.anchors.account)('blob'), container: config.anchors.container, note })
  const onPoison = () => log.error('pointer.poisoned', { because: 'unreadable' })
  const due = createDueQueue({ tables, shards: config.storage.dueShards, onPoison })
  const councils = createCouncils({ tables, due, hints, clock, onlyTenant: config.onlyTenant })
  const conversationsOf = (council: CouncilId) => councils.conversations(council)
  const reach = createReach(config, { clock, log, outcomes, conversationsOf })

  const acting = { due, compose, log, senders: (council: Council) => reach.senders(council) }
  const register = createModernGov({ note: outcomes.of('modern-gov') })
  const calendar = createModernGovMeetings({ note: outcomes.of('modern-gov') })
  const importing = (council: Council, order: ImportOrder, signal: AbortSignal) =>
    importRegister(council, { register, directory: reach.of(council).directory }, order, signal)
  const checking = async (council: Council, signal: AbortSignal) => {
    const { found, outside } = await checkAccess(council, reach.of(council).access, signal)
    if (outside?.found === 'open') log.error('access.too-wide', { council: council.profile.id })
    for (const { need } of found.filter((each) => each.found === 'refused'))
      log.warn('access.refused', { council: council.profile.id, because: need })
  }
  const jobs = createJobRunner({
    tables,
    due,
    clock,
    log,
    jobs: councilJobs({
      async importRegister(council, signal) {
        const imported = await noted(council, 'modern-gov', () =>
          importing(council, { by: { kind: 'quorate', rule: 'register-import' } }, signal),
        )
        if (!imported.ok) log.warn('register.refused', { council: council.profile.id, because: imported.refusal.kind })
      },
      async readMeetings(council, signal) {
        const read = await noted(council, 'modern-gov', () => readMeetings(council, calendar, signal))
        if (read.kind === 'refused') log.warn('meetings.refused', { council: council.profile.id, because: read.because })
        else log.info('meetings.read', { council: council.profile.id, count: read.changed })
      },
      async readOfficers(council, signal) {
        const { directory, subscriptions } = reach.of(council)
        await noted(council, 'graph', () => findMailboxes(council, directory, signal))
        await letMailboxesGo(council, subscriptions, signal)
      },
      heedRulebook,
      tendBulletin,
      sweepMailboxes: async (council, signal) => void (await sweepMailboxes(council, reach.tender, signal)),
      readBounces: async (council, signal) => {
        const back = await readBounces(council, reach.of(council).bounces, signal)
        if (back > 0) log.info('mail.bounced', { council: council.profile.id, count: back })
      },
      async forgetReplies(council) {
        const now = clock.now()
        await council.replies.forgetBefore(forgottenBefore(now))
        await forgetOccurrences(tables, { council: council.profile.id, jobs: jobs.names, now })
      },
      anchorAudit: (council) => anchorAudit(council, anchors),
      checkAccess: checking,
    }),
  })
  const worker = createWorker({
    councils,
    clock,
    due,
    hints,
    log,
    jobs,
    random: () => Math.random(),
    look: (council, session) => lookAt(council, session, acting),
    discharge: (council, session, duty) => discharge(council, session, duty, acting),
    syncMailbox: async (council, mailbox, signal) => void (await reach.tender.tend(council, mailbox, signal)),
    readTeamsReport: (council, session, signal) =>
      noted(council, 'graph', () => readTeamsReport(council, session, reach.of(council).onlineMeetings, signal)),
  })

  const bot = await botEndpoint({
    ...config.bot,
    keys: new KeySet({
      address: keysNamedBy(config.bot.openIdMetadata, outcomes.of('teams')),
      dependency: 'teams',
      mono: () => clock.mono(),
      note: outcomes.of('teams'),
    }),
    note: outcomes.of('teams'),
    councils,
    conversationsOf,
    token: (options) => reach.botToken(options),
    kick: () => worker.kick(),
    log,
    mono: () => clock.mono(),
  })
  const noteDropped = ({ dropped }: Received) => {
    for (const [because, count] of Object.entries(dropped)) log.warn('notification.dropped', { because, count })
  }
  const app = createApp({
    config,
    councils,
    clock,
    log,
    outcomes,
    kick: () => worker.kick(),
    bot,
    notifications: async (body) => noteDropped(await receiveNotifications(councils, body)),
    lifecycle: async (body) => noteDropped(await receiveLifecycle(councils, body)),
    applyReceipt,
    health: {
      workOf: ({ profile }) => jobs.standing(profile.id),
      keysOf: ({ profile }) => keysInUse(config, profile.id),
      async checkAccess(council, signal) {
        await tryClosedAgain(council)
        await checking(council, signal)
      },
    },
    importRegister: (council, order) => importing(council, order, AbortSignal.timeout(importLimit)),
    openLists: (council) => openListsOf(council, reach.of(council).lists),
    async ready() {
      await councils.all() // throws where storage does not answer
      return state.isPrepared
    },
    isLeaving: () => state.isLeaving,
    standing: () => ({ now: String(clock.now()), unreachable: unreachableNow({ health: standing }) }),
    onSignIn: (tenant: string, person: PersonId, assertion: string, exp: number) => reach.held.keep(tenant, person, assertion, exp),
  })
  return {
    app,
    worker,
    councils,
    begin: (council) => jobs.begin(council),
    leave: () => void (state.isLeaving = true),
    tellOutcomes: () => outcomes.tell(),
    async prepare(signal) {
      // The queue only saves waiting, so nobody waits for it.
      void untilDone(() => hints.ensure(), { clock, log, signal })
      await untilDone(() => stored.ensure(), { clock, log, signal })
      state.isPrepared = !signal.aborted
    },
  }
}
