import { expect, test } from 'vitest'
import { towerHamlets } from '../testing/builders.ts'
import { parseRulebook, withSettings } from './parse-rulebook.ts'

function errorsOf(settings: unknown): readonly { readonly path: string; readonly message: string }[] {
  const result = withSettings(towerHamlets, settings)
  return result.ok ? [] : result.refusal.errors
}

const seminar = { id: 'in-person-training', label: 'Seminar', countsAs: 'briefing', audienceFixed: true }
const room = { name: 'Committee Room 1', capacity: 30 }
const factor = { id: 'travel', label: 'Travel' }
const circular = { id: 'quarterly-update', label: 'Quarterly update', every: 'quarter' }

function aTerm(daysBefore: number, payablePercent: number): object {
  return { daysBefore, payablePercent }
}

function aRule(given: object = {}): object {
  return { id: 'equalities', label: 'Equalities', appliesTo: { kinds: ['councillor'] }, due: { by: 'none' }, ...given }
}

function aSlot(from: string, until: string): object {
  return { on: 'monday', from, until }
}

test('settings are laid over a preset: objects are merged, lists replaced', () => {
  const result = withSettings(towerHamlets, { minimum: { members: 4 }, cancellation: { tell: ['accepted'] } })
  if (!result.ok) throw new Error(JSON.stringify(result.refusal))
  expect(result.value.minimum).toEqual({ ...towerHamlets.minimum, members: 4 })
  expect(result.value.cancellation.tell).toEqual(['accepted'])
  expect(result.value.reminders).toEqual(towerHamlets.reminders)
})

test('a council can drop one of a preset’s categories with null', () => {
  const result = withSettings(towerHamlets, { recognition: { categories: { 'Member visit': null, Induction: 'in-person-training' } } })
  if (!result.ok) throw new Error(JSON.stringify(result.refusal))
  expect(result.value.recognition.categories).not.toHaveProperty('Member visit')
  expect(result.value.recognition.categories).toHaveProperty('Induction', 'in-person-training')
})

test('a preset without settings is itself', () => {
  expect(withSettings(towerHamlets, undefined)).toEqual({ ok: true, value: towerHamlets })
  expect(parseRulebook(towerHamlets)).toEqual({ ok: true, value: towerHamlets })
})

test.each([
  ['an unknown setting', { minimum: { membres: 4 } }, 'minimum.membres'],
  ['an unknown setting at the top', { minimums: {} }, 'minimums'],
  ['an unknown kind behind a category', { recognition: { categories: { Talks: 'talk' } } }, 'recognition.categories.Talks'],
  ['an unknown kind of a shared mailbox', { recognition: { sharedMailboxKind: 'talk' } }, 'recognition.sharedMailboxKind'],
  ['an unknown kind with its own minimum', { minimum: { byKind: { talk: 3 } } }, 'minimum.byKind.talk'],
  ['a decision before its review', { minimum: { reviewAt: '12:00', decideAt: '11:59' } }, 'minimum.decideAt'],
  ['hours that end before they begin', { reminders: { permitted: { from: '09:00', until: '09:00' } } }, 'reminders.permitted.until'],
  ['a reminder after hours', { reminders: { morningOf: { at: '06:59' } } }, 'reminders.morningOf.at'],
  ['a reminder as the hours end', { reminders: { weekBefore: { at: '20:00' } } }, 'reminders.weekBefore.at'],
  ['two spellings of one category', { recognition: { categories: { 'member TRAINING': 'workshop' } } }, 'recognition.categories'],
  ['a kind that stands twice', { kinds: [...towerHamlets.kinds, { id: 'workshop', label: 'Again', countsAs: 'training' }] }, 'kinds'],
  [
    'a reason called as another is',
    {
      cancellation: {
        reasons: [...towerHamlets.cancellation.reasons, { id: 'more', label: 'something ELSE', basis: 'unexpected', needsWords: true }],
      },
    },
    'cancellation.reasons',
  ],
  [
    'no reason for lack of interest',
    { cancellation: { reasons: [{ id: 'room', label: 'Room', basis: 'unexpected', needsWords: false }] } },
    'cancellation.reasons',
  ],
  ['a day that is none', { workingDays: { closures: ['2026-02-30'] } }, 'workingDays.closures.0'],
  [
    'a holiday that ends first',
    { workingDays: { schoolHolidays: [{ label: 'Half term', from: '2026-10-30', to: '2026-10-26' }] } },
    'workingDays.schoolHolidays.0.to',
  ],
  [
    'an audience that nobody may narrow and no session has',
    { kinds: [{ ...seminar, audience: 'relevant-members' }] },
    'kinds.0.audienceFixed',
  ],
  ['a kind called as another is', { kinds: [...towerHamlets.kinds, { id: 'again', label: 'workshop', countsAs: 'training' }] }, 'kinds'],
  ['a factor called as another is', { minimum: { factors: [factor, { ...factor, id: 'journey' }] } }, 'minimum.factors'],
  ['a cost called as another is', { costs: { categories: [factor, { ...factor, id: 'journey' }] } }, 'costs.categories'],
  ['a rule called as another is', { mandatory: { rules: [aRule(), aRule({ id: 'equality' })] } }, 'mandatory.rules'],
  ['what is passed on called as another is', { bulletin: { recurring: [circular, { ...circular, id: 'other' }] } }, 'bulletin.recurring'],
  ['a partner that stands twice', { partners: { organisations: [{ name: 'Age UK' }, { name: 'AGE UK' }] } }, 'partners.organisations'],
  ['a room that stands twice', { rooms: { register: [room, { ...room, capacity: 12 }] } }, 'rooms.register'],
  ['a provider that stands twice', { providers: [{ name: 'LGA' }, { name: 'lga' }] }, 'providers'],
  ['one way of recording twice', { attendance: { recordedBy: ['officers', 'officers'] } }, 'attendance.recordedBy'],
  ['nobody who may record', { attendance: { recordedBy: [] } }, 'attendance.recordedBy'],
  ['one channel twice', { alerts: { channels: ['text', 'text'] } }, 'alerts.channels'],
  ['a factor that stands twice', { minimum: { factors: [factor, factor] } }, 'minimum.factors'],
  ['a cost that stands twice', { costs: { categories: [factor, factor] } }, 'costs.categories'],
  ['two terms from one day', { costs: { supplierTerms: [aTerm(7, 50), aTerm(7, 100)] } }, 'costs.supplierTerms'],
  ['a supplier owed less nearer the start', { costs: { supplierTerms: [aTerm(7, 50), aTerm(28, 51)] } }, 'costs.supplierTerms'],
  ['a section twice', { bulletin: { sections: ['new', 'new', 'you-said-we-did'] } }, 'bulletin.sections'],
  ['no section for what is passed on', { bulletin: { sections: ['you-said-we-did'], recurring: [circular] } }, 'bulletin.sections'],
  ['no section for what was done', { bulletin: { sections: ['new'] } }, 'bulletin.sections'],
  ['what is passed on twice', { bulletin: { recurring: [circular, circular] } }, 'bulletin.recurring'],
  ['more issues than weeks', { bulletin: { leadTime: { weeks: 1 } } }, 'bulletin.leadTime.issues'],
  [
    'a recess that ends first',
    { bulletin: { recess: [{ label: 'August', from: '2026-08-31', to: '2026-08-01' }] } },
    'bulletin.recess.0.to',
  ],
  ['something weighed after a ballot', { allocation: { criteria: ['ballot', 'pdp'] } }, 'allocation.criteria'],
  ['one criterion twice', { allocation: { criteria: ['pdp', 'pdp'] } }, 'allocation.criteria'],
  ['training mandatory for nobody', { mandatory: { rules: [aRule({ appliesTo: {} })] } }, 'mandatory.rules.0.appliesTo'],
  ['a sitting of no committee', { mandatory: { rules: [aRule({ due: { by: 'sitting' } })] } }, 'mandatory.rules.0.appliesTo.committees'],
  ['a deadline on no day', { mandatory: { rules: [aRule({ due: { by: 'day', on: '2026-06-31' } })] } }, 'mandatory.rules.0.due.on'],
  ['a rule that stands twice', { mandatory: { rules: [aRule(), aRule()] } }, 'mandatory.rules'],
  ['slots at no time', { programme: { slots: { times: [] } } }, 'programme.slots.times'],
  ['a slot that ends as it begins', { programme: { slots: { times: [aSlot('14:00', '14:00')] } } }, 'programme.slots.times.0.until'],
  ['a time that is none', { minimum: { reviewAt: '9am' } }, 'minimum.reviewAt'],
  ['a number out of bounds', { reminders: { weekBefore: { days: 8 } } }, 'reminders.weekBefore.days'],
])('%s is refused where it stands', (_what, settings, path) => {
  const errors = errorsOf(settings)
  expect(errors.map((error) => error.path)).toContain(path)
  expect(errors.every((error) => error.message.length > 10)).toBe(true)
})

test.each([
  [{ minimum: { members: 101 } }, 'This is too large. Choose 100 or less.'],
  [{ reminders: { weekBefore: { days: 1 } } }, 'This is too small. Choose 2 or more.'],
  [{ attendance: { recordedBy: [] } }, 'Nothing is chosen here. Choose at least one.'],
  [{ minimum: { members: 'six' } }, 'This is to be a whole number. Write it in figures.'],
  [{ minimum: { reviewAt: '9am' } }, 'This is to be a time such as "09:00".'],
  [{ minimum: { escalateTo: ['the clerk'] } }, 'This is to be an address such as "clerk@council.gov.uk".'],
  [{ providers: [{ name: '' }] }, 'Nothing is written here. Fill it in.'],
  [{ partners: { domains: ['uk'] } }, 'This is too short. Write 3 characters or more.'],
  [{ bulletin: { name: 'x'.repeat(101) } }, 'This is too long. Keep it to 100 characters.'],
  [{ providers: Array.from({ length: 101 }, (_each, index) => ({ name: `Provider ${index}` })) }, 'There are too many. Keep 100 at most.'],
  [{ recognition: { sharedMailboxKind: 'talk' } }, 'There is no kind of session "talk". Choose another, or add it under kinds.'],
  [{ bulletin: { recess: [{ label: ' ', from: '2026-08-01', to: '2026-08-31' }] } }, 'Nothing is written here. Fill it in.'],
])('%j is refused in words that say what to do', (settings, message) => {
  expect(errorsOf(settings).map((error) => error.message)).toEqual([message])
})

test.each([
  ['deciding at the moment of the review', { minimum: { reviewAt: '12:00', decideAt: '12:00' } }],
  ['a reminder as the hours begin', { reminders: { morningOf: { at: '07:00' } } }],
  ['a reminder in the last minute of the hours', { reminders: { weekBefore: { at: '19:59' } } }],
  ['a supplier owed as much nearer the start', { costs: { supplierTerms: [aTerm(7, 50), aTerm(28, 50)] } }],
  ['no known terms', { costs: { supplierTerms: [] } }],
  ['as many issues as weeks', { bulletin: { leadTime: { weeks: 2, issues: 2 } } }],
  ['no lead time', { bulletin: { leadTime: { weeks: 0, issues: 0 } } }],
  ['a bulletin without what was done, where none is wanted', { bulletin: { sections: ['new'], youSaidWeDid: false } }],
  ['a recess of one day', { bulletin: { recess: [{ label: 'A day', from: '2026-08-31', to: '2026-08-31' }] } }],
  ['places without a ballot', { allocation: { criteria: ['pdp', 'role-need'] } }],
  ['no slots at no time', { programme: { slots: { perMonth: 0, times: [] } } }],
  ['a rule that gates a committee', { mandatory: { rules: [aRule({ appliesTo: { committees: ['Planning'] }, due: { by: 'sitting' } })] } }],
])('%s is allowed', (_what, settings) => {
  expect(errorsOf(settings)).toEqual([])
})

test.each([['nothing'], [null], [[]], [42]])('settings that are no object (%j) are refused', (settings) => {
  expect(errorsOf(settings)).toHaveLength(1)
})

test('a setting named like a part of every object is an unknown setting', () => {
  expect(errorsOf(JSON.parse('{"__proto__": {"members": 1}}')).map((error) => error.path)).toEqual(['__proto__'])
})
