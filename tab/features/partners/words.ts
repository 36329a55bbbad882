import type { PartnerSharing } from '../../../api/contracts/partners.ts'
import { counted, listed } from '../../ui/words-of-number.ts'
import { asAtWords } from '../../ui/words-of-time.ts'

type Email = PartnerSharing['emails'][number]
type Share = PartnerSharing['shares'][number]

export const words = {
  title: 'Share with partners',
  trail: 'Share with partners',
  email: 'What they get',
  to: 'To',
  subject: 'Subject',
  foot: 'At its foot: the council’s number for help, and that nobody tracks who opens it.',
  before: 'Shared before',
  share: (many: number) => `Send ${many === 1 ? 'this email' : counted(many, 'email')}`,
  sure: (many: number) => `Send ${counted(many, 'email')}? It cannot be taken back.`,
  yes: 'Yes, send',
  no: 'Not yet',
  sending: 'Sending…',
  notKnown: 'We cannot tell whether it was sent. Look below: what was shared stands there. Nobody is told twice.',
  toDetails: 'Change what is shared',
}

export function leadWords({ emails, partners, cannot }: PartnerSharing): string {
  if (cannot) return 'Nothing goes now.'
  const to = emails.reduce((sum, email) => sum + email.to.length, 0)
  const list = counted(partners.length, 'address', 'addresses')
  return to === partners.length
    ? `It goes to ${partners.length === 1 ? 'the only address' : partners.length === 2 ? 'both addresses' : `all ${list}`} on the council’s list, one email each. Nothing of any Member is in it.`
    : `It goes to ${to} of the ${list} on the council’s list: the others know all of this. Nothing of any Member is in it.`
}

export function toWords({ to }: Email): string {
  return to.map(({ name, address }) => `${name} (${address})`).join(', ')
}

export function emailsIn({ emails }: PartnerSharing): number {
  return emails.reduce((sum, { to }) => sum + to.length, 0)
}

/** Why it does not go, and what would help. */
export function cannotWords(cannot: NonNullable<PartnerSharing['cannot']>, { shares }: Pick<PartnerSharing, 'shares'>): string {
  switch (cannot.kind) {
    case 'names-a-member':
      return `These words name ${listed(cannot.names)}, or give an address or a number of theirs. Nothing of any Member is shared: take it out first, here or in Outlook.`
    case 'not-marked':
      return 'Nobody has said that this event suits partners. Say so in its details.'
    case 'no-partners':
      return 'There is nobody on the council’s list of partners. An administrator puts them into the council’s rules, under Partners.'
    case 'nothing-changed':
      return 'Partners know all of this already. When something changes, you can tell them what.'
    case 'cancelled':
      return 'This session is cancelled. Quorate tells the partners who were told of it.'
    case 'untagged':
      return 'This is no longer marked as training in Outlook.'
    case 'started':
      return 'This session has started.'
    case 'postponed':
      return 'This session is postponed, and has no new date to share yet.'
    case 'too-often':
      break
  }
  return `This event has been shared ${counted(shares.length, 'time')}, which is the most allowed.`
}

/** "Shared by Hannah Brightwell at 2pm: 3 sent." */
export function shareWords({ at, by, sent }: Share, now: string): readonly string[] {
  const of = (about: Share['sent'][number]['about']) => sent.filter((each) => each.about === about)
  const events = of('event')
  const off = of('cancellation')
  return [
    `By ${by} at ${asAtWords(at, now)}: ${stateWords(events)}.`,
    ...(off.length > 0 ? [`Then told that it is cancelled: ${stateWords(off)}.`] : []),
  ]
}

/** Whom it did not reach although it left, and what helps; undefined where nothing came back. */
export function cameBackWords({ sent }: Share): string | undefined {
  const back = [...new Set(sent.filter(({ state }) => state === 'came-back').map(({ address }) => address))]
  if (back.length === 0) return undefined
  const [it, addresses] = back.length === 1 ? ['It', 'the address'] : ['They', 'the addresses']
  return `${it} came back from ${listed(back, back.length)} and told nobody anything. Check ${addresses}; an administrator puts them right in the council’s rules, under Partners.`
}

function stateWords(sent: Share['sent']): string {
  const many = (state: Share['sent'][number]['state']) => sent.filter((each) => each.state === state)
  const failed = many('not-sent')
  const back = many('came-back')
  return [
    ...(many('sent').length > 0 ? [counted(many('sent').length, 'email sent', 'emails sent')] : []),
    ...(many('waiting').length > 0 ? [`${many('waiting').length} on the way`] : []),
    ...(failed.length > 0 ? [`not sent to ${failed.map(({ address }) => address).join(', ')}`] : []),
    ...(back.length > 0 ? [`${back.length} came back`] : []),
  ].join(', ')
}
