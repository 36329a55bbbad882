import { describe, expect, test } from 'vitest'
import type { DutyState } from '../../domain/sessions/session-record.ts'
import { dutyOf } from '../../domain/duties/duty-ids.ts'
import { instant } from '../../domain/kernel/time.ts'
import { aDutyRecord, aMemberId, aSession, someMembers, towerHamlets } from '../../domain/testing/builders.ts'
import { Unavailable } from '../ports/unavailable.ts'
import { testCouncil } from '../testing/council.ts'
import { applyReceipt } from './receipts.ts'

const now = instant('2026-10-27T10:00:00Z')
const session = aSession({ accepted: 1, standing: { kind: 'cancelled', at: now, through: 'outlook' } })
const notice = dutyOf(session.id, { kind: 'cancellation-notice', memberId: aMemberId(1) }, 'text', { notBefore: now })
const reference = `thamesbrook~s1~${notice.id}`
const sent: DutyState = { kind: 'done', outcome: { kind: 'sent', at: now, providerId: 'n1', body: 'words' } }

async function withText(state: DutyState) {
  const world = await testCouncil({ now, rulebook: towerHamlets, members: someMembers(1) })
  await world.council.sessions.save({ session, history: [], duties: [{ ...aDutyRecord(notice), state }] }, 'new')
  const receive = async (status: Parameters<typeof applyReceipt>[1]['status'], to = reference) =>
    applyReceipt(world.council, { reference: to, status, at: now })
  const delivery = async () => {
    const stored = await world.council.sessions.duty(session.id, notice.id)
    const ended = stored?.value.state
    return ended?.kind === 'done' && ended.outcome.kind === 'sent' ? ended.outcome.delivery?.status : ended?.kind
  }
  return { ...world, receive, delivery }
}

describe('C3.12 what Notify says became of a text', () => {
  test('is written beside what was sent', async () => {
    const { receive, delivery } = await withText(sent)
    expect(await receive('delivered')).toBe('applied')
    expect(await delivery()).toBe('delivered')
  })

  test.each([
    ['delivered', 'sending', 'delivered'],
    ['delivered', 'permanent-failure', 'delivered'],
    ['permanent-failure', 'temporary-failure', 'permanent-failure'],
    ['temporary-failure', 'delivered', 'delivered'],
    ['sending', 'permanent-failure', 'permanent-failure'],
  ] as const)('only goes forward: %s and then %s is %s', async (first, second, last) => {
    const { receive, delivery } = await withText(sent)
    await receive(first)
    await receive(second)
    expect(await delivery()).toBe(last)
  })

  test('shows that Notify can be reached', async () => {
    const { council, receive } = await withText(sent)
    council.health.note('notify', 'silent')
    await receive('delivered', 'elsewhere~s1~d1')
    expect(council.health.unreachable()).toHaveLength(1)
    await receive('delivered')
    expect(council.health.unreachable()).toEqual([])
  })

  test('repeated says nothing new', async () => {
    const { receive } = await withText(sent)
    await receive('delivered')
    expect(await receive('delivered')).toBe('old')
  })

  test.each([
    ['claimed', { kind: 'claimed', attempt: 0, by: 'x', until: now.add({ seconds: 120 }), callAt: now }],
    ['unknown', { kind: 'unknown', attempt: 0, since: now, note: 'reset' }],
  ] as const)('settles a text that is %s: it exists', async (_name, state) => {
    const { receive, delivery } = await withText(state)
    expect(await receive('sending')).toBe('applied')
    expect(await delivery()).toBe('sending')
  })

  test('that cannot be written down is not taken for received: Notify tells it again', async () => {
    const { council, receive, delivery } = await withText(sent)
    const moveDuty = council.sessions.moveDuty.bind(council.sessions)
    council.sessions.moveDuty = async () => 'stale'
    await expect(receive('delivered')).rejects.toThrow(Unavailable)
    council.sessions.moveDuty = moveDuty
    expect(await receive('delivered')).toBe('applied')
    expect(await delivery()).toBe('delivered')
  })

  test('for a text of another council, or of none, is not believed', async () => {
    const { receive, delivery } = await withText(sent)
    expect(await receive('delivered', reference.replace('thamesbrook', 'elsewhere'))).toBe('unknown-reference')
    expect(await receive('delivered', `thamesbrook~s1~${'0'.repeat(32)}`)).toBe('unknown-reference')
    expect(await receive('delivered', 'anything at all')).toBe('unknown-reference')
    expect(await delivery()).toBeUndefined()
  })

  test('of a failure puts the Member on the phone list at the next look', async () => {
    const { receive, worker, council } = await withText(sent)
    await worker.settle()
    expect((await council.sessions.attention()).map((row) => row.kind)).not.toContain('ring')
    await receive('permanent-failure')
    await worker.settle()
    const rows = await council.sessions.attention()
    expect(rows.find((row) => row.kind === 'ring')).toMatchObject({ toRing: [{ name: 'Cllr Member 1', because: 'text-failed' }] })
  })
})

test('a text that outruns our own writing keeps the words that only we know', async () => {
  const world = await testCouncil({ now, rulebook: towerHamlets, members: someMembers(1) })
  await world.council.sessions.save({ session, history: [], duties: [aDutyRecord(notice)] }, 'new')
  const { text } = world.senders
  const send = text.send.bind(text)
  text.send = async (message, signal) => {
    const answer = await send(message, signal)
    await applyReceipt(world.council, { reference: message.key, status: 'delivered', at: now })
    return answer
  }
  await world.worker.settle()
  const stored = await world.council.sessions.duty(session.id, notice.id)
  expect(stored?.value.state).toMatchObject({
    kind: 'done',
    outcome: { kind: 'sent', body: 'cancellation-notice about Chairing a difficult meeting', delivery: { status: 'delivered' } },
  })
})
