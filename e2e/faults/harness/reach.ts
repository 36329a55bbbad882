import { Temporal } from '../../../domain/kernel/time.ts'
import { ok } from '../../../domain/kernel/result.ts'
import { aPersonId } from '../../../domain/testing/builders.ts'
import type { Anchors } from '../../../api/ports/audit.ts'
import type { Calendar, ChangedAppointments, Directory, Subscriptions } from '../../../api/ports/calendar.ts'
import type { Senders } from '../../../api/ports/compose.ts'
import type { RegisterDocument, RegisterSource } from '../../../api/ports/register-source.ts'
import type { Clock } from '../../../api/ports/clock.ts'
import type { Finding, Mail, Sending } from '../../../api/ports/senders.ts'
import { Unavailable, type Dependency } from '../../../api/ports/unavailable.ts'
import type { Chance } from './chance.ts'
import type { Call, Points } from './points.ts'
import type { Process } from './scheduler.ts'
import { accountOf, memberNumbers, officerNumbers, withoutBot } from './outside/council-world.ts'
import type { Draft } from './outside/providers.ts'
import type { World } from './outside/world.ts'

export type Reaching = {
  readonly process: Process
  readonly clock: Clock
  readonly points: Points
  readonly world: World
  readonly chance: Chance
}

export type Asked<Value> = Pick<Call<Value>, 'port' | 'about' | 'effect' | 'special'>

/** A call whose failures are thrown, as every port but the senders does. */
export function throwing<Value>({ process, points }: Reaching, dependency: Dependency, asked: Asked<Value>): Promise<Value> {
  return points.call({
    ...asked,
    process,
    refused({ afterSeconds }) {
      throw new Unavailable(dependency, 'refused', afterSeconds === undefined ? {} : { retryAfterSeconds: afterSeconds, throttled: true })
    },
    unknown() {
      throw new Unavailable(dependency, 'no answer')
    },
  })
}

const callLimit = 20_000
/** Longer than the outbox waits: it is the one that gives up. */
const neverAnswers = 30_000

function sending({ process, points, chance }: Reaching, silent: Dependency, asked: Asked<Sending>): Promise<Sending> {
  return points.call<Sending>({
    ...asked,
    process,
    limit: neverAnswers,
    refused({ afterSeconds }): Sending {
      if (afterSeconds === undefined && chance.happens(0.5)) return { kind: 'unknown', note: 'status 503' }
      return { kind: 'later', afterSeconds: afterSeconds ?? 30, ...(afterSeconds === undefined ? { silent } : {}) }
    },
    unknown: (): Sending => ({ kind: 'unknown', note: 'reset' }),
  })
}

/** Sends one message, and counts it as lost as long as its sender does not know in time what came of it: it may be dead, or have stood still. */
async function counted({ world, clock }: Reaching, key: string, send: () => Promise<Sending>): Promise<Sending> {
  const { lost } = world.providers
  const begun = clock.mono()
  const at = world.now()
  const before = lost.get(key) ?? []
  lost.set(key, [...before, at])
  const became = await send()
  if (became.kind !== 'unknown' && clock.mono() - begun <= callLimit) lost.set(key, before)
  return became
}

function finding({ process, points }: Reaching, asked: Asked<Finding>): Promise<Finding> {
  return points.call<Finding>({
    ...asked,
    process,
    limit: neverAnswers,
    refused: () => ({ kind: 'unknown' }),
    unknown: () => ({ kind: 'unknown' }),
  })
}

const notFound: Finding = { kind: 'not-found' }

/** The four senders of one process. Each does outside exactly what its adapter does, call by call. */
export function sendersOf(reaching: Reaching): Senders {
  const { world } = reaching
  const { providers } = world
  return {
    text: {
      send: ({ key, to, body }) =>
        counted(reaching, key, () =>
          sending(reaching, 'notify', {
            port: 'text.send',
            about: key,
            async effect() {
              if (!providers.isClosed()) return { kind: 'sent', providerId: providers.acceptText({ key, to, body }).id }
              providers.refused.add(key)
              return { kind: 'stopped', because: 'misconfigured', untilUtcMidnight: false }
            },
          }),
        ),
      find: (key) =>
        finding(reaching, {
          port: 'text.find',
          about: key,
          async effect() {
            if (providers.isClosed()) return { kind: 'unknown' }
            const text = providers.texts.find((each) => each.key === key)
            return text ? { kind: 'found', providerId: text.id, body: text.body } : notFound
          },
        }),
    },
    mail: mailOf(reaching),
    card: {
      send: ({ key, to, message }) =>
        counted(reaching, key, () =>
          sending(reaching, 'teams', {
            port: 'card.send',
            about: key,
            async effect() {
              if (to === aPersonId(withoutBot)) {
                providers.refused.add(key)
                return { kind: 'refused', because: 'not-installed' }
              }
              return { kind: 'sent', providerId: providers.acceptCard({ key, to, ...message }).id }
            },
          }),
        ),
      update: ({ providerId, message }) =>
        sending(reaching, 'teams', {
          port: 'card.update',
          about: providerId,
          async effect() {
            providers.editCard({ id: providerId, ...message })
            return { kind: 'sent', providerId }
          },
        }),
    },
    calendar: calendarWrites(reaching),
  }
}

function mailOf(reaching: Reaching): Senders['mail'] {
  const { providers } = reaching.world
  return {
    send: (mail) => counted(reaching, mail.key, () => sendMail(reaching, mail)),
    find: (key) =>
      finding(reaching, {
        port: 'mail.find',
        about: key,
        async effect() {
          const mail = providers.mails.find((each) => each.key === key)
          return mail ? { kind: 'found', providerId: mail.id } : notFound
        },
      }),
  }
}

/** As its adapter does it: the draft that carries the key is looked for, made if there is none, and sent. */
async function sendMail(reaching: Reaching, mail: Mail): Promise<Sending> {
  const { providers } = reaching.world
  const begun = reaching.clock.mono()
  const found = { draft: providers.drafts.find(() => false) }
  const look = await sending(reaching, 'graph', {
    port: 'mail.look',
    about: mail.key,
    async effect() {
      const own = providers.drafts.filter(({ key }) => key === mail.key)
      found.draft = own.find(({ isSent }) => isSent) ?? own[0]
      return { kind: 'sent' }
    },
  })
  if (look.kind !== 'sent') return look.kind === 'later' ? look : { kind: 'later', afterSeconds: 30, silent: 'graph' }
  if (found.draft?.isSent) return { kind: 'sent', providerId: found.draft.id }
  const stoodStill = () => reaching.clock.mono() - begun > callLimit
  if (!found.draft && stoodStill()) return { kind: 'later', afterSeconds: 1 }
  const made = found.draft ?? (await draftOf(reaching, mail))
  if ('kind' in made) return made
  return stoodStill() ? { kind: 'later', afterSeconds: 1 } : sendDraft(reaching, made)
}

async function draftOf(reaching: Reaching, mail: Mail): Promise<Draft | Sending> {
  const { providers } = reaching.world
  const made: Draft[] = []
  const drafted = await sending(reaching, 'graph', {
    port: 'mail.draft',
    about: mail.key,
    async effect() {
      made.push(providers.makeDraft(mail))
      return { kind: 'sent' }
    },
  })
  const [draft] = made
  // A draft is not a message: one that may have been made is found by its key at the next try.
  if (drafted.kind === 'sent' && draft) return draft
  return drafted.kind === 'later' ? drafted : { kind: 'later', afterSeconds: 30, silent: 'graph' }
}

function sendDraft(reaching: Reaching, draft: Draft): Promise<Sending> {
  const { providers } = reaching.world
  return sending(reaching, 'graph', {
    port: 'mail.send',
    about: draft.key,
    async effect() {
      // Graph says 404 of a draft that has gone, and nobody knows whether by our own doing.
      return providers.sendDraft(draft) === 'sent' ? { kind: 'sent', providerId: draft.id } : { kind: 'unknown', note: 'gone' }
    },
  })
}

function calendarWrites(reaching: Reaching): Senders['calendar'] {
  const { outlook } = reaching.world
  const stands = (eventId: string) => outlook.entries.get(eventId)?.gone === undefined
  return {
    // Asks first: what is gone is done, whoever did it.
    async cancel(_mailbox, eventId) {
      const found = await sending(reaching, 'graph', {
        port: 'calendar.look',
        about: eventId,
        effect: async () => (stands(eventId) ? { kind: 'refused', because: 'unconfirmed' } : { kind: 'sent' }),
      })
      if (found.kind === 'unknown') return { kind: 'later', afterSeconds: 30, silent: 'graph' }
      if (found.kind !== 'refused') return found
      return sending(reaching, 'graph', {
        port: 'calendar.cancel',
        about: eventId,
        async effect() {
          outlook.remove(eventId, 'us')
          return { kind: 'sent' }
        },
      })
    },
    isCancelled: (_mailbox, eventId) =>
      finding(reaching, {
        port: 'calendar.look',
        about: eventId,
        effect: async () => (stands(eventId) ? notFound : { kind: 'found' }),
      }),
    answer: ({ memberAddress, entry, answer }) =>
      sending(reaching, 'graph', {
        port: 'calendar.answer',
        about: `${entry.eventId} ${memberAddress} ${answer}`,
        async effect() {
          if (!stands(entry.eventId)) return { kind: 'refused', because: 'refused' }
          outlook.answer(entry.eventId, memberAddress, answer, 'us')
          return { kind: 'sent' }
        },
      }),
  }
}

/** Calendars as they are read: whole appointments, in any order, some of them twice. */
export function calendarOf(reaching: Reaching): Pick<Calendar, 'changes' | 'read' | 'categorise'> {
  const { outlook } = reaching.world
  const { chance } = reaching
  return {
    categorise: () => Promise.reject(new Error('no appointment there is tagged')),
    changes: (mailbox, _window, cursor) =>
      throwing<ChangedAppointments>(reaching, 'graph', {
        port: 'calendar.changes',
        about: `${mailbox} ${cursor ?? 'whole'}`,
        async effect() {
          const read = outlook.changesSince(mailbox, cursor)
          const appointments = read.changed.map(({ appointment }) => appointment)
          const again = appointments.filter(() => chance.happens(0.2))
          const changed = shuffled([...appointments, ...again], chance)
          return { kind: 'changes', changed, removed: read.removed, cursor: read.cursor, whole: cursor === undefined }
        },
        special: { 'start-again': async () => ({ kind: 'start-again' }) },
      }),
    read: (_mailbox, eventId) =>
      throwing(reaching, 'graph', {
        port: 'calendar.read',
        about: eventId,
        async effect() {
          const entry = outlook.entries.get(eventId)
          return entry && !entry.gone ? entry.appointment : 'gone'
        },
      }),
  }
}

function shuffled<Item>(items: readonly Item[], chance: Chance): readonly Item[] {
  return items
    .map((item) => ({ item, place: chance.next() }))
    .toSorted((one, other) => one.place - other.place)
    .map(({ item }) => item)
}

export function directoryOf(reaching: Reaching): Directory {
  const people = [...memberNumbers, ...officerNumbers].map(accountOf)
  const asked = <Value>(about: string, effect: () => Promise<Value>) =>
    throwing(reaching, 'graph', { port: 'directory.read', about, effect })
  return {
    membersOf: (address) => asked(address, async () => ({ kind: 'not-a-list' })),
    personBy: (address) => asked(address, async () => people.find((person) => person.addresses.includes(address))),
    officers: () =>
      asked('officers', async () => officerNumbers.map((number) => ({ person: accountOf(number), roles: ['officer'] as const }))),
  }
}

export function subscriptionsOf(reaching: Reaching): Subscriptions {
  const { world } = reaching
  const { subscriptions } = world.outlook
  const asked = <Value>(about: string, effect: () => Promise<Value>) =>
    throwing(reaching, 'graph', { port: 'subscriptions.write', about, effect })
  return {
    create: (mailbox, { clientState, until }) =>
      asked(`create ${mailbox}`, async () => {
        const id = `subscription-${subscriptions.size + 1}`
        subscriptions.set(id, { id, mailbox, clientState, until: until.epochMilliseconds })
        return { id, until }
      }),
    renew: (id, until) =>
      asked(`renew ${id}`, async () => {
        const known = subscriptions.get(id)
        if (!known || known.until < world.now()) return { kind: 'gone' }
        known.until = until.epochMilliseconds
        return { kind: 'renewed', until: Temporal.Instant.fromEpochMilliseconds(known.until) }
      }),
    remove: (id) =>
      asked(`remove ${id}`, async () => {
        const known = subscriptions.get(id)
        if (known) known.until = 0
      }),
  }
}

/** The register: its document is our own, because what an adapter makes of the publisher's is proved beside the adapter. */
export function registerOf(reaching: Reaching): RegisterSource {
  const { world } = reaching
  return {
    fetch: (url) =>
      throwing(reaching, 'modern-gov', {
        port: 'register.fetch',
        about: url,
        async effect() {
          world.fetched.push(world.now())
          return JSON.stringify({ entries: [...world.register.values()], vacant: [] })
        },
      }),
    read: (text) => ok(JSON.parse(text) as RegisterDocument),
  }
}

/** Where nobody can change what was written; the same line twice is one. */
export function anchorsOf(reaching: Reaching): Anchors {
  const { anchors } = reaching.world
  return {
    add: (council, anchor) =>
      throwing(reaching, 'storage', { port: 'anchors.add', about: council, effect: () => anchors.add(council, anchor) }),
    all: (council) => anchors.all(council),
  }
}
