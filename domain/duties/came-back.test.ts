import { expect, test } from 'vitest'
import { reviewAt } from '../testing/builders.ts'
import type { DutyState } from '../sessions/session-record.ts'
import { hasGone, mayHaveLeft } from './came-back.ts'

const at = reviewAt
const failed = { status: 'permanent-failure', at } as const

test.each([
  ['due', { kind: 'due', attempt: 0 }, false, false],
  ['being looked at', { kind: 'claimed', attempt: 0, by: 'p', until: at, callAt: at }, false, true],
  ['not known to have arrived', { kind: 'unknown', attempt: 1, since: at, note: '' }, false, true],
  ['sent', { kind: 'done', outcome: { kind: 'sent', at } }, true, true],
  ['sent, and back again', { kind: 'done', outcome: { kind: 'sent', at, delivery: failed } }, false, false],
  ['put aside', { kind: 'done', outcome: { kind: 'skipped', at, because: 'combined' } }, false, false],
  ['failed', { kind: 'done', outcome: { kind: 'failed', at, because: 'refused' } }, false, false],
  ['given up, with nobody knowing', { kind: 'done', outcome: { kind: 'needs-attention', at, because: 'never-arrived' } }, false, true],
] as const satisfies readonly (readonly [string, DutyState, boolean, boolean])[])(
  'C4.12 a message that is %s has gone for certain, and may have left',
  (_what, state, gone, maybe) => {
    expect([hasGone({ state }), mayHaveLeft({ state })]).toEqual([gone, maybe])
  },
)
