import { describe, expect, test } from 'vitest'
import { instant } from '../../domain/kernel/time.ts'
import type { RoomSeen } from '../../domain/sessions/appointment.ts'
import { Unavailable } from '../ports/unavailable.ts'
import { createRooms } from './rooms.ts'

const { signal } = new AbortController()
const room: RoomSeen = { address: 'room3@thamesbrook.example', capacity: 24 }
const other: RoomSeen = { address: 'room4@thamesbrook.example', capacity: 60 }
const booked = { attendees: [], roomAddresses: ['Room3@thamesbrook.example'] }

function asked(...answers: (readonly RoomSeen[] | 'closed' | Error)[]) {
  let [now, times] = [instant('2026-10-12T09:00:00Z'), 0]
  const places = {
    rooms: async () => {
      const answer = answers[times]
      times += 1
      if (answer instanceof Error) throw answer
      return answer ?? []
    },
  }
  const rooms = createRooms(places, () => now)
  return {
    of: async (appointment = booked) => rooms.of(appointment, signal),
    times: () => times,
    tomorrow: () => void (now = now.add({ hours: 24 })),
    rest: (seconds: number) => void (now = now.add({ seconds })),
  }
}

describe('C1.15 how many a room holds', () => {
  test('is what Outlook knows of the one that was booked, however its address is written', async () => {
    expect(await asked([room, other]).of()).toEqual([room])
  })

  test('is asked for once a day, and not at all where no room was booked', async () => {
    const { of, times, tomorrow } = asked([room], [{ ...room, capacity: 30 }])
    await of({ attendees: [], roomAddresses: [] })
    expect(times()).toBe(0)
    await of()
    await of()
    expect(times()).toBe(1)
    tomorrow()
    expect(await of()).toEqual([{ ...room, capacity: 30 }])
  })

  test('is what it was while Graph is away, is asked for again after five minutes, and keeps no session waiting', async () => {
    const away = new Unavailable('graph', 'no answer')
    const never = asked(away, [room])
    expect(await never.of()).toEqual([])
    never.rest(299)
    expect(await never.of()).toEqual([])
    expect(never.times()).toBe(1)
    never.rest(1)
    expect(await never.of()).toEqual([room])
    const later = asked([room], away)
    await later.of()
    later.tomorrow()
    expect(await later.of()).toEqual([room])
  })

  test('is nobody’s to know where Quorate may not ask', async () => {
    expect(await asked('closed').of()).toEqual([])
  })

  test('a defect is none of these', async () => {
    await expect(asked(new TypeError('ours')).of()).rejects.toThrow(TypeError)
  })
})
