import { readFileSync } from 'node:fs'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import type { MemberId } from '../../domain/kernel/ids.ts'
import { day, instant } from '../../domain/kernel/time.ts'
import type { Member } from '../../domain/members/member.ts'
import { aPersonId, thamesbrook, towerHamlets } from '../../domain/testing/builders.ts'
import { createModernGov } from '../adapters/modern-gov/modern-gov.ts'
import type { ImportReport } from '../contracts/register.ts'
import type { Directory, DirectoryPerson } from '../ports/calendar.ts'
import type { Council, MailboxState, Members } from '../ports/council.ts'
import { Unavailable } from '../ports/unavailable.ts'
import { importRegister, type ImportOrder } from './import-register.ts'

const signal = new AbortController().signal
let now = instant('2026-10-13T13:10:00Z')
let roll: Map<MemberId, { value: Member; etag: string }>
let reports: ImportReport[]
let people: Map<string, DirectoryPerson>
let alsoMembers: string[]
let beforeSave: (() => void) | undefined
let looks: string[]
let saved: string[]

beforeEach(() => {
  now = instant('2026-10-13T13:10:00Z')
  roll = new Map()
  reports = []
  people = new Map()
  alsoMembers = []
  beforeSave = undefined
  looks = []
  saved = []
  mailbox = { mailbox: aPersonId(901), name: 'Officer', address: 'o@thamesbrook.example', shared: false, cursor: 'c', dirty: false }
})

const members: Members = {
  all: () => Promise.resolve([...roll.values()].map(({ value }) => value)),
  readAnew: () => Promise.resolve([...roll.values()].map(({ value }) => value)),
  find: (id) => Promise.resolve(roll.get(id)),
  byPerson: () => Promise.resolve(undefined),
  save(member, seen) {
    beforeSave?.()
    const before = roll.get(member.id)
    if (seen === 'new' ? before : before?.etag !== seen.etag) return Promise.resolve(seen === 'new' ? 'exists' : 'stale')
    roll.set(member.id, { value: member, etag: `${Number(before?.etag ?? 0) + 1}` })
    saved.push(member.name)
    return Promise.resolve('saved')
  },
  lastImport: () => Promise.resolve(reports.at(-1)),
  noteImport(report) {
    reports.push(report)
    return Promise.resolve()
  },
}
let mailbox: MailboxState
const mailboxes = {
  all: () => Promise.resolve([{ value: mailbox, etag: '1' }]),
  find: () => Promise.resolve({ value: mailbox, etag: '1' }),
  save(state: MailboxState) {
    mailbox = state
    return Promise.resolve('saved')
  },
}
const directory = { personBy: (address: string) => Promise.resolve(people.get(address)) } as unknown as Directory

function council() {
  const rulebook = { ...towerHamlets, members: { ...towerHamlets.members, alsoMembers } }
  const sessions = {
    ofMember: (id: MemberId) => Promise.resolve([{ sessionId: `of-${stored(bo.name)?.id === id ? 'bo' : 'another'}` }]),
    between: () => Promise.resolve([]),
    askLook: (id: string) => Promise.resolve(void looks.push(id)),
  }
  return { profile: { id: thamesbrook }, clock: { now: () => now }, rulebook, members, mailboxes, sessions } as unknown as Council
}
function importing(order: Omit<ImportOrder, 'by'>, from: Directory = directory) {
  return importRegister(council(), { register: createModernGov(), directory: from }, { ...order, by: { kind: 'administrator' } }, signal)
}

type Person = { id: number; name: string; email?: string; mobile?: string }
function register(...persons: Person[]): string {
  const councillors = persons.map(
    ({ id, name, email, mobile }) =>
      `<councillor><councillorid>${id}</councillorid><fullusername>${name}</fullusername><politicalpartytitle>Labour</politicalpartytitle>` +
      `<workaddress>${mobile ? `<mobile>${mobile}</mobile>` : ''}${email ? `<email>${email}</email>` : ''}</workaddress></councillor>`,
  )
  return `<councillorsbyward><wards><ward><wardtitle>Weavers</wardtitle><councillors>${councillors.join('')}</councillors></ward></wards></councillorsbyward>`
}
const anna = { id: 1, name: 'Councillor Anna Reed', email: 'anna@thamesbrook.example', mobile: '07700 900142' }
const bo = { id: 2, name: 'Councillor Bo Park', email: 'bo@thamesbrook.example', mobile: '07700 900143' }
const cy = { id: 3, name: 'Councillor Cy Vale', email: 'cy@thamesbrook.example', mobile: '07700 900144' }

function account(number: number, address: string, given: Partial<DirectoryPerson> = {}): void {
  people.set(address, { id: aPersonId(number), name: address, addresses: [address], enabled: true, guest: false, ...given })
}
function stored(name: string): Member | undefined {
  return [...roll.values()].find(({ value }) => value.name === name)?.value
}

describe('importing', () => {
  test('C1.2 everyone in the register joins the roll, matched to their account by address', async () => {
    account(1, 'anna@thamesbrook.example', { addresses: ['anna@thamesbrook.example', 'anna.reed@thamesbrook.example'] })
    const result = await importing({ xml: register(anna, bo) })
    expect(result).toMatchObject({ ok: true, value: { read: 2, added: 2, changed: 0, left: 0 } })
    expect(stored(anna.name)).toMatchObject({
      kind: 'councillor',
      shortName: 'Cllr Anna Reed',
      addresses: ['anna@thamesbrook.example', 'anna.reed@thamesbrook.example'],
      personId: aPersonId(1),
      mobile: { kind: 'usable', e164: '+447700900142' },
      group: 'Labour',
      ward: 'Weavers',
      texts: { reminders: true, combine: false },
    })
    expect(result).toHaveProperty('value.doubtful', [{ name: bo.name, ward: 'Weavers', doubts: ['no-account'] }])
    expect(await members.lastImport()).not.toHaveProperty('unfinished')
  })

  test('the same register again changes nothing', async () => {
    await importing({ xml: register(anna, bo) })
    const before = new Map(roll)
    expect(await importing({ xml: register(anna, bo) })).toMatchObject({ value: { added: 0, changed: 0, left: 0 } })
    expect(roll).toEqual(before)
  })

  test('C2.4 after the roll changed, every calendar is read whole again: whoever was invited may be a Member now', async () => {
    await importing({ xml: register(anna) })
    expect(mailbox).toEqual({ ...mailbox, dirty: true, cursor: undefined })
    mailbox = { ...mailbox, cursor: 'c', dirty: false }
    await importing({ xml: register(anna) })
    expect(mailbox).toMatchObject({ cursor: 'c', dirty: false })
  })

  test('who is listed no more held office until yesterday, and is never deleted', async () => {
    await importing({ xml: register(anna, bo, cy) })
    expect(await importing({ xml: register(anna, bo) })).toMatchObject({ value: { left: 1, changed: 0 } })
    expect(stored(cy.name)?.to).toEqual(day('2026-10-12'))
    expect(await importing({ xml: register(anna, bo) })).toMatchObject({ value: { left: 0 } })
  })

  test('who is listed again is back', async () => {
    await importing({ xml: register(anna, bo, cy) })
    await importing({ xml: register(anna, bo) })
    expect(await importing({ xml: register(anna, bo, cy) })).toMatchObject({ value: { changed: 1, added: 0 } })
    expect(stored(cy.name)).not.toHaveProperty('to')
  })

  test('a new name and a new number are taken over', async () => {
    await importing({ xml: register(anna, bo) })
    const married = { ...bo, name: 'Councillor Bo Park-Reed', mobile: '07700 900199' }
    expect(await importing({ xml: register(anna, married) })).toMatchObject({ value: { changed: 1, added: 0, left: 0 } })
    expect(stored(married.name)?.mobile).toEqual({ kind: 'usable', e164: '+447700900199' })
  })

  test('C4.14 what a Member chose, and a number put right by hand, are not the register’s to change', async () => {
    await importing({ xml: register(anna, bo) })
    const chosen = {
      texts: { reminders: false, combine: true },
      mobile: { kind: 'usable', e164: '+447700900777' },
      mobileSetBy: 'officer',
    } as const
    for (const [id, { value, etag }] of roll) if (value.name === bo.name) roll.set(id, { value: { ...value, ...chosen }, etag })
    expect(await importing({ xml: register(anna, { ...bo, mobile: '07700 900199' }) })).toMatchObject({ value: { changed: 0 } })
    expect(stored(bo.name)).toMatchObject(chosen)
  })

  test.each([
    ['the register’s', '07700 900142', '07700 900150', { kind: 'usable', e164: '+447700900142' }, []],
    ['the directory’s for want of one', undefined, '07700 900150', { kind: 'usable', e164: '+447700900150' }, []],
    ['the directory’s when the register’s is none', '020 7946 0142', '07700 900150', { kind: 'usable', e164: '+447700900150' }, []],
    ['kept as given for an officer', '020 7946 0142', undefined, { kind: 'unusable', because: 'landline' }, ['bad-mobile']],
    ['none', undefined, undefined, { kind: 'none' }, ['no-mobile']],
  ])('the mobile is %s', async (_, inRegister, inDirectory, mobile, doubts) => {
    account(1, 'anna@thamesbrook.example', inDirectory ? { mobile: inDirectory } : {})
    const { mobile: __, ...without } = anna
    const result = await importing({ xml: register(inRegister ? { ...without, mobile: inRegister } : without) })
    expect(stored(anna.name)?.mobile).toMatchObject(mobile)
    expect(result).toHaveProperty('value.doubtful', doubts.length > 0 ? [{ name: anna.name, ward: 'Weavers', doubts }] : [])
  })

  test('C2.4 an import has calendars read once the roll is written and it says so', async () => {
    const askedAt: number[] = []
    const save = vi.spyOn(mailboxes, 'save').mockImplementation(() => {
      askedAt.push(reports.length)
      return Promise.resolve('saved')
    })
    await importing({ xml: register(bo) })
    save.mockRestore()
    expect(reports.map(({ unfinished, rollWritten }) => [unfinished, rollWritten])).toEqual([
      [true, undefined],
      [true, true],
      [undefined, undefined],
    ])
    expect(askedAt).toEqual([2])
  })

  test('C3.2 a later import, broken off or not, does not un-say that there is a roll', async () => {
    await importing({ xml: register(anna, bo) })
    const first = reports.length
    beforeSave = () => {
      throw new Unavailable('storage', 'away')
    }
    await expect(importing({ xml: register(anna, bo, cy) })).rejects.toThrow(Unavailable)
    await expect(importing({ xml: register(anna, bo, cy) })).rejects.toThrow(Unavailable)
    expect(reports.slice(first).map(({ unfinished, rollWritten }) => [unfinished, rollWritten])).toEqual([
      [true, true],
      [true, true],
    ])
  })

  test('C2.4 broken off in the middle, the next import has the calendars read anew although nothing differs any more', async () => {
    beforeSave = () => {
      if (saved.length === 2) throw new Unavailable('storage', 'away')
    }
    await expect(importing({ xml: register(anna, bo, cy) })).rejects.toThrow(Unavailable)
    beforeSave = undefined
    expect(mailbox).toMatchObject({ dirty: false })
    expect(await importing({ xml: register(anna, bo) })).toMatchObject({ ok: true, value: { added: 0 } })
    expect(mailbox).toMatchObject({ dirty: true })
    mailbox = { ...mailbox, dirty: false }
    await importing({ xml: register(anna, bo) })
    expect(mailbox).toMatchObject({ dirty: false })
  })

  test('who left and came back under another number of the register is found by the one account', async () => {
    account(1, anna.email)
    await importing({ xml: register(anna, bo, cy) })
    saved = []
    await importing({ xml: register({ ...anna, id: 11, name: 'Councillor Anna Reed-Park' }, bo, cy) })
    expect(saved).toEqual([anna.name, 'Councillor Anna Reed-Park'])
  })

  test('C3.12 the sessions of a Member who was changed are looked at again', async () => {
    await importing({ xml: register(anna, bo) })
    expect(looks).toEqual([])
    await importing({ xml: register(anna, { ...bo, mobile: '07700 900199' }) })
    expect(looks).toEqual(['of-bo'])
  })

  test('a Member who changes her texts during an import keeps what she chose', async () => {
    await importing({ xml: register(anna, bo) })
    beforeSave = () => {
      beforeSave = undefined
      for (const [id, { value }] of roll) roll.set(id, { value: { ...value, texts: { reminders: false, combine: false } }, etag: 'hers' })
    }
    await importing({ xml: register(anna, { ...bo, mobile: '07700 900199' }) })
    expect(stored(bo.name)).toMatchObject({ texts: { reminders: false }, mobile: { e164: '+447700900199' } })
  })
})

describe('those whom the rulebook treats as Members', () => {
  const ina = 'ina@thamesbrook.example'

  test('C1.2 join the roll by their account, keep what they chose, and change nothing the next time', async () => {
    alsoMembers = [ina]
    account(9, ina, { name: 'Ina Marsh', mobile: '07700 900160' })
    expect(await importing({ xml: register(anna) })).toMatchObject({ value: { read: 1, added: 2 } })
    const added = { kind: 'co-optee', shortName: 'Ina Marsh', addresses: [ina], personId: aPersonId(9) }
    expect(stored('Ina Marsh')).toMatchObject({ ...added, mobile: { kind: 'usable', e164: '+447700900160' } })

    const chosen = { texts: { reminders: false, combine: true }, mobile: { kind: 'none' }, mobileSetBy: 'member' } as const
    for (const [id, { value, etag }] of roll) if (value.name === 'Ina Marsh') roll.set(id, { value: { ...value, ...chosen }, etag })
    expect(await importing({ xml: register(anna) })).toMatchObject({ value: { added: 0, changed: 0, left: 0 } })
    expect(stored('Ina Marsh')).toMatchObject({ ...added, ...chosen })
  })

  test('C1.2 held office until yesterday once the rulebook names them no more, or the register does', async () => {
    alsoMembers = [ina, 'una@thamesbrook.example']
    await importing({ xml: register(anna, bo, cy) })
    expect(roll.size).toBe(5)
    alsoMembers = [ina]
    expect(await importing({ xml: register(anna, bo, cy) })).toMatchObject({ value: { left: 1 } })
    const elected = { id: 4, name: 'Councillor Ina Marsh', email: ina }
    expect(await importing({ xml: register(anna, bo, cy, elected) })).toMatchObject({ value: { added: 1, left: 1 } })
    expect(stored(ina)?.to).toEqual(day('2026-10-12'))
    expect(stored(elected.name)).not.toHaveProperty('to')
  })
})

describe('refusing', () => {
  test('more than half leaving at once is asked about, exactly half is not', async () => {
    await importing({ xml: register(anna, bo, cy) })
    expect(await importing({ xml: register(anna) })).toEqual({ ok: false, refusal: { kind: 'too-many-leave', leaving: 2, inOffice: 3 } })
    expect(stored(bo.name)).not.toHaveProperty('to')
    expect(await importing({ xml: register(anna), confirmed: true })).toMatchObject({ ok: true, value: { left: 2 } })

    roll.clear()
    await importing({ xml: register(anna, bo) })
    expect(await importing({ xml: register(anna) })).toMatchObject({ ok: true, value: { left: 1 } })
  })

  test('a page in place of a register changes nobody', async () => {
    await importing({ xml: register(anna) })
    expect(await importing({ xml: '<html><body>Sign in' })).toEqual({ ok: false, refusal: { kind: 'not-xml', because: 'html' } })
    expect(await members.lastImport()).toMatchObject({ added: 1 })
  })

  test('without an address or a document there is nothing to import', async () => {
    expect(await importing({})).toEqual({ ok: false, refusal: { kind: 'no-register' } })
  })

  test('while the directory is silent nothing is written', async () => {
    const silent = { personBy: () => Promise.reject(new Unavailable('graph', 'down')) } as unknown as Directory
    await expect(importing({ xml: register(anna) }, silent)).rejects.toThrow(Unavailable)
    expect(roll.size).toBe(0)
  })
})

test('C1.2 a whole council’s published register: the Mayor and 45 councillors', async () => {
  const xml = readFileSync(new URL('../adapters/modern-gov/fixtures/tower-hamlets.xml', import.meta.url), 'utf8')
  expect(await importing({ xml })).toMatchObject({ ok: true, value: { read: 46, added: 46 } })
  const kinds = [...roll.values()].map(({ value }) => value.kind)
  expect(kinds.filter((kind) => kind === 'mayor')).toHaveLength(1)
  expect(stored('Mayor Ashley Williams')).toMatchObject({ shortName: 'Mayor Ashley Williams', mobile: { kind: 'none' } })
})
