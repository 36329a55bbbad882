import { beforeAll, describe, expect, test } from 'vitest'
import { memberId } from '../../domain/kernel/ids.ts'
import { instant } from '../../domain/kernel/time.ts'
import {
  aMember,
  aMemberId,
  anInvitation,
  anOfficer,
  aPersonId,
  aSession,
  arrangedAt,
  thamesbrook,
  towerHamlets,
} from '../../domain/testing/builders.ts'
import type { Session } from '../../domain/sessions/session.ts'
import type { ChainRow } from '../ports/audit.ts'
import type { MailboxState } from '../ports/council.ts'
import { createChainReader } from '../stores/audit-chain.ts'
import { memberKeyRow, membersPk, startingWith } from '../stores/keys.ts'
import { anAuditedCouncil, officer } from '../testing/audited-council.ts'
import { copyOf, rowsOf } from '../testing/chain-copy.ts'
import { testCouncil, type TestCouncil } from '../testing/council.ts'
import { markOf } from './seal.ts'
import { verifyChain } from './verify.ts'

let world: Awaited<ReturnType<typeof anAuditedCouncil>>
let rows: readonly ChainRow[]

beforeAll(async () => {
  world = await anAuditedCouncil()
  rows = await chainOf(world)
}, 60_000)

async function chainOf({ tables }: Pick<TestCouncil, 'tables'>): Promise<readonly ChainRow[]> {
  return rowsOf(await copyOf(createChainReader({ council: thamesbrook, tables })))
}

const of = (action: string) => rows.filter((row) => row.action === action)

describe('an auditor reads', () => {
  test('who cancelled a session, when, why, and which of its facts that changed', () => {
    expect(of('decision-taken')).toMatchObject([
      {
        at: '2026-10-27T09:00:00Z',
        actor: { kind: 'officer', id: officer.id },
        object: { kind: 'session', id: 's1' },
        reason: 'room-unavailable',
        details: { choice: 'cancel' },
        fields: ['decision', 'standing', 'undersubscribed'],
      },
    ])
    expect(of('cancellation-carried-out')).toMatchObject([{ actor: { kind: 'quorate', rule: 'outbox' } }])
  })

  test('that a case was raised and escalated by rule, and that the session was moved in Outlook', () => {
    expect(of('case-raised')).toMatchObject([{ actor: { kind: 'quorate', rule: 'review' }, details: { round: 1 } }])
    expect(of('case-escalated')).toMatchObject([{ actor: { kind: 'quorate', rule: 'escalation' } }])
    expect(of('session-moved')).toMatchObject([{ actor: { kind: 'outlook' }, fields: ['startsAt'] }])
    expect(of('session-changed')).toMatchObject([{ fields: ['place'] }])
  })

  test('what became of every duty', () => {
    const record = of('duty-ended').map(({ details }) => details?.['purpose'])
    expect(record).toContain('reminder')
    expect(record).toContain('decision-card')
    expect(record).toContain('cancellation-notice')
    expect(of('answer-told')).toHaveLength(1)
  })

  test('who changed a number and a wish, and who rang and took it back', () => {
    expect(of('mobile-changed')).toMatchObject([{ actor: { kind: 'officer', id: officer.id } }, { actor: { kind: 'officer' } }])
    expect(of('text-preferences-changed')).toMatchObject([{ actor: { kind: 'member' }, fields: ['texts'] }])
    expect(of('call-recorded')).toMatchObject([{ actor: { kind: 'officer', id: officer.id } }])
    expect(of('call-taken-back')).toMatchObject([{ actor: { kind: 'officer', id: officer.id } }])
  })
})

describe('no Member can be named', () => {
  test('by anything that stands in the chain, nor by trying every telephone number or id', () => {
    const text = JSON.stringify(rows)
    expect(text).not.toMatch(/Councillor|Cllr|Member \d|@|\+?44 ?7700|07700|Town Hall|The room/)
    const ids = new Set(rows.flatMap(({ actor, object, member }) => [actor.id, object.id, member]))
    for (const number of [1, 2, 3, 4]) for (const id of [aMemberId(number), aPersonId(number)]) expect(ids).not.toContain(id)
    const mobile = of('mobile-changed')[0]?.after
    expect(mobile).toMatch(/^[0-9a-f]{64}$/)
  })

  test('with her key her rows are found; with the key destroyed the chain is still sound, and they are nobody’s', async () => {
    const { tables, anchors } = await anAuditedCouncil()
    const keys = await tables.range(membersPk(thamesbrook), ...startingWith('k~'))
    expect(keys.map(({ rk }) => rk)).toEqual([1, 2, 3, 4].map((number) => memberKeyRow(aMemberId(number))))
    const key = keyIn(keys[1])
    const hers = (await chainOf({ tables })).filter(({ member }) => member === markOf(aMemberId(2), () => key))
    expect(hers.map(({ action }) => action)).toContain('text-preferences-changed')

    await tables.commit(membersPk(thamesbrook), [{ drop: memberKeyRow(aMemberId(2)) }])
    const chain = createChainReader({ council: thamesbrook, tables })
    expect(await verifyChain({ chain, council: thamesbrook, anchors: await anchors.all(thamesbrook) })).toMatchObject({ kind: 'sound' })
    const left = await tables.range(membersPk(thamesbrook), ...startingWith('k~'))
    const marks = left.map(({ rk, data }) => markOf(memberId(rk.slice(2)), () => keyIn({ data })))
    expect(hers.every(({ member }) => !marks.includes(member ?? ''))).toBe(true)
  })
})

const keyIn = (row: { readonly data: unknown } | undefined) => String((row?.data as { key?: string } | undefined)?.key)

/** What a change adds to the chain of a council with one session. */
async function toldOf(change: (world: TestCouncil) => Promise<unknown>, session: Session = aSession({ accepted: 2 })) {
  const members = [1, 2, 3].map((number) => aMember(number))
  const council = await testCouncil({ now: arrangedAt, rulebook: towerHamlets, members, officers: [anOfficer(901)], sessions: [session] })
  await council.advance({ minutes: 1 })
  const before = (await chainOf(council)).length
  await change(council)
  await council.advance({ minutes: 1 })
  return (await chainOf(council)).slice(before)
}

const actionsOf = async (...given: Parameters<typeof toldOf>) => (await toldOf(...given)).map(({ action }) => action)

describe('is told', () => {
  test('an answer that Outlook shows, by whose it is, without saying what it was', async () => {
    const told = await toldOf(async ({ change }) =>
      change(aSession({}).id, (before) => ({ ...before, invitations: [anInvitation(1, 'declined'), anInvitation(2, 'accepted')] })),
    )
    expect(told).toMatchObject([{ action: 'answer-observed', actor: { kind: 'member' }, fields: ['response'] }])
    expect(JSON.stringify(told)).not.toContain('declined')
  })

  test('who is invited, in numbers', async () => {
    const told = await toldOf(async ({ change }) =>
      change(aSession({}).id, (before) => ({ ...before, invitations: [anInvitation(2, 'accepted'), anInvitation(3)] })),
    )
    expect(told).toMatchObject([{ action: 'invitations-changed', details: { added: 1, removed: 1, others: 0 } }])
  })

  test.each([
    ['untagged', { kind: 'untagged', at: arrangedAt }, 'session-untagged'],
    ['cancelled in Outlook', { kind: 'cancelled', at: arrangedAt, through: 'outlook' }, 'session-cancelled'],
  ] as const)('that a session is %s', async (_name, standing, action) => {
    const told = await actionsOf(async ({ change }) => change(aSession({}).id, (before) => ({ ...before, standing })))
    expect(told).toContain(action)
  })

  test('nothing where nothing changed but when it was read', async () => {
    const reread = async ({ change }: TestCouncil) =>
      change(aSession({}).id, (before) => ({ ...before, readAt: arrangedAt.add({ minutes: 1 }) }))
    expect(await actionsOf(reread)).toEqual([])
  })

  test('that a calendar begins to be read, is closed to us, opens again and is let go', async () => {
    const state: MailboxState = { mailbox: aPersonId(901), name: 'O', address: 'o@thamesbrook.example', shared: false, dirty: false }
    const told = await toldOf(async ({ council: { mailboxes } }) => {
      await mailboxes.save(state, 'new')
      const change = async (to: MailboxState) => mailboxes.save(to, (await mailboxes.find(state.mailbox)) ?? 'new')
      await change({ ...state, readAt: arrangedAt })
      await change({ ...state, closedToUs: 'not-allowed' })
      await change(state)
      const now = await mailboxes.find(state.mailbox)
      if (now) await mailboxes.letGo(now.value, now)
    })
    const actions = ['mailbox-begun', 'mailbox-closed-to-us', 'mailbox-open-again', 'mailbox-let-go']
    expect(told.map(({ action }) => action)).toEqual(actions)
    expect(told[1]).toMatchObject({ reason: 'not-allowed', object: { id: aPersonId(901) } })
  })

  test('each Member who joins, leaves or changes, and the import in numbers', async () => {
    const by = { kind: 'quorate', rule: 'register-import' } as const
    const told = await toldOf(async ({ council: { members } }) => {
      const report = { at: String(arrangedAt), source: 'modern.gov', read: 3, added: 1, changed: 1, left: 1, doubtful: [] }
      await members.noteImport({ ...report, unfinished: true }, by)
      await members.save(aMember(4), 'new', by)
      const [one, two] = await Promise.all([1, 2].map(async (number) => members.find(aMemberId(number))))
      if (one) await members.save({ ...one.value, ward: 'Weir' }, one, by)
      if (two) await members.save({ ...two.value, to: instantDay() }, two, by)
      await members.noteImport(report, by)
    })
    expect(told).toMatchObject([
      { action: 'member-joined', actor: by },
      { action: 'member-changed', fields: ['ward'] },
      { action: 'member-left', fields: ['to'] },
      { action: 'register-imported', details: { read: 3, added: 1, changed: 1, left: 1, doubtful: 0 } },
    ])
  })

  test('a version of the rulebook; and officers read again only where somebody came, went or changed', async () => {
    const told = await toldOf(async ({ council: { rulebooks, officers }, clock }) => {
      const at = String(instant('2026-12-01T00:00:00Z'))
      await rulebooks.add({ version: 2, effectiveFrom: at, changedBy: 'Hannah Brightwell', changedAt: at, rulebook: towerHamlets })
      await officers.replaceAll([anOfficer(901)], clock.now())
      await officers.replaceAll([anOfficer(901, { roles: ['officer', 'administrator'] }), anOfficer(902)], clock.now())
    })
    expect(told.map(({ action }) => action).toSorted()).toEqual(['officers-changed', 'rulebook-added'])
    expect(told.find(({ action }) => action === 'officers-changed')).toMatchObject({ details: { came: 1, went: 0, changed: 1 } })
    expect(JSON.stringify(told)).not.toContain('Hannah')
  })
})

function instantDay() {
  return arrangedAt.toZonedDateTimeISO('UTC').toPlainDate()
}
