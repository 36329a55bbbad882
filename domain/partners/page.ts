import type { Prior } from './sharing.ts'
import { changesIn, type Told } from './told.ts'
import { changeWords, partnerWords as say } from './words.ts'

/** What a partner reads, in order: made into an email, and shown to the officer before it goes. */
export type PartnerPage = {
  readonly subject: string
  readonly heading: string
  readonly lead: string
  /** When and where. */
  readonly panel: readonly string[]
  readonly more: readonly string[]
}

/**
 * C4.18: an event as a partner gets it, made from what was shared and nothing else. To whoever was told before, what is otherwise now
 * stands first, so that nobody has to compare.
 */
export function partnerPage(told: Told, prior: Prior | undefined, council: string): PartnerPage {
  if (!prior) return written(told, { subject: say.subject.first(told), lead: say.lead.first(council), first: [] })
  const before = prior.share.told
  const first = changesIn(before, told).map((change) => changeWords(change, before, told))
  const kind = prior.isOff ? 'onAgain' : 'changed'
  return written(told, { subject: say.subject[kind](told), lead: say.lead[kind], first })
}

/** To whoever was told of it: when it was to be, so that they know which event is meant. */
export function cancelledPage({ title, when }: Told): PartnerPage {
  const known = { title, ...(when ? { when } : {}) }
  return written(known, { subject: say.subject.cancelled(known), lead: say.lead.cancelled, first: [] })
}

type Opening = { readonly subject: string; readonly lead: string; readonly first: readonly string[] }

function written(told: Told, { subject, lead, first }: Opening): PartnerPage {
  return {
    subject: subject.replaceAll(/\s+/g, ' '),
    heading: told.title,
    lead: [lead, ...first].join(' '),
    panel: [say.whenInWords(told), say.whereInWords(told)].filter((line) => line !== undefined),
    more: [...(told.purpose ? [say.purpose(told.purpose)] : []), ...(told.booking ? [told.booking] : [])],
  }
}
