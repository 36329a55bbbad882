import express, { Router, type Request } from 'express'
import { z } from 'zod'
import type { Person, SandboxContext, Service, Verify } from '../service.ts'
import { strikes } from '../strike.ts'
import { issuer } from './claims.ts'
import { instances, openIdConfiguration } from './discovery.ts'
import { asItself, asPerson, clientOf, member, type Granting } from './grants.ts'
import { Refused, refusalBody } from './refusal.ts'
import { clients, homeTenantId } from './registrations.ts'
import { tokenFor, type SignIn } from './sign-in.ts'
import type { SigningKeys } from './signing-keys.ts'
import { createVerify } from './verify.ts'

export type Entra = Service & {
  readonly verify: Verify
  /** A token for a person as Teams or Outlook would hold it. */
  tokenFor(person: Person, signIn: SignIn): Promise<string>
}

const formSchema = z.record(z.string(), z.string())

/** The sign-in service: discovery, keys and tokens. Its times are real ones, whatever the shared clock says. */
export function createEntra(context: SandboxContext, keys: SigningKeys): Entra {
  const councilTenantId = tenantOf(context)
  const tenants = [homeTenantId, councilTenantId]
  const granting: Granting = { keys, people: context.people, councilTenantId }
  const base = () => context.addresses().entra

  const router = Router({ caseSensitive: false })
  router.use(strikes(context.faults, 'entra'))
  router.get('/common/discovery/instance', (_request, response) => void response.json(instances(base(), councilTenantId)))
  router.get(['/:tenant/v2.0/.well-known/openid-configuration', '/:tenant/.well-known/openid-configuration'], (request, response) => {
    const version = request.path.includes('/v2.0/') ? 'v2' : 'v1'
    return answer(request, response, () => openIdConfiguration(base(), knownTenant(request, tenants), version))
  })
  router.get(['/:tenant/discovery/v2.0/keys', '/:tenant/discovery/keys'], (request, response) =>
    answer(request, response, () => ({ keys: keys.published({ issuer: issuer.v2(knownTenant(request, tenants)) }) })),
  )
  router.post('/:tenant/oauth2/v2.0/token', express.urlencoded({ extended: false, limit: '64kb' }), (request, response) =>
    answer(request, response, () => grant(granting, tenants, request)),
  )
  return {
    router,
    verify: createVerify(keys, tenants),
    tokenFor: (person, signIn) => tokenFor(keys, person, councilTenantId, signIn),
  }
}

export function tenantOf({ world }: SandboxContext): string {
  if (!world.council.tenantId) throw new Error('A world has its tenant filled in when it is read')
  return world.council.tenantId
}

function knownTenant(request: Request, tenants: readonly string[]): string {
  const tenant = String(request.params['tenant']).toLowerCase()
  if (!tenants.includes(tenant)) throw new Refused(90002, tenant)
  return tenant
}

/** Query members and unknown form members are ignored, as Entra does. */
async function grant(granting: Granting, tenants: readonly string[], request: Request): Promise<object> {
  const tenantId = knownTenant(request, tenants)
  const form = formSchema.safeParse(request.body ?? {}).data ?? {}
  const type = member(form, 'grant_type')
  const client = clientOf(clients, granting.councilTenantId, { tenantId, form }, request.headers.authorization)
  switch (type) {
    case 'client_credentials':
      return asItself(granting, { tenantId, client, form })
    case 'urn:ietf:params:oauth:grant-type:jwt-bearer':
      return asPerson(granting, { tenantId, client, form })
    default:
      throw new Refused(70003, type)
  }
}

async function answer(request: Request, response: express.Response, make: () => object | Promise<object>): Promise<void> {
  try {
    response.set('Cache-Control', 'no-store').json(await make())
  } catch (cause) {
    if (!(cause instanceof Refused)) throw cause
    const correlation = request.query['client-request-id'] ?? formSchema.safeParse(request.body).data?.['client-request-id']
    const { status, body } = refusalBody(cause, typeof correlation === 'string' ? correlation : undefined)
    response.status(status).json(body)
  }
}
