import { parsePhoneNumberFromString } from 'libphonenumber-js/max'
import type { Mobile } from './member.ts'

/** Digits, spaces, hyphens, dots, brackets and a leading plus. Anything else may hide a slip: "O7400", "(mob)". */
const writtenAsNumber = /^\+?[\d\s().-]+$/
/** Reserved by Ofcom for drama: unknown to the library, and what every trial contact has. */
const drama = /^\+447700900\d{3}$/

/**
 * A mobile number as somebody typed it, made ready to text; or why it cannot be texted, with what was typed.
 *
 * Trap: the library drops letters and takes what is left for a number, so they are refused before it is asked. Jersey, Guernsey
 * and the Isle of Man share +44 and are billed as abroad; 070 is a personal number.
 */
export function normaliseMobile(typed: string | undefined): Mobile {
  const given = (typed ?? '').trim()
  if (given === '') return { kind: 'none' }
  const number = writtenAsNumber.test(given) ? parsePhoneNumberFromString(given, 'GB') : undefined
  if (!number) return { kind: 'unusable', given, because: 'not-a-number' }
  if (drama.test(number.number)) return { kind: 'usable', e164: number.number }
  if (!number.isValid()) return { kind: 'unusable', given, because: 'not-a-number' }
  if (number.country !== 'GB') return { kind: 'unusable', given, because: 'abroad' }
  const type = number.getType()
  if (type === 'MOBILE') return { kind: 'usable', e164: number.number }
  return { kind: 'unusable', given, because: type === 'PERSONAL_NUMBER' ? 'personal-number' : 'landline' }
}

/** As its owner would write it: "07700 900142". */
export function mobileInWords(mobile: Extract<Mobile, { kind: 'usable' }>): string {
  const national = mobile.e164.replace(/^\+44/, '0')
  return `${national.slice(0, 5)} ${national.slice(5)}`
}
