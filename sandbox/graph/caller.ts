import { microsoftClients, resources } from '../entra/registrations.ts'
import type { Verify } from '../service.ts'
import type { Caller } from './call.ts'

/** Graph goes by this id too in tokens. */
const graphAppId = '00000003-0000-0000-c000-000000000000'

/** Who calls, by a token that is meant for Graph and for this council's tenant; undefined for every other. */
export function callerFrom(verify: Verify, councilTenantId: string): (authorization: string | undefined) => Promise<Caller | undefined> {
  return async (authorization) => {
    const read = await verify(authorization)
    if (!read.ok) return undefined
    const { kind, audience, tenantId, appId, objectId, scopes, roles } = read.claims
    if (audience !== resources.graph && audience !== graphAppId) return undefined
    if (tenantId !== councilTenantId) return undefined
    if (kind === 'app') return { kind, appId, tenantId, roles }
    return { kind: 'user', oid: objectId, tenantId, scp: scopes, ...(appId !== microsoftClients.outlook && { appId }) }
  }
}
