import { expect, test } from 'vitest'
import { parseRulebook } from './parse-rulebook.ts'
import { presetNamed, presets } from './presets.ts'
import { presetOf } from './presets/common-ground.ts'
import type { Rulebook } from './rulebook.ts'

const { 'tower-hamlets': towerHamlets } = presets
const commonGround = presetOf({ preset: 'common-ground' })
const all = Object.entries(presets)
const withoutLabels = commonGround.kinds.map((kind) => ({ ...kind, label: '' }))

/** Where a council's rules are not the common ground: `mandatory.rules`, `kinds`. */
function differencesOf(rulebook: Rulebook): readonly string[] {
  return differing(commonGround, rulebook).filter((path) => path !== 'preset')
}

function differing(one: object, other: object, under = ''): readonly string[] {
  const ours = new Map<string, unknown>(Object.entries(one))
  return Object.entries(other).flatMap(([key, value]: [string, unknown]) => {
    const mine = ours.get(key)
    const path = `${under}${key}`
    if (isGroup(mine) && isGroup(value)) return differing(mine, value, `${path}.`)
    return JSON.stringify(mine) === JSON.stringify(value) ? [] : [path]
  })
}

function isGroup(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function labelsOf(rulebook: Rulebook): Readonly<Record<string, string>> {
  const usual = new Map(commonGround.kinds.map((kind) => [kind.id, kind.label]))
  return Object.fromEntries(rulebook.kinds.filter(({ id, label }) => usual.get(id) !== label).map(({ id, label }) => [id, label]))
}

test.each(all)('%s is called by its own name, and is read as it stands', (name, preset) => {
  expect(preset.preset).toBe(name)
  expect(parseRulebook(preset)).toEqual({ ok: true, value: preset })
})

/** The table of docs/decisions/0015: a difference that is not in it is a mistake here or there. */
test.each([
  ['tower-hamlets', ['programme.publication.name', 'mandatory.rules', 'providers']],
  ['brent', ['kinds', 'partners.organisations', 'reporting.year', 'mandatory.rules', 'bulletin.name', 'bulletin.recurring', 'providers']],
  ['thurrock', ['briefings.evaluation', 'evaluation.askedOf', 'kinds', 'providers']],
  ['havering', ['kinds', 'programme.publication.name']],
  ['harrow', ['kinds', 'programme.publication.name', 'planning.withoutAims', 'reporting.year']],
] as const)('%s differs from the common ground where its document says so, and nowhere else', (name, paths) => {
  expect(differencesOf(presets[name]).toSorted()).toEqual([...paths].toSorted())
})

test('C1.4 a council that lists its methods sees its own words, for the same seventeen kinds', () => {
  for (const [, preset] of all) expect(preset.kinds.map((kind) => ({ ...kind, label: '' }))).toEqual(withoutLabels)
  expect(labelsOf(towerHamlets)).toEqual({})
  expect(labelsOf(presets.brent)).toEqual({
    'online-training': 'Webinar',
    'own-time': 'E-learning',
    'external-event': 'External learning and development session',
  })
  expect(labelsOf(presets.thurrock)).toEqual({
    'in-person-training': 'Training course',
    workshop: 'Informal in-house workshop',
    'external-event': 'External conference or seminar',
    guide: 'Written learning materials',
    mentoring: 'Peer mentoring',
    'own-time': 'E-learning package',
    'distance-learning': 'Distance learning package',
    visit: 'Visit to another council or a relevant partner',
    'shared-knowledge': 'Knowledge shared by another elected Member',
    research: 'Personal research or preparation for a project',
  })
  expect(labelsOf(presets.havering)).toEqual({
    'in-person-training': 'Core programme course',
    'own-time': 'E-learning package',
    'external-event': 'External conference or seminar',
    'shared-knowledge': 'Knowledge shared by another elected Member',
    guide: 'Written learning materials',
    workshop: 'Facilitated workshop',
  })
  expect(labelsOf(presets.harrow)).toEqual({ 'own-time': 'Flexible learning (e-learning)' })
})

test('C1.16 Brent names two partner organisations, and no other council any', () => {
  const named = all.map(([name, preset]) => [name, preset.partners.organisations.map((organisation) => organisation.name)])
  expect(named.filter(([, names]) => names?.length !== 0)).toEqual([['brent', ['CVS Brent', 'Age UK Brent']]])
})

test.each([
  ['tower-hamlets', 'municipal'],
  ['brent', 'financial'], // row 8
  ['thurrock', 'municipal'],
  ['havering', 'municipal'],
  ['harrow', 'financial'], // rows 1.4 and 3.1
] as const)('C2.10 %s counts uptake by the %s year', (name, year) => {
  expect(presets[name].reporting.year).toBe(year)
})

test('C3.6 Tower Hamlets’ register is its table: what, for whom, by when, and how often again', () => {
  const rows = towerHamlets.mandatory.rules.map((rule) => {
    const { kinds, offices, committees } = rule.appliesTo
    return [rule.label, [...kinds, ...offices, ...committees].join(', '), rule.due.by, rule.again]
  })
  expect(rows).toEqual([
    ['Ethics and Probity Training', 'mayor, councillor, co-optee', 'induction', 'each-cycle'],
    ['Planning Committee training', 'Planning Committee', 'sitting', 'each-municipal-year'],
    ['Licensing Committee training', 'Licensing Committee', 'sitting', 'each-municipal-year'],
    ['Appeals Committee training', 'Appeals Committee', 'sitting', 'each-municipal-year'],
    ['Appointments Committee training', 'Appointments Committee', 'sitting', 'each-municipal-year'],
    ['Equalities Training', 'mayor, councillor', 'induction', 'never'],
    ['Chairing skills', 'Speaker, Chair', 'municipal-year', 'never'],
    ['Information Governance and Data Protection', 'mayor, councillor', 'induction', 'never'],
    ['Corporate Parenting and Safeguarding Training', 'mayor, councillor', 'induction', 'never'],
    ['Personal Safety', 'mayor, councillor', 'induction', 'never'],
  ])
})

test('C3.6 Brent makes one course mandatory for all Members, by no day; the other three make nothing mandatory', () => {
  expect(presets.brent.mandatory.rules).toMatchObject([
    { label: 'Data and Information Security', appliesTo: { kinds: ['mayor', 'councillor', 'co-optee'] }, due: { by: 'none' } },
  ])
  for (const name of ['thurrock', 'havering', 'harrow'] as const) expect(presets[name].mandatory.rules).toEqual([])
})

test('C4.1 every council sends its bulletin weekly to all Members, by the name that its document gives it', () => {
  expect(all.map(([, preset]) => preset.bulletin.name)).toEqual([
    'Member Bulletin',
    'Member information bulletin',
    'Member Bulletin',
    'Member Bulletin',
    'Member Bulletin',
  ])
})

test('C4.5 external training is circulated from the providers that a council names', () => {
  const lga = 'Local Government Association'
  expect(all.map(([, preset]) => preset.providers.map((provider) => provider.name))).toEqual([
    [lga, 'London Councils'],
    [lga, 'London Councils', 'Pan-London forums'],
    [lga, 'South East Employers'],
    [],
    [],
  ])
})

test('C4.6 Brent passes on the LGA’s update each quarter, and no other council anything', () => {
  expect(all.flatMap(([name, preset]) => preset.bulletin.recurring.map((item) => [name, item.label, item.every]))).toEqual([
    ['brent', 'LGA Highlighting Political Leadership', 'quarter'],
  ])
})

test('C4.16 the year’s plan is published under the council’s own name for it', () => {
  expect(all.map(([, preset]) => preset.programme.publication.name)).toEqual([
    'Member Learning and Development Plan',
    'Member development programme',
    'Member development programme',
    'Member development syllabus',
    'The Modern Councillor Professional Development Brochure',
  ])
})

test('C1.7 a seminar is for all Members and nobody may narrow it; of everything else the session may say', () => {
  expect(commonGround.kinds.filter((kind) => kind.audienceFixed).map((kind) => [kind.id, kind.audience])).toEqual([
    ['member-seminar', 'all-members'],
  ])
})

test('C1.4 every type of learning has a kind, and every kind a label', () => {
  const ids = commonGround.kinds.map((kind) => kind.id)
  expect(ids).toEqual([
    'in-person-training',
    'hybrid-training',
    'online-training',
    'workshop',
    'member-seminar',
    'member-briefing',
    'own-time',
    'guide',
    'distance-learning',
    'external-event',
    'visit',
    'shadowing',
    'coaching',
    'mentoring',
    'observation',
    'shared-knowledge',
    'research',
  ])
})

test('the numbers of Tower Hamlets are those of its document and of the clauses, and hold where other documents are silent', () => {
  expect(towerHamlets.minimum).toMatchObject({ members: 6, reviewWorkingDays: 5, reviewAt: '09:00', decideAt: '12:00', tentativeCounts: 0 })
  expect(towerHamlets.cancellation).toMatchObject({ shortNoticeWorkingDays: 2, tell: ['accepted', 'tentative'], unconfirmedMinutes: 60 })
  expect(towerHamlets.reminders).toMatchObject({
    weekBefore: { days: 7, at: '10:00', to: ['accepted', 'tentative', 'none'] },
    morningOf: { at: '08:00', to: ['accepted', 'tentative'] },
    permitted: { from: '07:00', until: '20:00' },
    minimumLeadMinutes: 60,
    eveningBeforeAt: '18:00',
  })
})

test('C3.1 besides lack of interest every reason is an unexpected factor, and anything else must be said in words', () => {
  const { reasons } = towerHamlets.cancellation
  expect(reasons.filter((reason) => reason.basis === 'lack-of-interest').map((reason) => reason.id)).toEqual(['lack-of-interest'])
  expect(reasons.filter((reason) => reason.needsWords).map((reason) => reason.id)).toEqual(['other'])
})

test('a preset is found by its name, and only by that', () => {
  for (const [name, preset] of all) expect(presetNamed(name)).toBe(preset)
  for (const name of ['constructor', 'common-ground', 'camden']) expect(presetNamed(name)).toBeUndefined()
})
