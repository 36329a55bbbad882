import type { AttentionRow } from '../../../api/contracts/attention.ts'
import { byWords, dayWords, isBeforeInstant } from '../../ui/words-of-time.ts'
import type { RowWords } from './words.ts'

type Row = Extract<AttentionRow, { kind: 'bulletin-unreleased' | 'bulletin-lapsed' }>

const because = {
  'not-released': 'Nobody released it in time. What stood in it goes into the next one: release that in good time.',
  'too-late': 'Quorate could not send it in time. What stood in it goes into the next one.',
} as const

/** C4.2: nothing of it is sent to anybody before an officer releases it. */
export function bulletinRow(row: Row, now: string): RowWords {
  const on = dayWords(row.dueAt, now)
  const shared = {
    key: `${row.kind}-${row.issueId}`,
    icon: 'bulletin',
    act: { words: 'See the bulletin', to: { page: 'bulletin' } },
  } as const
  if (row.kind === 'bulletin-lapsed') {
    return {
      ...shared,
      claim: `The bulletin of ${on} was not sent`,
      why: because[row.because],
    }
  }
  const until = byWords(row.lapsesAt, now)
  const isLate = !isBeforeInstant(now, row.dueAt)
  return {
    ...shared,
    claim: `The bulletin of ${on} is not released`,
    why: isLate
      ? `It leaves as soon as you release it. After ${until} it is not sent any more.`
      : `Nobody gets it until you release it. After ${until} it is not sent any more.`,
    when: `${isLate ? 'Was due by' : 'By'} ${byWords(row.dueAt, now)}`,
  }
}
