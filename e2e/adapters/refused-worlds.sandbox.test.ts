import { afterAll, beforeAll, expect, test } from 'vitest'
import { startRig, type Rig } from '../support/rig.ts'
import { aWorld } from '../support/worlds.ts'

let rig: Rig
beforeAll(async () => {
  rig = await startRig(aWorld({ members: 1 }))
}, 60_000)
afterAll(() => rig.close())

const other = { ...aWorld({ members: 1 }), council: { id: 'other', name: 'Other', domain: 'other.example' } }

test.each([
  ['a preset that is none', { rulebook: { preset: 'camden' } }, 'rulebook.preset', /There is no preset "camden".*tower-hamlets.*harrow/],
  [
    'a setting that is none',
    { rulebook: { preset: 'tower-hamlets', settings: { minimum: { acceptd: 6 } } } },
    'rulebook.settings.minimum.acceptd',
    /./,
  ],
  ['a choice of somebody who is no Member', { preferences: [{ person: 'officer', texts: false }] }, 'preferences[0].person', /no Member/],
])('a world with %s is refused by the product with its place, and the council there is goes on', async (_what, change, path, words) => {
  const { desk } = await rig.addresses()
  const response = await fetch(`${desk}/sandbox/world`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ ...other, ...change }),
  })
  expect([response.status, await response.json()]).toMatchObject([422, { errors: [{ path, message: expect.stringMatching(words) }] }])
  expect(await rig.call('GET', '/sandbox/world')).toMatchObject({ council: { id: 'testing' } })
  expect((await rig.api('officer', 'GET', '/programme')).status).toBe(200)
})

test('every council whose document there is can be the one in the sandbox, by the name of its preset', async () => {
  const { desk } = await rig.addresses()
  for (const preset of ['brent', 'thurrock', 'havering', 'harrow']) {
    const response = await fetch(`${desk}/sandbox/world`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ ...other, rulebook: { preset, settings: { minimum: { members: 4 } } } }),
    })
    expect([preset, response.status, await response.text()]).toEqual([
      preset,
      expect.toSatisfy((status) => status < 300),
      expect.any(String),
    ])
    expect(await rig.call('GET', '/sandbox/world')).toMatchObject({ rulebook: { preset } })
    expect((await rig.api('officer', 'GET', '/programme')).status).toBe(200)
  }
}, 60_000)
