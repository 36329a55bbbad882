import { expect, test } from 'vitest'
import { sessionId } from '../../domain/kernel/ids.ts'
import type { Session } from '../../domain/sessions/session.ts'
import { sharedFacts } from '../../domain/partners/told.ts'
import {
  aMember,
  anOfficer,
  aPersonId,
  aSession,
  arrangedAt,
  postponed,
  someMembers,
  startsAt,
  towerHamlets,
} from '../../domain/testing/builders.ts'
import { compose } from '../act/compose.ts'
import { partnerSharing } from '../contracts/partners.ts'
import { heedRulebook } from './heed-rulebook.ts'
import { readBounces } from '../observe/read-bounces.ts'
import type { Bounce } from '../ports/bounces.ts'
import { testCouncil } from '../testing/council.ts'
import { readAttention } from './read-attention.ts'
import { readPartners } from './read-partners.ts'
import { shareWithPartners } from './share-with-partners.ts'

const id = sessionId('s1')
const officer = anOfficer(901)
const now = arrangedAt.add({ hours: 48 })
const [first, second] = ['events@farrowlyle.example', 'training@riverhealth.example']
const rulebook = {
  ...towerHamlets,
  partners: {
    domains: [],
    organisations: [
      { name: 'Farrow and Lyle', domains: [], contacts: [first] },
      { name: 'River Health', domains: [], contacts: [second] },
    ],
  },
}
const details = {
  version: 1,
  by: aPersonId(901),
  byName: 'Officer 901',
  at: arrangedAt,
  costs: [],
  aims: 'To listen well.',
  partners: { facts: sharedFacts },
}
const members = [
  ...someMembers(7),
  aMember(8, { name: 'Councillor Zenobia Quarrie', shortName: 'Cllr Zenobia Quarrie', posts: ['Chair, Planning Committee'] }),
]

async function council(given: Parameters<typeof aSession>[0] = {}) {
  const session = aSession({ accepted: 4, tentative: 2, declined: 1, none: 1, details, ...given })
  const here = await testCouncil({ now, rulebook, members, officers: [officer, anOfficer(902)], sessions: [session], compose })
  await here.worker.settle()
  const read = async () => {
    const sharing = await readPartners(here.council, id)
    if (!sharing) throw new Error('there is no such session')
    return partnerSharing.parse(sharing)
  }
  const share = async (press = 'press 1', by = officer, seen?: string) => {
    const view = await read()
    return shareWithPartners(here.council, by, { sessionId: id, number: view.number, seen: seen ?? view.seen, press })
  }
  const mails = () => here.senders.arrived.mails.filter(({ to }) => [first, second].includes(to.address))
  return { ...here, read, share, mails }
}

test('C4.18 what the officer read is what each partner gets, once, and it is told in the history and kept', async () => {
  const here = await council()
  const [shown] = (await here.read()).emails
  expect(shown?.to.map(({ address }) => address)).toEqual([first, second])
  expect(await here.share()).toMatchObject({ ok: true, value: { number: 1, partners: 2 } })
  const again = await here.read()
  expect(again.cannot).toEqual({ kind: 'nothing-changed' }) // on the way, and not to be pressed twice
  await here.worker.settle()
  await here.worker.settle()
  expect(here.mails().map(({ to }) => to)).toEqual([
    { name: 'Farrow and Lyle', address: first },
    { name: 'River Health', address: second },
  ])
  for (const mail of here.mails()) {
    expect(mail.subject).toBe(shown?.subject)
    for (const line of [shown?.heading, shown?.lead, ...(shown?.panel ?? []), ...(shown?.more ?? [])]) expect(mail.text).toContain(line)
  }
  expect((await here.record(id)).history.at(-1)?.what).toEqual({
    kind: 'shared-with-partners',
    byName: 'Officer 901',
    partners: 2,
    again: false,
  })
  expect((await here.read()).shares).toMatchObject([{ by: 'Officer 901', sent: [{ state: 'sent' }, { state: 'sent' }] }])
})

test('C4.18 no Member’s name, address, number, office or answer is in any of its emails, over every field there is', async () => {
  const here = await council()
  await here.share()
  await here.worker.settle()
  await here.change(id, (session): Session => ({ ...session, place: 'Council Chamber' }))
  await here.share('press 2')
  await here.worker.settle()
  await here.change(id, (session): Session => ({ ...session, standing: { kind: 'cancelled', at: here.clock.now(), through: 'outlook' } }))
  await here.worker.settle()
  expect(here.mails().map(({ subject }) => subject.split(':')[0])).toEqual([
    ...Array<string>(2).fill('For you to pass on'),
    ...Array<string>(2).fill('Changed'),
    ...Array<string>(2).fill('CANCELLED'),
  ])
  const said = here
    .mails()
    .flatMap(({ subject, html, text }) => [subject, html, text])
    .join('\n')
  const { session } = await here.record(id)
  const secrets = members.flatMap(({ id: _id, ...member }) => stringsIn(member))
  for (const secret of secrets.filter((each) => each.length > 3 && !['councillor', 'usable'].includes(each)))
    expect(said).not.toContain(secret)
  expect(session.invitations).toHaveLength(8)
  expect(said).not.toMatch(/accepted|tentative|declin|answer|coming|\bcllr\b|councillor/i)
  expect(said).not.toMatch(/\b[1-8] of \d|\b(4|2) (Members|people)/)
})

function stringsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value]
  if (Array.isArray(value)) return value.flatMap(stringsIn)
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsIn) : []
}

test('C4.18 pressed again it is the same share; two officers who read the same page tell nobody twice', async () => {
  const here = await council()
  const { seen } = await here.read()
  const press = { sessionId: id, number: 1, seen, press: 'hers' }
  const done = await shareWithPartners(here.council, officer, press)
  expect(await shareWithPartners(here.council, officer, press)).toEqual(done)
  expect(await shareWithPartners(here.council, anOfficer(902), { ...press, press: 'his' })).toEqual({
    ok: false,
    refusal: { kind: 'changed-since-seen' },
  })
  await here.worker.settle()
  expect(here.mails()).toHaveLength(2)
})

test('C4.18 what is not what she read does not leave', async () => {
  const here = await council()
  const { seen } = await here.read()
  await here.change(id, (session) => ({ ...session, title: 'Another title' }))
  expect(await here.share('press 1', officer, seen)).toEqual({ ok: false, refusal: { kind: 'changed-since-seen' } })
  expect((await here.record(id)).session.shares).toBeUndefined()
})

test('C4.18 words that name a Member are kept back, and the officer is told whom', async () => {
  const here = await council({ title: 'An evening with Cllr Quarrie' })
  expect((await here.read()).cannot).toEqual({ kind: 'names-a-member', names: ['Cllr Zenobia Quarrie'] })
  expect(await here.share()).toEqual({ ok: false, refusal: { kind: 'names-a-member' } })
  await here.worker.settle()
  expect(here.mails()).toEqual([])
})

test.each<[string, Parameters<typeof aSession>[0]]>([
  ['cancelled', { standing: { kind: 'cancelled', at: now, through: 'outlook' } }],
  ['untagged', { standing: { kind: 'untagged', at: now } }],
  ['started', { startsAt: now }],
  ['not-marked', { details: { ...details, partners: undefined } }],
])('C4.18 what is %s is shared with nobody', async (kind, given) => {
  const here = await council(given)
  expect((await here.read()).cannot).toEqual({ kind })
  expect(await here.share()).toEqual({ ok: false, refusal: { kind } })
})

test('C4.18 a session that started after it was pressed is offered to nobody', async () => {
  const here = await council({ startsAt: now.add({ seconds: 30 }), endsAt: startsAt })
  await here.share()
  here.clock.setTo(now.add({ seconds: 30 }))
  await here.worker.settle()
  expect(here.mails()).toEqual([])
  expect((await here.read()).shares[0]?.sent.map(({ state }) => state)).toEqual(['not-sent', 'not-sent'])
})

test('C4.18, C3.4 what was put off is told even after its old time, and restored and cancelled twice each word of it is shown once', async () => {
  const here = await council()
  await here.share()
  await here.worker.settle()
  await here.change(id, (session): Session => postponed(session))
  here.clock.setTo(startsAt)
  expect((await here.read()).cannot).toBeUndefined()
  expect(await here.share('press 2')).toMatchObject({ ok: true, value: { number: 2, partners: 2 } })
  await here.worker.settle()
  const cancel = (session: Session): Session => ({ ...session, standing: { kind: 'cancelled', at: here.clock.now(), through: 'outlook' } })
  for (const hours of [1, 2]) {
    here.clock.setTo(startsAt.add({ hours }))
    await here.change(id, (session): Session => ({ ...session, standing: { kind: 'standing' } }))
    await here.change(id, cancel)
    await here.worker.settle()
  }
  expect(here.mails().map(({ subject }) => subject.split(':')[0])).toEqual([
    ...Array<string>(2).fill('For you to pass on'),
    ...Array<string>(2).fill('Changed'),
    ...Array<string>(2).fill('CANCELLED'),
  ])
  const [newest] = (await here.read()).shares
  expect(newest?.sent.filter(({ about }) => about === 'cancellation').map(({ state }) => state)).toEqual(['sent', 'sent'])
})

test('C4.18 without a list there is nobody to share with, and nowhere there is nothing', async () => {
  const here = await testCouncil({ now, rulebook: towerHamlets, members, officers: [officer], sessions: [aSession({ details })] })
  expect((await readPartners(here.council, id))?.cannot).toEqual({ kind: 'no-partners' })
  expect(await readPartners(here.council, sessionId('nowhere'))).toBeUndefined()
  const order = { sessionId: sessionId('nowhere'), number: 1, seen: 'x', press: 'p' }
  expect(await shareWithPartners(here.council, officer, order)).toEqual({ ok: false, refusal: { kind: 'no-such-session' } })
})

test('C4.18 what a partner’s mail system sends back is told once, on the page and to officers, and told them nothing', async () => {
  const here = await council()
  await here.share()
  await here.advance({ minutes: 5 })
  const key = here.mails().find(({ to }) => to.address === second)?.key ?? ''
  const told: Bounce[] = [{ key, at: here.clock.now() }]
  const asked: string[] = []
  const read = async (bounces = told) => {
    const port = { since: async (at: { toString(): string }) => (asked.push(at.toString()), bounces) }
    return readBounces(here.council, port, AbortSignal.timeout(1000))
  }
  expect(await read()).toBe(1)
  expect(await read()).toBe(0)
  await here.worker.settle()
  const view = await here.read()
  expect(view.shares[0]?.sent.map(({ address, state }) => [address, state])).toEqual([
    [first, 'sent'],
    [second, 'came-back'],
  ])
  expect(view.emails.map(({ to }) => to.map(({ address }) => address))).toEqual([[second]]) // as if it had never been sent
  const failed = (await readAttention(here.council)).rows.filter(({ kind }) => kind === 'message-failed')
  expect(failed).toMatchObject([{ failed: [{ name: second, because: 'came-back' }] }])
  await here.change(id, (before) => ({ ...before, standing: { kind: 'cancelled', at: here.clock.now(), through: 'outlook' } }))
  await here.advance({ minutes: 5 })
  expect(
    here
      .mails()
      .filter(({ subject }) => subject.startsWith('CANCELLED'))
      .map(({ to }) => to.address),
  ).toEqual([first])
  const before = asked.length
  here.clock.setTo(here.clock.now().add({ hours: 97 }))
  await read([])
  expect(asked).toHaveLength(before) // nothing has left for four days
})

test('C4.18 what came back is put to officers although the process died as it was noted, until the address is off the list', async () => {
  const here = await council()
  await here.share()
  await here.advance({ minutes: 5 })
  const key = here.mails().find(({ to }) => to.address === second)?.key ?? ''
  const bounces = { since: async (): Promise<Bounce[]> => [{ key, at: here.clock.now() }] }
  const failed = async () => (await readAttention(here.council)).rows.flatMap((row) => (row.kind === 'message-failed' ? row.failed : []))
  const dies = { ...here.council.sessions, askLook: () => Promise.reject(new Error('the process died')) }
  await expect(readBounces({ ...here.council, sessions: dies }, bounces, AbortSignal.timeout(1000))).rejects.toThrow('died')
  await here.worker.settle()
  expect(await failed()).toEqual([])
  expect(await readBounces(here.council, bounces, AbortSignal.timeout(1000))).toBe(0) // known already
  await here.worker.settle()
  expect(await failed()).toMatchObject([{ name: second, because: 'came-back' }])

  await here.change(id, (before) => ({ ...before, standing: { kind: 'cancelled', at: here.clock.now(), through: 'outlook' } }))
  await here.advance({ minutes: 5 })
  const without = { ...rulebook, partners: { ...rulebook.partners, organisations: rulebook.partners.organisations.slice(0, 1) } }
  const at = String(here.clock.now())
  await here.council.rulebooks.add({
    version: 2,
    effectiveFrom: at,
    changedBy: 'Officer 901',
    changedById: aPersonId(901),
    changedAt: at,
    why: 'Moved away',
    rulebook: without,
  })
  expect(await failed()).toHaveLength(1)
  await heedRulebook(here.council)
  await here.worker.settle()
  expect(await failed()).toEqual([])
})
