import { expect, test } from 'vitest'
import { createControl } from './control.ts'

const mailWith = (more: object) => createControl(async () => Response.json([{ at: '2026-10-13T13:10:00Z', kind: 'invitation', ...more }]))

test('a letter that asks to nothing is read, and one of which it cannot be read what it asks is no letter that asks to nothing', async () => {
  expect(await mailWith({}).mail('byrne')).toMatchObject([{ kind: 'invitation' }])
  const meeting = { iCalUId: 'one', start: '2026-10-20T12:00:00Z', end: '2026-10-20T13:00:00Z' }
  expect(await mailWith({ meeting }).mail('byrne')).toMatchObject([{ meeting: { iCalUId: 'one', place: '' } }])
  await expect(mailWith({ meeting: { iCalUId: 'one' } }).mail('byrne')).rejects.toThrow('start')
})
