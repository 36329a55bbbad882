import { expect, test } from 'vitest'
import { z } from 'zod'
import { changesBetween } from '../../../domain/rulebook/changes.ts'
import { parseRulebook } from '../../../domain/rulebook/parse-rulebook.ts'
import { rulebookSchema, type Rulebook } from '../../../domain/rulebook/rulebook.ts'
import { towerHamlets } from '../../../domain/testing/builders.ts'
import { otherwise } from '../../../domain/testing/other-values.ts'
import { allFields, areasOf } from './areas.ts'
import { emptyDraft, hasNameTwice, isChange, laidOver, listChanged, proposalOf, rulesIn, waitingIn, type Draft } from './draft.ts'
import type { EntryField, List } from './entry.ts'
import { faultsOf, wrongIn } from './list-faults.ts'
import { listAt, lists } from './lists.ts'
import { placed, valueAt } from './places.ts'
import {
  entriesIn,
  entriesOf,
  isOtherwise,
  movedBy,
  relaid,
  rowsOf,
  settledRow,
  withAnother,
  withEntries,
  withRow,
  type Row,
} from './rows.ts'
import { nounOf, told } from './told.ts'

const empty = emptyDraft({ latest: 3 })

function listOf(path: string): List {
  const list = lists.find((each) => each.path === path)
  if (!list) throw new Error(`there is no list ${path}`)
  return list
}

type Shape = { readonly path: string; readonly schema: z.core.$ZodType }

/** What a schema holds, with what only says of it that it may be absent taken off. */
function bare(schema: z.core.$ZodType): z.core.$ZodType {
  const wraps = [z.ZodDefault, z.ZodPrefault, z.ZodOptional, z.ZodReadonly].some((wrapper) => schema instanceof wrapper)
  return wraps ? bare((schema as z.ZodOptional).unwrap()) : schema
}

/** Every list and every record of a schema, those within lists left out. */
function listsIn(given: z.core.$ZodType, path = ''): readonly Shape[] {
  const schema = bare(given)
  if (schema instanceof z.ZodArray || schema instanceof z.ZodRecord) return [{ path, schema }]
  if (!(schema instanceof z.ZodObject)) return []
  return Object.entries(schema.shape).flatMap(([key, inner]) => listsIn(inner, path === '' ? key : `${path}.${key}`))
}

/** The places within an entry at which something is said: a list in it is one. */
function placesIn(given: z.core.$ZodType, path = ''): readonly string[] {
  const schema = bare(given)
  const within = (key: string) => (path === '' ? key : `${path}.${key}`)
  if (schema instanceof z.ZodObject) return Object.entries(schema.shape).flatMap(([key, inner]) => placesIn(inner, within(key)))
  if (schema instanceof z.ZodDiscriminatedUnion) return [...new Set(schema.options.flatMap((option) => placesIn(option, path)))]
  return [path]
}

const shapes = listsIn(rulebookSchema)

test('every list of the rulebook has an editor, or its few choices are ticked, and stands on the page once', () => {
  const ticked = allFields(towerHamlets).flatMap(({ kind, path }) => (kind === 'ticks' ? [path] : []))
  const edited = lists.map(({ path }) => path)
  expect([...edited, ...ticked].toSorted()).toEqual(shapes.map(({ path }) => path).toSorted())
  expect(
    areasOf(towerHamlets)
      .flatMap((area) => area.lists ?? [])
      .toSorted(),
  ).toEqual(edited.toSorted())
})

test.each(lists.map((list) => [list.path, list] as const))('whatever an entry of %s can say has a field', (path, list) => {
  const schema = shapes.find((each) => each.path === path)?.schema
  const places = schema instanceof z.ZodArray ? placesIn(schema.element) : Object.values(list.record ?? {})
  expect(list.fields.map((field) => field.path).toSorted()).toEqual(places.filter((place) => place !== 'id').toSorted())
  expect(list.hasIds ?? false).toBe(places.includes('id'))
  expect(schema instanceof z.ZodRecord).toBe(list.record !== undefined)
})

test.each(lists.map((list) => [list.path, list] as const))('%s is shown and proposed as it stands', (_path, list) => {
  const rows = rowsOf(list, towerHamlets)
  expect(isOtherwise(list, rows)).toBe(false)
  expect(withEntries(list, entriesOf(list, rows), towerHamlets)).toEqual(towerHamlets)
  expect(nounOf(list)).toMatch(/^[a-z]/)
  expect(list.one).toMatch(/^an? /)
  const names = rows.map(({ entry }) => told(list, entry, towerHamlets).name)
  expect(names.filter((name) => name === list.one || name === '')).toEqual([])
})

/** What a person writes in a field. */
function written({ kind, label }: EntryField): unknown {
  if (kind === 'text') return ' A name that is new '
  if (kind === 'address') return 'new@council.example '
  if (kind === 'number') return '7'
  if (kind === 'time') return label === 'Until' ? '20:00' : '18:00'
  if (kind === 'day') return '2026-12-29'
  return undefined
}

function filledIn(list: List, entry: unknown): unknown {
  return list.fields.reduce((made, field) => {
    const value = written(field)
    return value === undefined ? made : placed(made, field.path, value)
  }, entry)
}

/** Something in the lists from which nothing else could be taken away, and room in those that hold all there is. */
const roomy: Rulebook = {
  ...towerHamlets,
  allocation: { ...towerHamlets.allocation, criteria: ['role-need'] },
  planning: { ...towerHamlets.planning, events: towerHamlets.planning.events.slice(0, 2) },
  bulletin: { ...towerHamlets.bulletin, sections: ['new', 'circulars', 'you-said-we-did'] },
}

test.each(lists.map((list) => [list.path, list] as const))(
  'an entry is added to %s in a form, and told before it applies',
  (path, list) => {
    const begun = list.begin(roomy)
    const filled = path === 'mandatory.rules' ? placed(begun, 'appliesTo.kinds', ['councillor']) : begun
    const { rows } = withAnother(rowsOf(list, roomy), filledIn(list, filled))
    const proposed = parseRulebook(rulesIn(listChanged(empty, list, rows), roomy))
    if (!proposed.ok) throw new Error(JSON.stringify(proposed.refusal))
    const [change] = changesBetween(roomy, proposed.value)
    expect(change?.path).toBe(path)
  },
)

test('every entry that the rulebook allows is told in words', () => {
  for (const { path, value } of otherwise(rulebookSchema, roomy)) {
    const list = listAt(path.replace(/[+-]$| in another order$/, ''))
    const names = list ? entriesIn(list, value).map((entry) => told(list, entry, value as Rulebook).name) : []
    expect(names.filter((name) => name === '' || /undefined|\[object/.test(name))).toEqual([])
  }
})

const rooms = listOf('rooms.register')
const [small, large] = [
  { name: 'Committee Room 1', capacity: 30 },
  { name: 'Council Chamber', capacity: 80, stepFree: true },
]
const withRooms: Rulebook = { ...towerHamlets, rooms: { ...towerHamlets.rooms, register: [small, large] } }
const [one, two] = rowsOf(rooms, withRooms) as readonly [Row, Row]

test('C4.16 a room is changed, taken away and put back; what is back as it was is no change', () => {
  const changed = withRow([one, two], { ...one, entry: { ...small, capacity: '45', address: ' ', hearingLoop: undefined } })
  const { rules } = proposalOf(listChanged(empty, rooms, changed), withRooms)
  expect(rules).toMatchObject({ rulebook: { rooms: { register: [{ name: 'Committee Room 1', capacity: 45 }, large] } } })
  expect(entriesOf(rooms, changed)[0]).toEqual({ name: 'Committee Room 1', capacity: 45 })
  const thereAndBack = withRow([one, two], { ...one, entry: { ...small, capacity: String(small.capacity) } })
  const theirs: Rulebook = { ...withRooms, rooms: { ...withRooms.rooms, register: [{ ...small, capacity: 31 }, large] } }
  const mine = listChanged(empty, rooms, withAnother(thereAndBack, { name: 'Annexe', capacity: '5' }).rows)
  const untouched = laidOver(mine, { latest: 4, rulebook: theirs })
  expect(entriesOf(rooms, untouched.lists[rooms.path] ?? [])).toContainEqual({ ...small, capacity: 31 })
  const gone = withRow([one, two], { ...one, isGone: true })
  expect(entriesOf(rooms, gone)).toEqual([large])
  expect(isChange(listChanged(empty, rooms, gone))).toBe(true)
  expect(isChange(listChanged(empty, rooms, withRow(gone, one)))).toBe(false)
})

test('changing a list lets go of a preset that was looked at', () => {
  const looking: Draft = { ...empty, instead: { kind: 'preset', preset: 'brent' } }
  expect(listChanged(looking, rooms, [one])).not.toHaveProperty('instead')
})

test('gone back from what was looked at, everything begun is as it was: its order, the reason and the first day', () => {
  const begun: Draft = { ...listChanged(empty, rooms, movedBy([one, two], two, -1)), why: 'Larger rooms first', startsOn: '2026-10-19' }
  const looking: Draft = { ...begun, instead: { kind: 'preset', preset: 'brent' } }
  expect(waitingIn(looking, { latest: 3, rulebook: withRooms })).toEqual(begun)
  expect(waitingIn(begun, { latest: 3, rulebook: withRooms })).toBeUndefined()
  const applied = waitingIn({ ...looking, settings: { 'minimum.members': '4' } }, { latest: 4, rulebook: withRooms })
  expect(applied).toMatchObject({ seen: 4, why: '', startsOn: '', settings: { 'minimum.members': '4' } })
})

test('what is wrong is said beside its own field, by the place where it was refused; those that are gone are not counted', () => {
  const { rows } = withAnother([{ ...one, isGone: true }, two], { name: '', capacity: 'many', address: 'room one' })
  const wrong = wrongIn(rulesIn(listChanged(empty, rooms, rows), withRooms))
  expect(Object.keys(wrong)).toEqual(expect.arrayContaining(['rooms.register.1.name', 'rooms.register.1.capacity']))
  expect(faultsOf(rooms, rows, wrong)).toEqual({
    ofList: [],
    ofRows: new Map([
      [
        2,
        {
          name: 'Nothing is written here. Fill it in.',
          capacity: 'This is to be a whole number. Write it in figures.',
          address: 'This is to be an address such as "clerk@council.gov.uk".',
        },
      ],
    ]),
  })
})

test('what is wrong with no entry alone is said of the list', () => {
  const { rows } = withAnother([one, two], { name: 'committee room 1', capacity: 3 })
  const { ofList, ofRows } = faultsOf(rooms, rows, wrongIn(rulesIn(listChanged(empty, rooms, rows), withRooms)))
  expect(ofList).toEqual(['"committee room 1" stands twice. Keep one of them.'])
  expect(ofRows.size).toBe(0)
})

test('of several lines it is said which is wrong, and of what is asked in several fields at the first', () => {
  const partners = listOf('partners.organisations')
  const added = withAnother([], { name: 'Age UK', domains: [], contacts: ['events@ageuk.example', '', 'nobody', 'nor he'] })
  const wrong = wrongIn(rulesIn(listChanged(empty, partners, added.rows), towerHamlets))
  expect(faultsOf(partners, added.rows, wrong).ofRows.get(0)?.contacts).toContain('“nobody”: This is to be an address')
  const rules = listOf('mandatory.rules')
  const forNobody = withAnother([], { ...Object(rules.begin(towerHamlets)), label: 'Data' })
  const said = wrongIn(rulesIn(listChanged(empty, rules, forNobody.rows), { ...towerHamlets, mandatory: { rules: [] } }))
  expect(faultsOf(rules, forNobody.rows, said).ofRows.get(0)).toHaveProperty(['appliesTo.kinds'])
})

test('a category that stands already is refused before it could take the place of the other', () => {
  const categories = listOf('recognition.categories')
  const rows = rowsOf(categories, towerHamlets)
  const twice = withAnother(rows, { name: ' member TRAINING', kind: 'workshop' })
  expect(faultsOf(categories, twice.rows, {}).ofRows.get(twice.added.id)).toHaveProperty('name')
  expect(hasNameTwice(listChanged(empty, categories, twice.rows))).toBe(true)
  const other = withAnother(rows, { name: 'e.g. training', kind: 'no-such-kind' })
  expect(hasNameTwice(listChanged(empty, categories, other.rows))).toBe(false)
  const wrong = wrongIn(rulesIn(listChanged(empty, categories, other.rows), towerHamlets))
  expect(faultsOf(categories, other.rows, wrong).ofRows.get(other.added.id)).toHaveProperty('kind')
})

test('C3.1 an id is made from the name under which a thing was added, and stays when it is called otherwise', () => {
  const reasons = listOf('cancellation.reasons')
  const { rows, added } = withAnother(rowsOf(reasons, towerHamlets), { ...Object(reasons.begin(towerHamlets)), label: '3 trains late' })
  const done = settledRow(reasons, rows, added)
  expect(valueAt(done.entry, 'id')).toBe('is-3-trains-late')
  const renamed = withRow(rows, { ...done, entry: placed(done.entry, 'label', 'Trains') })
  expect(entriesOf(reasons, renamed).at(-1)).toMatchObject({ id: 'is-3-trains-late', label: 'Trains' })
  const again = withAnother(withAnother([], { label: 'Café visits' }).rows, { label: 'Cafe visits' }).rows
  expect(entriesOf(reasons, again).map((entry) => valueAt(entry, 'id'))).toEqual(['cafe-visits', 'cafe-visits-2'])
  const long = entriesOf(reasons, withAnother([], { label: 'x'.repeat(90) }).rows)
  expect(String(valueAt(long[0], 'id'))).toHaveLength(40)
})

test('a deadline asks for what it needs and leaves out what it no longer does', () => {
  const rules = listOf('mandatory.rules')
  const rule = { ...Object(rules.begin(towerHamlets)), label: 'Data', due: { by: 'municipal-year', weeks: '8' } }
  expect(entriesOf(rules, [{ id: 0, entry: rule }])[0]).toMatchObject({ due: { by: 'municipal-year', weeks: 8 } })
  const otherwiseDue = { ...rule, due: { ...rule.due, by: 'sitting' } }
  expect(valueAt(entriesOf(rules, [{ id: 0, entry: otherwiseDue }])[0], 'due')).toEqual({ by: 'sitting' })
  expect(told(rules, { ...rule, due: { by: 'day' } }, towerHamlets).name).toBe('a rule') // no day is chosen yet
})

test('an entry moves past its neighbour, and not past the end', () => {
  const three = withAnother([one, { ...two, isGone: true }], { name: 'Annexe', capacity: 5 })
  const names = (rows: readonly Row[]) => entriesOf(rooms, rows).map((entry) => valueAt(entry, 'name'))
  expect(names(movedBy(three.rows, three.added, -1))).toEqual(['Annexe', 'Committee Room 1'])
  expect(names(movedBy(three.rows, one, 1))).toEqual(['Annexe', 'Committee Room 1'])
  expect(movedBy(three.rows, three.added, 1)).toBe(three.rows)
})

test('over what somebody else has changed meanwhile lie her own entries alone', () => {
  const mine = withAnother(withRow([one, two], { ...two, entry: { ...large, capacity: '90' } }), { name: 'Annexe', capacity: '5' }).rows
  const theirs = [
    { ...small, capacity: 31 },
    { ...large, stepFree: false },
    { name: 'Library', capacity: 12 },
  ]
  const now: Rulebook = { ...withRooms, rooms: { ...withRooms.rooms, register: theirs } }
  const laid = laidOver(listChanged(empty, rooms, mine), { latest: 4, rulebook: now })
  expect(laid.seen).toBe(4)
  expect(entriesOf(rooms, laid.lists[rooms.path] ?? [])).toEqual([
    { ...small, capacity: 31 },
    { ...large, capacity: 90 },
    { name: 'Library', capacity: 12 },
    { name: 'Annexe', capacity: 5 },
  ])
  const gone = withRow([one, two], { ...one, isGone: true })
  const without = laidOver(listChanged(empty, rooms, gone), { latest: 4, rulebook: { ...now, rooms: { ...now.rooms, register: [large] } } })
  expect(isChange(without)).toBe(false)
})

test('a recess that she takes away stays away, although somebody else has moved its last day; one of that name at another time is another', () => {
  const recess = listOf('bulletin.recess')
  const summer = { label: 'Half-term', from: '2026-10-26', to: '2026-10-30' }
  const winter = { label: 'Half-term', from: '2027-02-15', to: '2027-02-19' }
  const withRecess = (...standing: readonly (typeof summer)[]): Rulebook => ({
    ...towerHamlets,
    bulletin: { ...towerHamlets.bulletin, recess: [...standing] },
  })
  const [one, other] = rowsOf(recess, withRecess(summer, winter))
  if (!one || !other) throw new TypeError('two stand there')
  const laid = relaid(recess, [{ ...one, isGone: true }, other], withRecess({ ...summer, to: '2026-10-31' }, winter))
  expect(entriesOf(recess, laid)).toEqual(entriesOf(recess, [other]))
})
