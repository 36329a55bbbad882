import type { Member } from '../members/member.ts'
import type { Told } from './told.ts'

const titles =
  /^(?:(?:councillor|cllr|the|deputy|lord|lady|baron|baroness|mayor|speaker|alderman|sir|dame|professor|prof|dr|mr|mrs|ms|mx|miss|reverend|revd|rev|rt|hon)\.?\s+)+/
const called =
  '(?:councillor|cllr|lord|lady|baron|baroness|mayor|speaker|alderman|sir|dame|professor|prof|dr|mr|mrs|ms|mx|miss|reverend|revd|rev)\\.?'
/** As they may come before a surname: "M. J. ", "M.J.", "Maureen ". */
const given = "(?:[a-z](?:\\. ?| )){0,3}(?:[a-z'-]+ )?"
/** Honours and degrees that a register writes after a name. Some are surnames too, so that a name is looked for with them and without. */
const letters = new Set(
  'gbe kbe dbe cbe obe mbe bem kcb cb cvo lvo mvo qpm kpm mc td dl jp mp ms msp qc kc esq jr jnr sr snr phd dphil md ba bsc llb ma msc mba llm frsa fca aca frics mrics'.split(
    ' ',
  ),
)
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
  const bare = [name, shortName].map((each) => flattened(each).replace(titles, '')).flatMap((each) => [each, withoutLetters(each)])
  const surnames = bare.flatMap((each) => each.split(' ').at(-1) ?? [])
  return (
    bare.some((each) => each !== '' && new RegExp(`(?<![a-z0-9])${escaped(each)}(?![a-z0-9])`).test(plain)) ||
    surnames.some((each) => each.length > 1 && new RegExp(`(?<![a-z])${called} ${given}${escaped(each)}(?![a-z0-9])`).test(plain)) ||
    addresses.some((address) => plain.includes(flattened(address)))
  )
}

function withoutLetters(name: string): string {
  const words = name.split(' ')
  const last = words.findLastIndex((word) => !letters.has(word.replaceAll(/[.,()]/g, '')))
  return last < 1
    ? name
    : words
        .slice(0, last + 1)
        .join(' ')
        .replace(/,$/, '')
}

function hasNumberIn(digits: string, { mobile, landline = '' }: Member): boolean {
  const own = mobile.kind === 'usable' ? mobile.e164 : mobile.kind === 'unusable' ? mobile.given : ''
  return [own, landline].some((each) => {
    const number = each.replaceAll(/\D/g, '').replace(/^(?:0044|44)?0?/, '')
    return number.length >= leastDigits && digits.includes(number)
  })
}

function flattened(text: string): string {
  return text.normalize('NFKD').replaceAll(/\p{M}/gu, '').replaceAll('’', "'").replaceAll(/\s+/g, ' ').trim().toLowerCase()
}

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)
}
