import { afterAll, beforeAll, describe } from 'vitest'
import { aWorld } from '../support/worlds.ts'
import { judge, judgeWaiting } from './judged.ts'
import { begin, eventsOf, live, london, people, type Life } from './living.ts'
import { year } from './tower-hamlets.ts'

/*
 * A whole municipal year is lived once, in order, and then looked at from outside: phones, mailboxes, calendars, chats and the tab.
 */

let life: Life
const members = people('m1 m2 m3 m4 m5 m6 m7 m8 m9')

beforeAll(async () => {
  life = await begin(aWorld({ members: 9, change: (world) => void (world.now = london('2026-05-18 09:00')) }))
  await live(life, year.flatMap(eventsOf), '2027-05-17 09:00')
}, 2_400_000)
afterAll(() => life.rig.close())

describe.each(year)('$title', (told) => {
  judge(told, () => life, { members })
})

judgeWaiting(() => life, ['reason-missing Equalities in decisions'])
