import { expect, test } from 'vitest'
import type { Committee } from '../control.ts'
import { cancelled, movedTo, withChanged, withMeeting } from './calendar.ts'
import { arrange } from './use-arrange.ts'

/** A calendar of one committee, in which every change is kept. */
function aCalendar(meetings: Committee['meetings']) {
  const standing = { name: 'Planning Committee', meetings }
  const control = {
    committees: async () => [{ ...standing }],
    arrange: async (_name: string, changed: Committee['meetings']) => {
      standing.meetings = changed
    },
  }
  return { control, standing }
}

const first = { start: '2026-10-21T18:30' }
const later = { day: '2026-10-22', from: '19:00', until: '', place: '' }

test('a meeting moved and at once cancelled is both, whatever the screen still shows', async () => {
  const { control, standing } = aCalendar([first])
  await arrange(control, 'Planning Committee', (known) => withChanged(known, 0, movedTo(later)))
  await arrange(control, 'Planning Committee', (known) => withChanged(known, 0, cancelled))
  expect(standing.meetings).toEqual([{ start: '2026-10-22T19:00', status: 'Cancelled' }])
})

test('of two meetings added one after the other both stand', async () => {
  const { control, standing } = aCalendar([])
  const second = { start: '2026-10-28T18:30' }
  for (const meeting of [first, second]) await arrange(control, 'Planning Committee', (known) => withMeeting(known, meeting))
  expect(standing.meetings).toEqual([first, second])
})

test('a committee that is gone from the calendar is said to be, and nothing is changed', async () => {
  const { control, standing } = aCalendar([first])
  await expect(arrange(control, 'Audit Committee', () => [])).rejects.toThrow('This committee is no longer in the calendar.')
  expect(standing.meetings).toEqual([first])
})
