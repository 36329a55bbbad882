import { expect, test } from 'vitest'
import { aRule, towerHamlets } from '../testing/builders.ts'
import { otherwise, settingsOf } from '../testing/other-values.ts'
import { changesBetween, sayings } from './changes.ts'
import { withSettings } from './parse-rulebook.ts'
import { presets } from './presets.ts'
import { rulebookSchema } from './rulebook.ts'
import type { Rulebook } from './rulebook.ts'

function saidOf(settings: object, older: Rulebook = towerHamlets): readonly string[] {
  const newer = withSettings(older, settings)
  if (!newer.ok) throw new Error(JSON.stringify(newer.refusal))
  return changesBetween(older, newer.value).map((change) => change.sentence)
}

/** Something in every list, so that what stands in a list can be changed as well. */
const full: Rulebook = {
  ...towerHamlets,
  recognition: { ...towerHamlets.recognition, sharedMailboxes: ['training@thamesbrook.example', 'events@thamesbrook.example'] },
  members: { ...towerHamlets.members, alsoMembers: ['independent@thamesbrook.example'] },
  partners: {
    domains: ['partner.example'],
    organisations: [{ name: 'Citizens Advice', domains: ['cab.example'], contacts: ['events@cab.example'] }],
  },
  minimum: { ...towerHamlets.minimum, escalateTo: ['head@thamesbrook.example'] },
  rooms: {
    walkIns: 0,
    register: [{ name: 'Committee Room 1', address: 'room1@thamesbrook.example', capacity: 30, stepFree: true, hearingLoop: false }],
  },
  planning: {
    ...towerHamlets.planning,
    events: towerHamlets.planning.events.slice(0, 2),
    priorities: [{ id: 'homes', label: 'Homes', from: '2026-05-01', until: '2030-04-30' }],
    cycle: [{ id: 'poll', label: 'Borough election', part: 'polling-day', from: '2030-05-02', to: '2030-05-02' }],
  },
  costs: { ...towerHamlets.costs, supplierTerms: [{ daysBefore: 14, payablePercent: 50 }] },
  mandatory: {
    rules: [
      ...towerHamlets.mandatory.rules,
      aRule({
        id: 'data',
        label: 'Data',
        appliesTo: { kinds: ['councillor'], offices: ['Speaker'], committees: ['Planning Committee'] },
        titles: ['Data protection'],
        due: { by: 'day', on: '2026-12-31' },
      }),
    ],
  },
  bulletin: {
    ...towerHamlets.bulletin,
    recess: [{ label: 'August', from: '2026-08-01', to: '2026-08-31' }],
    alsoTo: ['clerk@thamesbrook.example'],
    recurring: [{ id: 'update', label: 'Quarterly update', every: 'quarter' }],
  },
  workingDays: {
    division: 'england-and-wales',
    closures: ['2026-12-29', '2026-12-30'],
    schoolHolidays: [{ label: 'Half term', from: '2026-10-26', to: '2026-10-30' }],
  },
}

test('what a setting becomes is said beside what it was', () => {
  expect(saidOf({ reminders: { weekBefore: { days: 5, at: '09:00' } } })).toEqual([
    'Texts: the week-before reminder goes 5 days before at 9am instead of 7 days before at 10am',
  ])
  expect(saidOf({ minimum: { members: 4 }, programme: { clashBufferMinutes: 45 } })).toEqual([
    'Too few coming: a session is put to officers with fewer than 4 Members coming instead of with fewer than 6 Members coming',
    'Programme: a session clashes with a meeting less than 45 minutes away instead of 30 minutes away',
  ])
  expect(saidOf({ texts: { optOutAllowed: false } })).toEqual(['Texts: Members may no longer opt out of reminder texts'])
})

test('nothing is said where nothing changes', () => {
  for (const preset of Object.values(presets)) expect(changesBetween(preset, structuredClone(preset))).toEqual([])
})

test('of a list is said what comes, what goes, and a new order of what stays', () => {
  const lga = { name: 'Local Government Association' }
  const [london, other] = [{ name: 'London Councils' }, { name: 'South East Employers' }]
  expect(saidOf({ providers: [other, lga] })).toEqual([
    'Training providers: “London Councils” is taken away',
    'Training providers: “South East Employers” is added',
  ])
  expect(saidOf({ providers: [london, lga] })).toEqual([
    'Training providers: the providers now stand in this order: “London Councils”, “Local Government Association”',
  ])
  expect(saidOf({ providers: [other, london, lga] })).toEqual([
    'Training providers: “South East Employers” is added',
    'Training providers: the providers now stand in this order: “South East Employers”, “London Councils”, “Local Government Association”',
  ])
})

test('what is added is said with all that is settled about it', () => {
  const rule = { id: 'data', label: 'Data protection', appliesTo: { kinds: ['councillor'] }, due: { by: 'day', on: '2026-12-31' } }
  expect(saidOf({ mandatory: { rules: [...towerHamlets.mandatory.rules, rule] } })).toEqual([
    'Mandatory training: “Data protection” is added: is for councillors; also goes by no other name; ' +
      'is due by Thursday 31 December 2026; once attended is needed no more; is done at sessions; lets training had elsewhere be accepted; asks of substitutes the same; once lapsed bars from sitting',
  ])
})

test('a kind that is called otherwise is said once, and not of every setting that names it', () => {
  const kinds = towerHamlets.kinds.map((kind) => (kind.id === 'hybrid-training' ? { ...kind, label: 'Mixed training' } : kind))
  const withItsOwn = { ...towerHamlets, minimum: { ...towerHamlets.minimum, byKind: { 'hybrid-training': 3 } } }
  expect(saidOf({ kinds }, withItsOwn)).toEqual([
    'Kinds of session: “Hybrid training” is called “Mixed training” instead of “Hybrid training”',
  ])
})

test('each change is told with its area and the place of its setting, so that a page can show it there', () => {
  const newer = { ...towerHamlets, bulletin: { ...towerHamlets.bulletin, at: '09:00' } }
  expect(changesBetween(towerHamlets, newer)).toEqual([
    { path: 'bulletin.on', area: 'Bulletin', sentence: 'Bulletin: it goes each Friday at 9am instead of Friday at 10am' },
  ])
})

test('every setting of the schema has a sentence, and no sentence is about a setting that is none', () => {
  const settings = settingsOf(rulebookSchema)
  const said = sayings.flatMap((saying) => saying.covers)
  expect(settings.filter((path) => !said.includes(path))).toEqual([])
  expect(said.filter((path) => !settings.includes(path))).toEqual([])
  expect(new Set(said).size).toBe(said.length)
})

test('whatever is otherwise in a rulebook, however deep, is said in words, and of its own setting', () => {
  const changed = otherwise(rulebookSchema, full).map(({ path, value }) => ({ path, changes: changesBetween(full, value as Rulebook) }))
  expect(changed.length).toBeGreaterThan(300)
  const unsaid = changed.filter(({ path, changes }) => changes.length === 0 || changes.some((change) => change.path !== saidWith(path)))
  expect(unsaid).toEqual([])
  const sentences = changed.flatMap(({ changes }) => changes.map((change) => change.sentence))
  expect(sentences.filter((sentence) => /undefined|\[object|true|false|null|NaN|[a-z][A-Z]|: $|\s\s/.test(sentence))).toEqual([])
})

/** The setting under whose name a change within it is told. */
function saidWith(path: string): string | undefined {
  const [place = ''] = path.split(/[+-]$| in another order$/)
  const covering = sayings.find(({ covers }) => covers.some((each) => place === each || place.startsWith(`${each}.`)))
  return covering?.covers[0]
}
