import type { HeldOut } from '../../api/contracts/shared.ts'

const outOf: Readonly<Record<HeldOut, string>> = {
  bulletin: 'the bulletin',
  'bulletin-and-programme': 'the bulletin and the year’s programme',
}

/** C1.9: out of what it is held, and until when. */
export function heldWords(from: HeldOut): string {
  return `Held out of ${outOf[from]} until it says what it is to achieve.`
}

export const heldAction = 'Say what it is to achieve'
