import type { HealthView } from '../contracts/health.ts'
import type { AccessChecked } from '../ports/access.ts'
import type { Council, MailboxState } from '../ports/council.ts'
import type { HealthSources, WorkByTheClock } from '../ports/health-sources.ts'
import type { Dependency } from '../ports/unavailable.ts'
import { unreachableNow } from './read-context.ts'

const dependencies: readonly Dependency[] = ['graph', 'entra', 'notify', 'teams', 'storage', 'modern-gov']
const channels = ['text', 'email', 'card', 'calendar'] as const

/** Is it working, what must be done: for the administrator. Mailboxes by their own names; nothing about any Member. */
export async function readHealth(council: Council, { workOf, keysOf }: HealthSources): Promise<HealthView> {
  const { mailboxes, officers, members, poisonedHints, access, sessions, health, clock } = council
  const [read, staff, lastImport, givenUp, checked, work, attention, resting] = await Promise.all([
    mailboxes.all(),
    officers.all(),
    members.lastImport(),
    poisonedHints.lately(),
    access.lately(),
    workOf(council),
    sessions.attention(),
    restingOf(council),
  ])
  const failed = attention.flatMap((row) => (row.kind === 'message-failed' ? [row.failed.length] : []))
  const lateSince = health.lateSince()
  return {
    now: String(clock.now()),
    mailboxes: read.map(({ value }) => mailboxView(value)),
    officers: staff.length,
    ...(lastImport ? { registerReadAt: lastImport.at } : {}),
    unreachable: unreachableNow(council),
    answered: dependencies.flatMap((dependency) => {
      const at = health.answeredAt(dependency)
      return at ? [{ dependency, at: String(at) }] : []
    }),
    work: work.map(workView),
    ...(lateSince ? { lateSince: String(lateSince) } : {}),
    ...(givenUp ? { hintsGivenUp: { count: givenUp.count, lastAt: String(givenUp.lastAt) } } : {}),
    resting,
    stuck: { messages: failed.reduce((sum, count) => sum + count, 0), sessions: failed.length },
    keys: keysOf(council).map(({ endsOn, ...key }) => ({ ...key, ...(endsOn ? { endsOn: String(endsOn) } : {}) })),
    ...(checked ? { access: accessView(checked) } : {}),
  }
}

function mailboxView({ name, address, readAt, closedToUs, failing, subscription, dirty }: MailboxState): HealthView['mailboxes'][number] {
  return {
    name,
    address,
    ...(readAt ? { readAt: String(readAt) } : {}),
    ...(closedToUs ? { closedToUs } : {}),
    ...(failing ? { failingSince: String(failing.since) } : {}),
    ...(subscription ? { listeningUntil: String(subscription.until) } : {}),
    waiting: dirty,
  }
}

function workView({ job, lastAt, nextAt, dueSince }: WorkByTheClock): HealthView['work'][number] {
  return {
    job,
    ...(lastAt ? { lastAt: String(lastAt) } : {}),
    nextAt: String(nextAt),
    ...(dueSince ? { dueSince: String(dueSince) } : {}),
  }
}

async function restingOf({ lanes }: Council): Promise<HealthView['resting']> {
  const rests = await Promise.all(channels.map(async (channel) => ({ channel, rest: await lanes.resting(channel) })))
  return rests.flatMap(({ channel, rest }) =>
    rest ? [{ channel, until: String(rest.until), ...(rest.stopped ? { because: rest.stopped.because } : {}) }] : [],
  )
}

function accessView({ at, found, outside }: AccessChecked): NonNullable<HealthView['access']> {
  return { at: String(at), found: [...found], ...(outside ? { outside } : {}) }
}
