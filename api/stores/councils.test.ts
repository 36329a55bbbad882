import { describe, expect, test } from 'vitest'
import { councilId } from '../../domain/kernel/ids.ts'
import { day, instant } from '../../domain/kernel/time.ts'
import { aMember, aMemberId, anOfficer, aPersonId, towerHamlets } from '../../domain/testing/builders.ts'
import type { MailboxState } from '../ports/council.ts'
import { createTestClock } from '../testing/clock.ts'
import { testProfile } from '../testing/council.ts'
import { createHintsDouble } from '../testing/queue.ts'
import { createTablesDouble } from '../testing/tables.ts'
import { createCouncils } from './councils.ts'
import { createDueQueue } from './due.ts'

const now = instant('2026-11-02T10:00:00Z')
const version = {
  version: 1,
  effectiveFrom: '2026-11-01T00:00:00Z',
  changedBy: 'install',
  changedAt: '2026-11-01T00:00:00Z',
  rulebook: towerHamlets,
}
const elsewhere = { ...testProfile, id: councilId('elsewhere'), tenantId: '99999999-9999-4999-8999-999999999999' }

/** Two instances of the product on one storage. */
async function installed() {
  const clock = createTestClock(now)
  const tables = createTablesDouble()
  const due = createDueQueue({ tables, shards: 2 })
  const build = () => createCouncils({ tables, due, hints: createHintsDouble(() => clock.mono()), clock })
  const [here, there] = [build(), build()]
  for (const profile of [testProfile, elsewhere]) {
    await here.add(profile)
    await here.rulebooks(profile.id).add(version)
  }
  const open = async (id = testProfile.id, councils = here) => {
    const council = await councils.open(id)
    if (!council) throw new Error('there is no such council')
    return council
  }
  return { clock, due, tables, here, there, open }
}

describe('a council', () => {
  test('is found by what has been verified, and by nothing else', async () => {
    const { here } = await installed()
    expect((await here.byTenant(testProfile.tenantId))?.profile).toEqual(testProfile)
    expect(await here.byTenant('88888888-8888-4888-8888-888888888888')).toBeUndefined()
    expect(await here.open(councilId('nowhere'))).toBeUndefined()
    expect((await here.all()).toSorted()).toEqual(['elsewhere', 'thamesbrook'])
  })

  test('keeps its tenant: no other council is set up over it, and no other tenant leads to it', async () => {
    const { here, there } = await installed()
    const other = '66666666-6666-4666-8666-666666666666'
    expect(await here.add({ ...testProfile, id: councilId('thief') })).toBe('exists')
    expect(await here.add({ ...testProfile, tenantId: other })).toBe('exists')
    expect(await there.byTenant(other)).toBeUndefined()
    expect((await there.byTenant(testProfile.tenantId))?.profile.id).toBe('thamesbrook')
  })

  test('is found by nobody of another tenant where the deployment is for one alone, whatever councils are stored', async () => {
    const { here, open, tables, due, clock } = await installed()
    const alone = createCouncils({ tables, due, hints: createHintsDouble(() => clock.mono()), clock, onlyTenant: testProfile.tenantId })
    expect((await alone.byTenant(testProfile.tenantId.toUpperCase()))?.profile.id).toBe('thamesbrook')
    expect((await here.byTenant(elsewhere.tenantId))?.profile.id).toBe('elsewhere')
    expect(await alone.byTenant(elsewhere.tenantId)).toBeUndefined()

    // Nor by a receipt or by work, which name the council, nor by a notification, which names a subscription.
    expect((await alone.open(testProfile.id))?.profile.id).toBe('thamesbrook')
    expect(await alone.open(elsewhere.id)).toBeUndefined()
    for (const [subscription, id] of [
      ['own', testProfile.id],
      ['theirs', elsewhere.id],
    ] as const)
      await (await open(id)).mailboxes.pointSubscription(subscription, aPersonId(901))
    expect((await alone.bySubscription('own'))?.council.profile.id).toBe('thamesbrook')
    expect(await alone.bySubscription('theirs')).toBeUndefined()
  })

  test('is found although its tenant was written in capital letters when it was set up', async () => {
    const { here } = await installed()
    const shouted = { ...testProfile, id: councilId('shouted'), tenantId: 'ABCDEF00-1234-4567-89AB-ABCDEF001234' }
    await here.add(shouted)
    await here.rulebooks(shouted.id).add(version)
    expect((await here.byTenant(shouted.tenantId.toLowerCase()))?.profile.id).toBe('shouted')
  })

  test('is there once, and not before it has a rulebook', async () => {
    const { here } = await installed()
    expect(await here.add(testProfile)).toBe('exists')
    const fresh = { ...testProfile, id: councilId('fresh'), tenantId: '77777777-7777-4777-8777-777777777777' }
    expect(await here.open(fresh.id)).toBeUndefined()
    await here.add(fresh)
    expect(await here.open(fresh.id)).toBeUndefined()
    await here.rulebooks(fresh.id).add(version)
    expect((await here.open(fresh.id))?.profile.id).toBe('fresh')
  })

  test('goes by the version of its rulebook that is in force now', async () => {
    const { clock, open } = await installed()
    const stricter = { ...towerHamlets, minimum: { ...towerHamlets.minimum, members: 8 } }
    const council = await open()
    expect(await council.rulebooks.add({ ...version, version: 2, effectiveFrom: '2026-11-03T00:00:00Z', rulebook: stricter })).toBe('saved')
    expect(await council.rulebooks.add({ ...version, version: 2 })).toBe('exists')
    expect((await open()).rulebook.minimum.members).toBe(6)
    clock.setTo(instant('2026-11-03T00:00:00Z'))
    expect((await open()).rulebook.minimum.members).toBe(8)
  })

  test('sees nothing of another', async () => {
    const { open } = await installed()
    await (await open()).members.save(aMember(1), 'new', by)
    expect(await (await open(elsewhere.id)).members.all()).toEqual([])
    expect(await (await open(elsewhere.id)).members.byPerson(aPersonId(1))).toBeUndefined()
  })
})

const by = { kind: 'administrator' } as const

describe('the roll', () => {
  test('holds Members as they were saved, changed only by whoever saw them', async () => {
    const { open } = await installed()
    const { members } = await open()
    const member = aMember(1, {
      to: day('2030-05-05'),
      mobile: { kind: 'unusable', given: '020 7946 0001', because: 'landline' },
      ward: 'Weir',
    })
    expect(await members.save(member, 'new', by)).toBe('saved')
    expect(await members.save(member, 'new', by)).toBe('exists')
    const seen = await members.find(member.id)
    if (!seen) throw new Error('the Member is not there')
    expect(seen.value).toEqual(member)
    expect(await members.save({ ...member, ward: 'Lock' }, seen, by)).toBe('saved')
    expect(await members.save({ ...member, ward: 'Mill' }, seen, by)).toBe('stale')
    expect(await members.all()).toMatchObject([{ ward: 'Lock' }])
  })

  test('is found by account, and no longer by an account that was taken away', async () => {
    const { open } = await installed()
    const { members } = await open()
    await members.save(aMember(1), 'new', by)
    const seen = await members.byPerson(aPersonId(1))
    expect(seen?.value.id).toBe(aMemberId(1))
    await members.save(aMember(1, { personId: aPersonId(7) }), seen ?? 'new', by)
    expect(await members.byPerson(aPersonId(1))).toBeUndefined()
    expect((await members.byPerson(aPersonId(7)))?.value.id).toBe(aMemberId(1))
  })

  test('is a minute old at most on another instance, and never old on the one that changed it', async () => {
    const { open, there, clock } = await installed()
    const [here, other] = [await open(), await open(testProfile.id, there)]
    expect(await other.members.all()).toEqual([])
    await here.members.save(aMember(1), 'new', by)
    expect(await here.members.all()).toHaveLength(1)
    clock.pass(59_999)
    expect(await other.members.all()).toEqual([])
    clock.pass(1)
    expect(await other.members.all()).toHaveLength(1)
  })

  test('keeps what the last import made of the register', async () => {
    const { open } = await installed()
    const { members } = await open()
    expect(await members.lastImport()).toBeUndefined()
    const report = { at: '2026-11-02T03:30:00Z', source: 'modern.gov', read: 45, added: 1, changed: 0, left: 0, doubtful: [] }
    await members.noteImport(report, by)
    expect(await members.lastImport()).toEqual(report)
  })
})

test('officers are those last read', async () => {
  const { open } = await installed()
  const { officers } = await open()
  expect(await officers.all()).toEqual([])
  await officers.replaceAll([anOfficer(901), anOfficer(902)], now)
  await officers.replaceAll([anOfficer(902)], now)
  expect(await officers.all()).toEqual([anOfficer(902)])
})

describe('a mailbox', () => {
  const state: MailboxState = {
    mailbox: aPersonId(901),
    name: 'Dana',
    address: 'dana@thamesbrook.example',
    shared: false,
    dirty: false,
    cursor: 'x'.repeat(40_000),
  }

  test('is kept with a cursor of any length', async () => {
    const { open } = await installed()
    const { mailboxes } = await open()
    await mailboxes.save(state, 'new')
    expect(await mailboxes.all()).toMatchObject([{ value: state }])
    expect((await mailboxes.find(aPersonId(901)))?.value).toEqual(state)
    expect(await mailboxes.save(state, { etag: 'old' })).toBe('stale')
  })

  test('that is dirty is to be read now', async () => {
    const { open, due } = await installed()
    const { mailboxes } = await open()
    await mailboxes.save(state, 'new')
    const isAsked = async () => (await due.due(now, 10)).filter(({ task }) => task.kind === 'sync-mailbox')
    expect(await isAsked()).toEqual([])
    const seen = await mailboxes.find(state.mailbox)
    expect(await mailboxes.save({ ...state, dirty: true }, seen ?? 'new')).toBe('saved')
    expect(await isAsked()).toMatchObject([{ task: { kind: 'sync-mailbox', mailbox: aPersonId(901) } }])
    expect(await due.nextAt(now)).toBeUndefined()
  })

  test('is found by its subscription, whatever characters that has', async () => {
    const { open, here } = await installed()
    await (await open()).mailboxes.pointSubscription('7f10/5#=', aPersonId(901))
    expect(await here.bySubscription('7f10/5#=')).toMatchObject({ council: { profile: { id: 'thamesbrook' } }, mailbox: aPersonId(901) })
    expect(await here.bySubscription('another')).toBeUndefined()
  })
})

test('where the bot reaches a person is what the last activity said', async () => {
  const { here } = await installed()
  const conversations = here.conversations(testProfile.id)
  const conversation = { personId: aPersonId(1), conversationId: 'a:1', serviceUrl: 'https://smba.example/', state: 'installed' } as const
  await conversations.keep(conversation)
  await conversations.keep({ ...conversation, state: 'removed' })
  expect(await conversations.find(aPersonId(1))).toEqual({ ...conversation, state: 'removed' })
  expect(await here.conversations(elsewhere.id).find(aPersonId(1))).toBeUndefined()
})

test('what is silent is known from when it fell silent until it answers', async () => {
  const { open, clock } = await installed()
  const { health } = await open()
  health.note('graph', 'silent')
  clock.setTo(now.add({ hours: 1 }))
  health.note('graph', 'silent')
  expect(health.unreachable()).toEqual([{ dependency: 'graph', since: now }])
  health.note('graph', 'answers')
  expect(health.unreachable()).toEqual([])
})

test('what is silent to one council, by its own key or consent, is not told to another', async () => {
  const { open } = await installed()
  const { health } = await open()
  health.note('notify', 'silent')
  expect((await open()).health.unreachable()).toHaveLength(1)
  expect((await open(elsewhere.id)).health.unreachable()).toEqual([])
})
