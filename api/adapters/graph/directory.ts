import { z } from 'zod'
import { personId } from '../../../domain/kernel/ids.ts'
import type { Directory, DirectoryPerson, Places } from '../../ports/calendar.ts'
import { Unavailable } from '../../ports/unavailable.ts'
import { readBatch } from './batch.ts'
import { pageOf, parsed } from './codec.ts'
import { outage, type ReadVerdict } from './errors.ts'
import { quoted } from './paths.ts'
import type { GraphSource } from './source.ts'

export type DirectorySettings = {
  /** Our own registration: its app roles say who is an officer. */
  readonly clientId: string
  /** The council's mail domain: an address in it that the directory does not know is a dynamic list, not a stranger. */
  readonly ownDomain: string
  /** Values of the app roles in the registration. */
  readonly roles: Readonly<Record<string, 'officer' | 'administrator'>>
}

export const appRoles = { 'Quorate.Officer': 'officer', 'Quorate.Administrator': 'administrator' } as const

const userFields = 'id,displayName,mail,userPrincipalName,otherMails,proxyAddresses,mobilePhone,accountEnabled,userType'
const mostPages = 50

const userSchema = z.object({
  id: z.guid(),
  displayName: z.string().nullish(),
  mail: z.string().nullish(),
  userPrincipalName: z.string().nullish(),
  otherMails: z.array(z.string()).nullish(),
  proxyAddresses: z.array(z.string()).nullish(),
  mobilePhone: z.string().nullish(),
  accountEnabled: z.boolean().nullish(),
  userType: z.string().nullish(),
})
const groupSchema = z.object({ id: z.guid(), visibility: z.string().nullish() })
const principalSchema = z.object({ id: z.guid(), appRoles: z.array(z.object({ id: z.guid(), value: z.string().nullish() })).nullish() })
const assignmentSchema = z.object({ principalType: z.string(), principalId: z.guid(), appRoleId: z.guid() })

/** The council's directory: lists opened, people by address, and who holds our roles. */
export function createDirectory(source: GraphSource, settings: DirectorySettings): Directory {
  return {
    async membersOf(address, signal) {
      const group = await groupBy(source, address, signal)
      if (!group) return (await isOwnYetUnknown(source, settings, address, signal)) ? { kind: 'unresolvable' } : { kind: 'not-a-list' }
      const people = await peopleAt(source, `/groups/${group.id}/transitiveMembers/microsoft.graph.user`, signal)
      if (people === 'hidden') return { kind: 'unresolvable' }
      // Without the right to see it, a list whose members are hidden reads as empty.
      const isHidden = group.visibility?.toLowerCase() === 'hiddenmembership' && people.length === 0
      return isHidden ? { kind: 'unresolvable' } : { kind: 'people', people }
    },
    personBy: (address, signal) => personBy(source, address, signal),
    officers: (signal) => officers(source, settings, signal),
  }
}

/** How many is null, or nought, where no administrator has said. */
const roomSchema = z.object({ emailAddress: z.string().nullish(), capacity: z.int().nullish() })

/** The council's rooms as Exchange describes them. Needs `Place.Read.All`. */
export function createPlaces(source: GraphSource): Places {
  return {
    async rooms(signal) {
      const items = await allOrHidden(source, '/places/microsoft.graph.room?$top=100', signal)
      if (items === 'hidden') return 'closed'
      return items
        .map((item) => parsed(roomSchema, item))
        .flatMap(({ emailAddress, capacity }) =>
          emailAddress && capacity && capacity > 0 ? [{ address: emailAddress.toLowerCase(), capacity }] : [],
        )
    },
  }
}

async function groupBy(source: GraphSource, address: string, signal: AbortSignal): Promise<z.infer<typeof groupSchema> | undefined> {
  for (const filter of byAddress(address)) {
    const [found] = await all(source, `/groups?$filter=${filter}&$select=id,visibility&$top=5`, signal)
    if (found !== undefined) return parsed(groupSchema, found)
  }
  return undefined
}

function byAddress(address: string): readonly string[] {
  return [`mail%20eq%20${quoted(address)}`, `proxyAddresses/any(p:p%20eq%20${quoted(`smtp:${address}`)})`]
}

async function isOwnYetUnknown(
  source: GraphSource,
  { ownDomain }: DirectorySettings,
  address: string,
  signal: AbortSignal,
): Promise<boolean> {
  const isOwn = address.toLowerCase().endsWith(`@${ownDomain.toLowerCase()}`)
  return isOwn && (await personBy(source, address, signal)) === undefined
}

async function personBy(source: GraphSource, address: string, signal: AbortSignal): Promise<DirectoryPerson | undefined> {
  for (const filter of [...byAddress(address), `userPrincipalName%20eq%20${quoted(address)}`]) {
    const [found] = await all(source, `/users?$filter=${filter}&$select=${userFields}&$top=5`, signal)
    if (found !== undefined) return personOf(parsed(userSchema, found))
  }
  return undefined
}

async function peopleAt(source: GraphSource, path: string, signal: AbortSignal): Promise<readonly DirectoryPerson[] | 'hidden'> {
  const items = await allOrHidden(source, `${path}?$select=${userFields}&$top=999`, signal)
  return items === 'hidden' ? 'hidden' : items.map((item) => personOf(parsed(userSchema, item)))
}

function personOf(user: z.infer<typeof userSchema>): DirectoryPerson {
  const aliases = (user.proxyAddresses ?? []).flatMap((proxy) => (/^smtp:/i.test(proxy) ? [proxy.slice(5)] : []))
  const addresses = [user.mail, user.userPrincipalName, ...aliases, ...(user.otherMails ?? [])]
  const distinct = new Set(addresses.flatMap((address) => (address?.includes('@') ? [address.toLowerCase()] : [])))
  return {
    id: personId(user.id.toLowerCase()),
    name: user.displayName?.trim() || (user.mail ?? user.userPrincipalName ?? ''),
    addresses: [...distinct],
    ...(user.mobilePhone?.trim() ? { mobile: user.mobilePhone.trim() } : {}),
    enabled: user.accountEnabled !== false,
    guest: user.userType?.toLowerCase() === 'guest',
  }
}

/** Assigned people, and the direct members of assigned groups: Entra hands a role down no further (entra.md §2.2). */
async function officers(source: GraphSource, settings: DirectorySettings, signal: AbortSignal): ReturnType<Directory['officers']> {
  const principal = parsed(
    principalSchema,
    await one(source, `/servicePrincipals(appId='${settings.clientId}')?$select=id,appRoles`, signal),
  )
  const roleOf = new Map((principal.appRoles ?? []).map(({ id, value }) => [id, settings.roles[value ?? '']]))
  const items = await all(source, `/servicePrincipals/${principal.id}/appRoleAssignedTo?$top=999`, signal)
  const assignments = items.map((item) => parsed(assignmentSchema, item)).filter(({ appRoleId }) => roleOf.get(appRoleId))

  const people = await usersById(source, idsOf(assignments, 'user'), signal)
  const groups = new Map<string, readonly DirectoryPerson[]>()
  for (const id of idsOf(assignments, 'group')) {
    const members = await peopleAt(source, `/groups/${id}/members/microsoft.graph.user`, signal)
    groups.set(id, members === 'hidden' ? [] : members)
  }
  const held = assignments.flatMap(({ principalId, appRoleId }) => {
    const own = people.get(principalId)
    return [...(own ? [own] : []), ...(groups.get(principalId) ?? [])].map((person) => ({ person, role: roleOf.get(appRoleId) }))
  })
  return gathered(held)
}

function idsOf(assignments: readonly z.infer<typeof assignmentSchema>[], type: string): readonly string[] {
  return [...new Set(assignments.filter(({ principalType }) => principalType.toLowerCase() === type).map(({ principalId }) => principalId))]
}

function gathered(held: readonly { readonly person: DirectoryPerson; readonly role: 'officer' | 'administrator' | undefined }[]) {
  const byId = new Map<string, { person: DirectoryPerson; roles: ('officer' | 'administrator')[] }>()
  for (const { person, role } of held) {
    const kept = byId.get(person.id) ?? { person, roles: [] }
    if (role && !kept.roles.includes(role)) kept.roles.push(role)
    byId.set(person.id, kept)
  }
  return [...byId.values()].filter(({ person }) => person.enabled)
}

async function usersById(source: GraphSource, ids: readonly string[], signal: AbortSignal): Promise<ReadonlyMap<string, DirectoryPerson>> {
  const verdicts = await readBatch(source, { paths: ids.map((id) => `/users/${id}?$select=${userFields}`) }, signal)
  const people = new Map<string, DirectoryPerson>()
  for (const [index, verdict] of verdicts.entries()) {
    if (verdict.kind === 'read') people.set(ids[index] ?? '', personOf(parsed(userSchema, verdict.value)))
    else if (verdict.kind !== 'gone' && verdict.kind !== 'closed-to-us') throw outage(verdict)
  }
  return people
}

async function one({ graph, service }: GraphSource, path: string, signal: AbortSignal): Promise<unknown> {
  const verdict = await graph.read({ path, as: service, signal })
  if (verdict.kind !== 'read') throw outage(verdict)
  return verdict.value
}

async function all(source: GraphSource, path: string, signal: AbortSignal): Promise<readonly unknown[]> {
  const items = await allOrHidden(source, path, signal)
  if (items === 'hidden') throw outage(forbidden)
  return items
}
const forbidden: ReadVerdict = { kind: 'closed-to-us', because: 'not-allowed' }

async function allOrHidden({ graph, service }: GraphSource, first: string, signal: AbortSignal): Promise<readonly unknown[] | 'hidden'> {
  const items: unknown[] = []
  let path = first
  for (let pages = 0; pages < mostPages; pages += 1) {
    const verdict = await graph.read({ path, as: service, signal })
    if (verdict.kind === 'closed-to-us' && verdict.because === 'not-allowed') return 'hidden'
    if (verdict.kind !== 'read') throw outage(verdict)
    const page = pageOf(verdict.value)
    items.push(...page.value)
    if (!page.next) return items
    path = graph.ownPath(page.next)
  }
  throw new Unavailable('graph', 'a directory listing that does not end')
}
