import { describe, expect, test } from 'vitest'
import type { Duty, DutyOutcome } from '../../domain/duties/duty.ts'
import { dutyOf } from '../../domain/duties/duty-ids.ts'
import { instant, isBefore, type Instant } from '../../domain/kernel/time.ts'
import { aMemberId, anOfficer, aPersonId, aSession, aDutyRecord, someMembers, towerHamlets } from '../../domain/testing/builders.ts'
import { logTo } from '../log.ts'
import { plainCompose } from '../testing/plain-compose.ts'
import { testCouncil, type TestCouncil } from '../testing/council.ts'
import { createHintsDouble } from '../testing/queue.ts'
import { createCouncils } from '../stores/councils.ts'
import type { Council } from '../ports/council.ts'
import type { Member } from '../../domain/members/member.ts'
import { discharge, type OutboxDeps } from './outbox.ts'
import { applyReceipt } from './receipts.ts'

const now = instant('2026-10-20T09:00:00Z')
const session = aSession({ accepted: 2 })
const reminder = dutyOf(session.id, { kind: 'reminder', reminder: 'week-before', memberId: aMemberId(1) }, 'text', { notBefore: now })

/** A council in which one duty is due, and nothing has been discharged yet. */
async function owing(duty: Duty = reminder) {
  const world = await testCouncil({ now, rulebook: towerHamlets, members: someMembers(2), officers: [anOfficer(901)] })
  await world.council.sessions.save({ session, history: [], duties: [aDutyRecord(duty)] }, 'new')
  const deps: OutboxDeps = {
    due: world.due,
    compose: plainCompose,
    log: logTo(() => undefined),
    senders: () => world.senders,
  }
  const go = async (changed: Partial<OutboxDeps> = {}) => discharge(world.council, session.id, duty.id, { ...deps, ...changed })
  const row = async () => {
    const stored = await world.council.sessions.duty(session.id, duty.id)
    if (!stored) throw new Error('the duty is gone')
    return stored.value
  }
  const outcome = async (): Promise<DutyOutcome | undefined> => {
    const { state } = await row()
    return state.kind === 'done' ? state.outcome : undefined
  }
  return { ...world, duty, deps, go, row, outcome }
}

function later(world: TestCouncil, seconds: number): void {
  world.clock.setTo(world.clock.now().add({ seconds }))
}

describe('a definite answer', () => {
  test('sent: kept with its words, its provider id and its time', async () => {
    const { go, outcome, senders } = await owing()
    expect(await go()).toBe('done')
    expect(await outcome()).toMatchObject({ kind: 'sent', providerId: 'text-1', body: 'reminder about Chairing a difficult meeting' })
    expect(senders.arrived.texts[0]).toMatchObject({ to: '+447700900001', key: `thamesbrook~s1~${reminder.id}` })
  })

  test('asked again, it is done already and nothing goes out', async () => {
    const { go, senders } = await owing()
    await go()
    expect(await go()).toBe('done')
    expect(senders.arrived.texts).toHaveLength(1)
  })

  test('refused: failed for that reason, and not tried again', async () => {
    const world = await owing()
    world.senders.script('text', { kind: 'refused', because: 'bad-number' })
    expect(await world.go()).toBe('done')
    expect(await world.outcome()).toMatchObject({ kind: 'failed', because: 'bad-number' })
  })

  test('later: waits as long as it was asked to, then goes', async () => {
    const world = await owing()
    world.senders.script('text', { kind: 'later', afterSeconds: 60 })
    expect(await world.go()).toBe('waiting')
    later(world, 59)
    expect(await world.go()).toBe('waiting')
    expect(world.senders.arrived.texts).toEqual([])
    later(world, 1)
    expect(await world.go()).toBe('done')
    expect(world.senders.arrived.texts).toHaveLength(1)
  })
})

describe('whether a service can be reached', () => {
  test('C3.10 calendars are cleared however many hours Graph was away; after a week of trying a person must look', async () => {
    const world = await owing(dutyOf(session.id, { kind: 'cancel-event' }, 'calendar', { notBefore: now }))
    const triedUntil = async (end: Instant) => {
      while (isBefore(world.clock.now(), end) && !(await world.outcome())) {
        world.senders.script('calendar', { kind: 'later', afterSeconds: 0 })
        await world.go()
        later(world, 900)
      }
    }
    await world.change(session.id, (before) => ({ ...before, standing: { kind: 'cancelled', at: now, through: 'decision' } }))
    await triedUntil(now.add({ hours: 6 * 24 }))
    expect(await world.outcome()).toBeUndefined()
    await triedUntil(now.add({ hours: 8 * 24 }))
    expect(await world.outcome()).toMatchObject({ kind: 'needs-attention', because: 'never-accepted' })
    expect(world.senders.arrived.calendar).toEqual([])
  })

  test('being put off once says nothing; put off again it is not there, until it takes something', async () => {
    const world = await owing()
    const unreachable = () => world.council.health.unreachable().map(({ dependency }) => dependency)
    world.senders.script('text', { kind: 'later', afterSeconds: 1 }, { kind: 'later', afterSeconds: 1 })
    await world.go()
    expect(unreachable()).toEqual([])
    later(world, 60)
    await world.go()
    expect(unreachable()).toEqual(['notify'])
    later(world, 60)
    expect(await world.go()).toBe('done')
    expect(unreachable()).toEqual([])
  })

  test('put off because Entra gave no token, Entra is silent and not Notify, until Notify has taken the text', async () => {
    const world = await owing()
    world.senders.script('text', { kind: 'later', afterSeconds: 30, silent: 'entra' })
    await world.go()
    expect(world.council.health.unreachable()).toMatchObject([{ dependency: 'entra' }])
    later(world, 60)
    await world.go()
    expect(world.council.health.unreachable()).toEqual([])
  })

  test('whoever says that it has the text although its answer was lost can be reached', async () => {
    const world = await owing()
    world.senders.script('text', 'lost after')
    await world.go()
    expect(world.council.health.unreachable()).toMatchObject([{ dependency: 'notify', since: now }])
    later(world, 60)
    await world.go()
    expect(world.council.health.unreachable()).toEqual([])
  })

  test('C2.2 being put off does not take back that somebody else could not reach it', async () => {
    const world = await owing()
    world.council.health.note('notify', 'silent')
    world.senders.script('text', { kind: 'later', afterSeconds: 1 })
    await world.go()
    expect(world.council.health.unreachable()).toMatchObject([{ dependency: 'notify' }])
  })
})

describe('what is no longer owed', () => {
  test('C3.10 a reminder of a session cancelled since is skipped', async () => {
    const world = await owing()
    await world.change(session.id, (before) => ({ ...before, standing: { kind: 'cancelled', at: now, through: 'outlook' } }))
    await world.go()
    expect(await world.outcome()).toMatchObject({ kind: 'skipped', because: 'cancelled' })
    expect(world.senders.arrived.texts).toEqual([])
  })

  test('C4.10 a reminder to a Member who has declined since is skipped', async () => {
    const world = await owing()
    await world.change(session.id, (before) => ({
      ...before,
      invitations: before.invitations.map((invitation) => ({ ...invitation, response: 'declined' })),
    }))
    await world.go()
    expect(await world.outcome()).toMatchObject({ kind: 'skipped', because: 'declined' })
  })

  test('a duty past its last moment is skipped as late', async () => {
    const world = await owing({ ...reminder, notAfter: now })
    await world.go()
    expect(await world.outcome()).toMatchObject({ kind: 'skipped', because: 'late' })
  })

  test('C3.12 a Member without a mobile number is no call to anybody', async () => {
    const world = await owing()
    const member = await world.council.members.find(aMemberId(1))
    if (member) await world.council.members.save({ ...member.value, mobile: { kind: 'none' } }, member, { kind: 'administrator' })
    await world.go()
    expect(await world.outcome()).toMatchObject({ kind: 'failed', because: 'no-mobile' })
    expect(world.senders.arrived.texts).toEqual([])
  })
})

test('C3.12 C4.14 a Member whose number another instance has just put right gets the text: nobody is given up by a roll read before', async () => {
  const world = await owing()
  const save = async ({ members }: Council, mobile: Member['mobile']) => {
    const member = await members.find(aMemberId(1))
    if (!member) throw new Error('nobody has that number')
    await members.save({ ...member.value, mobile }, member, { kind: 'administrator' })
  }
  await save(world.council, { kind: 'none' })
  await world.council.members.all()
  const other = await createCouncils({ ...world, hints: createHintsDouble(() => 0) }).open(world.council.profile.id)
  if (other) await save(other, { kind: 'usable', e164: '+447700900001' })
  await world.go()
  expect(await world.outcome()).toMatchObject({ kind: 'sent' })
  expect(world.senders.arrived.texts).toHaveLength(1)
})

describe('an answer that was lost', () => {
  test('C4.12 of a text that arrived: found after the settle time, and not sent again', async () => {
    const world = await owing()
    world.senders.script('text', 'lost after')
    expect(await world.go()).toBe('waiting')
    later(world, 59)
    expect(await world.go()).toBe('waiting')
    later(world, 1)
    expect(await world.go()).toBe('done')
    expect(await world.outcome()).toMatchObject({ kind: 'sent', body: 'reminder about Chairing a difficult meeting' })
    expect(world.senders.arrived.texts).toHaveLength(1)
  })

  test('of a text that only its receipt speaks of: what it said is asked for, and kept beside what became of it', async () => {
    const world = await owing()
    world.senders.script('text', 'lost after')
    await world.go()
    const reference = `thamesbrook~s1~${reminder.id}`
    await applyReceipt(world.council, { reference, status: 'delivered', at: now })
    expect(await world.outcome()).not.toHaveProperty('body')
    later(world, 60)
    expect(await world.go()).toBe('done')
    expect(await world.outcome()).toMatchObject({
      kind: 'sent',
      body: 'reminder about Chairing a difficult meeting',
      delivery: { status: 'delivered' },
    })
    expect(world.senders.arrived.texts).toHaveLength(1)
  })

  test('of a text that never arrived: not found, so it is sent', async () => {
    const world = await owing()
    world.senders.script('text', 'lost before')
    await world.go()
    later(world, 60)
    expect(await world.go()).toBe('done')
    expect(world.senders.arrived.texts).toHaveLength(1)
  })

  test('C4.12 of a text that is accepted up to a minute late: still one', async () => {
    const world = await owing()
    const { text } = world.senders
    const late = { ...world.senders, text: { ...text, send: async () => ({ kind: 'unknown', note: 'hung' }) as const } }
    await world.go({ senders: () => late })
    later(world, 45)
    await text.send({ key: `thamesbrook~s1~${reminder.id}`, to: '+447700900001', body: 'late' }, AbortSignal.timeout(1000))
    later(world, 15)
    expect(await world.go()).toBe('done')
    expect(world.senders.arrived.texts).toHaveLength(1)
  })

  test('while the provider cannot be asked it is neither sent nor given up, and after a day a person must look', async () => {
    const world = await owing()
    const unsure = { ...world.senders, text: { ...world.senders.text, find: async () => ({ kind: 'unknown' }) as const } }
    world.senders.script('text', 'lost before')
    for (let asked = 0; asked < 40; asked += 1) {
      await world.go({ senders: () => unsure })
      world.clock.setTo((await world.row()).notBefore.toZonedDateTimeISO('UTC').toInstant())
      if ((await world.row()).state.kind === 'done') break
    }
    expect(await world.outcome()).toMatchObject({ kind: 'needs-attention', because: 'unconfirmed' })
    expect(world.senders.arrived.texts).toEqual([])
  })

  test('a sender that never answers is given twenty seconds, and then it is unknown', async () => {
    const world = await owing()
    const hanging = { ...world.senders, text: { ...world.senders.text, send: async () => new Promise<never>(() => undefined) } }
    const going = world.go({ senders: () => hanging })
    await untilAsleep()
    world.clock.pass(20_000)
    expect(await going).toBe('waiting')
    expect((await world.row()).state).toMatchObject({ kind: 'unknown', note: 'no answer in time' })
  })

  test('what a sender throws is no answer either', async () => {
    const world = await owing()
    const broken = { ...world.senders, text: { ...world.senders.text, send: async () => Promise.reject(new TypeError('no')) } }
    await world.go({ senders: () => broken })
    expect((await world.row()).state).toMatchObject({ kind: 'unknown', note: 'TypeError' })
  })
})

describe('where the provider cannot be asked', () => {
  const card = (kind: 'decision-card') => dutyOf(session.id, { kind, officerId: aPersonId(901), round: 1 }, 'card', { notBefore: now })

  test('an officer’s card is not repeated: it fails, so that it goes by email', async () => {
    const world = await owing(card('decision-card'))
    await open(world)
    world.senders.script('card', 'lost after')
    await world.go()
    later(world, 60)
    await world.go()
    expect(await world.outcome()).toMatchObject({ kind: 'failed', because: 'unconfirmed' })
    expect(world.senders.arrived.cards).toHaveLength(1)
  })

  test('an answer is given to Outlook again: giving it twice is giving it once', async () => {
    const answer = dutyOf(session.id, { kind: 'answer', memberId: aMemberId(1), answer: 'declined', number: 1 }, 'calendar', {
      notBefore: now,
    })
    const world = await owing(answer)
    world.senders.script('calendar', 'lost after')
    await world.go()
    later(world, 60)
    expect(await world.go()).toBe('done')
    expect(world.senders.arrived.calendar).toHaveLength(2)
  })

  async function open(world: TestCouncil): Promise<void> {
    const decideBy = now.add({ hours: 3 })
    await world.change(session.id, (before) => ({ ...before, undersubscribed: { kind: 'open', round: 1, openedAt: now, decideBy } }))
  }
})

function told() {
  const events: string[] = []
  return { events, log: logTo((line) => void events.push(String((JSON.parse(line) as { event: unknown }).event))) }
}

test('a text that was found to have been sent is in the log as sent', async () => {
  const world = await owing()
  const { log, events } = told()
  world.senders.script('text', 'lost after')
  await world.go({ log })
  later(world, 60)
  await world.go({ log })
  expect(events).toEqual(['duty.unknown', 'duty.sent'])
})

describe('a lane that is stopped', () => {
  const midnight = { kind: 'stopped', because: 'limit-reached', untilUtcMidnight: true } as const

  test('rests until midnight UTC without another call, then goes on', async () => {
    const world = await owing()
    world.senders.script('text', midnight)
    expect(await world.go()).toBe('waiting')
    expect(world.council.health.unreachable()).toMatchObject([{ dependency: 'notify' }])
    expect((await world.row()).notBefore.toString()).toBe('2026-10-21T00:00:00Z')
    world.clock.setTo(instant('2026-10-21T00:00:00Z'))
    expect(await world.go()).toBe('done')
    expect(world.council.health.unreachable()).toEqual([])
  })

  test('C3.12 fails a cancellation notice at once, so that its Member is rung', async () => {
    const notice = dutyOf(session.id, { kind: 'cancellation-notice', memberId: aMemberId(1) }, 'text', { notBefore: now })
    const world = await owing(notice)
    await world.change(session.id, (before) => ({ ...before, standing: { kind: 'cancelled', at: now, through: 'outlook' } }))
    world.senders.script('text', midnight)
    expect(await world.go()).toBe('done')
    expect(await world.outcome()).toMatchObject({ kind: 'failed', because: 'limit-reached' })
  })

  test('is not called for the next Member', async () => {
    const world = await owing()
    await world.council.lanes.rest('text', { until: now.add({ hours: 1 }), stopped: midnight })
    const { log, events } = told()
    expect(await world.go({ log })).toBe('waiting')
    expect(world.senders.arrived.texts).toEqual([])
    expect(events).toEqual([]) // once was enough
  })

  test('is told once to whoever keeps the service running', async () => {
    const world = await owing()
    world.senders.script('text', midnight)
    const { log, events } = told()
    await world.go({ log })
    expect(events).toEqual(['lane.stopped'])
  })
})

describe('claims', () => {
  test('C4.12 of two instances at once only one calls', async () => {
    const world = await owing()
    const outcomes = await Promise.all([world.go(), world.go(), world.go(), world.go()])
    expect(outcomes).toContain('done')
    expect(world.senders.arrived.texts).toHaveLength(1)
  })

  test('C4.12 after a pause longer than the claim allows nothing is called; it is simply due again', async () => {
    const world = await owing()
    const pausing: OutboxDeps['compose'] = (...asked) => {
      world.clock.pass(91_000)
      return plainCompose(...asked)
    }
    expect(await world.go({ compose: pausing })).toBe('waiting')
    expect(world.senders.arrived.texts).toEqual([])
    later(world, 1)
    expect(await world.go()).toBe('done')
    expect(world.senders.arrived.texts).toHaveLength(1)
  })

  test('a pause that leaves enough of the claim is none', async () => {
    const world = await owing()
    const pausing: OutboxDeps['compose'] = (...asked) => {
      world.clock.pass(89_000)
      return plainCompose(...asked)
    }
    expect(await world.go({ compose: pausing })).toBe('done')
  })

  test('C4.12 a claim left behind is asked about before anything is sent', async () => {
    const world = await owing()
    const dying = { ...world.senders, text: { ...world.senders.text, send: diesAfter(world) } }
    const dead = world.go({ senders: () => dying })
    await untilAsleep()
    later(world, 119)
    expect(await world.go()).toBe('waiting')
    later(world, 1)
    expect(await world.go()).toBe('waiting')
    later(world, 60)
    expect(await world.go()).toBe('done')
    expect(world.senders.arrived.texts).toHaveLength(1)
    expect(dead).toBeInstanceOf(Promise)
  })

  /** Accepts the text, and its process is never heard of again. */
  function diesAfter({ senders, clock }: TestCouncil): TestCouncil['senders']['text']['send'] {
    return async (...call) => {
      await senders.text.send(...call)
      clock.sleep = async () => new Promise(() => undefined)
      return new Promise(() => undefined)
    }
  }
})

/** Lets what was begun run until it waits for the clock. */
async function untilAsleep(): Promise<void> {
  for (let turn = 0; turn < 50; turn += 1) await new Promise((resolve) => setImmediate(resolve))
}
