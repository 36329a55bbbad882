/** What Outlook shows before an invitation leaves. At most 500 characters, and 20 on the button. */
export const words = {
  lookFirst: 'Look at it first',
  before: 'Before you send: ',
  noAim: 'You have not said what Members will be able to do afterwards. They see it first.',
  nobody: 'Nobody is invited yet.',
  asItIs: 'You can send it as it is.',
  held: 'Your council’s rules ask for this to be put right before it is sent.',
} as const

export const mostCharacters = 500

/** As many whole lines as there is room for: the gravest come first. */
export function messageOf(lines: readonly string[], hold: boolean): string {
  const end = ` ${hold ? words.held : words.asItIs}`
  let message: string = words.before
  for (const line of lines) {
    const more = message === words.before ? message + line : `${message} ${line}`
    if (more.length + end.length > mostCharacters) break
    message = more
  }
  return (message === words.before ? words.before + cut(lines[0] || '', mostCharacters - end.length - words.before.length) : message) + end
}

function cut(line: string, room: number): string {
  return line.length <= room ? line : `${line.slice(0, room - 1)}…`
}
