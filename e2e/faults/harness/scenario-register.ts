import { Temporal } from '../../../domain/kernel/time.ts'
import { aPersonId } from '../../../domain/testing/builders.ts'
import { addressOf } from './outside/council-world.ts'
import type { Held } from './sessions-held.ts'
import { at, type Stage } from './stage.ts'

/** Whom Teams saw in the meeting, and for how many minutes of its two hours: the fourth for long enough, the second not. */
export const joinedFor = [
  { member: 4, minutes: 90 },
  { member: 2, minutes: 20 },
] as const

/**
 * Who was there, as two officers marked it on phones that had no network now and then, as one Member said by the code, and as Teams saw it.
 * The third is marked by both: absent first, then there, and which of the two is sent first is the seed's to say.
 */
export function onTheRegister(stage: Stage, { sessionId, appointment }: Held): void {
  const { people, chance } = stage
  const { register } = people
  const press = (officer: number, member: number | undefined, recorded: 'in-person' | 'absent' | 'apologies') =>
    register.press({ sessionId, officer, recorded, ...(member === undefined ? {} : { member }) })
  at(stage, '2026-10-20T12:40:00Z', 20, () => {
    press(901, 1, 'in-person')
    press(901, 2, 'in-person')
    press(901, 3, 'absent')
    press(901, undefined, 'in-person')
  })
  at(stage, chance.pick(['2026-10-20T13:02:00Z', '2026-10-20T13:40:00Z', '2026-10-20T15:30:00Z']), 20, () => register.send(sessionId, 901))
  at(stage, '2026-10-20T13:20:00Z', 5, () => {
    press(902, 3, 'in-person')
    void register.send(sessionId, 902)
  })
  if (chance.happens(0.5)) at(stage, '2026-10-20T13:05:00Z', 10, () => register.checkIn(sessionId, 5))
  if (chance.happens(0.5))
    at(stage, '2026-10-20T14:10:00Z', 30, () => {
      press(901, 1, 'apologies')
      press(901, 5, 'absent')
      void register.send(sessionId, 901)
    })
  // Sent again, whether or not anything was new.
  at(stage, '2026-10-20T16:00:00Z', 60, () => register.send(sessionId, chance.pick([901, 902])))
  seenByTeams(stage, appointment)
  if (chance.happens(0.5)) at(stage, '2026-10-20T16:30:00Z', 60, () => register.confirm(sessionId, 901))
}

function seenByTeams({ world, chance }: Stage, { joinUrl, startsAt, endsAt }: Held['appointment']): void {
  if (joinUrl === undefined) return
  const to = endsAt.epochMilliseconds
  world.meetings.hold({
    joinUrl,
    from: startsAt.epochMilliseconds,
    to,
    reportAt: to + chance.between(2, 50) * 60_000,
    isAllowed: chance.happens(0.8),
    people: [
      ...joinedFor.map(({ member, minutes }) => ({
        personId: aPersonId(member),
        address: addressOf(member),
        name: `Member ${member}`,
        spells: [{ from: startsAt, to: startsAt.add({ minutes }) }],
      })),
      { name: 'Somebody who rang in', spells: [{ from: startsAt, to: Temporal.Instant.fromEpochMilliseconds(to) }] },
    ],
  })
}
