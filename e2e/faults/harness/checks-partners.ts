import type { Share } from '../../../domain/partners/told.ts'
import type { SessionRecord } from '../../../domain/sessions/session-record.ts'
import { clocksDifferBy, messagesOf, minute, onItsWay, type Message } from './checks-messages.ts'
import { addressOf, memberNumbers, mobileOf, partnerAddresses, profile } from './outside/council-world.ts'
import type { Entry } from './outside/outlook.ts'
import type { SentMail } from './outside/providers.ts'
import type { MeantShare } from './people-partners.ts'
import type { Lived } from './run.ts'
import { unseenFor } from './settled-answers.ts'

/** One email that a partner got, with the share that it is of. */
type Sent = Message & {
  readonly mail: SentMail
  readonly record: SessionRecord
  readonly share: Share | undefined
  readonly isOff: boolean
}

/**
 * A partner hears of an event once, in the words that an officer had read when she pressed for the second time; again only where something has
 * changed; of its cancellation once, where they had heard of it; and never anything of a Member.
 */
export function partners(lived: Lived): readonly string[] {
  const sent = sentTo(lived)
  return [
    ...lived.world.providers.mails.flatMap((mail) => (isPartner(mail.to.address) ? named(mail) : [])),
    ...sent.flatMap((each) => unread(lived, each)),
    ...unchanged(sent),
    ...untold(lived, sent),
    ...cancelled(lived, sent),
    ...presses(lived),
  ]
}

function isPartner(address: string): boolean {
  return partnerAddresses.some((each) => each === address)
}

function sentTo(lived: Lived): readonly Sent[] {
  return messagesOf(lived).flatMap((message) => {
    const { duty, record, key } = message
    const mail = lived.world.providers.mails.find((each) => each.key === key)
    const purpose = duty?.purpose
    if (!mail || !record || (purpose?.kind !== 'partner-share' && purpose?.kind !== 'partner-cancelled')) return []
    const share = record.session.shares?.find(({ number }) => number === purpose.share)
    return [{ ...message, mail, record, share, isOff: purpose.kind === 'partner-cancelled' }]
  })
}

function named({ subject, text, html, to }: SentMail): readonly string[] {
  const said = `${subject}\n${text}\n${html}`
  const found = memberNumbers.filter(
    (number) =>
      said.includes(`Member ${number}`) || said.includes(addressOf(number)) || said.includes(mobileOf(number).replace('+44', '0')),
  )
  return found.map((number) => `a partner was told of member ${number}: ${to.address}`)
}

/** It left because somebody pressed for the second time, and says what she was shown the first time. */
function unread({ meant }: Lived, { mail, share, isOff, at }: Sent): readonly string[] {
  if (isOff) return []
  const own = meant.shares.find(({ press }) => press === share?.press)
  const { address } = mail.to
  if (own?.pressedAt === undefined || own.pressedAt > at) return [`a partner was told, and nobody had pressed twice: ${address}`]
  const shown = own.seen.find(({ to }) => to.some((each) => each.address === address))
  if (!shown) return [`a partner was told who was not on the page: ${address}`]
  return isAsShown(mail, shown) ? [] : [`a partner was told what nobody had read: ${address}, ${mail.subject}`]
}

const { name: whose, role, telephone } = profile.help
const footer = [`Need a hand? Ring ${whose}, ${role}, on ${telephone}.`, 'We do not track who opens this.']

/** Word for word and nothing else, between the line that says whose it is and of which day, and those that say whom to ring; in HTML too. */
function isAsShown({ subject, text, html }: SentMail, shown: MeantShare['seen'][number]): boolean {
  const [head = '', ...said] = linesOf(text)
  const { heading, lead, panel, more } = shown
  return (
    subject === shown.subject &&
    head.startsWith(`${profile.name}, `) &&
    /, [A-Z][a-z]+day \d{1,2} [A-Z][a-z]+ \d{4}$/.test(head) &&
    said.join('\n') === [heading, lead, ...panel, ...more, ...footer].flatMap(linesOf).join('\n') &&
    readFrom(html) === linesOf(text).join(' ').replaceAll(/\s+/g, ' ')
  )
}

function linesOf(text: string): readonly string[] {
  return text.split('\n').filter((line) => line.trim() !== '')
}

const letters = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'", '&amp;': '&' } as const

/** What somebody reads of HTML, word after word. What is not escaped is no word. */
function readFrom(html: string): string {
  const body = html.replace(/<head>.*<\/head>/s, '').replaceAll(/<\/?(?:a|strong)\b[^>]*>/g, '')
  const words = body.replaceAll(/<[^>]*>/g, ' ').replaceAll(/&[^&;\s]*;/g, (sign) => letters[sign as keyof typeof letters] ?? sign)
  return words.replaceAll(/\s+/g, ' ').trim()
}

/** The same is told again to nobody, unless they had heard since that it is cancelled. */
function unchanged(sent: readonly Sent[]): readonly string[] {
  return [...Map.groupBy(sent, ({ mail, record }) => `${record.session.title} to ${mail.to.address}`)].flatMap(([name, own]) => {
    const inOrder = own.toSorted((one, other) => one.at - other.at)
    return inOrder.flatMap((each, index) => {
      const before = inOrder[index - 1]
      const isSame = before && !before.isOff && !each.isOff && JSON.stringify(before.share?.told) === JSON.stringify(each.share?.told)
      return isSame ? [`a partner was told the same again: ${name}`] : []
    })
  })
}

/** Whoever pressed and was told so sees it arrive with everybody whom she was shown, unless the event itself has changed since. */
function untold({ meant, world, records, isCalm, scenario }: Lived, sent: readonly Sent[]): readonly string[] {
  return meant.shares.flatMap(({ press, eventId, sessionId, seen, toldAt, pressedAt = 0 }) => {
    const until = (toldAt ?? 0) + (isCalm ? 4 : scenario.lateByMinutes) * minute
    const entry = world.outlook.entries.get(eventId)
    const record = records.find(({ session }) => session.id === sessionId)
    const number = record?.session.shares?.find((share) => share.press === press)?.number
    if (toldAt === undefined || world.now() < until) return []
    if (number === undefined) return [`a share is lost: ${eventId}`]
    const isOff = entry?.gone !== undefined && entry.gone.at < until
    const isDecided = meant.decisions.some((each) => each.eventId === eventId && each.choice === 'cancel' && each.at < until)
    const isMoved = entry?.answers.some(
      ({ through, at }) => through === 'move' && at > pressedAt - (isCalm ? 15 * minute : unseenFor) && at < until,
    )
    const isNewer = record?.session.shares?.some((share) => share.number > number && share.at.epochMilliseconds < until)
    const isChanged = record?.history.some(({ what, at }) => what.kind === 'details-set' && between(at.epochMilliseconds, pressedAt, until))
    if (isOff || isDecided || isMoved || isNewer || isChanged) return []
    return seen
      .flatMap(({ to }) => to)
      .flatMap(({ address }) => {
        const own = sent.find(
          (each) => !each.isOff && each.share?.number === number && each.mail.to.address === address && each.record === record,
        )
        if (!own) return [`a partner was never told: ${address} of ${eventId}`]
        return own.at > until ? [`a partner was told late: ${address} of ${eventId}`] : []
      })
  })
}

function between(at: number, from: number, until: number): boolean {
  return at > from - clocksDifferBy && at < until
}

/**
 * Whoever was told of an event hears once that it is cancelled, and nobody else, and never while it stands; and nobody is told of the event once
 * it is known here that it is cancelled.
 */
function cancelled(lived: Lived, sent: readonly Sent[]): readonly string[] {
  const { world, scenario } = lived
  const events = Map.groupBy(sent, ({ record }) => record.session.calendar.eventId)
  return [...events].flatMap(([eventId, own]) => {
    const entry = world.outlook.entries.get(eventId)
    const isGone = entry?.gone !== undefined
    const known = knownBy(lived, eventId, entry)
    return partnerAddresses.flatMap((address) => {
      const mine = own.filter(({ mail }) => mail.to.address === address)
      const off = mine.filter((each) => each.isOff)
      const shares = mine.filter((each) => !each.isOff)
      const [word] = off
      const hadHeard = word && shares.some(({ at }) => at < word.at + onItsWay)
      const isDue = isGone && (entry.gone?.at ?? 0) < scenario.calmFrom.epochMilliseconds
      if (off.length > 1) return [`a partner heard ${off.length} times that it is cancelled: ${address}`]
      if (off.length === 1 && !isGone) return [`a partner heard of a cancellation that never was: ${address}`]
      return [
        ...(word && !hadHeard ? [`a partner heard of a cancellation, and of nothing before it: ${address}`] : []),
        ...(shares.some(({ at }) => at > known) ? [`a partner was told of what is cancelled: ${address} of ${eventId}`] : []),
        ...(!word && shares.length > 0 && isDue ? [`a partner never heard that it is cancelled: ${address} of ${eventId}`] : []),
      ]
    })
  })
}

/** From when on nothing more is said of an event but that it is cancelled: somebody decided so here and was told, or it is gone and must have been seen. */
function knownBy({ meant, isCalm }: Lived, eventId: string, entry: Entry | undefined): number {
  const decided = meant.decisions.flatMap((each) => (each.eventId === eventId && each.choice === 'cancel' ? [each.toldAt] : []))
  const seen = entry?.gone ? entry.gone.at + (isCalm ? 15 * minute : unseenFor) : Number.POSITIVE_INFINITY
  return Math.min(seen, ...decided.map((toldAt = Number.POSITIVE_INFINITY) => toldAt + onItsWay))
}

/** A press is done once. */
function presses({ meant, records }: Lived): readonly string[] {
  return meant.shares.flatMap(({ press, sessionId, eventId }) => {
    const shares = records.find(({ session }) => session.id === sessionId)?.session.shares ?? []
    const done = shares.filter((share) => share.press === press).length
    return done > 1 ? [`one press shared ${done} times: ${eventId}`] : []
  })
}
