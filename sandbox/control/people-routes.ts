import type { Router } from 'express'
import { z } from 'zod'
import { accountOf } from '../connector/accounts.ts'
import { flaws } from '../entra/sign-in.ts'
import type { Running } from '../running.ts'
import type { Person } from '../service.ts'
import { answering, asked, knownPerson } from './asked.ts'

const tokenBody = z.strictObject({
  user: z.string(),
  audience: z.enum(['api', 'graph']).default('api'),
  /** What is to be wrong with the token, so that its refusal can be seen. */
  flaw: flaws.optional(),
})
const connectorBody = z.strictObject({ serviceUrl: z.url({ protocol: /^https?$/ }).max(500) })
const botBody = z.strictObject({ standing: z.enum(['installed', 'removed', 'blocked']) })
const rolesBody = z.strictObject({ roles: z.array(z.enum(['officer', 'administrator'])) })

/** Who there is, what their roles are, and signing in as any of them. */
export function addPeopleRoutes(router: Router, { services }: Running): void {
  router.get(
    '/people',
    answering(() => {
      const { people, world } = services().context
      return people.map((person) => described(person, memberOf(world.register.members, person.id)))
    }),
  )

  router.put(
    '/people/:person/roles',
    answering(({ body, params }) => {
      const { context } = services()
      const person = knownPerson(context.people, String(params['person']))
      context.giveRoles(person, asked(rolesBody, body).roles)
      return {}
    }),
  )

  router.put(
    '/people/:person/bot',
    answering(async ({ body, params }) => {
      const { context, connector } = services()
      await connector.stand(knownPerson(context.people, String(params['person'])), asked(botBody, body).standing)
      return {}
    }),
  )

  router.post(
    '/token',
    answering(async ({ body }) => {
      const { user, audience, flaw } = asked(tokenBody, body)
      const { context, entra } = services()
      return { token: await entra.tokenFor(knownPerson(context.people, user), { audience, ...(flaw && { flaw }) }) }
    }),
  )

  router.post(
    '/connector/token',
    answering(async ({ body }) => ({ token: await services().connector.tokenAt(asked(connectorBody, body).serviceUrl) })),
  )
}

function described(person: Person, member: object | undefined): object {
  const { roles = [], hasMailbox = true, hasBot = true } = person
  return { ...person, teamsId: accountOf(person).id, roles, hasMailbox, hasBot, ...(member && { member }) }
}

/** The latest entry of a person in the register, by when it began. */
function memberOf<Entry extends { person: string; from: string }>(entries: readonly Entry[], id: string): Entry | undefined {
  return entries
    .filter(({ person }) => person === id)
    .reduce<Entry | undefined>((latest, entry) => (latest && latest.from > entry.from ? latest : entry), undefined)
}
