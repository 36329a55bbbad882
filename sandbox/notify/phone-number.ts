export type PhoneNumber = { readonly kind: 'uk-mobile' | 'international'; readonly e164: string }

/** A number as Notify reads it, or what Notify finds wrong with it. Ofcom's numbers for drama are as good as any. */
export function readNumber(typed: string): PhoneNumber | { readonly kind: 'wrong'; readonly message: string } {
  const bare = typed.replaceAll(/[\s()\-.]/g, '').replace(/^0*\++/, '+')
  if (/[^\d+]/.test(bare.slice(1)) || !/^[\d+]/.test(bare)) return { kind: 'wrong', message: 'Must not contain letters or symbols' }
  const digits = bare.replace(/^\+/, '').replace(/^00/, '').replace(/^0+44/, '44')
  const national = nationalPart(bare, digits)
  if (national === undefined) return internationalNumber(digits)
  if (national.length < 10) return { kind: 'wrong', message: 'Not enough digits' }
  if (national.length > 10) return { kind: 'wrong', message: 'Too many digits' }
  // 070 is a personal number and 076 a pager, save 07624, which is the Isle of Man's.
  if (!/^7(?:[1-57-9]|624)/.test(national)) return { kind: 'wrong', message: 'Not a UK mobile number' }
  return { kind: 'uk-mobile', e164: `+44${national}` }
}

/** The number without its country, when the country is this one. */
function nationalPart(bare: string, digits: string): string | undefined {
  if (digits.startsWith('44')) return digits.slice(2).replace(/^0/, '')
  if (/^(?:\+|00)/.test(bare)) return undefined
  return digits.replace(/^0/, '')
}

function internationalNumber(digits: string): PhoneNumber | { kind: 'wrong'; message: string } {
  if (digits.length < 8) return { kind: 'wrong', message: 'Not enough digits' }
  if (digits.length > 15) return { kind: 'wrong', message: 'Too many digits' }
  return { kind: 'international', e164: `+${digits}` }
}
