import { expect, test } from 'vitest'
import { aMember } from '../../domain/testing/builders.ts'
import { officesHeld } from './read-details.ts'

test('X27 each office that is held is offered once, and a seat on a committee is none', () => {
  const posts = ['Chair, Planning Committee', 'Chair, Licensing Committee', 'Member, Planning Committee', 'Substitute, Audit Committee']
  const other = ['Substitute Member (Appeals Committee)', 'Member of Council', 'Cabinet Member, Housing', 'Leader of the Council']
  expect(officesHeld([aMember(1, { posts }), aMember(2, { posts: other }), aMember(3)])).toEqual(['Cabinet Member', 'Chair', 'Leader'])
})
