import { expect, test } from 'vitest'
import { ok, refused } from '../../../domain/kernel/result.ts'
import { aPersonId } from '../../../domain/testing/builders.ts'
import { Unavailable } from '../../ports/unavailable.ts'
import type { Tokens } from '../entra/tokens.ts'
import type { Graph } from './client.ts'
import { graphSource } from './source.ts'

/** The token with which an answer is given for a Member, whose own sign-in is at hand or is not. */
async function tokenFor(signIn: string | undefined, onBehalfOf: Tokens['onBehalfOf']) {
  const source = graphSource({
    graph: {} as Graph,
    tenant: 't',
    tokens: { appToken: async () => ok('of the service'), onBehalfOf },
    held: { keep: () => undefined, find: () => signIn },
    clock: { mono: () => 0, sleep: async () => undefined },
  })
  return source.asPerson(aPersonId(1))({ fresh: false })
}

test('C2.1 an answer is given as the Member whose sign-in is at hand', async () => {
  expect(await tokenFor('sign-in', async () => ok('of the Member'))).toEqual(ok('of the Member'))
})

test.each([
  ['there is no sign-in at hand', undefined, () => Promise.reject(new TypeError('asked without a sign-in'))],
  ['Entra refuses', 'sign-in', async () => refused({ kind: 'consent-missing' } as const)],
  ['Entra is silent', 'sign-in', () => Promise.reject(new Unavailable('entra', 'no token was given'))],
])('C2.1 where %s, the service gives it by its own permission', async (_, signIn, onBehalfOf) => {
  expect(await tokenFor(signIn, onBehalfOf)).toEqual(ok('of the service'))
})
