import { expect } from 'vitest'
import type { Me } from '../../api/contracts/me.ts'
import type { Programme } from '../../api/contracts/programme.ts'
import type { World } from '../../sandbox/world.ts'
import type { Mail } from './control.ts'
import { between, membersList } from './outlook.ts'
import type { Rig } from './rig.ts'
import { aWorld } from './worlds.ts'

/** A session far enough off that a cancellation is no short notice; and one of the day after, when it is. */
export const nextWeek = { attendees: [membersList], location: { displayName: 'Town Hall' } }
export const tomorrow = { ...nextWeek, ...between('2026-10-16', '14:00', '15:00') }

export const away = { kind: 'status', status: 503, html: true }
export const answerLost = { kind: 'after', then: 'reset' }

/** Thursday 15 October 2026, the day on which next week's sessions are reviewed, with eight Members of whom the last has no mobile. */
export function aThursday(now: string): World {
  return aWorld({
    members: 8,
    change: (world) => {
      world.now = now
      delete world.people.find(({ id }) => id === 'm8')?.mobile
    },
  })
}

/** What everyone is told cannot be reached, and since when: the same on the page that opens every other and on the programme. */
export async function unreachableIn(rig: Rig): Promise<Me['unreachable']> {
  const [me, programme] = await Promise.all([rig.api<Me>('officer', 'GET', '/me'), rig.api<Programme>('officer', 'GET', '/programme')])
  expect(programme.body.unreachable).toEqual(me.body.unreachable)
  return me.body.unreachable
}

/** Letters about a session in somebody's inbox, by how their subject begins. */
export async function lettersTo(rig: Rig, user: string, about: { readonly title: string; readonly beginning: RegExp }): Promise<Mail[]> {
  return (await rig.mail(user)).filter(({ subject }) => about.beginning.test(subject) && subject.includes(about.title))
}

/** Nothing of all that people are, wrote or hold may have come into the log. `words`: of what was written meanwhile. */
export function expectNobodyIn(lines: readonly string[], words: RegExp): void {
  const log = lines.join('\n')
  expect(log).not.toMatch(/Olive|Sam Second|\bOfficer\b|Member (Ash|Birch|Cedar|Damson|Elder|Fir|Gorse|Hazel)/)
  expect(log).not.toMatch(/@|testing\.example|07700 ?900|447700900|7946 ?0142/)
  expect(log).not.toMatch(/eyJ|Bearer|client.?secret|sandbox-receipt-token/)
  expect(log).not.toMatch(words)
}
