import { health, type HealthView } from '../../api/contracts/health.ts'
import { now, readAt } from './people.ts'
import { ok, problem, type Asked, type Given, type Scene } from './scene.ts'

const lastNight = '2026-10-12T23:05:00Z'
const tonight = '2026-10-13T23:05:00Z'
const listening = '2026-10-16T06:05:00Z'

function mailbox(name: string, more: Partial<HealthView['mailboxes'][number]> = {}): HealthView['mailboxes'][number] {
  const address = `${name.toLowerCase().replaceAll(' ', '.')}@thamesbrook.example`
  return { name, address, readAt, listeningUntil: listening, waiting: false, ...more }
}

const needs = ['calendars', 'answers', 'sending-mailbox', 'people', 'lists', 'roles', 'rooms', 'meetings'] as const

/** Everything as it should be. */
export const wellHealth: HealthView = {
  now,
  mailboxes: [mailbox('Hannah Brightwell'), mailbox('Member development')],
  officers: 2,
  registerReadAt: lastNight,
  unreachable: [],
  answered: [
    { dependency: 'graph', at: readAt },
    { dependency: 'notify', at: '2026-10-13T08:00:05Z' },
    { dependency: 'modern-gov', at: lastNight },
  ],
  work: [
    { job: 'import-register', lastAt: lastNight, nextAt: tonight },
    { job: 'sweep-mailboxes', lastAt: '2026-10-13T11:05:00Z', nextAt: '2026-10-13T17:05:00Z' },
    { job: 'check-access', lastAt: lastNight, nextAt: tonight },
  ],
  resting: [],
  stuck: { messages: 0, sessions: 0 },
  keys: [
    { of: 'entra', kind: 'certificate', endsOn: '2027-09-30' },
    { of: 'teams', kind: 'identity' },
    { of: 'notify', kind: 'key' },
    { of: 'receipts', kind: 'key' },
    { of: 'storage', kind: 'identity' },
    { of: 'anchors', kind: 'identity' },
  ],
  access: {
    at: lastNight,
    found: needs.map((need) => ({ need, found: 'open' })),
    outside: { address: 'kofi.marsden@thamesbrook.example', found: 'refused' },
  },
}

/** As much amiss as can be at once. */
export const illHealth: HealthView = {
  ...wellHealth,
  mailboxes: [
    mailbox('Hannah Brightwell', { closedToUs: 'not-allowed' }),
    mailbox('Tom Ellery', { closedToUs: 'no-mailbox' }),
    mailbox('Member development', { failingSince: '2026-10-13T09:20:00Z', waiting: true }),
    { name: 'Priya Shah', address: 'priya.shah@thamesbrook.example', readAt, waiting: false },
  ],
  unreachable: [{ dependency: 'notify', since: '2026-10-13T11:02:00Z' }],
  work: [{ job: 'import-register', lastAt: '2026-10-11T23:05:00Z', nextAt: tonight, dueSince: lastNight }],
  lateSince: '2026-10-13T12:30:00Z',
  hintsGivenUp: { count: 3, lastAt: lastNight },
  resting: [{ channel: 'text', until: tonight, because: 'misconfigured' }],
  stuck: { messages: 4, sessions: 2 },
  keys: [
    { of: 'entra', kind: 'secret', endsOn: '2026-11-01' },
    { of: 'teams', kind: 'secret' },
    { of: 'notify', kind: 'none' },
  ],
  access: {
    at: lastNight,
    found: needs.map((need) => ({ need, found: need === 'rooms' || need === 'sending-mailbox' ? 'refused' : 'open' })),
    outside: { address: 'kofi.marsden@thamesbrook.example', found: 'open' },
  },
}

/** Set up a moment ago: nothing was found, read or tried yet. */
const newHealth: HealthView = {
  ...wellHealth,
  mailboxes: [],
  officers: 0,
  answered: [],
  work: [{ job: 'import-register', nextAt: tonight }],
  access: undefined,
}

/** Administrators are shown it, and nobody else. A check finds in a moment what was found last night. */
export function healthIn({ name }: Scene, { method }: Asked): Given {
  if (!name.startsWith('administrator')) return problem(403, 'This part of Quorate is not open to you')
  const view = name === 'administrator-trouble' ? illHealth : name === 'administrator-empty' ? newHealth : wellHealth
  if (method !== 'POST') return ok(health, view)
  if (name === 'administrator-trouble')
    return problem(503, 'Quorate cannot do that just now', 'Please look in a minute whether it was done, and try again if it was not.')
  return ok(health, { ...view, access: { ...(wellHealth.access ?? { found: [] }), at: now } })
}
