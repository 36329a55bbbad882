import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import { worldSchema, type World } from './world.ts'

/** Where in the document, as `people[3].email`, and what is wrong there. */
export type Mistake = { readonly path: string; readonly message: string }

/** Made up, and plainly so: `7e57` for test. */
const defaultTenantId = '7e57ab1e-0000-4000-8000-000000000001'

/** A world with every reference followed and every address in lower case, or all that is wrong with it at once. */
export function readWorld(
  document: unknown,
): { readonly ok: true; readonly world: World } | { readonly ok: false; readonly mistakes: readonly Mistake[] } {
  const parsed = worldSchema.safeParse(document)
  if (!parsed.success) return { ok: false, mistakes: mistakesOf(parsed.error) }
  const mistakes = [
    ...repeatedPeople(parsed.data),
    ...repeatedAddresses(parsed.data),
    ...unknownInGroups(parsed.data),
    ...unknownPeople(parsed.data),
    ...wrongSpans(parsed.data),
    ...wrongMeetings(parsed.data),
  ]
  return mistakes.length > 0 ? { ok: false, mistakes } : { ok: true, world: complete(parsed.data) }
}

export function mistakesOf(error: z.ZodError): Mistake[] {
  return error.issues.map((issue) => ({ path: z.core.toDotPath(issue.path), message: issue.message }))
}

function complete(world: World): World {
  return {
    ...world,
    council: { ...world.council, tenantId: (world.council.tenantId ?? defaultTenantId).toLowerCase() },
    groups: world.groups.map((group) => ({ ...group, members: group.members.map(asReference) })),
  }
}

/** Ids of people are written as they are, addresses of groups without regard to case. */
function asReference(member: string): string {
  return member.includes('@') ? member.toLowerCase() : member
}

function repeatedPeople(world: World): Mistake[] {
  return repeated(world.people.map((person, index) => ({ path: `people[${index}].id`, value: person.id.toLowerCase() })))
}

/** One address leads to one mailbox, list or room: Exchange would refuse the second. */
function repeatedAddresses(world: World): Mistake[] {
  const of = (list: string, each: readonly { email: string }[]) =>
    each.map(({ email }, index) => ({ path: `${list}[${index}].email`, value: email }))
  const aliases = world.people.flatMap((person, index) =>
    (person.aliases ?? []).map((value, place) => ({ path: `people[${index}].aliases[${place}]`, value })),
  )
  return repeated([
    ...of('people', world.people),
    ...aliases,
    ...of('groups', world.groups),
    ...of('mailboxes', world.mailboxes ?? []),
    ...of('rooms', world.rooms ?? []),
  ])
}

function repeated(entries: readonly { path: string; value: string }[]): Mistake[] {
  const first = new Map<string, string>()
  return entries.flatMap(({ path, value }) => {
    const earlier = first.get(value)
    if (earlier) return [{ path, message: `"${value}" is already at ${earlier}` }]
    first.set(value, path)
    return []
  })
}

function unknownInGroups(world: World): Mistake[] {
  const known = new Set([...world.people.map(({ id }) => id), ...world.groups.map(({ email }) => email)])
  return world.groups.flatMap((group, index) =>
    group.members.flatMap((member, place) => {
      const path = `groups[${index}].members[${place}]`
      if (asReference(member) === group.email) return [{ path, message: 'A group cannot be its own member' }]
      return known.has(asReference(member)) ? [] : [{ path, message: `"${member}" is neither the id of a person nor the email of a group` }]
    }),
  )
}

function unknownPeople(world: World): Mistake[] {
  const known = new Set(world.people.map(({ id }) => id))
  const named = [
    ...world.register.members.map(({ person }, index) => ({ path: `register.members[${index}].person`, person })),
    ...world.register.offices.map(({ person }, index) => ({ path: `register.offices[${index}].person`, person })),
    ...(world.preferences ?? []).map(({ person }, index) => ({ path: `preferences[${index}].person`, person })),
    ...(world.mailboxes ?? []).flatMap(({ delegates }, index) =>
      delegates.map((person, place) => ({ path: `mailboxes[${index}].delegates[${place}]`, person })),
    ),
  ]
  return named
    .filter(({ person }) => !known.has(person))
    .map(({ path, person }) => ({ path, message: `"${person}" is not the id of a person` }))
}

function wrongSpans(world: World): Mistake[] {
  const spans = [
    ...world.register.members.map((entry, index) => ({ path: `register.members[${index}].to`, ...entry })),
    ...world.register.offices.map((entry, index) => ({ path: `register.offices[${index}].to`, ...entry })),
  ]
  return spans.filter(({ from, to }) => to !== undefined && to < from).map(({ path }) => ({ path, message: 'This is before "from"' }))
}

function wrongMeetings(world: World): Mistake[] {
  return world.register.committees.flatMap(({ meetings }, index) =>
    meetings.flatMap(({ start, end }, place) => {
      const at = `register.committees[${index}].meetings[${place}]`
      const wrong = (member: 'start' | 'end', text: string | undefined) =>
        text === undefined || londonTime(text) ? [] : [{ path: `${at}.${member}`, message: 'Not a time such as "2026-10-21T18:30"' }]
      return [...wrong('start', start), ...wrong('end', end)]
    }),
  )
}

/** A time of a meeting: an instant, or London's wall clock where no offset is written. Undefined when it is neither. */
export function londonTime(text: string): Temporal.ZonedDateTime | undefined {
  try {
    return /(Z|[+-]\d\d:?\d\d)$/.test(text)
      ? Temporal.Instant.from(text).toZonedDateTimeISO('Europe/London')
      : Temporal.PlainDateTime.from(text).toZonedDateTime('Europe/London')
  } catch (cause) {
    if (cause instanceof RangeError) return undefined
    throw cause
  }
}
