import { anchorAudit } from '../../../api/account/anchoring.ts'
import { compose as composeWords } from '../../../api/act/compose.ts'
import { lookAt } from '../../../api/act/look-at.ts'
import { tendBulletin } from '../../../api/act/look-at-issue.ts'
import { discharge } from '../../../api/act/outbox.ts'
import { forgottenBefore } from '../../../api/http/idempotency.ts'
import { councilJobs } from '../../../api/jobs/council-jobs.ts'
import { forgetOccurrences } from '../../../api/jobs/forget-occurrences.ts'
import { createJobRunner } from '../../../api/jobs/runner.ts'
import { createWorker, type Worker } from '../../../api/jobs/worker.ts'
import { logTo } from '../../../api/log.ts'
import { findMailboxes } from '../../../api/observe/find-mailboxes.ts'
import { letMailboxesGo } from '../../../api/observe/let-go.ts'
import type { Rooms } from '../../../api/observe/rooms.ts'
import { createLists } from '../../../api/observe/lists.ts'
import { noted } from '../../../api/observe/noted.ts'
import { readTeamsReport } from '../../../api/observe/read-teams-report.ts'
import { sweepMailboxes } from '../../../api/observe/sweep.ts'
import { createTender } from '../../../api/observe/tend-mailbox.ts'
import type { Clock } from '../../../api/ports/clock.ts'
import type { Compose } from '../../../api/ports/compose.ts'
import type { Hints } from '../../../api/ports/queue.ts'
import type { Tables } from '../../../api/ports/tables.ts'
import { createCouncils, type CouncilStores } from '../../../api/stores/councils.ts'
import { createDueQueue } from '../../../api/stores/due.ts'
import { plainCompose } from '../../../api/testing/plain-compose.ts'
import { heedRulebook } from '../../../api/use-cases/heed-rulebook.ts'
import { importRegister } from '../../../api/use-cases/import-register.ts'
import { meetingsOf } from './meetings-of.ts'
import { anchorsOf, calendarOf, directoryOf, registerOf, sendersOf, subscriptionsOf, type Reaching } from './reach.ts'

/** The product as one process runs it: everything real but what stands outside. */
export type Product = { readonly councils: CouncilStores; readonly worker: Worker }

export type ProductPorts = {
  readonly clock: Clock
  readonly tables: Tables
  readonly hints: Hints
  readonly reaching: Reaching
  readonly newId: () => string
  readonly onLine: (line: string) => void
}

/** Its sessions are online. */
const noRooms: Rooms = { of: async () => [] }

/** Plain words do, but for what an officer has read word for word before it goes. */
const compose: Compose = (duty, ...about) => {
  const { kind } = duty.purpose
  return kind === 'partner-share' || kind === 'partner-cancelled' ? composeWords(duty, ...about) : plainCompose(duty, ...about)
}

/** As `api/wire.ts` builds it, from ports instead of adapters. */
export function startProduct({ clock, tables, hints, reaching, newId, onLine }: ProductPorts): Product {
  const log = logTo(onLine, () => new Date(clock.now().epochMilliseconds))
  const due = createDueQueue({ tables, shards: 2 })
  const councils = createCouncils({ tables, due, hints, clock })
  const senders = sendersOf(reaching)
  const acting = { due, compose, log, senders: () => senders }
  const directory = directoryOf(reaching)
  const subscriptions = subscriptionsOf(reaching)
  const lists = createLists(directory, () => clock.now())
  const tending = { calendar: calendarOf(reaching), directory, subscriptions, lists, rooms: noRooms, newSecret: newId, log }
  const tender = createTender(() => tending)
  const register = registerOf(reaching)
  const anchors = anchorsOf(reaching)
  const meetings = meetingsOf(reaching)
  const jobs = createJobRunner({
    tables,
    due,
    clock,
    log,
    jobs: councilJobs({
      async importRegister(council, signal) {
        await noted(council, 'modern-gov', () =>
          importRegister(council, { register, directory }, { by: { kind: 'quorate', rule: 'register-import' } }, signal),
        )
      },
      // Its council publishes no calendar of meetings.
      readMeetings: async () => undefined,
      async readOfficers(council, signal) {
        await noted(council, 'graph', () => findMailboxes(council, directory, signal))
        await noted(council, 'graph', () => letMailboxesGo(council, subscriptions, signal))
      },
      heedRulebook,
      tendBulletin,
      sweepMailboxes: async (council, signal) => void (await sweepMailboxes(council, tender, signal)),
      async forgetReplies(council) {
        const now = clock.now()
        await council.replies.forgetBefore(forgottenBefore(now))
        await forgetOccurrences(tables, { council: council.profile.id, jobs: jobs.names, now })
      },
      // Nothing that goes by email bounces here.
      readBounces: async () => undefined,
      anchorAudit: (council) => anchorAudit(council, anchors),
      // It reads, and nothing is done because of it.
      checkAccess: async () => undefined,
    }),
  })
  const worker = createWorker({
    councils,
    clock,
    due,
    hints,
    log,
    jobs,
    // The longest pause: which of two processes comes first is the scheduler's to draw.
    random: () => 1,
    look: (council, session) => lookAt(council, session, acting),
    discharge: (council, session, duty) => discharge(council, session, duty, acting),
    syncMailbox: async (council, mailbox, signal) => void (await tender.tend(council, mailbox, signal)),
    readTeamsReport: (council, session, signal) => noted(council, 'graph', () => readTeamsReport(council, session, meetings, signal)),
  })
  return { councils, worker }
}
