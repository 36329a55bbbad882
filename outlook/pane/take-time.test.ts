import { expect, test } from 'vitest'
import { takeTime } from './take-time.ts'

const time = { startsAt: '2026-11-12T14:00:00.000Z', endsAt: '2026-11-12T16:00:00.000Z' }

test.each([
  ['takes', 'moved', () => Promise.resolve()],
  ['refuses', 'refused', () => Promise.reject(new Error('9020'))],
] as const)('C14.3 a time that Outlook %s is told as %s, and the appointment is read again', async (_what, came, answer) => {
  const done: string[] = []
  const moveTo = (startsAt: string, endsAt: string) => {
    done.push(`${startsAt} to ${endsAt}`)
    return answer()
  }
  const readAgain = async () => {
    done.push('read again')
  }
  expect(await takeTime({ moveTo }, time, readAgain)).toBe(came)
  expect(done).toEqual([`${time.startsAt} to ${time.endsAt}`, 'read again'])
})
