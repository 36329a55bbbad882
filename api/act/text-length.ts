/** The letters of a plain text message (GSM 03.38); those of `doubled` take two places. */
const basic =
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà'
const doubled = '[]{}^\\|~€'
const known = new Set(Array.from(basic + doubled))

/** Signs that mean the same to a reader. */
const plainer: Readonly<Record<string, string>> = {
  '‘': "'",
  '’': "'",
  '‛': "'",
  '“': '"',
  '”': '"',
  '–': '-',
  '—': '-',
  '‑': '-',
  '…': '...',
  '•': '-',
  '\u00A0': ' ',
  '\u202F': ' ',
  '\t': ' ',
}

/**
 * The text in letters that every phone shows and that cost one place each: quotes and dashes made plain, accents dropped where the
 * letter allows it, anything else a question mark, as Notify would send it.
 *
 * Trap: one Welsh ŵ turns the whole text to seventy letters a fragment and doubles its price.
 */
export function plainLetters(text: string): string {
  return Array.from(text.normalize('NFC')).map(plainLetter).join('').replaceAll(/ {2,}/g, ' ').trim()
}

function plainLetter(letter: string): string {
  if (known.has(letter)) return letter
  const plain = plainer[letter]
  if (plain !== undefined) return plain
  const bare = letter.normalize('NFD').replaceAll(/\p{M}/gu, '')
  if (bare === '' || /^\p{Cf}$/u.test(letter)) return ''
  return Array.from(bare).every((each) => known.has(each)) ? bare : '?'
}

/** How many places a text takes. Only for texts in `plainLetters`. */
export function placesOf(text: string): number {
  return Array.from(text).reduce((places, letter) => places + (doubled.includes(letter) ? 2 : 1), 0)
}

/** How many fragments it is charged as: one up to 160 places, then one for each 153. */
export function fragmentsOf(text: string): number {
  const places = placesOf(text)
  return places <= 160 ? 1 : Math.ceil(places / 153)
}

/** Places in so many fragments. */
export function placesIn(fragments: number): number {
  return fragments === 1 ? 160 : fragments * 153
}

/** The first of several ways to say it that fits; the last, cut at a word, when none does. */
export function firstThatFits(ways: readonly string[], places: number): string {
  const plain = ways.map(plainLetters)
  return plain.find((way) => placesOf(way) <= places) ?? shortened(plain.at(-1) ?? '', places)
}

/** Cut at a word, with three dots; as it is when it fits. */
export function shortened(text: string, places: number): string {
  if (placesOf(text) <= places) return text
  const words = text.split(' ')
  while (words.length > 1 && placesOf(`${words.join(' ')}...`) > places) words.pop()
  return `${words.join(' ').replace(/[\s,;:.-]+$/, '')}...`
}
