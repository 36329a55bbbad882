import type { ChaseByName } from '../../../api/contracts/chasing.ts'
import { counted, listed } from '../../ui/words-of-number.ts'

export const words = {
  heading: 'Chase those who have not answered',
  how: 'Each gets one message in Teams, or an email where Teams does not reach them. Nothing is decided by it.',
  showThem: 'Show who would be asked',
  hideThem: 'Hide who would be asked',
  noAnswer: 'No answer',
  tentative: 'Tentative',
  chase: (many: number) => (many > 0 ? `Chase ${counted(many, 'Member')}` : 'Chase them'),
  sure: (many: number) => `${counted(many, 'Member')} would be asked now. A message that has left cannot be called back.`,
  yes: 'Yes, ask them',
  no: 'No, not now',
  waits: 'Asking waits until Quorate answers.',
}

const reasons = {
  postponed: 'It is postponed. Everyone is asked again when you move it to its new date in Outlook.',
  untagged: 'It is no longer marked as training in Outlook. Mark it there again first.',
  'nobody-to-ask': 'Nobody is left to ask: every Member invited has accepted or declined.',
  'all-spared': 'Nobody can be asked now: all who might still come have had as many messages this week as the council allows.',
} as const satisfies Record<NonNullable<ChaseByName['cannot']>, string>

export function cannotChaseWords({ cannot, perWeek }: ChaseByName): string | undefined {
  if (cannot === 'all-spared' && perWeek === 0) return 'The council’s rules allow no such messages.'
  return cannot && reasons[cannot]
}

/** "27 Members would be asked: 25 have not answered and 2 said tentative." */
export function whoWords({ toAsk }: ChaseByName): string {
  const tentative = toAsk.filter(({ response }) => response === 'tentative').length
  const none = toAsk.length - tentative
  const parts = [
    ...(none > 0 ? [`${none} ${none === 1 ? 'has' : 'have'} not answered`] : []),
    ...(tentative > 0 ? [`${tentative} said tentative`] : []),
  ]
  return `${counted(toAsk.length, 'Member')} would be asked: ${parts.join(' and ')}.`
}

/** By name, so that an officer can ring those whom the week's cap leaves out. */
export function leftOutWords({ leftOut, perWeek }: ChaseByName): string | undefined {
  if (leftOut.length === 0 || perWeek === 0) return undefined
  const have = leftOut.length === 1 ? 'has' : 'have'
  return `Left out: ${listed(leftOut, 8)}, who ${have} had ${counted(perWeek, 'message')} this week. The council allows no more.`
}

export function askedWords({ asked, spared }: { readonly asked: number; readonly spared: number }): string {
  const left = spared > 0 ? ` ${counted(spared, 'Member')} left out.` : ''
  return `${counted(asked, 'Member')} asked.${left} Their answers appear above as they come.`
}
