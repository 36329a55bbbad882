import type { Programme } from '../../api/contracts/programme.ts'
import { alone, beside, quantile, sized, type Figure, type Line } from './figure.ts'
import { asFastAsAnswered, httpClient, type HttpClient, type Order, type Speed } from './http-client.ts'
import type { Running } from './processes.ts'
import { benchWorld, onDay, startStage, type Stage } from './stage.ts'

const members = 60
const sessions = 12
const atOnce = 8
/** Of each kind: what two people may read in a minute is not to be reached. */
const mostOfOfficers = 150

/** Requests to the product in a process of its own, each kind beside as many to a bare route with the same check of tokens. */
export const apiSpeed: Figure = {
  name: 'api',
  title: 'Requests to the API',
  besideIs: 'a bare Express route',
  async run(size) {
    const stage = await startStage(benchWorld(members))
    const running: Running[] = []
    try {
      await arrange(stage)
      const [product, bare] = [await stage.startProduct('off'), await stage.startBare()]
      running.push(product, bare)
      const lines = await measure(stage, { product, bare, requests: sized(size, 2_000, 60) })
      return {
        lines,
        note: `${members} Members, ${sessions} sessions to come; ${atOnce} requests at once over kept connections; storage is Azurite.`,
      }
    } finally {
      for (const each of running) await each.close()
      await stage.close()
    }
  },
}

async function arrange(stage: Stage): Promise<void> {
  for (let index = 0; index < sessions; index += 1) await inviteTo(stage, `Course ${index + 1}`, 8 + 3 * index)
  await stage.settle()
}

/** Sends an invitation to all Members from the officer's Outlook. */
export async function inviteTo(stage: Pick<Stage, 'graph'>, subject: string, daysAhead: number): Promise<void> {
  const attendees = [{ type: 'required', emailAddress: { name: 'Members (all)', address: 'members@testing.example' } }]
  const event = { subject, ...onDay(daysAhead), attendees, categories: ['Member training'] }
  const { status } = await stage.graph('officer', 'POST', '/me/events', event)
  if (status !== 201) throw new Error(`Outlook answered an invitation with ${status}`)
}

type Measuring = { readonly product: Running; readonly bare: Running; readonly requests: number }

async function measure(stage: Stage, { product, bare, requests }: Measuring): Promise<readonly Line[]> {
  const { body } = await stage.api<Programme>('officer', 'GET', '/programme')
  const ids = body.rows.map(({ sessionId }) => sessionId)
  const session = ids[0] ?? ''
  const officers = [await stage.token('officer'), await stage.token('second')]
  const tokens = await Promise.all(Array.from({ length: members }, async (_, index) => stage.token(`m${index + 1}`)))
  const bareOrders = spread(requests, (index) => ({ method: 'GET', path: '/api/bare', token: tokens[index % members] ?? '' }))
  const [client, bareClient] = [httpClient(product.address, atOnce), httpClient(bare.address, atOnce)]
  const reading = (path: string, asOfficer = true) => {
    const whose = asOfficer ? officers : tokens
    const count = asOfficer ? Math.min(requests, mostOfOfficers) : requests
    return spread(count, (index) => ({ method: 'GET', path: `/api${path}`, token: whose[index % whose.length] ?? '' }))
  }
  const kinds: readonly (readonly [string, readonly Order[]])[] = [
    ['My training', reading('/my/training', false)],
    ['Programme', reading('/programme')],
    ['Session', reading(`/sessions/${session}`)],
    ['Decision', reading(`/sessions/${session}/decision`)],
    ['Answering', spread(Math.min(requests, members * sessions), (index) => answering(ids, tokens, index))],
  ]
  const lines: Line[] = []
  await warm(bareClient, bareOrders)
  for (const [what, orders] of kinds) {
    if (what !== 'Answering') await warm(client, orders)
    const [plain, bareCost] = await costed(bare, () => asFastAsAnswered(bareClient, bareOrders, atOnce))
    const [speed, cost] = await costed(product, () => asFastAsAnswered(client, orders, atOnce))
    lines.push(...linesOf(what, speed, plain), beside(`${what}, processor time of its own`, cost, bareCost, 'ms', 2))
  }
  client.close()
  bareClient.close()
  return lines
}

/** A process is slow at what it does for the first time, and in service that is long past. */
async function warm(client: HttpClient, orders: readonly Order[]): Promise<void> {
  await asFastAsAnswered(client, orders.slice(0, 40), atOnce)
}

/** Milliseconds of the process's own processor for each request, whatever it waited for. */
async function costed(running: Running, work: () => Promise<Speed>): Promise<readonly [Speed, number]> {
  const before = await running.spent('time')
  const speed = await work()
  const after = await running.spent('time')
  const microseconds = after.cpu.user + after.cpu.system - before.cpu.user - before.cpu.system
  return [speed, microseconds / 1000 / speed.milliseconds.length]
}

function spread(count: number, make: (index: number) => Order): readonly Order[] {
  return Array.from({ length: count }, (_, index) => make(index))
}

function answering(ids: readonly string[], tokens: readonly string[], index: number): Order {
  const session = ids[Math.floor(index / members) % ids.length] ?? ''
  const answer = index % 2 === 0 ? 'accepted' : 'declined'
  return { method: 'PUT', path: `/api/my/sessions/${session}/answer`, token: tokens[index % members] ?? '', body: { answer } }
}

function linesOf(what: string, speed: Speed, plain: Speed): readonly Line[] {
  const refused = [...speed.statuses].filter(([status]) => status >= 300)
  return [
    beside(`${what}, p50`, quantile(speed.milliseconds, 0.5), quantile(plain.milliseconds, 0.5), 'ms'),
    beside(`${what}, p95`, quantile(speed.milliseconds, 0.95), quantile(plain.milliseconds, 0.95), 'ms'),
    beside(`${what}, requests a second`, speed.perSecond, plain.perSecond, '', 0),
    ...refused.map(([status, count]) => alone(`${what}, answered ${status}`, count, '', 0)),
  ]
}
