import { createServer, request as ask, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { compose } from '../../api/act/compose.ts'
import { createTexts } from '../../api/adapters/notify/notify.ts'
import { startInstance, advance, type Instance } from '../../api/testing/council.ts'
import { createTestClock, type TestClock } from '../../api/testing/clock.ts'
import { createHintsDouble } from '../../api/testing/queue.ts'
import { createRecordedSenders } from '../../api/testing/senders.ts'
import { createTablesDouble } from '../../api/testing/tables.ts'
import { sessionId } from '../../domain/kernel/ids.ts'
import { instant } from '../../domain/kernel/time.ts'
import { aMember, anInvitation, anOfficer, aSession, towerHamlets } from '../../domain/testing/builders.ts'
import { notifyAccount } from '../../sandbox/notify/account.ts'
import { createNotify, type Notify } from '../../sandbox/notify/notify.ts'
import { hostOf } from '../../sandbox/testing/host.ts'
import { alone, beside, sized, type Figure } from './figure.ts'

const runs = 4
/** Four sessions that begin together: each Member coming to all four is reminded of each at eight that morning. */
const eve = instant('2026-10-26T12:00:00Z')
const earlyThatDay = instant('2026-10-27T06:00:00Z')
const startsAt = instant('2026-10-27T14:00:00Z')
const after = instant('2026-10-27T13:55:00Z')

/** Many texts at one moment through a Notify that takes only so many a minute: how long, how many calls, and each once. */
export const throttledTexts: Figure = {
  name: 'texts',
  title: 'Texts through a Notify that throttles',
  besideIs: 'the least possible',
  async run(size) {
    const members = sized(size, 250, 20)
    const texts = members * runs
    const aMinute = Math.ceil(texts / 4)
    const clock = createTestClock(eve)
    const notify = await startThrottled(clock, aMinute)
    try {
      const instance = await councilWith(clock, notify.address, members)
      await advance(instance.worker, clock, earlyThatDay) // what else there is to text has gone by then
      const earlier = notify.begin()
      const from = performance.now()
      await advance(instance.worker, clock, after)
      const seconds = (performance.now() - from) / 1000
      const sent = notify.sent().slice(earlier)
      const references = sent.map(({ reference }) => reference ?? '')
      const minutes = notify.minutes()
      const lines = [
        beside('minutes from the first call to the last text', minutes.last - minutes.first, Math.ceil(texts / aMinute) - 1, 'min', 0),
        beside('calls for each text', notify.calls() / texts, 1, '', 3),
        beside('texts sent', sent.length, texts, '', 0),
        alone('sent twice', references.length - new Set(references).size, '', 0),
        alone('lost', texts - new Set(references).size, '', 0),
        alone('real time of all of it', seconds, 's'),
      ]
      return {
        lines,
        note: `${members} Members coming to ${runs} sessions that begin together; Notify takes ${aMinute} a minute and answers the rest 429. Minutes are the council's.`,
      }
    } finally {
      await notify.close()
    }
  },
}

async function councilWith(clock: TestClock, url: string, members: number): Promise<Instance> {
  const texts = createTexts({ url, apiKey: notifyAccount.liveKey, templateId: notifyAccount.textTemplateId })
  const senders = { ...createRecordedSenders(() => clock.now()), text: texts }
  const hints = createHintsDouble(() => clock.mono())
  const instance = await startInstance({ clock, tables: createTablesDouble(), senders, hints, rulebook: towerHamlets, compose, lines: [] })
  const { council } = instance
  const numbers = Array.from({ length: members }, (_, index) => index + 1)
  for (const number of numbers) {
    const mobile = { kind: 'usable', e164: `+44770091${String(number).padStart(4, '0')}` } as const
    await council.members.save(aMember(number, { mobile }), 'new', { kind: 'administrator' })
  }
  await council.officers.replaceAll([anOfficer(901)], eve)
  for (let run = 1; run <= runs; run += 1) {
    const invitations = numbers.map((number) => anInvitation(number, 'accepted'))
    const session = aSession({ id: sessionId(`s${run}`), title: `Course ${run}`, startsAt, invitations })
    await council.sessions.save({ session, history: [] }, 'new')
  }
  return instance
}

type Throttled = {
  readonly address: string
  /** Throttles from now on. How many texts it has taken before. */
  begin(): number
  calls(): number
  /** In minutes of the council's time: when the first call came, and when the last text was taken. */
  minutes(): { readonly first: number; readonly last: number }
  sent: Notify['sent']
  close(): Promise<void>
}

/** The sandbox's Notify behind a door that lets only so many through in a minute of the council's time. */
async function startThrottled(clock: TestClock, aMinute: number): Promise<Throttled> {
  let notify: Notify | undefined
  const host = await hostOf({ notify: (context) => (notify = createNotify(context)) })
  host.app.use('/product', (_request, response) => void response.status(204).end())
  const minuteNow = () => Math.floor(clock.now().epochMilliseconds / 60_000)
  const taken = new Map<number, number>()
  let calls = 0
  let first: number | undefined
  let isThrottled = false
  const server = createServer((request, response) => {
    if (request.method !== 'POST' || !isThrottled) return passOn(host.base, request, response)
    const minute = minuteNow()
    calls += 1
    first ??= minute
    const before = taken.get(minute) ?? 0
    if (before >= aMinute) return refuse(request, response, aMinute)
    taken.set(minute, before + 1)
    passOn(host.base, request, response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    begin() {
      isThrottled = true
      return notify?.sent().length ?? 0
    },
    calls: () => calls,
    minutes: () => ({ first: first ?? 0, last: Math.max(...taken.keys()) }),
    sent: () => notify?.sent() ?? [],
    async close() {
      server.closeAllConnections()
      server.close()
      await host.close()
    },
  }
}

function refuse(request: IncomingMessage, response: ServerResponse, aMinute: number): void {
  request.resume()
  const message = `Exceeded rate limit for key type live of ${aMinute} requests per 60 seconds`
  response.writeHead(429, { 'content-type': 'application/json' })
  response.end(JSON.stringify({ status_code: 429, errors: [{ error: 'RateLimitError', message }] }))
}

function passOn(base: string, request: IncomingMessage, response: ServerResponse): void {
  const { method = 'GET', headers } = request
  const onward = ask(`${base}/notify${request.url ?? ''}`, { method, headers }, (reply) => {
    response.writeHead(reply.statusCode ?? 502, reply.headers)
    reply.pipe(response)
  })
  onward.once('error', () => response.destroy())
  request.pipe(onward)
}
