const members = (count: number) => (count === 1 ? '1 Member' : `${count} Members`)

export const nextUpWords = {
  weekBefore: (count: number) => `week-before reminders to ${members(count)}`,
  morningOf: (count: number) => `morning reminders to ${members(count)}`,
  nudge: (count: number) => `${members(count)} asked for an answer`,
  review: (title: string) => `the count for ${title} is reviewed`,
  escalation: (title: string) => `officers are reminded to decide about ${title}`,
  unconfirmed: 'unconfirmed texts go on the phone list',
}
