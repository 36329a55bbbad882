import type { Sending } from '../../ports/senders.ts'
import type { Answered } from './recorded-service.ts'

/** As the outcome tables of the reliability facts class what came of a call. */
export type Class = 'done' | 'R: again, nothing happened' | 'U: ask first' | 'F: final' | 'S: stop the lane' | 'W: wait as told'

export function classOf(sending: Sending): Class {
  if (sending.kind === 'sent') return 'done'
  if (sending.kind === 'later') return sending.throttled ? 'W: wait as told' : 'R: again, nothing happened'
  if (sending.kind === 'refused') return 'F: final'
  return sending.kind === 'stopped' ? 'S: stop the lane' : 'U: ask first'
}

const aLittleOver2MiB = 2 * 1024 * 1024 + 1
const page: Answered = { status: 200, text: '<!DOCTYPE html><p>Sign in to the network', type: 'text/html' }
const tooLong = (status: number): Answered => ({ status, text: `{"id":"${'x'.repeat(aLittleOver2MiB)}"}`, type: 'application/json' })

/** After any of these nobody can say whether a write was done; a reading simply did not come. */
export const doubtful: readonly (readonly [row: string, answered: Answered])[] = [
  ['500', { status: 500 }],
  ['502', { status: 502, text: '<html>Bad gateway', type: 'text/html' }],
  ['504', { status: 504 }],
  ['a status that no row lists', { status: 418 }],
  ['a redirect, which is not followed', { status: 302, headers: { location: 'http://127.0.0.1:1/elsewhere' } }],
  ['reset once everything was read', 'reset'],
  ['cut half-way through the answer', 'cut'],
  ['never answered', 'hang'],
  ['success, with a page of HTML', page],
  ['success, with JSON that breaks off', { status: 200, text: '{"id":"', type: 'application/json' }],
  ['success, with more than 2 MiB', tooLong(200)],
]
