import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import type { Programme, SessionPage } from '../../api/contracts/programme.ts'
import { outlookOf } from '../support/outlook.ts'
import { inviteTo } from './api-speed.ts'
import { beside, quantile, sized, type Figure } from './figure.ts'
import { benchWorld, startStage, type Stage } from './stage.ts'

const subject = 'Answered in Outlook'
const lookEvery = 20
const patience = 60_000

/** From a Member's answer in Outlook to the count in the officer's tab, beside a listener that is notified and reads the change itself. */
export const answerToCount: Figure = {
  name: 'answer',
  title: 'From an answer in Outlook to the officer’s count',
  besideIs: 'notified, and one delta read',
  async run(size) {
    const answers = sized(size, 40, 4)
    const stage = await startStage(benchWorld(answers))
    const listener = await startListener(stage)
    try {
      await inviteTo(stage, subject, 20)
      await stage.settle()
      await listener.begin()
      const { body } = await stage.api<Programme>('officer', 'GET', '/programme')
      const session = body.rows.find(({ title }) => title === subject)?.sessionId ?? ''
      const ours: number[] = []
      const bare: number[] = []
      for (let number = 1; number <= answers; number += 1) {
        const from = performance.now()
        await outlookOf(stage).answer(`m${number}`, subject, 'accept')
        const read = listener.next().then((at) => bare.push(at - from))
        await shows(stage, session, number)
        ours.push(performance.now() - from)
        await read
      }
      const lines = [
        beside('p50', quantile(ours, 0.5), quantile(bare, 0.5), 'ms', 0),
        beside('p95', quantile(ours, 0.95), quantile(bare, 0.95), 'ms', 0),
      ]
      return {
        lines,
        note: `${answers} answers, one after another, as the worker polls in service; the officer's page is looked at every ${lookEvery} ms.`,
      }
    } finally {
      listener.close()
      await stage.close()
    }
  },
}

async function shows(stage: Stage, session: string, accepted: number): Promise<void> {
  const until = performance.now() + patience
  while (performance.now() < until) {
    const { body } = await stage.api<SessionPage>('officer', 'GET', `/sessions/${session}`)
    if (body.row.counts.accepted >= accepted) return
    await wait(lookEvery)
  }
  throw new Error(`the count of ${accepted} did not come within a minute`)
}

/** The least that can be done: a subscription of the officer's own, and one reading of what changed at each notification. */
async function startListener(stage: Stage) {
  let told: (() => void) | undefined
  let delta = ''
  const server = createServer((request, response) => {
    request.resume()
    const token = new URL(request.url ?? '', 'http://localhost').searchParams.get('validationToken')
    response.writeHead(token === null ? 202 : 200, { 'content-type': 'text/plain' }).end(token ?? '')
    if (token === null) told?.()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = `http://localhost:${(server.address() as AddressInfo).port}`

  async function readChanges(path: string): Promise<string> {
    const { status, body } = await stage.graph<Record<string, string>>('officer', 'GET', path)
    if (status !== 200) throw new Error(`Graph answered a delta with ${status}`)
    const next = body['@odata.nextLink'] ?? body['@odata.deltaLink'] ?? ''
    const onward = next.slice(next.indexOf('/v1.0') + '/v1.0'.length)
    return body['@odata.deltaLink'] ? onward : readChanges(onward)
  }

  return {
    async begin(): Promise<void> {
      const [from, to] = [new Date(), new Date(Date.now() + 60 * 86_400_000)].map((each) => each.toISOString())
      delta = await readChanges(`/me/calendarView/delta?startDateTime=${from}&endDateTime=${to}`)
      const expirationDateTime = new Date(Date.now() + 3 * 86_400_000).toISOString()
      const order = { changeType: 'updated', notificationUrl: address, resource: 'me/events', expirationDateTime, clientState: 'bare' }
      const { status, body } = await stage.graph('officer', 'POST', '/subscriptions', order)
      if (status !== 201) throw new Error(`Graph answered a subscription with ${status}: ${JSON.stringify(body)}`)
    },
    /** When the next change has been read. */
    async next(): Promise<number> {
      await new Promise<void>((resolve) => (told = resolve))
      delta = await readChanges(delta)
      return performance.now()
    },
    close: () => void server.close(),
  }
}
