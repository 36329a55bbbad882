import type { CheckedIn } from '../../../api/contracts/attendance.ts'
import { timeWords } from '../words-of-time.ts'

export const words = {
  label: 'The code on the screen in the room',
  hint: 'Six figures. It changes each minute.',
  button: 'Check in',
  needed: 'Type the six figures that are on the screen.',
  unreachable: 'We could not reach Quorate, and you are not checked in. Try again, or give your name to whoever keeps the register.',
}

export function checkedInWords({ title, at, already, walkIn, recorded }: CheckedIn): string {
  if (already) return `It was recorded at ${timeWords(at)} that you attended${recorded === 'online' ? ' online' : ''}: ${title}.`
  return walkIn ? `You are checked in: ${title}. You had not accepted, and it counts all the same.` : `You are checked in: ${title}.`
}
