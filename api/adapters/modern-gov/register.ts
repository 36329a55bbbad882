import { ok, refused, type Result } from '../../../domain/kernel/result.ts'
import { Temporal, type Day } from '../../../domain/kernel/time.ts'
import type { MemberKind } from '../../../domain/members/member.ts'
import { normaliseMobile } from '../../../domain/members/mobile.ts'
import type { Doubt, RegisterDocument, RegisterEntry, RegisterRefusal } from '../../ports/register-source.ts'
import { wardsOf, type PublishedCouncillor, type PublishedWard } from './document.ts'

type Listed = { readonly ward: string; readonly person: PublishedCouncillor }

const vacant = /^(?:councillor\s+|cllr\.?\s+)?\(?vacan(?:t|cy)\b/i
const titled = /^(?:councillor|cllr\.?|alderman|mayor|(?:executive|elected) mayor)\s/i
const mayoral = /^(?:the\s+)?(?:executive |elected |directly elected )?mayor\b/i
const mayoralHeading = /^(?:executive |elected |directly elected )?mayor$/i
const coOptedHeading = /\bco-?opt|\bindependent (?:person|member)s?\b|\bparent governor|\bdiocesan|\bchurch representative/i

/**
 * modern.gov's councillors-by-ward document as a register of Members, with every doubt named and nobody left out for one.
 *
 * The publication is believed about who is a Member: a term that has run out while its holder is still listed is a doubt, not an end,
 * because councils leave old dates standing. Where nobody carries a title, going without one is the council's manner and no doubt.
 *
 * Clauses: C1.2 (Mayor, every councillor, every co-optee).
 */
export function parseRegister(xml: string, on: Day): Result<RegisterDocument, RegisterRefusal> {
  const wards = wardsOf(xml)
  if (!wards.ok) return wards
  const listed = wards.value.flatMap(listedIn).filter(({ person }) => person.fullusername)
  const seats = listed.filter(({ person }) => vacant.test(person.fullusername ?? ''))
  const held = listed.filter((each) => !seats.includes(each))
  if (held.length === 0) return refused({ kind: 'no-members' })

  const document = { on, shared: sharedAddresses(held), usesTitles: held.some(({ person }) => titled.test(person.fullusername ?? '')) }
  const entries = onceEach(held).map(({ ward, person, twice }) => entryOf({ ward, person }, { ...document, twice }))
  return ok({ entries, vacant: seats.map(({ ward, person }) => ({ name: person.fullusername ?? '', ward })) })
}

function listedIn({ wardtitle, councillors }: PublishedWard): readonly Listed[] {
  return councillors.councillor.map((person) => ({ ward: wardtitle ?? '', person }))
}

function keyOf({ ward, person }: Listed): string {
  return person.councillorid || `${ward}~${person.fullusername ?? ''}`
}

/** Someone under two headings is one person. */
function onceEach(listed: readonly Listed[]): readonly (Listed & { readonly twice: boolean })[] {
  const byKey = new Map<string, Listed & { twice: boolean }>()
  for (const each of listed) {
    const before = byKey.get(keyOf(each))
    byKey.set(keyOf(each), before ? { ...before, twice: true } : { ...each, twice: false })
  }
  return [...byKey.values()]
}

function addressOf(person: PublishedCouncillor): string | undefined {
  const given = person.workaddress.email ?? person.homeaddress.email
  return given && /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(given) ? given.toLowerCase() : undefined
}

function sharedAddresses(listed: readonly Listed[]): ReadonlySet<string> {
  const owners = new Map<string, string>()
  const shared = new Set<string>()
  for (const each of listed) {
    const address = addressOf(each.person)
    if (!address) continue
    const owner = owners.get(address) ?? keyOf(each)
    if (owner !== keyOf(each)) shared.add(address)
    owners.set(address, owner)
  }
  return shared
}

type Around = { readonly on: Day; readonly shared: ReadonlySet<string>; readonly usesTitles: boolean; readonly twice: boolean }

function entryOf({ ward, person }: Listed, around: Around): RegisterEntry {
  const name = (person.fullusername ?? '').replaceAll(/\s+/g, ' ')
  const kind = kindOf(name, ward)
  const address = addressOf(person)
  const isShared = address !== undefined && around.shared.has(address)
  const mobile = tidyNumber(person.workaddress.mobile ?? person.homeaddress.mobile)
  const posts = postsIn(person.keyposts)
  const landline = person.workaddress.phone ?? person.homeaddress.phone
  const term = termOf(person.termsofoffice.termofoffice, around.on)
  const isUntitled = around.usesTitles && kind === 'councillor' && !titled.test(name)
  return {
    number: keyOf({ ward, person }),
    name,
    kind,
    ...(ward ? { ward } : {}),
    ...(person.politicalpartytitle ? { group: person.politicalpartytitle } : {}),
    ...(posts.length > 0 ? { posts } : {}),
    ...(address && !isShared ? { address } : {}),
    ...(mobile ? { mobile } : {}),
    ...(landline ? { landline } : {}),
    ...(term.from ? { from: term.from } : {}),
    ...(term.to ? { to: term.to } : {}),
    doubts: [
      ...doubt('no-email', !address),
      ...doubt('shared-email', isShared),
      ...doubt('bad-mobile', normaliseMobile(mobile).kind === 'unusable'),
      ...term.doubts,
      ...doubt('twice', around.twice),
      ...doubt('unknown-title', isUntitled),
    ],
  }
}

const mostPosts = 60

/** Written with semicolons or on lines of their own, and in some registers in brackets. */
function postsIn(keyposts: string | undefined): readonly string[] {
  const posts = (keyposts ?? '').split(/[;\n]/).map((post) =>
    post
      .replaceAll(/\s+/g, ' ')
      .trim()
      .replace(/^\((.*)\)$/, '$1'),
  )
  return [...new Set(posts.filter((post) => post !== ''))].slice(0, mostPosts)
}

function doubt(kind: Doubt, applies: boolean): readonly Doubt[] {
  return applies ? [kind] : []
}

function kindOf(name: string, ward: string): MemberKind {
  if (mayoral.test(name) || mayoralHeading.test(ward)) return 'mayor'
  return coOptedHeading.test(ward) ? 'co-optee' : 'councillor'
}

/** "(+44) 07700 900003" is how some publish it. */
function tidyNumber(given: string | undefined): string | undefined {
  return given?.replace(/^\(\s*\+44\s*\)\s*/, '+44 ')
}

type Term = { readonly from?: Day; readonly to?: Day; readonly doubts: readonly Doubt[] }
type PublishedDay = Day | 'unreadable' | undefined
type Published = PublishedCouncillor['termsofoffice']['termofoffice']

/** Of several terms the one that began last is the one that runs. */
function termOf(published: Published, on: Day): Term {
  const terms = published.map(({ startdate, enddate }) => ({ from: dayOf(startdate), to: dayOf(enddate) }))
  const latest = terms.toSorted((one, other) => startOf(other) - startOf(one))[0]
  if (!latest) return { doubts: [] }
  const { from, to } = latest
  const ended = isDay(to) && Temporal.PlainDate.compare(to, on) < 0
  return {
    ...(isDay(from) ? { from } : {}),
    ...(isDay(to) && !ended ? { to } : {}),
    doubts: [
      ...doubt('term-ended', ended),
      ...doubt('term-unreadable', from === 'unreadable' || to === 'unreadable'),
      ...doubt('several-terms', terms.length > 1),
    ],
  }
}

function isDay(given: PublishedDay): given is Day {
  return given !== undefined && given !== 'unreadable'
}

function startOf({ from }: { readonly from: PublishedDay }): number {
  return isDay(from) ? from.toZonedDateTime('UTC').epochMilliseconds : Number.NEGATIVE_INFINITY
}

/** "03/07/2014", day first; "unspecified" is no date. */
function dayOf(given: string | undefined): PublishedDay {
  if (!given || /^unspecified$/i.test(given)) return undefined
  const [, day = '', month = '', year = ''] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(given) ?? []
  try {
    return Temporal.PlainDate.from({ day: Number(day), month: Number(month), year: Number(year) }, { overflow: 'reject' })
  } catch {
    return 'unreadable' // shown to an officer as a doubt
  }
}
