import { parseRulebook } from '../../../domain/rulebook/parse-rulebook.ts'
import { rulebookWords } from '../../../domain/rulebook/words.ts'
import { settled, type List } from './entry.ts'
import { placeWithin } from './lists.ts'
import { valueAt } from './places.ts'
import { staying, type Row } from './rows.ts'
import { words } from './words.ts'

/** Messages by places, as the API gives them. */
export type Wrong = Readonly<Record<string, string>>

/** What is wrong with a list: with the whole of it, and with its entries, by the fields in which it is said. */
export type ListFaults = { readonly ofList: readonly string[]; readonly ofRows: ReadonlyMap<number, Wrong> }

/** What would be refused of these rules, by its place, without asking. */
export function wrongIn(rules: unknown): Wrong {
  const parsed = parseRulebook(rules)
  return parsed.ok ? {} : wrongOf(parsed.refusal.errors)
}

/** Of several things wrong with one setting the first is said: it may be the cause of the others. */
export function wrongOf(errors: readonly { readonly path: string; readonly message: string }[]): Wrong {
  const first = errors.filter(({ path }, index) => errors.findIndex((other) => other.path === path) === index)
  return Object.fromEntries(first.map(({ path, message }) => [path, message] as const))
}

/** Each fault beside the field that it is about; what is about no entry is about the list. */
export function faultsOf(list: List, rows: readonly Row[], wrong: Wrong): ListFaults {
  const ofList: string[] = []
  const ofRows = new Map<number, Wrong>(namesTwice(list, rows))
  for (const [path, message] of Object.entries(wrong)) {
    const within = placeWithin(list, path)
    if (within === undefined) continue
    const { row, rest } = within === '' ? noRow : rowAt(list, rows, within)
    if (!row) ofList.push(message)
    else ofRows.set(row.id, { [fieldFor(list, rest)]: named(list, row, rest, message), ...ofRows.get(row.id) })
  }
  return { ofList, ofRows }
}

/** A name that stands twice in a record would take away the other: no API could tell. */
export function namesTwice(list: List, rows: readonly Row[]): readonly (readonly [id: number, wrong: Wrong])[] {
  const { record } = list
  if (!record) return []
  const named = staying(rows).map(({ id, entry }) => ({ id, name: String(valueAt(settled(list, entry), record.key)).toLowerCase() }))
  return named.flatMap(({ id, name }, index) => {
    if (name === '') return [[id, { [record.key]: rulebookWords.empty() }] as const]
    const isTwice = named.slice(0, index).some((other) => other.name === name)
    return isTwice ? [[id, { [record.key]: words.standsAlready }] as const] : []
  })
}

const noRow = { row: undefined, rest: '' }

function rowAt(list: List, rows: readonly Row[], within: string) {
  const order = staying(rows)
  const { record } = list
  if (record) return { row: order.find(({ entry }) => valueAt(settled(list, entry), record.key) === within), rest: record.value }
  const [index, ...rest] = within.split('.')
  return { row: order[Number(index)], rest: rest.join('.') }
}

/** An id is made from the first field, which is the name; what is wrong with several fields at once is said at the first of them. */
function fieldFor({ fields }: List, place: string): string {
  const own = fields.find(({ path }) => place === path || (path !== '' && place.startsWith(`${path}.`)))
  const within = fields.find(({ path }) => path.startsWith(`${place}.`))
  return (own ?? within ?? fields[0])?.path ?? ''
}

/** Of several lines, which. */
function named(list: List, { entry }: Row, place: string, message: string): string {
  const line = /\.\d+$/.test(place) ? valueAt(settled(list, entry), place) : undefined
  return typeof line === 'string' && line !== '' ? words.ofLine(line, message) : message
}
