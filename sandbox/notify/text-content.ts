const gsm =
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà'
const counting = { two: '[]{}^\\|~€' } as const
/** Welsh letters go out as they are and make the whole text a dearer one. */
const welsh = 'ÂâÊêÎîÔôÛûŴŵŶŷÁáÍíÓóÚúÝýËëÏïÀÈÌÒÙỲỳẀẁẂẃŸÿẄẅ'

const plainer: Readonly<Record<string, string>> = {
  '‘': "'",
  '’': "'",
  '“': '"',
  '”': '"',
  '–': '-',
  '—': '-',
  '…': '...',
  '\t': ' ',
  '\u00A0': ' ',
  '\u200B': '',
}

/** What arrives on the phone: typographers' signs made plain, and what no phone of 1992 could show replaced by a question mark. */
export function asSent(text: string): string {
  return Array.from(text)
    .map((sign) => {
      const plain = plainer[sign] ?? sign
      return Array.from(plain).every((each) => gsm.includes(each) || counting.two.includes(each) || welsh.includes(each)) ? plain : '?'
    })
    .join('')
}

/** How many fragments a text is charged as: 160 characters, then 153 each; 70 and 67 as soon as it holds one Welsh letter. */
export function fragmentsOf(text: string): number {
  const dear = Array.from(text).some((sign) => welsh.includes(sign) && !gsm.includes(sign))
  const length = Array.from(text).reduce((sum, sign) => sum + (!dear && counting.two.includes(sign) ? 2 : 1), 0)
  const [first, more] = dear ? [70, 67] : [160, 153]
  return length <= first ? 1 : Math.ceil(length / more)
}
