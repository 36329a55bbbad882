import type { Requirement } from '../../../api/contracts/requirements.ts'
import { day } from '../../../domain/kernel/time.ts'
import { dayInWords } from '../../../domain/kernel/words-of-time.ts'

export const words = {
  back: 'My training',
  notDone: 'Not done yet',
  none: 'Your council has made no training mandatory for you. What is coming is under My training.',
} as const

/** "Planning training, Thursday 28 May 2026: you were there." */
export function evidenceWords({ title, on }: Requirement['evidence'][number]): string {
  return `${title}, ${dayInWords(day(on), { year: true, keepTogether: true })}: you were there`
}
