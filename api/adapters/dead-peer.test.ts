import { test } from 'vitest'
import { ok } from '../../domain/kernel/result.ts'
import { instant } from '../../domain/kernel/time.ts'
import { untilDeadline } from '../deadline.ts'
import type { KeySet } from '../http/key-set.ts'
import type { Anchors } from '../ports/audit.ts'
import type { Calendar, Directory, Subscriptions } from '../ports/calendar.ts'
import { untold } from '../ports/outcomes.ts'
import type { Hints } from '../ports/queue.ts'
import type { RegisterSource } from '../ports/register-source.ts'
import type { CardSender, MailSender, TextSender } from '../ports/senders.ts'
import type { Tables } from '../ports/tables.ts'
import type { Tokens } from './entra/tokens.ts'
import { everyPortAt, somebody, someRow, type EveryPort } from './testing/every-port.ts'
import { recordedService } from './testing/recorded-service.ts'

/*
 * reliability.md §14: one deadline for each step of a job, passed down to whatever it calls, and no retry below it. Each method of each port,
 * with the other side accepting the request and then saying nothing, or beginning an answer that it does not end. A method that is added to
 * a port does not compile until it stands here.
 *
 * The step's deadline is a small part of the shortest limit that a call has of its own, and no test may take half of that one. Tokens alone
 * are not asked for one step: several calls wait for the same one, each for as long as it may.
 */

type Call = (ports: EveryPort, signal: AbortSignal) => Promise<unknown>
/** `outage`: thrown as such, and whoever asked asks again. Otherwise the kind of the answer. */
type Row = readonly [ends: 'outage' | 'unknown' | 'later', call: Call]
type RowsOf<Port> = { readonly [Method in keyof Port]: Row }

const at = instant('2026-10-29T18:00:00Z')
const event = { mailbox: somebody, eventId: 'e1', iCalUId: 'u1' }
const message = { card: { type: 'AdaptiveCard' }, text: 'Four of six are coming.' }
const mail = { key: 'k', to: { name: 'A', address: 'a@council.example' }, subject: 's', html: 'h', text: 't' }
const order = { member: somebody, memberAddress: 'a@council.example', entry: event, startsAt: at, answer: 'accepted' } as const
const hint = { kind: 'look-at-session', council: 'thamesbrook', session: 's-1' } as const
const anchor = { at: '2026-10-29T00:05:00Z', month: '202610', seq: 1, hash: '0'.repeat(64) }

const rows = {
  text: {
    send: ['unknown', ({ text }, signal) => text.send({ key: 'k', to: '+447700900142', body: 'Cancelled.' }, signal)],
    find: ['unknown', ({ text }, signal) => text.find('k', signal)],
  } satisfies RowsOf<TextSender>,
  mail: {
    // It looks for a draft of its own before it makes one, so nothing was sent.
    send: ['later', (ports, signal) => ports.mail.send(mail, signal)],
    find: ['unknown', (ports, signal) => ports.mail.find('k', signal)],
  } satisfies RowsOf<MailSender>,
  card: {
    send: ['unknown', ({ card }, signal) => card.send({ key: 'k', to: somebody, message }, signal)],
    update: ['unknown', ({ card }, signal) => card.update({ providerId: 'a1', to: somebody, message }, signal)],
  } satisfies RowsOf<CardSender>,
  calendar: {
    changes: ['outage', ({ calendar }, signal) => calendar.changes(somebody, { from: at, to: at }, undefined, signal)],
    read: ['outage', ({ calendar }, signal) => calendar.read(somebody, 'e1', signal)],
    categorise: ['unknown', ({ calendar }, signal) => calendar.categorise(somebody, 'e1', 'Member training', signal)],
    cancel: ['later', ({ calendar }, signal) => calendar.cancel(somebody, 'e1', '', signal)],
    isCancelled: ['unknown', ({ calendar }, signal) => calendar.isCancelled(somebody, 'e1', signal)],
    answer: ['later', ({ calendar }, signal) => calendar.answer(order, signal)],
  } satisfies RowsOf<Calendar>,
  directory: {
    membersOf: ['outage', ({ directory }, signal) => directory.membersOf('all@council.example', signal)],
    personBy: ['outage', ({ directory }, signal) => directory.personBy('a@council.example', signal)],
    officers: ['outage', ({ directory }, signal) => directory.officers(signal)],
  } satisfies RowsOf<Directory>,
  subscriptions: {
    create: ['outage', ({ subscriptions }, signal) => subscriptions.create(somebody, { clientState: 'c', until: at }, signal)],
    renew: ['outage', ({ subscriptions }, signal) => subscriptions.renew('s1', at, signal)],
    remove: ['outage', ({ subscriptions }, signal) => subscriptions.remove('s1', signal)],
  } satisfies RowsOf<Subscriptions>,
  tables: {
    get: ['outage', ({ tables }) => tables.get(someRow.pk, 'r')],
    range: ['outage', ({ tables }) => tables.range(someRow.pk, 'a', 'b')],
    first: ['outage', ({ tables }) => tables.first(someRow.pk, 'a', 'b', 5)],
    commit: ['outage', ({ tables }) => tables.commit(someRow.pk, [{ insert: 'r', data: 1 }])],
  } satisfies RowsOf<Tables>,
  hints: {
    post: ['outage', ({ hints }) => hints.post(hint)],
    take: ['outage', ({ hints }) => hints.take()],
  } satisfies RowsOf<Hints>,
  anchors: {
    add: ['outage', ({ anchors }) => anchors.add(someRow.council, anchor)],
    all: ['outage', ({ anchors }) => anchors.all(someRow.council)],
  } satisfies RowsOf<Anchors>,
  tokens: {
    appToken: ['outage', ({ tokens }) => tokens.appToken(crypto.randomUUID())],
    onBehalfOf: ['outage', ({ tokens }) => tokens.onBehalfOf(crypto.randomUUID(), 'an assertion')],
  } satisfies RowsOf<Tokens>,
  register: {
    fetch: ['outage', ({ register, url }, signal) => register.fetch(`${url}/register`, signal)],
  } satisfies RowsOf<Omit<RegisterSource, 'read'>>,
  keys: {
    find: ['outage', ({ keys }) => keys.find('a key')],
  } satisfies RowsOf<Pick<KeySet, 'find'>>,
}

const everyMethod = Object.entries(rows).flatMap(([port, methods]) =>
  Object.entries<Row>(methods).map(([method, [ends, call]]) => ({ name: `${port}.${method}`, ends, call })),
)

test.concurrent.for(everyMethod.flatMap((each) => (['hang', 'stall'] as const).map((dead) => ({ ...each, dead }))))(
  '$name ends as $ends with its step where the other side will $dead, after one request',
  { timeout: 2_500 },
  async ({ ends, call, dead }, { expect, onTestFinished }) => {
    const service = await recordedService(() => dead)
    onTestFinished(() => service.close())
    const ports = everyPortAt(service.url, { of: () => untold })
    const deadline = AbortSignal.timeout(250)
    const came = await untilDeadline(deadline, () => call(ports, deadline)).then(ok, (fault: unknown) => ({ ok: false, fault }))
    if (ends === 'outage') expect(came).toMatchObject({ ok: false, fault: { name: 'Unavailable' } })
    else expect(came).toMatchObject({ ok: true, value: { kind: ends } })
    expect(service.asked).toHaveLength(1)
  },
)
