import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { day } from '../../../domain/kernel/time.ts'
import type { Doubt, RegisterDocument } from '../../ports/register-source.ts'
import { parseRegister } from './register.ts'

const on = day('2026-10-13')

function published(name: string) {
  return parseRegister(readFileSync(new URL(`fixtures/${name}.xml`, import.meta.url), 'utf8'), on)
}
function read(xml: string): RegisterDocument {
  const result = parseRegister(xml, on)
  if (!result.ok) throw new Error(`refused: ${result.refusal.kind}`)
  return result.value
}
function doubtsIn(document: RegisterDocument): Partial<Record<Doubt, number>> {
  const counts: Partial<Record<Doubt, number>> = {}
  for (const doubt of document.entries.flatMap(({ doubts }) => doubts)) counts[doubt] = (counts[doubt] ?? 0) + 1
  return counts
}
function councillor(
  name: string,
  more = '',
  address = `<email>${name.toLowerCase().replaceAll(' ', '.')}@council.example</email>`,
): string {
  return `<councillor><councillorid>${name.length}${name.charCodeAt(name.length - 1)}</councillorid><fullusername>${name}</fullusername><workaddress>${address}</workaddress>${more}</councillor>`
}
function register(...wards: readonly [title: string, ...people: string[]][]): string {
  const wardsXml = wards.map(
    ([title, ...people]) => `<ward><wardtitle>${title}</wardtitle><councillors>${people.join('')}</councillors></ward>`,
  )
  return `<?xml version="1.0" encoding="utf-8"?><councillorsbyward><wards>${wardsXml.join('')}</wards></councillorsbyward>`
}
function term(from: string, to: string): string {
  return `<termofoffice><startdate>${from}</startdate><enddate>${to}</enddate></termofoffice>`
}

describe('registers as councils publish them', () => {
  test.each([
    ['tower-hamlets', 46, 0, { 'no-email': 2 }],
    ['cardiff', 75, 0, { 'no-email': 72 }],
    ['redbridge', 63, 0, { 'no-email': 4 }],
    ['torfaen', 44, 0, {}],
    ['staffordshire', 61, 1, { 'no-email': 2, 'term-ended': 6 }],
    ['london-fire', 17, 0, { 'no-email': 6, 'unknown-title': 6 }],
  ])('C1.2 %s: %i Members and %i vacant seats, with doubts %o', (name, members, vacant, doubts) => {
    const result = published(name)
    if (!result.ok) throw new Error('refused')
    expect([result.value.entries.length, result.value.vacant.length]).toEqual([members, vacant])
    expect(doubtsIn(result.value)).toEqual(doubts)
  })

  test('a page that redirects is not taken for a register', () => {
    expect(published('html-instead-of-xml')).toEqual({ ok: false, refusal: { kind: 'not-xml', because: 'html' } })
  })

  test('a register without anybody is refused, so that nobody is taken to have left', () => {
    expect(published('empty-wards')).toEqual({ ok: false, refusal: { kind: 'no-members' } })
  })

  test('C1.2 the directly elected Mayor is a Member and no councillor', () => {
    const result = published('tower-hamlets')
    const mayor = result.ok ? result.value.entries.find(({ kind }) => kind === 'mayor') : undefined
    expect(mayor).toMatchObject({ name: 'Mayor Ashley Williams', ward: 'Whitechapel', group: 'Labour', landline: '020 7946 0911' })
  })

  test('a bracketed country code is a mobile number all the same', () => {
    const result = published('tower-hamlets')
    const entry = result.ok ? result.value.entries.find(({ number }) => number === '2841') : undefined
    expect(entry).toMatchObject({ mobile: '+44 07700 900003', from: day('2014-07-03'), doubts: [] })
  })
})

describe('doubts', () => {
  const one = (person: string) => read(register(['Weavers', councillor('Councillor Sam Byrne'), person])).entries[1]

  test('C1.2 co-optees come under headings of their own and need no title', () => {
    const document = read(
      register(['Weavers', councillor('Councillor A')], ['Co-opted Members', councillor('Ruth Osei')], ['Mayor', councillor('Jo Park')]),
    )
    expect(document.entries.map(({ name, kind, doubts }) => [name, kind, doubts])).toEqual([
      ['Councillor A', 'councillor', []],
      ['Ruth Osei', 'co-optee', []],
      ['Jo Park', 'mayor', []],
    ])
  })

  test.each(['Vacant', 'Vacancy', 'Councillor Vacant', 'Cllr Vacant Seat'])('%s is a seat and nobody', (name) => {
    expect(read(register(['Weavers', councillor('Councillor A'), councillor(name)]))).toMatchObject({
      entries: [{ name: 'Councillor A' }],
      vacant: [{ name, ward: 'Weavers' }],
    })
  })

  test('C2.4 an address that two people share tells neither of them apart', () => {
    const shared = '<email>Members@council.example</email>'
    const { entries } = read(register(['Weavers', councillor('Councillor A', '', shared), councillor('Councillor Bo', '', shared)]))
    expect(entries.map(({ address, doubts }) => [address, doubts])).toEqual([
      [undefined, ['shared-email']],
      [undefined, ['shared-email']],
    ])
  })

  test('somebody under two headings is one Member', () => {
    const { entries } = read(register(['Weavers', councillor('Councillor A')], ['Bow', councillor('Councillor A')]))
    expect(entries).toMatchObject([{ ward: 'Weavers', address: 'councillor.a@council.example', doubts: ['twice'] }])
  })

  test.each([
    ['05/05/2022', '04/05/2026', { from: '2022-05-05', to: undefined, doubts: ['term-ended'] }],
    ['05/05/2022', '13/10/2026', { from: '2022-05-05', to: '2026-10-13', doubts: [] }], // the last day is a day of office
    ['05/05/2022', '12/10/2026', { from: '2022-05-05', to: undefined, doubts: ['term-ended'] }],
    ['unspecified', '', { from: undefined, to: undefined, doubts: [] }],
    ['5 May 2022', 'unspecified', { from: undefined, to: undefined, doubts: ['term-unreadable'] }],
    ['31/02/2022', 'unspecified', { from: undefined, to: undefined, doubts: ['term-unreadable'] }],
    ['05/22/2022', 'unspecified', { from: undefined, to: undefined, doubts: ['term-unreadable'] }],
  ])('a term from %s to %s', (from, to, expected) => {
    const entry = one(councillor('Councillor Bo', `<termsofoffice>${term(from, to)}</termsofoffice>`))
    expect({ from: entry?.from?.toString(), to: entry?.to?.toString(), doubts: entry?.doubts }).toEqual(expected)
  })

  test('of several terms the latest counts', () => {
    const terms = `<termsofoffice>${term('05/05/2022', '03/05/2026')}${term('07/05/2026', 'unspecified')}</termsofoffice>`
    const entry = one(councillor('Councillor Bo', terms))
    expect([entry?.from?.toString(), entry?.doubts]).toEqual(['2026-05-07', ['several-terms']])
  })

  test.each([
    ['020 7946 0911', ['bad-mobile']],
    ['0770O 900142', ['bad-mobile']],
    ['07700 900142', []],
  ])('the mobile number %s has the doubts %o', (mobile, doubts) => {
    expect(one(councillor('Councillor Bo', '', `<email>b@council.example</email><mobile>${mobile}</mobile>`))).toMatchObject({
      mobile,
      doubts,
    })
  })

  test('an address that is none is no address', () => {
    expect(one(councillor('Councillor Bo', '', '<email>see the website</email>'))).toMatchObject({ doubts: ['no-email'] })
  })
})

describe('what is refused', () => {
  const entity = '<!DOCTYPE a [<!ENTITY b "c">]><councillorsbyward><wards><ward/></wards></councillorsbyward>'
  test.each([
    ['a sign-in page', '<!DOCTYPE html><html><body>Sign in', { kind: 'not-xml', because: 'html' }],
    ['entities', entity, { kind: 'not-xml', because: 'doctype' }],
    ['half a document', register(['Weavers', councillor('Councillor A')]).slice(0, -20), { kind: 'not-xml', because: 'broken' }],
    ['nothing', '', { kind: 'not-xml', because: 'broken' }],
    ['words', 'Service Unavailable', { kind: 'not-xml', because: 'broken' }],
    ['a bottomless document', `${'<a>'.repeat(500)}${'</a>'.repeat(500)}`, { kind: 'not-xml', because: 'too-deep' }],
    ['another document', '<getmeetings><meetings/></getmeetings>', { kind: 'another-document' }],
    ['only vacant seats', register(['Weavers', councillor('Vacant')]), { kind: 'no-members' }],
    ['more than anyone publishes', ' '.repeat(5_000_001), { kind: 'too-large' }],
  ])('%s', (_, xml, refusal) => {
    expect(parseRegister(xml, on)).toEqual({ ok: false, refusal })
  })

  test('an ampersand written as one is one, and a byte order mark is nothing', () => {
    const xml = `\uFEFF${register(['Blackwall &amp; Cubitt Town', councillor('Councillor A')])}`
    expect(read(xml).entries[0]?.ward).toBe('Blackwall & Cubitt Town')
  })
})

test('C14.3 offices and seats are read as they are written, each once, without the brackets around them', () => {
  const posts = (written: string) =>
    read(register(['Abbey', councillor('Councillor Ann Ash', `<keyposts>${written}</keyposts>`)])).entries[0]?.posts
  expect(posts('Chair, Planning Committee; Group Whip, Civic Alliance; Chair, Planning Committee')).toEqual([
    'Chair, Planning Committee',
    'Group Whip, Civic Alliance',
  ])
  expect(posts('(Cabinet Member for Health &amp; Adult Services)\n')).toEqual(['Cabinet Member for Health & Adult Services'])
  expect(posts(' ')).toBeUndefined()
})
