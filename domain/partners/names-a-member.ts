import type { Member } from '../members/member.ts'
import type { Told } from './told.ts'

const titles = /^(?:(?:councillor|cllr|the|lord|lady|mayor|speaker|alderman|sir|dame|dr|mr|mrs|ms|miss|rev)\.?\s+)+/i
const called = '(?:councillor|cllr\\.?|mayor|speaker|alderman|sir|dame|dr\\.?|mr\\.?|mrs\\.?|ms\\.?|miss)'
/** Fewer digits of a telephone number than this are a date or a price. */
const leastDigits = 9

/**
 * Members whose name, address or number stands in what would be shared: officers' own words could hold one, and so could a title.
 *
 * Clauses: C4.18 (HR 2.6: "without Members' details").
 */
export function membersNamedIn(told: Told, members: readonly Member[]): readonly Member[] {
  const words = [told.title, told.place, told.purpose, told.booking].filter((text) => text !== undefined).join('\n')
  const plain = flattened(words)
  const digits = words.replaceAll(/[^\d\n]/g, '')
  return members.filter((member) => isNamedIn(plain, member) || hasNumberIn(digits, member))
}

function isNamedIn(plain: string, { name, shortName, addresses }: Member): boolean {
  const bare = [name, shortName].map((each) => flattened(each).replace(titles, ''))
  const surnames = bare.flatMap((each) => each.split(' ').at(-1) ?? [])
  return (
    bare.some((each) => each !== '' && new RegExp(`(?<![a-z0-9])${escaped(each)}(?![a-z0-9])`).test(plain)) ||
    surnames.some((each) => each.length > 1 && new RegExp(`(?<![a-z])${called} (?:[a-z'-]+ )?${escaped(each)}(?![a-z0-9])`).test(plain)) ||
    addresses.some((address) => plain.includes(flattened(address)))
  )
}

function hasNumberIn(digits: string, { mobile }: Member): boolean {
  const given = mobile.kind === 'usable' ? mobile.e164 : mobile.kind === 'unusable' ? mobile.given : ''
  const number = given.replaceAll(/\D/g, '').replace(/^(?:0044|44|0)/, '')
  return number.length >= leastDigits && digits.includes(number)
}

function flattened(text: string): string {
  return text.normalize('NFKD').replaceAll(/\p{M}/gu, '').replaceAll('’', "'").replaceAll(/\s+/g, ' ').trim().toLowerCase()
}

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)
}
