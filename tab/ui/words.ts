/** "020 7946 0142" as a telephone wants it. */
export function telLink(number: string): string {
  return `tel:${number.replaceAll(/[^+\d]/g, '')}`
}

export const wordsOfHelp = (help: { name: string; role: string }) => `Need a hand? Ring ${help.name}, ${help.role}, on `

export const wordsOfTrouble = {
  unreachable: 'We cannot reach Quorate just now',
  unreachableDetail: 'Nothing is lost. Check your connection, then try again. Your invitations are in Outlook too.',
  stale: 'We cannot reach Quorate just now. Nothing is lost: this is what we knew a moment ago.',
  tryAgain: 'Try again',
  refused: 'This cannot be shown',
  reference: (reference: string) => `If you ring us about it, the reference is ${reference}.`,
}

/** Services by the names people know them by. */
const serviceNames = {
  graph: 'Outlook',
  entra: 'Microsoft sign-in',
  notify: 'GOV.UK Notify',
  teams: 'Teams',
  storage: 'our records',
  'modern-gov': 'modern.gov',
} as const

export type Service = keyof typeof serviceNames

export function serviceName(service: Service): string {
  return serviceNames[service]
}
