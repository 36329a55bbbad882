import { expect, test } from 'vitest'
import { chairing, moved } from '../../testing/member-fixtures.ts'
import { now } from '../../testing/people.ts'
import { marked, tellingAtFirst, tellingIn } from './telling.ts'
import { answerLine, groupName, otherRunName, otherRunWhen, placeWords } from './words.ts'

const plain = (text: string) => text.replaceAll('\u00A0', ' ')
const words = (...given: Parameters<typeof answerLine>) => plain(answerLine(...given).words)

test('C2.1 the three answers are told in Outlook’s words, and tentative honestly', () => {
  const told = (answer: 'accepted' | 'tentative' | 'declined') => words({ kind: 'told', answer }, chairing, now)
  expect(told('accepted')).toBe('You accepted. It is in your Outlook calendar. You can change your answer at any time.')
  expect(told('tentative')).toBe('You said tentative. A yes or no by Thursday at noon would help: tentative is not counted in the six.')
  expect(told('declined')).toBe('You declined. It is off your Outlook calendar and no reminders will come.')
})

test('C3.3 once the time for deciding is past, tentative names no deadline', () => {
  const late = { ...chairing, uptake: { ...chairing.uptake, decideBy: '2026-10-13T11:00:00Z' } }
  expect(words({ kind: 'told', answer: 'tentative' }, late, now)).toBe(
    'You said tentative. A yes or no would help: tentative is not counted in the six.',
  )
})

test.each([
  [0.5, 'tentative counts for less than a yes.'],
  [1, 'we then know how many to expect.'],
])('C3.3 where the council counts a tentative answer as %d, she is not told that it counts for nothing', (tentativeCounts, help) => {
  const weighed = { ...chairing, uptake: { ...chairing.uptake, tentativeCounts } }
  expect(words({ kind: 'told', answer: 'tentative' }, weighed, now)).toBe(
    `You said tentative. A yes or no by Thursday at noon would help: ${help}`,
  )
})

test('C1.21 after a move she is asked again, by what she had answered', () => {
  expect(words({ kind: 'none' }, moved, now)).toBe('This has moved. You accepted the old time. Still coming?')
  expect(words({ kind: 'none' }, { ...moved, answeredOldTime: 'declined' }, now)).toBe(
    'This has moved. You declined the old time. Can you come now?',
  )
})

test('an answer that waits is told with the time at which she gave it', () => {
  expect(words({ kind: 'waiting', answer: 'accepted', at: '2026-10-13T08:58:00Z' }, chairing, now)).toBe(
    'You accepted at 9:58am. We will tell Outlook as soon as we can reach it.',
  )
})

test('an answer that is not kept says so: for want of a signal, or because our records do not answer, and since when', () => {
  expect(words({ kind: 'unsent', answer: 'accepted' }, chairing, now)).toContain('No signal: it is sent as soon as there is one')
  const outage = { of: 'records', since: '2026-10-13T08:58:00Z', now } as const
  expect(words({ kind: 'unsent', answer: 'accepted', outage }, chairing, now)).toBe(
    'You accepted. It is not kept yet: our records have not answered since 9:58am. It is sent as soon as they do, while Quorate is open.',
  )
})

test('C2.1 an answer is settled when Outlook holds it, and not before', () => {
  const telling = { answer: 'accepted', at: now, state: 'telling' } as const
  expect(tellingIn({ ...chairing, telling }, 'accepted')).toBeUndefined()
  expect(tellingIn(chairing, 'accepted')).toBeUndefined() // Outlook’s copy has not come round yet
  expect(tellingIn({ ...chairing, response: 'accepted' }, 'accepted')).toEqual({ kind: 'told', answer: 'accepted' })
  expect(tellingIn({ ...chairing, telling: { ...telling, state: 'refused' } }, 'accepted')).toEqual({ kind: 'refused', answer: 'accepted' })
  expect(tellingIn({ ...chairing, telling: { ...telling, state: 'waiting' } }, 'accepted')).toEqual({
    kind: 'waiting',
    answer: 'accepted',
    at: now,
  })
})

test('news of an earlier answer does not settle a later one', () => {
  const telling = { answer: 'declined', at: now, state: 'refused' } as const
  expect(tellingIn({ ...chairing, telling }, 'accepted')).toBeUndefined()
})

test('the pressed mark is the answer under way, else the one in Outlook; a refused one takes its mark back', () => {
  expect(marked({ kind: 'telling', answer: 'declined' }, 'accepted')).toBe('declined')
  expect(marked({ kind: 'refused', answer: 'declined' }, 'accepted')).toBe('accepted')
  expect(marked({ kind: 'refused', answer: 'declined' }, 'none')).toBeUndefined()
  expect(marked(tellingAtFirst(chairing), 'none')).toBeUndefined()
})

test('where it is says how one can be there', () => {
  expect(placeWords({ delivery: 'hybrid', place: 'Room 1' })).toBe('Room 1, or online')
  expect(placeWords({ delivery: 'online', place: 'https://example.invalid' })).toBe('Online')
  expect(placeWords({ delivery: 'in-person' })).toBeUndefined()
})

test('C14.4 the other run is named by when and how, and names are plain out of context', () => {
  const [run] = chairing.otherRuns
  expect(run && plain(`${otherRunName(run)}: ${otherRunWhen(run, now)}`)).toBe('Same course online: Tuesday 27 October, 12:30pm to 2pm')
  expect(plain(groupName(chairing, now))).toBe('Your answer to Chairing a difficult meeting, Thursday 22 October')
})
