import { expect, test } from 'vitest'
import { brief, withoutAims } from '../../testing/brief-scenes.ts'
import { givenWords, leadWords, mailOf, presenterWords, textOf } from './words.ts'

test('C1.11 as text it begins with the aims, after what it is about, and ends with whom to ring', () => {
  const parts = textOf(brief).split('\n\n')
  expect(parts[0]).toBe(
    'Presenter’s brief: Planning: making sound decisions\nThursday 15 October 2026, 10am to 12:30pm'.replace(
      '15 October',
      '15\u00a0October',
    ),
  )
  expect(parts[1]).toBe(
    'Aims and objectives\nPlease begin the session by saying what it is for: its aims and objectives are these.\nTo decide an application on planning grounds alone.\nTo give reasons that stand up on appeal.',
  )
  expect(parts.at(-1)).toContain('Whom to ring: Priya Shah')
  expect(textOf(withoutAims).split('\n\n')[1]).toContain('Nobody has put down yet what this session is for')
  expect(leadWords(brief)).toContain('Planning: making sound decisions. Thursday')
})

test('C1.11 an email to the presenter holds the brief whole, and one that would be cut holds none of it', () => {
  const { href, isWhole } = mailOf(brief)
  expect(href).toContain('mailto:training@farrowlyle.example?subject=Presenter%E2%80%99s%20brief')
  expect(isWhole).toBe(href.includes('&body='))
  const short = mailOf({ ...brief, sections: [], closing: ['Ring us.'] })
  expect(short.isWhole).toBe(true)
  expect(decodeURIComponent(short.href)).toContain('To give reasons that stand up on appeal.')
  const long = mailOf({ ...brief, aims: ['To listen. '.repeat(200)] })
  expect(long.isWhole).toBe(false)
  expect(long.href).not.toContain('body=')
  expect(mailOf({ ...brief, presenters: [{ name: 'X', address: 'a&cc=b@elsewhere.example' }] }).href).not.toContain('&cc=')
})

test('C1.11 it says who is from outside, and who gave it when, by when it is asked for, or that it has changed', () => {
  expect(presenterWords(brief)).toBe('From outside, on the invitation: Farrow Lyle Planning (training@farrowlyle.example).')
  expect(presenterWords({ presenters: [] })).toContain('Nobody from outside')
  const given = { at: '2026-10-12T10:00:00Z', by: 'Hannah Brightwell', changed: false }
  expect(givenWords({ ...brief, given })).toMatchObject({
    icon: 'done',
    words: 'Hannah Brightwell gave it to the presenter at 11am yesterday.',
  })
  expect(givenWords({ ...brief, given: { ...given, changed: true } })).toMatchObject({ icon: 'danger' })
  expect(givenWords(brief).words).toContain('Needs attention asks for it, or for what it still lacks')
  expect(givenWords({ ...brief, dueAt: '2026-10-20T08:00:00Z' }).words).toContain('from Tuesday')
  const { dueAt: _none, ...unasked } = brief
  expect(givenWords(unasked).words).toBe('Nobody has said that it was given.')
})
