import type { Recipient } from './address-book.ts'
import type { Call, Reply } from './call.ts'
import { ownMember } from './own-member.ts'
import { chosen, readQuery, type Query } from './query.ts'
import { badRequest, noSuchResource } from './refusal.ts'
import { inDirectory, type Route } from './routes.ts'
import type { Source } from './matches.ts'
import type { Store } from './store.ts'
import { directoryPage } from './directory-page.ts'

type Field = (recipient: Recipient) => unknown

/** What comes without being asked for. */
const usual: Readonly<Record<string, Field>> = {
  businessPhones: ({ person }) => (person?.landline ? [person.landline] : []),
  displayName: ({ name }) => name,
  givenName: (recipient) => namesOf(recipient).given,
  jobTitle: () => null,
  mail: ({ address }) => address,
  mobilePhone: ({ person }) => person?.mobile ?? null,
  officeLocation: () => null,
  preferredLanguage: () => null,
  surname: (recipient) => namesOf(recipient).family,
  userPrincipalName: (recipient) => principalName(recipient),
  id: ({ objectId }) => objectId,
}

const onRequest: Readonly<Record<string, Field>> = {
  // A shared mailbox and a room have an account that nobody signs in to.
  accountEnabled: ({ kind, person }) => kind === 'person' && person?.disabled !== true,
  mailNickname: ({ address }) => address.split('@')[0],
  otherMails: () => [],
  proxyAddresses: ({ addresses, hasMailbox }) =>
    hasMailbox ? addresses.map((address, index) => `${index === 0 ? 'SMTP' : 'smtp'}:${address}`) : [],
  userType: ({ person }) => (person?.guest ? 'Guest' : 'Member'),
  department: () => null,
  companyName: () => null,
}

const fieldOf = (name: string) => ownMember(usual, name) ?? ownMember(onRequest, name)

export function userRoutes(store: Store, base: () => string): Route[] {
  return [
    inDirectory('users', 'GET users', (call) => {
      const asked = readQuery(call)
      const things = chosen(store.book.recipients, asked, userSource, true)
      return directoryPage(call, base(), { things, asked, show: (recipient) => showUser(recipient, asked), of: 'users' })
    }),
    inDirectory('users', 'GET users/:user', (call, { user = '' }) => {
      const recipient = store.book.recipient(user)
      if (!recipient) throw noSuchResource(user)
      return { status: 200, body: { '@odata.context': `${base()}/$metadata#users/$entity`, ...showUser(recipient, readQuery(call)) } }
    }),
    inDirectory('users', 'GET users/:user/memberOf', (call, { user = '' }) => memberOf(store, call, base(), user)),
  ]
}

function memberOf(store: Store, call: Call, base: string, user: string): Reply {
  const recipient = store.book.recipient(user)
  if (!recipient) throw noSuchResource(user)
  const things = store.book.groups.filter(({ kind, members }) => kind !== 'dynamic' && members.includes(recipient))
  const show = ({ objectId, name, address }: (typeof things)[number]) => ({
    '@odata.type': '#microsoft.graph.group',
    id: objectId,
    displayName: name,
    mail: address,
  })
  return directoryPage(call, base, { things, asked: readQuery(call), show, of: 'directoryObjects' })
}

export function showUser(recipient: Recipient, { select }: Pick<Query, 'select'>): Record<string, unknown> {
  const names = select ?? Object.keys(usual)
  const unknown = names.find((name) => !fieldOf(name))
  if (unknown) throw badRequest(`Could not find a property named '${unknown}' on type 'microsoft.graph.user'.`)
  return Object.fromEntries(['id', ...names].map((name) => [name, fieldOf(name)?.(recipient)]))
}

/** Without the right to read users, members of a group come with an id and nothing else. */
export function showHiddenUser(recipient: Recipient, asked: Pick<Query, 'select'>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(showUser(recipient, asked)).map(([name, value]) => [name, name === 'id' ? value : null]))
}

export function userSource(recipient: Recipient): Source {
  return (name) => fieldOf(name)?.(recipient)
}

/** A guest's principal name is made from the address at home. */
function principalName({ person, address }: Recipient): string {
  return person?.guest ? `${address.replace('@', '_')}#EXT#@guests.invalid` : address
}

function namesOf({ kind, name }: Recipient): { given: string | null; family: string | null } {
  if (kind !== 'person') return { given: null, family: null }
  const parts = name.split(' ')
  return { given: parts.slice(0, -1).join(' ') || name, family: parts.length > 1 ? (parts.at(-1) ?? null) : null }
}
