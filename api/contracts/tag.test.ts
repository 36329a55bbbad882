import { describe, expect, test } from 'vitest'
import { charactersOf, mostCharacters, tagIn, tagInProperty, tagText, type Tag } from './tag.ts'

const tag: Tag = { v: 1, rev: 'abcd1234', kind: 'in-person-training', details: { aims: 'Chair a meeting that has got loud', costs: [] } }
const property = (value: unknown) => JSON.stringify({ quorate: value })

describe('C1.5 what the add-in writes into an appointment', () => {
  test('is read back as it was written, alone or among what else stands there', () => {
    expect(tagIn(tagText(tag))).toEqual({ kind: 'tag', tag })
    expect(tagInProperty(property(tagText(tag)))).toEqual({ kind: 'tag', tag })
    expect(tagInProperty(JSON.stringify({ other: 1, quorate: tag }))).toEqual({ kind: 'tag', tag })
  })

  test.each([undefined, null, ''])('is none where %j stands', (value) => {
    expect(tagIn(value)).toEqual({ kind: 'none' })
  })

  test('is none where the add-in has kept something else', () => {
    expect(tagInProperty('{"other":"thing"}')).toEqual({ kind: 'none' })
  })

  test.each([
    ['no JSON', 'course: chairing'],
    ['a list', '[]'],
    ['another version', tagText({ ...tag, v: 2 } as never)],
    ['a kind with a path in it', tagText({ ...tag, kind: '../../x' })],
    ['a field that nobody asks for', tagText({ ...tag, by: 'somebody' } as never)],
    ['a cost below nothing', tagText({ ...tag, details: { costs: [{ category: 'trainer', pence: -1, payable: { kind: 'committed' } }] } })],
    ['an audience of no kind', tagText({ ...tag, details: { costs: [], audience: { kind: 'everybody' } } } as never)],
    ['aims longer than the service keeps', tagText({ ...tag, details: { costs: [], aims: 'a'.repeat(2001) } })],
  ])('is unreadable as %s, and never half read', (_what, value) => {
    expect(tagIn(value)).toEqual({ kind: 'unreadable' })
    expect(tagInProperty(property(value))).toEqual({ kind: 'unreadable' })
  })

  test.each(['', 'null', '"text"', '[1]', '{'])('a property that is %j is unreadable', (text) => {
    expect(tagInProperty(text)).toEqual({ kind: 'unreadable' })
  })

  test('is read at 2,500 characters and unreadable at one more, which Outlook lets no add-in write', () => {
    const text = property(tagText(tag))
    expect(tagInProperty(text.padEnd(mostCharacters))).toEqual({ kind: 'tag', tag })
    expect(tagInProperty(text.padEnd(mostCharacters + 1))).toEqual({ kind: 'unreadable' })
  })

  test('is measured with all that Outlook keeps of it', () => {
    const empty = charactersOf({ ...tag, details: { aims: '', costs: [] } })
    const full = { ...tag, details: { aims: 'a'.repeat(mostCharacters - empty), costs: [] } }
    expect(charactersOf(full)).toBe(mostCharacters)
    expect(charactersOf({ ...full, details: { ...full.details, aims: `${full.details.aims}"` } })).toBe(mostCharacters + 4) // escaped twice
  })
})
