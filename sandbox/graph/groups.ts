import { isGroup, type Found, type Group } from './address-book.ts'
import type { Call, Reply } from './call.ts'
import { directoryPage, refuseUnlessEventual } from './directory-page.ts'
import type { Source } from './matches.ts'
import { ownMember } from './own-member.ts'
import { chosen, readQuery, type Query } from './query.ts'
import { badRequest, noSuchResource } from './refusal.ts'
import { mayReadDirectory } from './rights.ts'
import { inDirectory, type Route } from './routes.ts'
import type { Store } from './store.ts'
import { showHiddenUser, showUser, userSource } from './users.ts'

const fields: Readonly<Record<string, (group: Group) => unknown>> = {
  id: ({ objectId }) => objectId,
  displayName: ({ name }) => name,
  description: () => null,
  mail: ({ address }) => address,
  mailEnabled: () => true,
  mailNickname: ({ address }) => address.split('@')[0],
  securityEnabled: () => false,
  groupTypes: ({ kind }) => (kind === 'microsoft365' ? ['Unified'] : []),
  proxyAddresses: ({ address }) => [`SMTP:${address}`],
  visibility: ({ kind }) => (kind === 'microsoft365' ? 'Private' : null),
}

export function groupRoutes(store: Store, base: () => string): Route[] {
  /** A dynamic distribution list is Exchange's alone: the directory does not know it. */
  const known = store.book.groups.filter(({ kind }) => kind !== 'dynamic')

  function group(id: string): Group {
    const found = known.find(({ objectId }) => objectId === id.toLowerCase())
    if (!found) throw noSuchResource(id)
    return found
  }

  function listed(call: Call, members: readonly Found[], onlyUsers: boolean): Reply {
    const asked = readQuery(call)
    refuseUnlessEventual(call, asked)
    const shown = members.filter((member) => (isGroup(member) ? !onlyUsers && member.kind !== 'dynamic' : true))
    const things = chosen(shown, asked, sourceOf, true)
    const show = (member: Found) => showMember(call, asked, member)
    return directoryPage(call, base(), { things, asked, show, of: onlyUsers ? 'users' : 'directoryObjects' })
  }

  return [
    inDirectory('groups', 'GET groups', (call) => {
      const asked = readQuery(call)
      const things = chosen(known, asked, groupSource, true)
      return directoryPage(call, base(), { things, asked, show: (each) => showGroup(each, asked), of: 'groups' })
    }),
    inDirectory('groups', 'GET groups/:group', (call, at) => {
      const shown = showGroup(group(at['group'] ?? ''), readQuery(call))
      return { status: 200, body: { '@odata.context': `${base()}/$metadata#groups/$entity`, ...shown } }
    }),
    inDirectory('groups', 'GET groups/:group/members', (call, at) => listed(call, group(at['group'] ?? '').members, false)),
    inDirectory('groups', 'GET groups/:group/members/microsoft.graph.user', (call, at) =>
      listed(call, group(at['group'] ?? '').members, true),
    ),
    inDirectory('groups', 'GET groups/:group/transitiveMembers', (call, at) => listed(call, everything(group(at['group'] ?? '')), false)),
    inDirectory('groups', 'GET groups/:group/transitiveMembers/microsoft.graph.user', (call, at) =>
      listed(call, everything(group(at['group'] ?? '')), true),
    ),
  ]
}

/** People and groups at any depth, those behind a dynamic list left out: the directory cannot see them. */
function everything(group: Group, opened = new Set<Group>([group])): Found[] {
  const found = new Set<Found>()
  for (const member of group.members) {
    if (!isGroup(member)) found.add(member)
    else if (member.kind !== 'dynamic' && !opened.has(member)) {
      opened.add(member)
      found.add(member)
      for (const each of everything(member, opened)) found.add(each)
    }
  }
  return [...found]
}

function showGroup(group: Group, { select }: Pick<Query, 'select'>): Record<string, unknown> {
  const names = select ?? Object.keys(fields)
  const unknown = names.find((name) => !ownMember(fields, name))
  if (unknown) throw badRequest(`Could not find a property named '${unknown}' on type 'microsoft.graph.group'.`)
  return Object.fromEntries(['id', ...names].map((name) => [name, ownMember(fields, name)?.(group)]))
}

function showMember({ caller }: Call, asked: Query, member: Found): object {
  if (isGroup(member)) return { '@odata.type': '#microsoft.graph.group', ...showGroup(member, { select: ['id', 'displayName', 'mail'] }) }
  const shown = mayReadDirectory(caller, 'users') ? showUser(member, asked) : showHiddenUser(member, asked)
  return { '@odata.type': '#microsoft.graph.user', ...shown }
}

function groupSource(group: Group): Source {
  return (name) => ownMember(fields, name)?.(group)
}

function sourceOf(member: Found): Source {
  return isGroup(member) ? groupSource(member) : userSource(member)
}
