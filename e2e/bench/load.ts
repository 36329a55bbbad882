import { createCouncils } from '../../api/stores/councils.ts'
import { createDueQueue } from '../../api/stores/due.ts'
import { createHintsDouble } from '../../api/testing/queue.ts'
import { testProfile } from '../../api/testing/council.ts'
import { systemClock } from '../../api/adapters/system-clock.ts'
import { answersOf } from '../../api/use-cases/my-session-view.ts'
import { memberId, sessionId } from '../../domain/kernel/ids.ts'
import type { SessionRecord } from '../../domain/sessions/session-record.ts'
import { atRate, httpClient, type HttpClient, type Order, type Reply } from './http-client.ts'
import { startProcess, type Running } from './processes.ts'
import type { Spent } from './spent.ts'
import { tablesFarAway } from './tables-far-away.ts'

export type Load = {
  readonly members: number
  readonly sessions: number
  /** Seconds, and requests in each. The flood comes at once after the calm. */
  readonly calm: { readonly seconds: number; readonly perSecond: number }
  readonly flood: { readonly seconds: number; readonly perSecond: number }
}

type Phase = { readonly replies: readonly Reply[]; readonly seconds: number }

export type Borne = {
  readonly calm: Phase
  readonly flood: Phase
  /** Successes in a second with as many asking as can be answered. */
  readonly capacity: number
  /** Probes and webhooks sent during the flood, and what they were answered. */
  readonly neverShed: readonly number[]
  readonly before: Spent
  readonly after: Spent
  /** Answers that were taken (2xx), those found in the records, and pairs of Member and session where the two are not the same. */
  readonly answers: { readonly taken: number; readonly found: number; readonly wrong: readonly string[] }
}

/** Presses on the product as a council does, then ten times as hard, and counts what became of everything. */
export async function bear(load: Load): Promise<Borne> {
  const tables = await startProcess({ script: 'tables-process.ts' })
  const product = await startProcess({ script: 'load-process.ts', args: [tables.address, String(load.members), String(load.sessions)] })
  const client = httpClient(product.address, 2_000)
  try {
    const crowd = createCrowd(client, load, product.said['tokens'] as Tokens)
    const capacity = await capacityOf(crowd)
    const before = await product.spent('memory')
    const calm = await phase(load.calm, crowd)
    const probing = probesDuring(product, load.flood.seconds)
    const flood = await phase(load.flood, crowd)
    const neverShed = await probing
    await capacityOf(crowd)
    const after = await product.spent('memory')
    return { calm, flood, capacity, neverShed, before, after, answers: await compare(tables, load, crowd.answers) }
  } finally {
    client.close()
    await product.close()
    await tables.close()
  }
}

export function isSuccess({ status }: Reply): boolean {
  return status >= 200 && status < 300
}

export function isToldToComeBack({ status, retryAfter }: Reply): boolean {
  return (status === 429 || status === 503) && Number(retryAfter) > 0
}

type Tokens = { readonly officers: readonly string[]; readonly members: readonly string[] }
/** For one Member and session: the answers that were taken, in order, and how many nobody can tell of. */
type Given = { readonly taken: string[]; unknown: number; isUnderWay: boolean }
type Crowd = {
  /** The next request of a mix: of ten, four first pages, two sessions, one programme, one session of an officer's, two answers. */
  ask(number: number): Promise<Reply>
  reading(number: number): Order
  readonly answers: ReadonlyMap<string, Given>
}

function createCrowd(client: HttpClient, { members, sessions }: Load, tokens: Tokens): Crowd {
  const answers = new Map<string, Given>()
  let turn = 0

  function reading(number: number): Order {
    const member = tokens.members[number % members] ?? ''
    const officer = tokens.officers[number % tokens.officers.length] ?? ''
    const session = `s${1 + (number % sessions)}`
    const of = (path: string, token: string) => ({ method: 'GET', path: `/api${path}`, token })
    if (number % 8 < 4) return of('/my/training', member)
    if (number % 8 < 6) return of(`/my/sessions/${session}`, member)
    return number % 8 === 6 ? of('/programme', officer) : of(`/sessions/${session}`, officer)
  }

  async function answer(): Promise<Reply> {
    turn += 1
    const [member, session] = [turn % members, 1 + (Math.floor(turn / members) % sessions)]
    const name = `m${member + 1} s${session}`
    const given = answers.get(name) ?? { taken: [], unknown: 0, isUnderWay: false }
    answers.set(name, given)
    if (given.isUnderWay) return client.ask(reading(turn))
    given.isUnderWay = true
    const body = { answer: given.taken.at(-1) === 'accepted' ? 'declined' : 'accepted' }
    const reply = await client.ask({
      method: 'PUT',
      path: `/api/my/sessions/s${session}/answer`,
      token: tokens.members[member] ?? '',
      body,
    })
    given.isUnderWay = false
    if (isSuccess(reply)) given.taken.push(body.answer)
    else if (['unavailable', 'defect', 'lost'].includes(reply.refusal ?? '')) given.unknown += 1
    return reply
  }

  return { answers, reading, ask: (number) => (number % 5 === 4 ? answer() : client.ask(reading(number))) }
}

const asked = 400
const atOnce = 16

/** Of the same mix, as many as are answered, sixteen at once: within what every person may ask in a minute. */
async function capacityOf(crowd: Crowd): Promise<number> {
  const numbers = Array.from({ length: asked }, (_, number) => number).values()
  let succeeded = 0
  const from = performance.now()
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (const number of numbers) if (isSuccess(await crowd.ask(number))) succeeded += 1
    }),
  )
  return succeeded / ((performance.now() - from) / 1000)
}

async function phase({ seconds, perSecond }: Load['calm'], crowd: Crowd): Promise<Phase> {
  const replies: Reply[] = []
  const from = performance.now()
  await atRate(perSecond, seconds, async (number) => void replies.push(await crowd.ask(number)))
  return { replies, seconds: (performance.now() - from) / 1000 }
}

async function probesDuring(product: Running, seconds: number): Promise<readonly number[]> {
  const statuses: number[] = []
  const notified = JSON.stringify({ value: [] })
  const post = { method: 'POST', headers: { 'content-type': 'application/json' }, body: notified }
  await atRate(2, seconds, async () => {
    const asked = [
      fetch(`${product.address}/health/live`),
      fetch(`${product.address}/health/ready`),
      fetch(`${product.address}/graph/notifications`, post),
    ]
    for (const response of await Promise.all(asked)) {
      await response.arrayBuffer()
      statuses.push(response.status)
    }
  })
  return statuses
}

/** Holds what the records keep against what was answered. */
async function compare(storage: Running, load: Load, answers: Crowd['answers']): Promise<Borne['answers']> {
  const records = await recordsIn(storage, load.sessions)
  const wrong: string[] = []
  let [taken, found] = [0, 0]
  for (const [name, given] of answers) {
    const [member = '', session = ''] = name.split(' ')
    const kept = answersOf(records.get(session)?.duties ?? [], memberId(member)).map(({ duty }) =>
      duty.purpose.kind === 'answer' ? duty.purpose.answer : '',
    )
    taken += given.taken.length
    found += kept.length
    if (!isKept(given, kept)) wrong.push(`${name}: taken ${given.taken.join(' ')}, kept ${kept.join(' ')}`)
  }
  return { taken, found, wrong }
}

/**
 * Whether each answer that was taken is kept, in its order, and besides them no more than those of which nobody could tell.
 */
export function isKept({ taken, unknown }: Pick<Given, 'taken' | 'unknown'>, kept: readonly string[]): boolean {
  let next = 0
  for (const answer of kept) if (answer === taken[next]) next += 1
  return next === taken.length && kept.length - taken.length <= unknown
}

async function recordsIn(storage: Running, sessions: number): Promise<ReadonlyMap<string, SessionRecord>> {
  const tables = tablesFarAway(storage.address)
  const due = createDueQueue({ tables, shards: 2 })
  const hints = createHintsDouble(() => systemClock.mono())
  const council = await createCouncils({ tables, due, hints, clock: systemClock }).open(testProfile.id)
  const records = new Map<string, SessionRecord>()
  for (let index = 1; index <= sessions; index += 1) {
    const record = await council?.sessions.find(sessionId(`s${index}`))
    if (record) records.set(`s${index}`, record)
  }
  return records
}
