import { expect, test } from 'vitest'
import { owed } from '../duties/owed.ts'
import { asDue } from '../duties/duty-ids.ts'
import type { DutyOutcome } from '../duties/duty.ts'
import { stillOwed } from '../duties/still-owed.ts'
import type { Member } from '../members/member.ts'
import type { Rulebook } from '../rulebook/rulebook.ts'
import type { Session } from '../sessions/session.ts'
import type { DutyRecord, SessionRecord } from '../sessions/session-record.ts'
import { aMember, aPersonId, aRecord, aSession, arrangedAt, postponed, startsAt, towerHamlets } from '../testing/builders.ts'
import { membersNamedIn } from './names-a-member.ts'
import { cancelledPage, partnerPage } from './page.ts'
import { changeWords } from './words.ts'
import { recipientsOf, shareDuties, toldPutOff, type Recipient } from './sharing.ts'
import { partnersOf, sharedFacts, toldOf, type Share, type SharedFact, type Told } from './told.ts'

const now = arrangedAt.add({ hours: 48 })
const rulebook: Rulebook = {
  ...towerHamlets,
  partners: {
    domains: [],
    organisations: [
      { name: 'Farrow and Lyle', domains: [], contacts: ['Events@farrowlyle.example', 'desk@farrowlyle.example'] },
      { name: 'River Health', domains: [], contacts: ['training@riverhealth.example', 'events@farrowlyle.example'] },
    ],
  },
}
const usual = 'To book, ring Priya Shah.'

function marked(facts: readonly SharedFact[] = sharedFacts, given: Parameters<typeof aSession>[0] = {}): Session {
  const details = { version: 1, by: aPersonId(901), byName: 'Officer 901', at: arrangedAt, costs: [], aims: 'To listen well.' }
  return aSession({ accepted: 4, ...given, details: { ...details, partners: { facts } } })
}

function told(session: Session): Told {
  const known = toldOf(session, usual)
  if (!known) throw new Error('it is not marked')
  return known
}

const sent: DutyOutcome = { kind: 'sent', at: now }
const ended = (record: DutyRecord, outcome: DutyOutcome = sent): DutyRecord => ({ ...record, state: { kind: 'done', outcome } })

/** A session that was shared so many times, each as it then stood; every email sent unless said otherwise. */
function shared(session: Session, outcome: DutyOutcome | undefined = sent, times: readonly Told[] = [told(session)]): SessionRecord {
  const shares = times.map((each, index): Share => ({
    number: index + 1,
    press: `p${index}`,
    by: aPersonId(901),
    byName: 'Officer 901',
    at: now,
    told: each,
    partners: 3,
  }))
  const duties = shares.flatMap(({ number }) => shareDuties(session, number, partnersOf(rulebook), now))
  return aRecord({ ...session, shares }, { duties: outcome ? duties.map((each) => ended(each, outcome)) : duties })
}
const context = { rulebook, members: [], officers: [], otherRuns: [], now }
const addressesOf = (to: readonly { readonly address: string }[]) => to.map(({ address }) => address)
const everybody = ['events@farrowlyle.example', 'desk@farrowlyle.example', 'training@riverhealth.example']

test('C4.18 each address of the circulation list is one partner, however many organisations have it', () => {
  expect(addressesOf(partnersOf(rulebook))).toEqual(everybody)
  expect(partnersOf(towerHamlets)).toEqual([])
})

test('C4.18 what no officer has marked is shared with nobody; of what is marked, only what she chose, and its title', () => {
  expect(toldOf(aSession(), usual)).toBeUndefined()
  expect(told(marked([]))).toEqual({ title: 'Chairing a difficult meeting' })
  expect(told(marked())).toEqual({
    title: 'Chairing a difficult meeting',
    when: { startsAt, endsAt: startsAt.add({ hours: 2 }) },
    delivery: 'in-person',
    place: 'Town Hall Room 2',
    purpose: 'To listen well.',
    booking: usual,
  })
  expect(told(marked(['where'], { delivery: 'online', place: 'https://teams.example/join' }))).toEqual({
    title: 'Chairing a difficult meeting',
    delivery: 'online',
  })
})

test('C4.18 nothing of a session but those fields is shared, whatever else it holds', () => {
  const secret = 'SENTINEL'
  const session = marked(sharedFacts, {
    about: secret,
    joinUrl: secret,
    organiser: { id: aPersonId(901), name: secret, address: secret },
    others: [{ kind: 'presenter', name: secret, address: secret, response: 'accepted' }],
    accepted: 17,
    tentative: 13,
  })
  const full = {
    ...session,
    details: { ...session.details, provider: secret, commitment: { preWork: secret, followUp: secret } },
  } as Session
  const page = JSON.stringify([partnerPage(told(full), undefined, 'Thamesbrook'), cancelledPage(told(full))])
  expect(page).not.toContain(secret)
  expect(page).not.toMatch(/\b(17|13)\b|accepted|tentative|declined/i)
})

test('C4.18 it goes first to everybody, then to nobody until something has changed, and then it says what', () => {
  const session = marked()
  expect(addressesOf(recipientsOf(aRecord(session), told(session), rulebook))).toEqual(everybody)
  expect(recipientsOf(shared(session), told(session), rulebook)).toEqual([])
  const moved = { ...session, startsAt: startsAt.add({ hours: 24 }), endsAt: startsAt.add({ hours: 26 }), place: 'Council Chamber' }
  const to = recipientsOf({ ...shared(session), session: { ...moved, ...shares(shared(session)) } }, told(moved), rulebook)
  expect(addressesOf(to)).toEqual(everybody)
  expect(partnerPage(told(moved), to[0]?.prior, 'Thamesbrook')).toMatchObject({
    subject: 'Changed: Chairing a difficult meeting',
    lead:
      'Something has changed since we told you of this event. Please pass it on. The time is now Wednesday 28 October 2026, 6:30pm to 8:30pm. ' +
      'It was Tuesday 27 October 2026, 6:30pm to 8:30pm. The place is now Council Chamber. It was Town Hall Room 2.',
  })
})
function shares({ session }: SessionRecord): Pick<Session, 'shares'> {
  return session.shares ? { shares: session.shares } : {}
}

const hall = { title: 'Event', delivery: 'in-person', place: 'Town Hall' } as const
const nowhere = { title: 'Event', delivery: 'in-person' } as const
const bare = { title: 'Event' }
test.each<[Parameters<typeof changeWords>[0], Told, Told, string]>([
  ['where', nowhere, hall, 'The place is now Town Hall.'],
  ['where', hall, nowhere, 'The place will follow. It was Town Hall.'],
  ['where', bare, hall, 'The place is now Town Hall.'],
  ['where', bare, nowhere, 'The place will follow.'],
  ['where', hall, bare, 'The place is no longer given here.'],
  ['when', bare, { ...bare, isPutOff: true }, 'The date has been put off. A new one will follow.'],
  ['when', { ...bare, isPutOff: true }, bare, 'The time is no longer given here.'],
  ['purpose', { ...bare, purpose: 'Old' }, bare, 'What it is for is no longer given here.'],
  ['purpose', { ...bare, purpose: 'Old' }, { ...bare, purpose: 'New' }, 'What it is for has been written anew, below.'],
  ['purpose', bare, { ...bare, purpose: 'New' }, 'What it is for is given below.'],
  ['booking', bare, { ...bare, booking: 'Ring us.' }, 'How to book is given below.'],
  ['booking', { ...bare, booking: 'Write.' }, { ...bare, booking: 'Ring us.' }, 'How to book has changed: see below.'],
  ['booking', { ...bare, booking: 'Write.' }, bare, 'Booking through us is no longer offered here.'],
])('C4.18 a change of the %s is said in a sentence that stands', (change, before, after, sentence) => {
  expect(changeWords(change, before, after)).toBe(sentence)
})

test('C4.18 a partner who came by the list later hears of it for the first time, and the others nothing', () => {
  const session = marked()
  const grown: Rulebook = {
    ...rulebook,
    partners: {
      ...rulebook.partners,
      organisations: [...rulebook.partners.organisations, { name: 'New', domains: [], contacts: ['new@new.example'] }],
    },
  }
  const to = recipientsOf(shared(session), told(session), grown)
  expect(to).toEqual([{ name: 'New', address: 'new@new.example' }])
})

test.each<[string, DutyOutcome | undefined, number]>([
  ['failed told nobody anything', { kind: 'failed', at: now, because: 'refused' }, 3],
  ['was put aside told nobody anything', { kind: 'skipped', at: now, because: 'moved' }, 3],
  ['may have arrived is not sent again unchanged', { kind: 'needs-attention', at: now, because: 'unconfirmed' }, 0],
  ['is still on its way is not pressed twice', undefined, 0],
])('C4.18 what %s', (_what, outcome, many) => {
  const session = marked()
  expect(recipientsOf(shared(session, outcome), told(session), rulebook)).toHaveLength(many)
})

test('C4.18 a share not sent yet gives way to the newer one, to what was moved, and to a list without that address', () => {
  const session = marked()
  const two = shared(session, undefined, [told(session), told(session)])
  const verdicts = (record: SessionRecord, rules = rulebook) =>
    record.duties.map(({ duty }) => stillOwed(duty, record, { ...context, rulebook: rules }))
  expect(verdicts(two).slice(0, 3)).toEqual(Array.from({ length: 3 }, () => ({ kind: 'skip', because: 'not-needed' })))
  expect(verdicts(two).slice(3)).toEqual(Array.from({ length: 3 }, () => ({ kind: 'owed' })))
  const one = shared(session, undefined)
  expect(verdicts({ ...one, session: { ...one.session, startsAt: startsAt.add({ hours: 1 }) } })[0]).toEqual({
    kind: 'skip',
    because: 'moved',
  })
  expect(verdicts({ ...one, session: { ...postponed(one.session) } })[0]).toEqual({ kind: 'skip', because: 'postponed' })
  expect(verdicts({ ...one, session: { ...one.session, standing: { kind: 'cancelled', at: now, through: 'outlook' } } })[0]).toEqual({
    kind: 'skip',
    because: 'cancelled',
  })
  expect(verdicts(one, towerHamlets)[0]).toEqual({ kind: 'skip', because: 'not-needed' })
})

function cancelled(record: SessionRecord): SessionRecord {
  return { ...record, session: { ...record.session, standing: { kind: 'cancelled', at: now, through: 'outlook' } } }
}
const toldOff = (record: SessionRecord, at = now) =>
  owed(record, { ...context, now: at }).duties.filter(({ purpose }) => purpose.kind === 'partner-cancelled')

test('C4.18 a shared event that is cancelled is told to the same partners, once, and its history says so', () => {
  const record = cancelled(shared(marked()))
  const duties = toldOff(record)
  expect(duties.map(({ purpose }) => 'address' in purpose && purpose.address)).toEqual(everybody)
  expect(owed(record, context).history).toContainEqual({ at: now, what: { kind: 'partners-told-off', partners: 3 } })
  expect(toldOff({ ...record, duties: [...record.duties, ...duties.map(asDue)] })).toEqual([])
  expect(cancelledPage(told(marked()))).toMatchObject({ subject: 'CANCELLED: Chairing a difficult meeting, Tuesday 27 October', more: [] })
})

test('C4.18 nobody is told of a cancellation who was told of no event, nor once it would have begun', () => {
  expect(toldOff(cancelled(aRecord(marked())))).toEqual([])
  expect(toldOff(cancelled(shared(marked(), { kind: 'skipped', at: now, because: 'cancelled' })))).toEqual([])
  expect(toldOff(cancelled(shared(marked())), startsAt.subtract({ seconds: 1 }))).toHaveLength(3)
  expect(toldOff(cancelled(shared(marked())), startsAt)).toEqual([])
})

test('C4.18 restored and shared again it says that it is on again, and cancelled again it is told again', () => {
  const off = cancelled(shared(marked()))
  const known = { ...off, duties: [...off.duties, ...toldOff(off).map((duty) => ended(asDue(duty)))] }
  const back = { ...known, session: { ...known.session, standing: { kind: 'standing' } as const } }
  const to = recipientsOf(back, told(back.session), rulebook)
  expect(to.map(({ prior }) => prior?.isOff)).toEqual([true, true, true])
  expect(partnerPage(told(back.session), to[0]?.prior, 'Thamesbrook').subject).toBe('On again: Chairing a difficult meeting')
  const again: Share = { number: 2, press: 'p2', by: aPersonId(901), byName: 'Officer 901', at: now, told: told(back.session), partners: 3 }
  const second = { ...back, session: { ...back.session, shares: [...(back.session.shares ?? []), again] } }
  const duties = [...second.duties, ...shareDuties(second.session, 2, to, now).map((duty) => ended(duty))]
  expect(toldOff(cancelled({ ...second, duties }))).toHaveLength(3)
})

test('C4.18, C3.4 what is put off is told to whoever holds the old date, and offered to nobody else', () => {
  const session = marked()
  const off = { ...shared(session), session: { ...postponed(session), ...shares(shared(session)) } }
  const to = recipientsOf(off, told(off.session), rulebook)
  expect(to).toHaveLength(3)
  const page = partnerPage(told(off.session), to[0]?.prior, 'Thamesbrook')
  expect(page.lead).toContain('The date has been put off. A new one will follow. It was Tuesday 27 October 2026')
  expect(page.panel[0]).toBe('The date has been put off. A new one will follow.')
  expect(recipientsOf(aRecord(postponed(session)), told(postponed(session)), rulebook)).toEqual([])
})

/** As `record`, with one more share, pressed for these alone. */
function sharedAlso(record: SessionRecord, now: Told, to: readonly Recipient[], outcome?: DutyOutcome): SessionRecord {
  const number = (record.session.shares?.length ?? 0) + 1
  const share: Share = { number, press: `p${number}`, by: aPersonId(901), byName: 'Officer 901', at: arrangedAt, told: now, partners: 1 }
  const duties = shareDuties(record.session, number, to, arrangedAt).map((each) => (outcome ? ended(each, outcome) : each))
  return {
    ...record,
    session: { ...record.session, shares: [...(record.session.shares ?? []), share] },
    duties: [...record.duties, ...duties],
  }
}
const verdictsOf = (record: SessionRecord) => record.duties.map(({ duty }) => stillOwed(duty, record, context))

test('C4.18 a share still on its way to one partner is not put aside by a later one to another', () => {
  const session = marked()
  const one = shared(session, undefined)
  const two = sharedAlso(one, told(session), [{ name: 'New', address: everybody[2] ?? '' }])
  expect(verdictsOf(two)).toEqual([
    { kind: 'owed' },
    { kind: 'owed' },
    { kind: 'skip', because: 'not-needed' }, // for that address there is a newer one
    { kind: 'owed' },
  ])
  expect(recipientsOf(two, told(session), rulebook)).toEqual([])
})

test.each<[string, (session: Session) => Session, string]>([
  ['its place', (session) => ({ ...session, place: 'Council Chamber' }), 'not-needed'],
  ['its title', (session) => ({ ...session, title: 'Another' }), 'not-needed'],
  ['its end', (session) => ({ ...session, endsAt: session.endsAt.add({ hours: 1 }) }), 'moved'],
  ['what is shared of it', (session) => ({ ...session, ...pick(marked(['when'])) }), 'not-needed'],
  [
    'that it suits partners',
    (session) => ({ ...session, ...pick(aSession({ details: { ...pick(session).details, partners: undefined } })) }),
    'not-needed',
  ],
])('C4.18 what was pressed and has not left stays when %s is otherwise by then', (_what, change, because) => {
  const one = shared(marked(), undefined)
  expect(verdictsOf(one)[0]).toEqual({ kind: 'owed' })
  expect(verdictsOf({ ...one, session: change(one.session) })[0]).toEqual({ kind: 'skip', because })
})
function pick({ details }: Session): { readonly details: NonNullable<Session['details']> } {
  if (!details) throw new Error('it has no details')
  return { details }
}

test('C4.18, C3.4 what is put off and then cancelled is told to whoever waits for a new date, even after the old one', () => {
  const one = shared(marked())
  const off = { ...one, session: { ...postponed(one.session), ...shares(one) } }
  const late = startsAt.add({ hours: 72 })
  const [first] = recipientsOf(off, told(off.session), rulebook)
  const two = sharedAlso(off, told(off.session), first ? [first] : [], sent)
  expect(two.duties.at(-1)?.duty.notAfter).toBeUndefined()
  const duties = toldOff(cancelled(two), late)
  expect(duties.map(({ purpose, notAfter }) => ['address' in purpose && purpose.address, notAfter])).toEqual([[everybody[0], undefined]])
  const [duty] = duties
  expect(duty && stillOwed(duty, cancelled(two), { ...context, now: late })).toEqual({ kind: 'owed' })
  expect(toldOff(cancelled(two), startsAt.subtract({ seconds: 1 }))).toHaveLength(3)
})

test('C4.18, C3.4 of those told that it is put off, the addresses are counted that a newer share would reach', () => {
  const off = postponed(marked())
  expect(toldPutOff(shared(off), rulebook)).toBe(3)
  const [first, ...others] = rulebook.partners.organisations
  expect(toldPutOff(shared(off), { partners: { ...rulebook.partners, organisations: first ? [first] : [] } })).toBe(2)
  expect(toldPutOff(shared(off), { partners: { ...rulebook.partners, organisations: others } })).toBe(2)
  expect(toldPutOff(shared(marked()), rulebook)).toBe(0)
})

test('C4.18 cancelled, restored before anybody was told, and cancelled again, it is told then, and once', () => {
  const off = cancelled(shared(marked()))
  const skipped = toldOff(off).map((duty) => ended(asDue(duty), { kind: 'skipped', at: now, because: 'not-needed' }))
  const again = { ...off, duties: [...off.duties, ...skipped] }
  const later = now.add({ hours: 1 })
  const second: SessionRecord = { ...again, session: { ...again.session, standing: { kind: 'cancelled', at: later, through: 'outlook' } } }
  const duties = toldOff(second, later)
  expect(duties).toHaveLength(3)
  const [earlier] = toldOff(off)
  expect(earlier && stillOwed(earlier, second, { ...context, now: later })).toEqual({ kind: 'skip', because: 'not-needed' })
  expect(toldOff({ ...second, duties: [...second.duties, ...duties.map((duty) => ended(asDue(duty)))] }, later)).toEqual([])
})

test.each<[string, DutyRecord['state'], boolean]>([
  ['was not tried', { kind: 'due', attempt: 0 }, false],
  ['is being sent', { kind: 'claimed', attempt: 1, by: 'p1', until: now, callAt: now }, true],
  ['may have arrived', { kind: 'done', outcome: { kind: 'needs-attention', at: now, because: 'unconfirmed' } }, true],
  ['failed', { kind: 'done', outcome: { kind: 'failed', at: now, because: 'refused' } }, false],
])('C4.18 whoever a word of the cancellation %s is told, restored, that it is on again: %s', (_what, state, isOff) => {
  const off = cancelled(shared(marked()))
  const known = { ...off, duties: [...off.duties, ...toldOff(off).map((duty) => ({ ...asDue(duty), state }))] }
  const back = { ...known, session: { ...known.session, standing: { kind: 'standing' } as const } }
  expect(recipientsOf(back, told(back.session), rulebook)).toHaveLength(isOff ? 3 : 0)
})

const tadworth: Member = aMember(7, {
  name: 'Councillor Maureen Tadworth',
  shortName: 'Cllr Maureen Tadworth',
  addresses: ['maureen.tadworth@thamesbrook.example'],
  mobile: { kind: 'usable', e164: '+447700900142' },
})
const fields = ['title', 'place', 'purpose', 'booking'] as const
const details = [
  'Maureen Tadworth',
  'maureen  TADWORTH',
  'Cllr Tadworth',
  'Councillor M Tadworth',
  'maureen.tadworth@thamesbrook.example',
  '07700 900142',
  '+44 7700 900 142',
]
test.each(fields.flatMap((field) => details.map((text) => ({ field, text }))))(
  'C4.18 a Member’s “$text” in the $field is found before it is shared',
  ({ field, text }) => {
    expect(membersNamedIn({ title: 'Event', [field]: `With ${text}.` }, [tadworth])).toEqual([tadworth])
  },
)

test.each<[string, Partial<Member>, string]>([
  ['an initial with its dot', {}, 'Cllr M. Tadworth'],
  ['initials', {}, 'Cllr. M.J. Tadworth'],
  ['an initial and a name', {}, 'Mrs M. Jane Tadworth'],
  ['letters after the name', { name: 'Councillor Maureen Tadworth MBE', shortName: 'Cllr Maureen Tadworth MBE' }, 'Cllr Tadworth'],
  ['letters with dots', { name: 'Councillor Maureen Tadworth, O.B.E., JP', shortName: '' }, 'Maureen Tadworth'],
  ['another title', { name: 'Councillor Professor Maureen Tadworth', shortName: '' }, 'Maureen Tadworth'],
  ['a surname like letters', { name: 'Councillor Amy Ma', shortName: 'Cllr Amy Ma' }, 'Cllr Ma'],
  ['a landline', { landline: '020 7946 0155' }, '+44 (0)20 7946 0155'],
  ['a landline, as it is dialled from abroad', { landline: '+44 (0)20 7946 0155' }, '020-7946-0155'],
  ['a number that takes no texts', { mobile: { kind: 'unusable', given: '0044 20 7946 0155', because: 'landline' } }, '020 7946 0155'],
])('C4.18 a Member is found by %s', (_what, given, text) => {
  const member = { ...tadworth, ...given }
  expect(membersNamedIn({ title: `With ${text}.` }, [member])).toEqual([member])
})

test.each(['Room MBE', 'Ring 020 7946 0156', 'Amy'])('C4.18 where a Member has letters after the name, “%s” is nobody’s detail', (text) => {
  const named = { name: 'Councillor Amy Tadworth MBE', shortName: 'Cllr Amy Tadworth', landline: '020 7946 0155' }
  expect(membersNamedIn({ title: text }, [{ ...tadworth, ...named }])).toEqual([])
})

test.each(['Tadworth Hall', 'Maureen’s cafe', 'Ring 020 7946 0142', 'Room 900142', 'councillors', 'Maureen Tadworthy'])(
  'C4.18 “%s” is nobody’s detail',
  (text) => {
    expect(membersNamedIn({ title: text }, [tadworth])).toEqual([])
  },
)
