import type { CheckInCode } from '../../../api/contracts/attendance.ts'
import { asAtWords, timeWords } from '../../ui/words-of-time.ts'

export const words = {
  title: 'Check in',
  trail: 'Check-in code',
  how: 'Members: open Quorate in Teams, choose Check in, and type this code.',
  register: 'Open the register',
  trailRegister: 'Register',
}

/** "482 173": six digits are read out in two halves. */
export function halves(code: string): string {
  return `${code.slice(0, 3)} ${code.slice(3)}`
}

export function nextWords(seconds: number): string {
  return seconds === 1 ? 'A new code in 1 second' : `A new code in ${seconds} seconds`
}

export function hereWords(here: number): string {
  return here === 1 ? '1 Member is here' : `${here} Members are here`
}

export function closedWords({ state, startsAt, endsAt, now }: CheckInCode): string | undefined {
  switch (state.kind) {
    case 'open':
      return undefined
    case 'too-early':
      return `The code shows from ${asAtWords(state.opensAt, now)}, 15 minutes before the start at ${timeWords(startsAt, 'midday')}.`
    case 'over':
      return `The session ended at ${asAtWords(endsAt, now)}. The register can still be put right.`
    case 'cancelled':
      return 'This session was cancelled. There is nothing to check in to.'
    case 'postponed':
      return 'It was postponed. Members check in at its new time.'
    case 'untagged':
      return 'This is no longer marked as training in Outlook.'
    default:
      return 'This session has no check-in code. Its register is kept by officers.'
  }
}
