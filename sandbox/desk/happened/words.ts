export const happenedWords = {
  people: (count: number) => `${count} people`,
  head: 'What happened while the clock moved',
  range: (range: string) => `${range}, in order`,
  title: (lapse: string, seconds: number) => `${lapse} went by in ${seconds === 1 ? '1 second' : `${seconds} seconds`}`,
  visitTitle: 'Everything since you came',
  messages: (texts: number, mails: number, cards: number) => {
    const said = [counted(texts, 'text'), counted(mails, 'email'), counted(cards, 'card')].filter(Boolean)
    return said.length === 0 ? 'No message went out.' : `${said.join(', ')} went out.`
  },
  nothing: 'Nothing was due. The council slept.',
  close: 'Back to the desk',
  table: 'What happened, in order',
  when: 'When',
  what: 'What happened',
  open: 'Open',
  count: { text: 'text', mail: 'email', card: 'card', chat: 'message', answer: 'answer', invitation: 'invitation' } as Readonly<
    Record<string, string>
  >,
  see: (line: string) => `Open: ${line}`,
  show: 'Show',
  to: (names: string) => `to ${names}`,
  whose: 'Whose do you want to see?',
}

function counted(count: number, what: string): string {
  return count === 0 ? '' : `${count} ${what}${count === 1 ? '' : 's'}`
}

/** "14 texts"; "Show" for what cannot be counted. */
export function linkWords(kind: string, count: number): string {
  const what = happenedWords.count[kind]
  return what ? counted(count, what) : happenedWords.show
}
