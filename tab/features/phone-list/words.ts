import type { PhoneList } from '../../../api/contracts/attention.ts'
import { asAtWords, comingDay, timeWords } from '../../ui/words-of-time.ts'
import { counted } from '../../ui/words-of-number.ts'

export type Entry = PhoneList['entries'][number]
export type Outcome = Entry['calls'][number]['outcome']

export const words = {
  loadingTitle: 'Phone list',
  trail: 'Phone list',
  say: 'Say:',
  ring: 'Ring',
  noNumber: 'The register has no number for this Member. Try their political group or assistant, or a letter to their door.',
  undo: 'Undo',
  notKnown: 'We could not reach Quorate, and do not know whether that was recorded. Look at the list before you press again.',
  allReached: 'Everyone has been reached',
  /** A text on its way may yet fail, and put its Member on the list. */
  noneNow: 'Nobody to ring now',
  nobody: 'Nobody has to be rung about this session.',
}

export const outcomeButton = { told: 'Told', 'left-message': 'Left message', 'no-reply': 'No reply' } as const satisfies Record<
  Outcome,
  string
>
export const outcomes = ['told', 'left-message', 'no-reply'] as const

/** Heading counts those still to reach. */
export function headingWords(list: PhoneList): string {
  const left = list.entries.filter(({ reached }) => !reached).length
  if (left > 0) return `${counted(left, 'Member')} still to ring`
  if (list.entries.length === 0) return 'Phone list'
  return list.onTheirWay > 0 ? words.noneNow : words.allReached
}

export function leadWords({ startsAt, cancelledAt, entries, delivered, onTheirWay, now }: PhoneList): string {
  const day = comingDay(startsAt, now)
  const session = `${day.charAt(0).toUpperCase()}${day.slice(1)}’s ${timeWords(startsAt, 'midday')} session`
  const cancelled = cancelledAt ? ` was cancelled at ${asAtWords(cancelledAt, now)}.` : '.'
  const rung = entries.filter(({ reached, calls }) => reached && calls.length > 0).length
  const texts = [
    delivered > 0 && `${counted(delivered, 'text')} delivered`,
    onTheirWay > 0 && `${onTheirWay} on their way`,
    rung > 0 && `${counted(rung, 'Member')} rung`,
  ].filter(Boolean)
  return `${session}${cancelled}${texts.length > 0 ? ` ${texts.join(', ')}.` : ''}`
}

const whys = {
  'no-mobile': 'No mobile number',
  'texts-off': 'Texts turned off',
  'bad-number': 'The number is not a mobile',
  'text-failed': 'Text not delivered',
  unconfirmed: 'Text not confirmed',
} as const

const hads = { accepted: 'Had accepted', tentative: 'Was tentative', declined: 'Had declined', none: 'Had not answered' } as const

/** Why they are on the list, and what they had answered. */
export function whyWords({ because, had }: Entry): string {
  return `${whys[because]}. ${hads[had]}`
}

/** "No reply at 3:10pm, you". */
export function callWords(call: Entry['calls'][number], now: string, me: string): string {
  return `${outcomeButton[call.outcome]} at ${asAtWords(call.at, now)}, ${call.by === me ? 'you' : call.by}`
}

/** "Told at 2:40pm by Desmond Achterly", or that the text arrived after all. */
export function reachedWords({ calls }: Entry, now: string, me: string): string {
  const told = calls.findLast(({ outcome }) => outcome === 'told')
  if (!told) return 'Reached: the text was delivered after all'
  return `Told at ${asAtWords(told.at, now)} by ${told.by === me ? 'you' : told.by}`
}

/** Those still to reach first; otherwise as they come. */
export function inOrder(entries: readonly Entry[]): readonly Entry[] {
  return [...entries.filter(({ reached }) => !reached), ...entries.filter(({ reached }) => reached)]
}
