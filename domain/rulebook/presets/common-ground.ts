import type { z } from 'zod'
import { parseRulebook, withSettings } from '../parse-rulebook.ts'
import type { Rulebook, rulebookSchema } from '../rulebook.ts'

type Given = z.input<typeof rulebookSchema>
type Over<Value> = Value extends readonly unknown[]
  ? Value
  : Value extends object
    ? { readonly [Key in keyof Value]?: Over<Value[Key]> }
    : Value

/** What one council's document says otherwise than the common ground. */
export type CouncilsOwn = Over<Given> & { readonly preset: string }

/**
 * What holds where a council's document is silent: the settings that the clauses give as usual, and the readings that fill
 * what every document leaves open. A later setting stands with its default in the schema and not here.
 *
 * The numbers (6 Members, the week before, the morning of) are Tower Hamlets', because no other document gives any.
 */
const commonGround = {
  preset: 'common-ground',
  recognition: {
    categories: {
      'Member training': 'in-person-training',
      'Member workshop': 'workshop',
      'Member seminar': 'member-seminar',
      'Member briefing': 'member-briefing',
      'Member webinar': 'online-training',
      'Member visit': 'visit',
      'External training': 'external-event',
    },
    sharedMailboxes: [],
    sharedMailboxKind: 'in-person-training',
  },
  kinds: [
    {
      id: 'in-person-training',
      label: 'In-person training',
      countsAs: 'training',
      dayAndEvening: true,
      whenHybrid: 'hybrid-training',
      whenOnline: 'online-training',
    },
    { id: 'hybrid-training', label: 'Hybrid training', countsAs: 'training', dayAndEvening: true },
    { id: 'online-training', label: 'Online training or webinar', countsAs: 'training' },
    { id: 'workshop', label: 'Workshop', countsAs: 'training', dayAndEvening: true },
    // C1.7: a seminar is for all Members, and nobody may narrow it.
    { id: 'member-seminar', label: 'Member seminar', countsAs: 'briefing', dayAndEvening: true, audienceFixed: true },
    { id: 'member-briefing', label: 'Member briefing', countsAs: 'briefing' },
    { id: 'own-time', label: 'E-learning or in your own time', countsAs: 'own-time' },
    { id: 'guide', label: 'Document, guide or other written material', countsAs: 'own-time' },
    { id: 'distance-learning', label: 'Distance learning', countsAs: 'own-time' },
    { id: 'external-event', label: 'External event, conference or seminar', countsAs: 'external', audience: 'relevant-members' },
    { id: 'visit', label: 'Visit to another council or a partner', countsAs: 'development', audience: 'relevant-members' },
    { id: 'shadowing', label: 'Shadowing', countsAs: 'development', audience: 'relevant-members' },
    { id: 'coaching', label: 'Coaching', countsAs: 'development', audience: 'relevant-members' },
    { id: 'mentoring', label: 'Mentoring', countsAs: 'development', audience: 'relevant-members' },
    { id: 'observation', label: 'Observation', countsAs: 'development', audience: 'relevant-members' },
    { id: 'shared-knowledge', label: 'Knowledge shared by another Member', countsAs: 'development' },
    { id: 'research', label: 'Personal research', countsAs: 'own-time', audience: 'relevant-members' },
  ],
  members: { coOpteesInAll: true, alsoMembers: [] },
  partners: { domains: [] },
  responses: { onMove: 'reset', nudge: { count: 1, workingDaysBeforeReview: 2, at: '10:00' } },
  minimum: {
    members: 6,
    // What a Member does alone, or elsewhere, is never too few.
    byKind: {
      'own-time': 0,
      guide: 0,
      'distance-learning': 0,
      'external-event': 0,
      visit: 0,
      shadowing: 0,
      coaching: 0,
      mentoring: 0,
      observation: 0,
      'shared-knowledge': 0,
      research: 0,
    },
    reviewWorkingDays: 5,
    reviewAt: '09:00',
    decideAt: '12:00',
    tentativeCounts: 0,
    lastCheckMinutes: 120,
    escalateTo: [],
  },
  cancellation: {
    shortNoticeWorkingDays: 2,
    tell: ['accepted', 'tentative'],
    reasons: [
      { id: 'lack-of-interest', label: 'Lack of interest: too few were coming', basis: 'lack-of-interest', needsWords: false },
      { id: 'trainer-unavailable', label: 'The trainer cannot come', basis: 'unexpected', needsWords: false },
      { id: 'room-unavailable', label: 'The room is not available', basis: 'unexpected', needsWords: false },
      { id: 'weather-or-travel', label: 'Weather or travel', basis: 'unexpected', needsWords: false },
      { id: 'council-business', label: 'It clashes with council business', basis: 'unexpected', needsWords: false },
      { id: 'other', label: 'Something else', basis: 'unexpected', needsWords: true },
    ],
    unconfirmedMinutes: 60,
  },
  reminders: {
    weekBefore: { days: 7, at: '10:00', to: ['accepted', 'tentative', 'none'] },
    morningOf: { at: '08:00', to: ['accepted', 'tentative'] },
    permitted: { from: '07:00', until: '20:00' },
    minimumLeadMinutes: 60,
    eveningBeforeAt: '18:00',
    combineAllowed: true,
  },
  texts: { optOutAllowed: true },
  programme: { eveningFrom: '17:00', repeatWithinDays: 92 },
  workingDays: { division: 'england-and-wales', closures: [], schoolHolidays: [] },
} as const satisfies Given

type KindId = (typeof commonGround.kinds)[number]['id']

/** The kinds of the common ground (C1.4), some of them called as a council's own list calls them. */
export function kindsCalled(labels: Readonly<Partial<Record<KindId, string>>>): Given['kinds'] {
  return commonGround.kinds.map((kind) => ({ ...kind, label: labels[kind.id] ?? kind.label }))
}

/** A council's preset: the common ground with the council's own over it. */
export function presetOf(own: CouncilsOwn): Rulebook {
  const ground = parseRulebook(commonGround)
  const preset = ground.ok ? withSettings(ground.value, own) : ground
  if (!preset.ok) throw new TypeError(`the preset ${own.preset} is wrong: ${JSON.stringify(preset.refusal.errors)}`)
  return preset.value
}
