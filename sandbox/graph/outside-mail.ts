import { Temporal } from 'temporal-polyfill'
import { serialOfUid } from './event-fields.ts'
import type { Letter } from './mailbox.ts'
import type { Store } from './store.ts'
import type { Milliseconds } from './times.ts'

/** The meeting that a letter to somebody outside asks them to, which no calendar here shows them. */
export type AskedTo = {
  readonly iCalUId: string
  readonly start: string
  readonly end: string
  readonly place: string
  readonly joinUrl?: string
  /** What they answered by mail; absent until they have. */
  readonly answer?: string
}

/** Undefined when the letter asks to nothing, or to what has been moved or cancelled since: an answer to that counts for nothing. */
export function askedTo(store: Store, { kind, meeting }: Letter, address: string): AskedTo | undefined {
  if (!meeting || (kind !== 'invitation' && kind !== 'update')) return undefined
  const organised = store.organised.get(meeting.uid)
  if (!organised || (meeting.on !== undefined && organised.missing.has(meeting.on))) return undefined
  const entry = (meeting.on !== undefined && organised.exceptions.get(meeting.on)) || organised
  if (entry.content.sequence !== meeting.content.sequence) return undefined
  const { start, end, locations, joinUrl } = meeting.content
  const response = entry.tally.get(store.book.keyOf(address))?.response
  return {
    iCalUId: meeting.on === undefined ? meeting.uid : store.ids.iCalUId(serialOfUid(meeting.uid), meeting.on),
    start: written(start),
    end: written(end),
    place: locations.map(({ displayName }) => (typeof displayName === 'string' ? displayName : '')).join('; '),
    ...(joinUrl !== undefined && { joinUrl }),
    ...(response !== undefined && response !== 'none' && response !== 'notResponded' && { answer: response }),
  }
}

/** Whether a later letter took this one back: the meeting is off, the whole of it or their day, or they are not asked to it any more. */
export function isTakenBack({ meeting }: Letter, later: readonly Letter[]): boolean {
  return later.some(({ kind, meeting: off }) => {
    const isOfTheSame = off?.uid === meeting?.uid && (off?.on === undefined || off.on === meeting?.on)
    return kind === 'cancellation' && isOfTheSame
  })
}

function written(at: Milliseconds): string {
  return Temporal.Instant.fromEpochMilliseconds(at).toString()
}
