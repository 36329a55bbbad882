import { objectIdOf } from '../object-id.ts'
import type { Person, SandboxContext } from '../service.ts'

/** Somebody or something with an address of its own, list apart. */
export type Recipient = {
  readonly objectId: string
  readonly kind: 'person' | 'shared' | 'room'
  readonly name: string
  readonly address: string
  /** All, the first of them foremost, in small letters. */
  readonly addresses: readonly string[]
  /** False: somebody outside, whom mail reaches and Graph does not. */
  readonly hasMailbox: boolean
  /** Outlook's setting: a declined meeting stays in the calendar. */
  readonly keepsDeclined: boolean
  readonly person?: Person
  /** Object ids of those who may act in a shared mailbox. */
  readonly delegates: ReadonlySet<string>
}

export type Group = {
  readonly objectId: string
  readonly name: string
  readonly address: string
  readonly kind: 'distribution' | 'microsoft365' | 'dynamic'
  readonly members: readonly (Recipient | Group)[]
}

export type Found = Recipient | Group

export type AddressBook = {
  readonly recipients: readonly Recipient[]
  readonly groups: readonly Group[]
  /** By object id, user principal name or any address. */
  recipient(named: string): Recipient | undefined
  group(named: string): Group | undefined
  /** One key for all addresses of one person: what an answer is counted under. A stranger's key is the address. */
  keyOf(address: string): string
  /** Everyone whom an address reaches, lists within lists opened, each once. Undefined: nobody here. */
  reached(address: string): readonly Recipient[] | undefined
}

export function isGroup(found: Found): found is Group {
  return 'members' in found
}

export function createAddressBook({ world, people }: Pick<SandboxContext, 'world' | 'people'>): AddressBook {
  const recipients: Recipient[] = [
    ...people.map(personAsRecipient),
    ...(world.mailboxes ?? []).map(({ email, name, delegates }) => ({
      ...place('shared', 'mailbox', email, name),
      delegates: new Set(people.filter(({ id }) => delegates.includes(id)).map(({ objectId }) => objectId)),
    })),
    ...(world.rooms ?? []).map(({ email, name }) => place('room', 'room', email, name)),
  ]
  const byName = new Map<string, Recipient>()
  for (const recipient of recipients) {
    for (const name of [recipient.objectId, ...recipient.addresses]) byName.set(name, recipient)
  }

  const groups = groupsOf(world.groups, (named) => byName.get(people.find(({ id }) => id === named)?.objectId ?? named.toLowerCase()))
  const groupByName = new Map(groups.flatMap((group) => [group.objectId, group.address].map((name) => [name, group] as const)))

  return {
    recipients,
    groups,
    recipient: (named) => byName.get(named.toLowerCase()),
    group: (named) => groupByName.get(named.toLowerCase()),
    keyOf: (address) => byName.get(address.toLowerCase())?.objectId ?? address.toLowerCase(),
    reached(address) {
      const group = groupByName.get(address.toLowerCase())
      if (group) return [...peopleIn(group)]
      const recipient = byName.get(address.toLowerCase())
      return recipient && [recipient]
    },
  }
}

/** Everyone in a group and in the groups within it, each once; a group that contains itself is opened once. */
export function peopleIn(group: Group, opened = new Set<Group>()): Set<Recipient> {
  const found = new Set<Recipient>()
  if (opened.has(group)) return found
  opened.add(group)
  for (const member of group.members) {
    if (!isGroup(member)) found.add(member)
    else for (const person of peopleIn(member, opened)) found.add(person)
  }
  return found
}

function personAsRecipient(person: Person): Recipient {
  return {
    objectId: person.objectId,
    kind: 'person',
    name: person.name,
    address: person.email,
    addresses: [person.email, ...(person.aliases ?? [])].map((address) => address.toLowerCase()),
    hasMailbox: person.hasMailbox !== false && !person.guest,
    keepsDeclined: person.keepsDeclined ?? false,
    person,
    delegates: new Set(),
  }
}

function place(kind: 'shared' | 'room', idKind: string, email: string, name: string): Recipient {
  const objectId = objectIdOf(idKind, email)
  return {
    objectId,
    kind,
    name,
    address: email,
    addresses: [email.toLowerCase()],
    hasMailbox: true,
    keepsDeclined: false,
    delegates: new Set(),
  }
}

function groupsOf(world: SandboxContext['world']['groups'], recipient: (named: string) => Recipient | undefined): Group[] {
  const groups = world.map((group) => ({
    objectId: objectIdOf('group', group.email),
    name: group.name,
    address: group.email.toLowerCase(),
    kind: group.kind ?? ('distribution' as const),
    named: group.members,
    members: [] as Found[],
  }))
  const byAddress = new Map<string, Group>(groups.map((group) => [group.address, group]))
  for (const { named, members } of groups) {
    members.push(...named.flatMap((name) => byAddress.get(name.toLowerCase()) ?? recipient(name) ?? []))
  }
  return groups
}
