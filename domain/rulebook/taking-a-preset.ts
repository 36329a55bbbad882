import type { Rulebook } from './rulebook.ts'

/**
 * A preset in the place of a council's rules. What no other council's document can know stays the council's own: its categories and
 * mailboxes, kinds that only it has, its people and partners, its rooms, the days on which it is closed, and its calendar of events and of elections, its usual venue, its priorities and its services.
 *
 * Without its categories and the kinds that they name, what is a session to this council (C1.1) would all at once be none.
 */
export function presetFor(own: Rulebook, preset: Rulebook): Rulebook {
  const { recognition, kinds, members, partners, minimum, bulletin, rooms, workingDays, planning } = own
  return {
    ...preset,
    recognition: { ...preset.recognition, categories: recognition.categories, sharedMailboxes: recognition.sharedMailboxes },
    kinds: [...preset.kinds, ...kinds.filter(({ id }) => !preset.kinds.some((kind) => kind.id === id))],
    members: { ...preset.members, alsoMembers: members.alsoMembers },
    partners: {
      domains: partners.domains,
      organisations: partners.organisations.length > 0 ? partners.organisations : preset.partners.organisations,
    },
    minimum: { ...preset.minimum, escalateTo: minimum.escalateTo },
    bulletin: { ...preset.bulletin, recess: bulletin.recess, alsoTo: bulletin.alsoTo },
    rooms: { ...preset.rooms, register: rooms.register },
    workingDays,
    planning: {
      ...preset.planning,
      events: planning.events,
      cycle: planning.cycle,
      venue: planning.venue,
      priorities: planning.priorities,
      serviceAreas: planning.serviceAreas,
    },
  }
}
