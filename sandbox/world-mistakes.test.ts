import { format, resolveConfig } from 'prettier'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { aWorld } from './testing/worlds.ts'
import { readWorld } from './world-mistakes.ts'
import { worldSchema } from './world.ts'

function mistakesIn(change: object): unknown {
  const read = readWorld({ ...aWorld(), ...change })
  return read.ok ? [] : read.mistakes
}

const { people, groups, register } = aWorld()

test('a world without mistakes is taken, with its tenant filled in', () => {
  const read = readWorld(aWorld())
  expect(read).toMatchObject({ ok: true, world: { council: { tenantId: expect.stringMatching(/^7e57/) } } })
})

test.each([
  ['ann.archer_2', true],
  ['-ann', false],
  ['ann archer', false],
  ['ann@riverton.example', false], // a list's members are ids of people and addresses of lists
])('the id %s is taken: %s', (id, taken) => {
  expect(mistakesIn({ people: [...people, { id, name: 'Ann', email: 'new@riverton.example' }] })).toHaveLength(taken ? 0 : 1)
})

test.each([
  [{ now: '1999-12-31T23:59:59Z' }, 'now'],
  [{ now: '2100-01-01T00:00:00Z' }, 'now'],
  [{ council: { ...aWorld().council, domain: 'no domain' } }, 'council.domain'],
])('a world with %j is refused at %s', (change, path) => {
  expect(mistakesIn(change)).toEqual([{ path, message: expect.any(String) }])
})

test('every mistake is named with its place, all at once', () => {
  expect(mistakesIn({ now: 'tomorrow', people: [{ id: 'a', name: 'A', email: 'not an address' }] })).toEqual([
    { path: 'now', message: expect.any(String) },
    { path: 'people[0].email', message: expect.any(String) },
  ])
})

test.each(['2026-09-10T09:00Z', '2026-09-10T09:00:00.5Z', '2026-09-10T10:00:00+01:00'])('%s is an instant', (now) => {
  expect(mistakesIn({ now })).toEqual([])
})

test('a field that nobody knows is refused by name', () => {
  expect(mistakesIn({ peple: [] })).toEqual([{ path: '', message: expect.stringContaining('peple') }])
})

test.each([
  ['a person twice', { people: [...people, { ...people[0], email: 'new@riverton.example' }] }, 'people[4].id'],
  ['an address twice', { people: [...people, { ...people[0], id: 'new' }] }, 'people[4].email'],
  ['a person with the address of a list', { rooms: [{ email: 'MEMBERS@riverton.example', name: 'Room' }] }, 'rooms[0].email'],
  [
    'an alias that is another person',
    { people: [{ ...people[0], aliases: [people[1]?.email] }, ...people.slice(1)] },
    'people[0].aliases[0]',
  ],
  ['a stranger in a list', { groups: [{ ...groups[0], members: ['nobody'] }] }, 'groups[0].members[0]'],
  ['a list in itself', { groups: [{ ...groups[0], members: [groups[0]?.email] }] }, 'groups[0].members[0]'],
  [
    'a stranger in the register',
    { register: { ...register, members: [{ person: 'x', kind: 'mayor', from: '2026-05-07' }] } },
    'register.members[0].person',
  ],
  [
    'a stranger in office',
    { register: { ...register, offices: [{ person: 'x', title: 'Chair', from: '2026-05-07' }] } },
    'register.offices[0].person',
  ],
  ['a stranger as delegate', { mailboxes: [{ email: 'm@riverton.example', name: 'M', delegates: ['x'] }] }, 'mailboxes[0].delegates[0]'],
  ['a stranger with preferences', { preferences: [{ person: 'x', texts: false }] }, 'preferences[0].person'],
  [
    'an office that ends before it begins',
    { register: { ...register, offices: [{ person: 'ann', title: 'Chair', from: '2026-05-07', to: '2026-05-06' }] } },
    'register.offices[0].to',
  ],
  [
    'a meeting at no time',
    { register: { ...register, committees: [{ name: 'Planning', meetings: [{ start: 'soon' }] }] } },
    'register.committees[0].meetings[0].start',
  ],
])('%s is a mistake with its place', (_what, change, path) => {
  expect(mistakesIn(change)).toEqual([{ path, message: expect.any(String) }])
})

test('the JSON schema that scripts read is the one the sandbox checks by', async () => {
  const file = `${import.meta.dirname}/world.schema.json`
  const options = { ...(await resolveConfig(file)), filepath: file }
  const schema = z.toJSONSchema(worldSchema, { io: 'input' })
  const { description, ...rest } = { description: 'Who and what exists in a council of the sandbox.', ...schema }
  await expect(await format(JSON.stringify({ description, ...rest }), options)).toMatchFileSnapshot(file)
})
