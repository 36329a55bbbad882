import { recurringItem } from './outside/rules.ts'
import { at, type Stage } from './stage.ts'

export const passedOn = 'What First magazine says'
const thoughtBetter = 'A course that is full'
const leftOut = 'A page that nobody found'
export const openings = ['Welcome to this week.', 'Welcome to this week, and to the one after.'] as const

/** Officers fill this week's issue, arrange it and let it leave: in time, late, after thinking again, or never. */
export function ofTheBulletin(stage: Stage): void {
  const { people, chance } = stage
  at(stage, '2026-10-19T16:30:00Z', 60, async () => {
    await people.bulletin.putDown({ section: 'circulars', title: passedOn, recurring: recurringItem })
    await people.bulletin.putDown({ section: 'hub', title: leftOut })
    if (chance.happens(0.5)) await people.bulletin.putDown({ section: 'external', title: thoughtBetter, provider: 'London Councils' })
  })
  // Drawn up at five past six by London's clocks.
  at(stage, '2026-10-20T05:10:00Z', 30, async () => {
    await people.bulletin.edit(openings[0], [leftOut])
    if (chance.happens(0.5)) await people.bulletin.edit(openings[1], [leftOut])
    await people.bulletin.withdraw(thoughtBetter)
  })
  const course = chance.pick(['in time', 'in time', 'at the last moment', 'thought again', 'late', 'never'] as const)
  courses[course](stage)
}

const courses = {
  'in time'(stage: Stage) {
    released(stage, '2026-10-20T06:10:00Z', 95)
  },
  'at the last moment'(stage: Stage) {
    released(stage, '2026-10-20T07:59:00Z', 1)
  },
  'thought again'(stage: Stage) {
    released(stage, '2026-10-20T06:10:00Z', 15)
    at(stage, stage.chance.pick(['2026-10-20T07:00:00Z', '2026-10-20T07:59:30Z']), 1, () => stage.people.bulletin.takeBack())
    if (stage.chance.happens(0.5)) released(stage, '2026-10-20T08:40:00Z', 200)
  },
  late(stage: Stage) {
    released(stage, '2026-10-20T08:35:00Z', 240)
  },
  never() {},
}

/** By one officer, or by two at once. */
function released(stage: Stage, when: string, withinMinutes: number): void {
  const { people, chance } = stage
  const both = chance.happens(0.3)
  at(stage, when, withinMinutes, () => {
    void people.bulletin.release(901)
    if (both) void people.bulletin.release(902)
  })
}
