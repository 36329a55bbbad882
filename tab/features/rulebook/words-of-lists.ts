/** For the lists of the rulebook: rooms, partners, reasons. `one` is "a room", `noun` is "rooms". */
export const listWords = {
  open: 'Open the list',
  close: 'Close the list',
  none: 'None yet.',
  add: (one: string) => `Add ${one}`,
  allThere: 'All that there are stand here.',
  another: (one: string) => `New: ${one}`,
  change: 'Change',
  remove: 'Take away',
  putBack: 'Put back',
  asItWas: 'Back to how it was',
  done: 'Done',
  up: 'Move up',
  down: 'Move down',
  of: (act: string, name: string) => `${act}: ${name}`,
  isAdded: 'new',
  isChanged: 'changed',
  gone: (name: string) => `“${name}” is taken away.`,
  back: (name: string) => `“${name}” stands here again.`,
  isAsItWas: (name: string) => `“${name}” is as it was.`,
  moved: (name: string, place: number, of: number) => `“${name}” is now number ${place} of ${of}.`,
}

const mostNamed = 5

/** "In-person training, Hybrid training, Workshop, Visit, Coaching and 12 more". */
export function listLine(names: readonly string[]): string {
  if (names.length === 0) return listWords.none
  const more = names.length - mostNamed
  return `${names.slice(0, mostNamed).join(', ')}${more > 0 ? ` and ${more} more` : ''}`
}

/** "rooms" as a heading. */
export function listHeading(noun: string): string {
  return `${noun.charAt(0).toUpperCase()}${noun.slice(1)}`
}
