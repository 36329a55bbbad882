import { z } from 'zod'

/** Graph's own ids of what the registration asks for (learn.microsoft.com/graph/permissions-reference). */
const graph = {
  appId: '00000003-0000-0000-c000-000000000000',
  Role: {
    'User.Read.All': 'df021288-bdef-4463-88db-98f22de89214',
    'GroupMember.Read.All': '98830695-27a2-44f7-8c18-0c3ebc9698f6',
    'Place.Read.All': '913b9306-0ce1-42b8-9137-6a7df690a760',
    'Application.Read.All': '9a5d68dd-52b0-4cc2-bd40-abcf44ac3a30',
    'OnlineMeetings.Read.All': 'c1684f21-1984-47fa-9d61-2dc8c296bb70',
    'OnlineMeetingArtifact.Read.All': 'df01ed3b-eb61-4eca-9965-6b3d789751b2',
  },
  Scope: { 'Calendars.ReadWrite': '1ec239c2-d7c9-4623-a91a-a9775856bb36' },
} as const

const manifest = z.looseObject({
  id: z.string(),
  appId: z.string(),
  api: z.looseObject({ preAuthorizedApplications: z.array(z.unknown()) }),
  requiredResourceAccess: z.array(
    z.strictObject({
      resourceAppId: z.literal('Microsoft Graph'),
      resourceAccess: z.array(z.strictObject({ id: z.string(), type: z.enum(['Role', 'Scope']) })),
    }),
  ),
})

/**
 * The registration as Graph's `PATCH /applications/{id}` takes it, from the manifest that the toolkit takes: that one has names where Graph wants
 * ids. In two steps, because an application can be let in beforehand only to a scope that is there already.
 */
export function registrationOf(filled: unknown): readonly [first: object, second: object] {
  const { id: _id, appId: _appId, api, requiredResourceAccess, ...rest } = manifest.parse(filled)
  const access = requiredResourceAccess.map(({ resourceAccess }) => ({
    resourceAppId: graph.appId,
    resourceAccess: resourceAccess.map(({ id, type }) => ({ id: idOf(id, type), type })),
  }))
  const whole = { ...rest, requiredResourceAccess: access }
  return [{ ...whole, api: { ...api, preAuthorizedApplications: [] } }, { api }]
}

function idOf(name: string, type: 'Role' | 'Scope'): string {
  const ids: Readonly<Record<string, string>> = graph[type]
  const id = ids[name]
  if (id === undefined) throw new RangeError(`the id of Graph's ${name} is not known here`)
  return id
}
