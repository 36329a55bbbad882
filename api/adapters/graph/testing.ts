import { personId } from '../../../domain/kernel/ids.ts'
import { ok } from '../../../domain/kernel/result.ts'
import { recordedService, type Answered, type Asked, type RecordedService } from '../testing/recorded-service.ts'
import { createGraphClient } from './client.ts'
import type { GraphSource } from './source.ts'

export const officerMailbox = personId('00000000-0000-4000-8000-000000000001')
export const memberMailbox = personId('00000000-0000-4000-8000-000000000002')
export const signal = new AbortController().signal

/** Graph as recorded, reached through the real client. `slept` is what was waited for, in milliseconds. */
export async function recordedGraph(answer: (asked: Asked) => Answered): Promise<{
  readonly service: RecordedService
  readonly source: GraphSource
  readonly slept: number[]
}> {
  const service = await recordedService(answer)
  const slept: number[] = []
  const graph = createGraphClient({ url: `${service.url}/v1.0`, newId: () => 'an-id', wallMilliseconds: () => 0 })
  const source: GraphSource = {
    graph,
    service: ({ fresh }) => Promise.resolve(ok(fresh ? 'fresh-app-token' : 'app-token')),
    asPerson:
      (person) =>
      ({ fresh }) =>
        Promise.resolve(ok(`${fresh ? 'fresh-' : ''}token-of-${person.slice(-1)}`)),
    clock: {
      mono: () => 0,
      sleep: (milliseconds) => {
        slept.push(milliseconds)
        return Promise.resolve()
      },
    },
  }
  return { service, source, slept }
}

/** What Graph says of an instant in UTC, from "2026-10-22T17:30:00". */
export const utc = (dateTime: string) => ({ dateTime: `${dateTime}.0000000`, timeZone: 'UTC' })

/** An appointment with one who is invited and has not answered, as Graph tells its organiser of it. */
export function graphEvent(id: string, more: object = {}) {
  return {
    id,
    iCalUId: `uid-${id}`,
    type: 'singleInstance',
    subject: id,
    start: utc('2026-10-22T17:30:00'),
    end: utc('2026-10-22T19:00:00'),
    isOrganizer: true,
    organizer: { emailAddress: { name: 'O', address: 'o@thamesbrook.example' } },
    attendees: [{ type: 'required', status: { response: 'none' }, emailAddress: { address: 'm@thamesbrook.example' } }],
    ...more,
  }
}

export const gone: Answered = { status: 404, json: { error: { code: 'ErrorItemNotFound', message: 'not found' } } }
export const done: Answered = { status: 202 }

export function json(value: unknown, status = 200): Answered {
  return { status, json: value }
}
