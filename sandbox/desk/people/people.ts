import type { CouncilWorld, Person } from '../control.ts'

export type Groups = {
  /** Democratic services: whoever runs the council and is no Member of it. */
  readonly services: readonly Person[]
  readonly members: readonly Person[]
  /** Those with a mailbox here who are neither: former Members, other staff. Not listed until looked for. */
  readonly others: readonly Person[]
  /** Trainers and partners: they have an address, and nothing else here. */
  readonly outside: readonly Person[]
}

/** Somebody with an address and no mailbox here. */
export function isOutside({ hasMailbox, guest }: Person): boolean {
  return hasMailbox === false || guest === true
}

/** Who is who on a day: a Member is whom the register has in office then, as the council's own papers would have it. */
export function groupsOf(people: readonly Person[], world: CouncilWorld, day: string): Groups {
  const inOffice = new Set(
    world.register.members.filter(({ from, to }) => from <= day && (to === undefined || to >= day)).map(({ person }) => person),
  )
  const members = people.filter(({ id }) => inOffice.has(id))
  const outside = people.filter((person) => !inOffice.has(person.id) && isOutside(person))
  const rest = people.filter((person) => !inOffice.has(person.id) && !isOutside(person))
  const services = rest.filter(({ roles, note }) => (roles?.length ?? 0) > 0 || Boolean(note))
  return { services, members, others: rest.filter((person) => !services.includes(person)), outside }
}

/** The officer in whose Outlook the first steps begin. */
export function firstOfficer({ services }: Groups): Person | undefined {
  return services.find(({ roles }) => roles?.includes('officer')) ?? services[0]
}

const titles = ['Cllr', 'Councillor', 'Mayor', 'Dr', 'Lord', 'Lady', 'Sir', 'Dame']

/** "Cllr Rook" of "Cllr Elspeth Rook"; "Hannah" of "Hannah Brightwell". */
export function shortName(name: string): string {
  const parts = name.trim().split(/\s+/)
  const [first = '', ...rest] = parts
  const last = rest.at(-1)
  return titles.includes(first) && last ? `${first} ${last}` : first
}

/** The name without its title, for the letters on an avatar. */
export function bareName(name: string): string {
  const [first = '', ...rest] = name.trim().split(/\s+/)
  return titles.includes(first) && rest.length > 0 ? rest.join(' ') : name
}

/** Whether a person is meant by what was typed: every word somewhere in the name, the note or the address. */
export function isMeant({ name, note, email }: Person, typed: string): boolean {
  const where = `${name} ${note ?? ''} ${email}`.toLowerCase()
  return typed
    .toLowerCase()
    .split(/\s+/)
    .every((word) => where.includes(word))
}

/** A telephone number without its dress: "+44 7700 900112" and "07700 900112" are one. */
export function bareNumber(telephone: string): string {
  const digits = telephone.replace(/\D/g, '')
  return digits.startsWith('44') ? `0${digits.slice(2).replace(/^0/, '')}` : digits
}

export function isTheirNumber({ mobile }: Person, telephone: string): boolean {
  return Boolean(mobile) && bareNumber(mobile ?? '') === bareNumber(telephone)
}
