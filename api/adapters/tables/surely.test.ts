import { describe, expect, test } from 'vitest'
import { Unavailable } from '../../ports/unavailable.ts'
import { commitSurely, readSurely, type Attempt, type Attempted, type Patience } from './surely.ts'

const lost = new Error('reset')
const silence = new Error('no answer in time')
const patience: Patience = {
  pause: async () => undefined,
  random: () => 1,
  triesAfter: (fault) => (fault === silence ? 2 : fault === lost ? 3 : 1),
}

/** A store of one row: what each call does is told in advance. */
function attempt(calls: readonly ('lost before' | 'lost after' | 'answered')[], taken?: Exclude<Attempted, 'saved'>) {
  const state = { landed: false, sent: 0 }
  const made: Attempt = {
    async submit() {
      const call = calls[state.sent]
      state.sent += 1
      if (call === 'lost before') throw lost
      if (taken) return taken
      const outcome = state.landed ? 'exists' : 'saved'
      state.landed = true
      if (call === 'lost after') throw lost
      return outcome
    },
    landed: async () => state.landed,
  }
  return { made, state }
}

describe('a write whose reply was lost', () => {
  test.each([
    { calls: ['answered'], sent: 1 },
    { calls: ['lost before', 'answered'], sent: 2 },
    { calls: ['lost after', 'answered'], sent: 2 },
    { calls: ['lost before', 'lost before', 'lost after'], sent: 3 },
  ] as const)('is saved once: $calls', async ({ calls, sent }) => {
    const { made, state } = attempt(calls)
    expect(await commitSurely(made, patience)).toBe('saved')
    expect(state.sent).toBe(sent)
  })

  test('is an outage when it never got there', async () => {
    const { made } = attempt(['lost before', 'lost before', 'lost before'])
    await expect(commitSurely(made, patience)).rejects.toBe(lost)
  })

  test.each(['exists', 'stale'] as const)('is %s when somebody else was first', async (taken) => {
    const { made } = attempt(['lost before', 'answered'], taken)
    expect(await commitSurely(made, patience)).toBe(taken)
  })

  test('is not sent again after a fault that cannot pass', async () => {
    const refused = new Unavailable('storage', 'TableNotFound')
    let sent = 0
    const submit = async (): Promise<Attempted> => {
      sent += 1
      throw refused
    }
    await expect(commitSurely({ submit, landed: async () => false }, patience)).rejects.toBe(refused)
    expect(sent).toBe(1)
  })
})

test.each([
  { what: 'a line that breaks', fault: lost, times: 3 },
  { what: 'whoever never answers, which takes long,', fault: silence, times: 2 },
  { what: 'a refusal', fault: new Error('forbidden'), times: 1 },
])('$what is asked $times times and no more', async ({ fault, times }) => {
  let asked = 0
  const failing = async (): Promise<never> => {
    asked += 1
    throw fault
  }
  await expect(readSurely(failing, patience)).rejects.toBe(fault)
  expect(asked).toBe(times)
  asked = 0
  await expect(commitSurely({ submit: failing, landed: async () => false }, patience)).rejects.toBe(fault)
  expect(asked).toBe(times)
})
