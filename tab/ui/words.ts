import type { Problem } from '../../api/contracts/shared.ts'

/** "020 7946 0142" as a telephone wants it. */
export function telLink(number: string): string {
  return `tel:${number.replaceAll(/[^+\d]/g, '')}`
}

export const wordsOfHelp = (help: { name: string; role: string }) => `Need a hand? Ring ${help.name}, ${help.role}, on `

export const wordsOfTrouble = {
  unreachable: 'We cannot reach Quorate just now',
  unreachableDetail: 'Nothing is lost. Check your connection, then try again. Your invitations are in Outlook too.',
  silent: (service: string) => `We cannot reach ${service} just now`,
  tryAgain: 'Try again',
  trying: 'Trying…',
  refused: 'This cannot be shown',
  reference: (reference: string) => `If you ring us about it, the reference is ${reference}.`,
}

export const wordsOfTrail = { programme: 'Programme' }

export const wordsOfTakingAway = { download: 'Download for Excel', print: 'Print' }

export const wordsOfSaving = { saving: 'Saving…' }

/** A refusal in the server's own words: what happened, then that nothing is lost or what to do. */
export function problemWords({ title, detail }: Pick<Problem, 'title' | 'detail'>): string {
  return detail ? `${title}. ${detail}` : `${title}.`
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
