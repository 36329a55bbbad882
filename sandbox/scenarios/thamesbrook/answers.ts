import type { Answer, Session } from './sessions.ts'

export type Given = { readonly person: string; readonly answer: Answer; readonly at: string }

/** When people get round to their calendars, by London's clock. */
const waves = ['2026-09-11T08:40', '2026-09-17T12:10', '2026-09-25T17:30', '2026-10-02T09:05', '2026-10-07T19:20']

/**
 * Who answered what and when, so that the counts come out as the session says. Those the story names come first; the others are taken
 * in turn from a different place in the list for each session, so that nobody answers everything alike. Nothing is left to chance.
 */
export function answersTo(session: Session, number: number): readonly Given[] {
  const { counts, named, changedMind = [], to } = session
  const changed = changedMind.map(({ person }) => person)
  const free = rotated(
    to.people.filter((person) => named[person] === undefined && !changed.includes(person)),
    number * 7,
  )
  const first = (['accept', 'tentativelyAccept', 'decline'] as const).flatMap((answer) => {
    const already = Object.keys(named).filter((person) => named[person] === answer)
    const alreadyChanged = answer === 'decline' ? changed.length : 0
    const more = free.splice(0, counts[answer] - already.length - alreadyChanged)
    return [...already, ...more].map((person) => ({ person, answer }))
  })
  const possible = waves.filter((at) => at > session.invitedAt)
  const answered = [...first, ...changed.map((person) => ({ person, answer: 'accept' as const }))]
  return [
    ...answered.map((given, index) => ({ ...given, at: possible[index % possible.length] ?? session.invitedAt })),
    ...changedMind.map(({ person, at }) => ({ person, answer: 'decline' as const, at })),
  ]
}

function rotated<Value>(values: readonly Value[], by: number): Value[] {
  const from = by % Math.max(values.length, 1)
  return [...values.slice(from), ...values.slice(0, from)]
}
