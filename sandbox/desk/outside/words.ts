import type { Answer } from '../outlook/graph.ts'

export const outsideWords = {
  window: (name: string) => `Mail: ${name}`,
  hint: 'From outside: mail is all they have here',
  noMail: 'The council has written nothing to them yet. Invite them, send an invitation on to them, or share an event with partners.',
  noLonger: 'This meeting has since been moved or cancelled. Look for a newer mail.',
  answered: {
    accept: 'Accepted, by mail. The organiser has been told',
    tentativelyAccept: 'Answered tentatively, by mail. The organiser has been told',
    decline: 'Declined, by mail. The organiser has been told',
  } satisfies Record<Answer, string>,
}
