import type { PlacesList, PlacesPage } from '../../../api/contracts/places.ts'
import { isStranded, type TermsFault } from '../../../domain/places/offer.ts'
import { instant } from '../../../domain/kernel/time.ts'
import { closingInWords, placesWords } from '../../../domain/places/words.ts'
import { stageWords, words as ballotWords } from '../../ui/places/words.ts'
import { heldWords } from '../../ui/words-of-held.ts'
import { asAtWords, comingDay, timeWords } from '../../ui/words-of-time.ts'
import type { Method } from './draft.ts'

type Offer = NonNullable<PlacesPage['offer']>
type Row = PlacesPage['members'][number]

const many = (count: number, one: string, more = `${one}s`) => `${count} ${count === 1 ? one : more}`

export const words = {
  title: 'Limited places',
  listLead: 'Where there are only so many places: who may have one, until when Members can say so, and who was given one.',
  none: 'Nothing has limited places now. Say so in a session’s details, or beside an item for the bulletin.',
  bulletin: 'Bulletin',
  programme: 'Programme',
  items: 'Items for the bulletin',
  stands: 'How it stands',
  terms: 'What Members are told',
  placesLabel: 'How many places',
  placesWrong: 'Write a number from 1 to 500.',
  openTo: 'Who may have one',
  everyone: 'Every Member',
  posts: 'Only holders of certain posts',
  postsLegend: 'Which posts',
  method: 'How places are given',
  methodHint:
    'In this order. A ballot always decides between Members who are otherwise equal. Needs in Members’ plans cannot be weighed until there are plans.',
  neededFor: 'Posts that need it most',
  mandatoryToo: 'Members for whom this session is mandatory count as needing it most, whatever is ticked here.',
  closesOn: 'Last day to express interest',
  closesAt: 'Until',
  dayWrong: 'Choose a day.',
  timeWrong: 'Choose a time.',
  save: 'Save',
  saved: 'Saved.',
  notLimited: 'Nobody has said that the places are limited.',
  drop: 'Places are not limited after all',
  fixed:
    'The bulletin has told Members who may have a place and how places are given, so those stand. The closing can be put later until it has passed, and the number of places can change.',
  fixedForNobody:
    'The bulletin has told Members who may have a place and how places are given, so those stand. Nobody is interested, so the closing can still be put later, and the number of places can change.',
  fixedByClosing: 'The closing has passed and Members are interested, so it stands. The number of places can change until the draw.',
  fixedByDraw: 'The draw is made and stands. There can be more places, and they go down the same list.',
  unreachable: 'We cannot tell whether that reached us. Look again before you try again.',
  putRight: 'Something needs putting right. It is said beside it.',
  draw: 'Make the draw',
  members: 'Members',
  closedForNobody: 'Closed: nobody is interested',
  noNames: 'Nobody sees who is interested until the draw is made.',
  gaveUp: 'Put down as given up',
  gaveUpSaved: 'Saved. We email them.',
  isSureGaveUp: (name: string) => `Has ${name} given up? We email them, and it cannot be taken back.`,
  sureGaveUp: (name: string) => `Yes, ${name} has given up`,
  gaveUpHint: 'If you write down that a Member has given up, we email them, so that a mistake comes to light. It cannot be taken back.',
  cancel: 'Go back',
  record: 'What was done',
  busy: 'One moment…',
  methodInFull: (method: string) => `Chosen: ${method.charAt(0).toLowerCase()}${method.slice(1)}.`,
  methods: {
    'role-need.not-had-one.ballot': 'Need for a post, then those without a limited place this year, then a ballot',
    'not-had-one.role-need.ballot': 'Those without a limited place this year, then need for a post, then a ballot',
    'role-need.ballot': 'Need for a post, then a ballot',
    'not-had-one.ballot': 'Those without a limited place this year, then a ballot',
    ballot: 'A ballot alone',
  } as const satisfies Record<Method, string>,
}

export const faultWords = {
  'closes-too-soon': 'That has passed already. Choose a later day or time.',
  'closes-after-start': 'That is after it begins. Choose an earlier day or time.',
  'closes-earlier': 'Members have been told a later closing, so it cannot be put earlier.',
  'no-post-named': 'Tick at least one post.',
  'nobody-holds-it': 'Nobody holds one of these posts. Take it out, or check the register.',
  'nobody-needs-it': 'Tick at least one post that needs it most, or choose another method.',
  'ballot-last': 'A ballot comes last.',
  'criterion-twice': 'Each is weighed once.',
  'fixed-when-announced': 'Members have been told this, so it stands.',
  'fewer-when-drawn': 'After the draw there can be more places, not fewer.',
} as const satisfies Record<TermsFault['because'], string>

/** The one sentence that says what to do. */
export function standsWords(page: PlacesPage): string {
  const { offer, now, heldOut, nextIssueAt, next } = page
  if (!offer) return page.subject.kind === 'session' ? `${words.notLimited} Members then just answer the invitation.` : words.notLimited
  if (page.subject.isOff) return 'It is cancelled, postponed or taken out. Nobody can be given a place now.'
  if (closesTooLate(page)) return 'It now begins before the closing. Put the closing earlier.'
  if (offer.stage === 'not-announced' && heldOut)
    return `${heldWords(heldOut)} No bulletin opens these places before, and until then you can change anything.`
  if (offer.stage === 'not-announced') {
    const when = nextIssueAt ? `the bulletin of ${comingDay(nextIssueAt, now)}` : 'the next bulletin'
    const late = nextIssueAt && instant(nextIssueAt).epochMilliseconds >= instant(offer.closesAt).epochMilliseconds
    return late
      ? `It closes before ${when} leaves, so nobody would hear of it in time. Choose a later closing.`
      : `It opens with ${when}. Until then you can change anything.`
  }
  if (offer.stage === 'open') return `Open until ${closingInWords(instant(offer.closesAt))}. ${interestWords(offer.interested)}`
  if (offer.stage === 'closing')
    return `It has closed. ${interestWords(offer.interested)} You can make the draw from ${timeWords(offer.drawFrom)}.`
  if (offer.stage === 'closed')
    return offer.interested === 0
      ? 'It has closed and nobody is interested. You can put the closing later.'
      : `It has closed. ${interestWords(offer.interested)} Make the draw to see who would have a place. Nobody is told yet.`
  if (offer.stage === 'drawn') return 'The draw is made and stands. Nobody has a place, and nobody is told, until you confirm.'
  const held = page.members.filter(({ standing }) => standing?.kind === 'place').length
  const taken = `${held} of ${many(offer.places, 'place')} taken.`
  return next.length > 0 ? `${taken} ${many(next.length, 'Member')} on the reserve list can have one now, once you confirm.` : taken
}

function closesTooLate({ offer, subject }: PlacesPage): boolean {
  if (!offer || !subject.startsAt || subject.isOver || !['not-announced', 'open'].includes(offer.stage)) return false
  return isStranded({ closesAt: instant(offer.closesAt) }, instant(subject.startsAt))
}

function interestWords(interested: number): string {
  return interested === 1 ? '1 Member is interested.' : `${interested} Members are interested.`
}

/** What confirming does, with the count. */
export function confirmWords({ offer, next, members }: PlacesPage): string {
  if (offer?.stage === 'drawn') {
    const told = many(members.filter(isTold).length, 'Member')
    return next.length > 0 ? `Give ${many(next.length, 'place')} and write to ${told}` : `Nobody can have a place: write to ${told}`
  }
  const [first] = next
  return next.length === 1 && first ? `Give the place to ${first.name}` : `Give ${many(next.length, 'place')} to those next on the list`
}

/** Said once it is done: who is written to. Emails leave a few a minute. */
export function confirmedWords({ offer, next, members }: PlacesPage): string {
  const told = offer?.stage === 'drawn' ? members.filter(isTold).length : next.length
  return `Done. We are emailing ${many(told, 'Member')}.`
}

function isTold({ standing }: Row): boolean {
  return standing?.kind !== 'given-up' && !(standing?.kind === 'left-out' && standing.because === 'left-office')
}

export function rowWords(row: Row, stage: Offer['stage']): string {
  const [stands, why] = standingWords(row, stage)
  return why ? `${stands}. ${why}` : stands
}

/** Where a Member stands, and why where there is more to it. */
function standingWords({ standing }: Row, stage: Offer['stage']): readonly [stands: string, why: string] {
  if (!standing) return ['', '']
  if (standing.kind === 'left-out') return [standing.because === 'left-office' ? 'Has left office' : 'Holds none of the posts now', '']
  if (standing.kind === 'given-up') return ['Has given up', '']
  const why = placesWords.reason(standing.reason, 'they')
  if (standing.kind === 'reserve') return [`Reserve ${standing.position}`, why]
  return [stage === 'drawn' ? 'Would have a place' : 'Has a place', why]
}

/**
 * What came of the draw, as rows of a spreadsheet: who was interested, in the order drawn, and below it the draw as it is published. As on
 * the page, no ticket stands beside a name.
 */
export function placesTable({ offer, drawn, members }: PlacesPage): readonly (readonly (string | number)[])[] {
  if (!offer || !drawn) return []
  const line = (row: Row, index: number) => [row.ticket ? index + 1 : '', row.name, ...standingWords(row, offer.stage)]
  return [
    ['Order', 'Member', 'Where it stands', 'Why'],
    ...members.map(line),
    [],
    [ballotWords.mark, offer.seedMark],
    [ballotWords.seed, drawn.seed],
    ['Order', 'Ticket', ballotWords.number, 'Meets'],
    ...drawn.tickets.map(({ ticket, number, meets }, index) => [
      index + 1,
      ticket,
      number,
      meets.map((criterion) => ballotWords.meets[criterion]).join(', '),
    ]),
  ]
}

/** Everything with limited places, as rows of a spreadsheet. Until places are given, how many are taken is not said. */
export function listTable({ offers }: PlacesList): readonly (readonly (string | number)[])[] {
  return [
    ['What', 'Where it stands', 'Places', 'Interested', 'Taken', 'Closing'],
    ...offers.map((offer) => [
      offer.title,
      stageIn(offer),
      offer.places,
      offer.interested,
      offer.stage === 'allotted' ? offer.held : '',
      closingInWords(instant(offer.closesAt)),
    ]),
  ]
}

export function recordWords(page: PlacesPage): readonly string[] {
  const { offer, drawn, confirmed, now } = page
  return [
    ...(offer ? [`Set by ${offer.setBy} at ${asAtWords(offer.setAt, now)}.`] : []),
    ...(offer?.announcedAt ? [`Announced by the bulletin at ${asAtWords(offer.announcedAt, now)}.`] : []),
    ...(drawn ? [`Drawn by ${drawn.by} at ${asAtWords(drawn.at, now)}.`] : []),
    ...confirmed.map(({ at, by, given }) =>
      given.length === 0
        ? `${by} confirmed at ${asAtWords(at, now)} that nobody could have a place.`
        : `${by} gave ${many(given.length, 'place')} at ${asAtWords(at, now)}: ${given.join(', ')}.`,
    ),
  ]
}

type Listed = PlacesList['offers'][number]

export function listedWords(offer: Listed): string {
  const { stage, closesAt, interested, held, places } = offer
  const counted = stage === 'allotted' ? `${held} of ${many(places, 'place')} taken` : `${many(places, 'place')}, ${interested} interested`
  return `${stageIn(offer)}. ${counted}. Closing: ${closingInWords(instant(closesAt))}.`
}

function stageIn({ stage, interested }: Listed): string {
  return stage === 'closed' && interested === 0 ? words.closedForNobody : stageWords[stage]
}
