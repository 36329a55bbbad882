import type { SessionId } from '../kernel/ids.ts'
import type { Instant } from '../kernel/time.ts'
import { day } from '../kernel/time.ts'
import type { Contents, Item, NoticeItem, Run, Section } from './contents.ts'
import type { SectionId } from './issue.ts'
import { linesOf, linkOf, type SaidPlaces } from './offered.ts'
import { withoutAsked, type Asked, type ReadersPart } from './reader.ts'
import { bulletinWords as say } from './words.ts'

/** C4.7: what can be done in one's own time instead, and where it is. */
export type SaidInstead = { readonly line: string; readonly link?: string }

/** One thing as it is said: a title, which may lead somewhere, and sentences. */
export type SaidItem = {
  readonly title: string
  readonly sessionId?: SessionId
  readonly link?: string
  readonly lines: readonly string[]
  readonly instead: readonly SaidInstead[]
  /** C4.4: where one says that one would like a limited place. */
  readonly places?: readonly SaidPlaces[]
}
export type SaidSection = { readonly id: SectionId; readonly heading: string; readonly words?: string; readonly items: readonly SaidItem[] }
export type SaidAsk = {
  readonly sessionId: SessionId
  readonly title: string
  readonly heading: string
  readonly lines: readonly string[]
  readonly instead: readonly SaidInstead[]
}

/** One issue in words, as one reader gets it. The email in both its forms and the page in Teams are made from this alone. */
export type BulletinPage = {
  readonly subject: string
  readonly name: string
  readonly headline: string
  readonly opening?: string
  readonly asks: readonly SaidAsk[]
  readonly sections: readonly SaidSection[]
}

type About = {
  /** What the council calls its bulletin. */
  readonly name: string
  readonly council: string
  readonly number: number
  readonly at: Instant
  readonly opening?: string | undefined
  /** C4.17: it has left, and is read again: what is counted is counted now. */
  readonly readAgain?: boolean
}

/** Writes an issue out. The same for every reader but for what is asked of them and what they answered (C4.2). */
export function pageOf(about: About, contents: Contents, reader: ReadersPart): BulletinPage {
  return {
    subject: say.subject(about.name, { asked: reader.asked.length, fresh: freshIn(contents) }),
    name: about.name,
    headline: say.headline(about.council, about.at, about.number),
    ...(about.opening ? { opening: about.opening } : {}),
    asks: reader.asked.map((asked) => askOf(asked, contents, about)),
    sections: withoutAsked(contents, reader).sections.map((section) => saidSection(section, reader)),
  }
}

/** What everybody gets alike: the subject in the list of past issues. */
export function commonSubject(about: Pick<About, 'name'>, contents: Contents): string {
  return say.subject(about.name, { asked: 0, fresh: freshIn(contents) })
}

function freshIn({ sections }: Contents): number {
  return sections.find(({ id }) => id === 'new')?.items.length ?? 0
}

function askOf(asked: Asked, contents: Contents, { readAgain = false }: About): SaidAsk {
  const { sessionId, title, movedSince, uptake } = asked
  const count = say.count(uptake, readAgain ? 'now' : 'when-sent')
  const { lines, instead } = besideOf(itemOf(sessionId, contents))
  return {
    sessionId,
    title,
    heading: say.canYouCome(title),
    lines: [...(movedSince ? [say.movedSince] : []), whenAndWhere(asked), ...lines, ...(count ? [count] : [])],
    instead,
  }
}

type SessionItem = Extract<Item, { kind: 'session' }>

/** The item that a reader who is asked about one of its runs does not get among the others. */
function itemOf(id: SessionId, { sections }: Contents): SessionItem | undefined {
  const items = sections.flatMap((section) => section.items)
  return items.find((item): item is SessionItem => item.kind === 'session' && item.runs.some((run) => run.sessionId === id))
}

/** What is said of a session besides its times, wherever it is said (C4.7; TH 2.6). */
function besideOf(item: Pick<SessionItem, 'mandatoryFor' | 'instead'> | undefined): Pick<SaidItem, 'lines' | 'instead'> {
  return {
    lines: item?.mandatoryFor ? [say.mandatory(item.mandatoryFor)] : [],
    instead: (item?.instead ?? []).map((notice) => ({
      line: say.insteadBeside(notice.title, factsOf(notice)),
      ...(notice.link ? { link: notice.link } : {}),
    })),
  }
}

function saidSection({ id, words, items }: Section, reader: ReadersPart): SaidSection {
  const hasMoved = items.some(({ kind }) => kind === 'moved')
  const heading = id === 'cancellations' && hasMoved ? say.movedHeading : say.headings[id]
  return { id, heading, ...(words ? { words } : {}), items: items.map((item) => saidItem(item, reader)) }
}

function saidItem(item: Item, reader: ReadersPart): SaidItem {
  switch (item.kind) {
    case 'session':
      return sessionSaid(item, reader)
    case 'moved':
      return {
        title: item.title,
        ...linkTo([item.run], reader),
        lines: [say.moved(item.from, item.run), ...yoursOf([item.run], reader)],
        instead: [],
      }
    case 'cancelled':
    case 'postponed':
      return {
        title: item.title,
        lines: [
          say[item.kind](item.startsAt),
          ...(item.message ? [item.message] : []),
          ...(item.other ? [say.runsAgain(item.other.startsAt)] : []),
        ],
        instead: [],
      }
    default:
      return noticeSaid(item)
  }
}

function sessionSaid(item: SessionItem, reader: ReadersPart): SaidItem {
  const [first, ...others] = item.runs
  const { lines, instead } = besideOf(item)
  const offered = placesOf(item.runs)
  return {
    title: item.title,
    ...linkTo(item.runs, reader),
    lines: [
      ...(first ? [whenAndWhere(first)] : []),
      ...others.map((run) => say.also(say.when(run), whereOf(run))),
      ...lines,
      ...offered.lines,
      ...yoursOf(item.runs, reader),
    ],
    instead,
    ...offered.links,
  }
}

/** C4.4: of one run, or of each of several by its day. */
function placesOf(runs: readonly Run[]): { readonly lines: readonly string[]; readonly links: Pick<SaidItem, 'places'> } {
  const offered = runs.flatMap((run) => (run.places ? [{ places: run.places, when: runs.length > 1 ? say.when(run) : undefined }] : []))
  return {
    lines: offered.flatMap(({ places, when }) => linesOf(places, when)),
    links: offered.length > 0 ? { places: offered.map(({ places, when }) => linkOf(places, when)) } : {},
  }
}

/** A session's page is for those who are invited to it, so a title leads to the first run to which its reader is. */
function linkTo(runs: readonly Run[], { answers }: ReadersPart): Pick<SaidItem, 'sessionId'> {
  const own = runs.find((run) => answers.has(run.sessionId))
  return own ? { sessionId: own.sessionId } : {}
}

/** What the reader answered, of the one run or of each. */
function yoursOf(runs: readonly Run[], { answers }: ReadersPart): readonly string[] {
  return runs.flatMap((run) => {
    const answer = answers.get(run.sessionId)
    if (!answer || answer === 'none') return []
    return [
      runs.length === 1 ? say.yours[answer] : `${say.when(run)}: ${say.yours[answer].charAt(0).toLowerCase()}${say.yours[answer].slice(1)}`,
    ]
  })
}

function noticeSaid(item: NoticeItem): SaidItem {
  const { title, about, link, provider, recognised = false, costPence, from, to, roles, minutes, insteadOf, places } = item
  return {
    title,
    ...(link ? { link } : {}),
    lines: [
      ...(about ? [about] : []),
      ...(from ? [say.dates(day(from), to ? day(to) : undefined)] : []),
      ...(provider ? [say.by(provider, recognised)] : []),
      ...(costPence === undefined ? [] : [say.cost(costPence)]),
      ...(roles.length > 0 ? [say.suits(roles)] : []),
      ...(minutes === undefined ? [] : [capital(`${say.minutes(minutes)}.`)]),
      ...(insteadOf ? [say.insteadOf(insteadOf)] : []),
      ...(places ? linesOf(places) : []),
    ],
    instead: [],
    ...(places ? { places: [linkOf(places)] } : {}),
  }
}

function factsOf({ minutes, provider }: NoticeItem): string {
  return [...(provider ? [provider] : []), ...(minutes === undefined ? [] : [say.minutes(minutes)])].join(', ')
}

function whenAndWhere(run: Run): string {
  const where = whereOf(run)
  return `${say.when(run)}${where ? `, ${where}` : ''}.`
}

function whereOf({ delivery, place }: Run): string | undefined {
  if (delivery === 'online') return say.online
  return delivery === 'hybrid' && place ? say.orOnline(place) : place
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
