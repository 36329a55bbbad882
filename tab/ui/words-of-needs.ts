import type { Deadline } from '../../api/contracts/decisions.ts'
import { inLondon } from '../../domain/kernel/london.ts'
import { day } from '../../domain/kernel/time.ts'
import { dayWords } from './words-of-time.ts'

/** By when somebody must have attended: "before Planning Committee on Wednesday 21 October". Empty where there is no date. */
export function deadlineWords(deadline: Deadline, now: string, before = ''): string {
  switch (deadline.kind) {
    case 'meeting':
      return `${before}before ${deadline.committee} on ${dayWords(deadline.at, now)}`
    case 'sitting':
      return `${before}before they sit on ${deadline.committee}`
    case 'day':
      return `${before}by ${dayWords(String(inLondon(day(deadline.on), '12:00')), now)}`
    case 'none':
      break
  }
  return ''
}
