import { sayings } from '../../../domain/rulebook/changes.ts'
import type { Rulebook } from '../../../domain/rulebook/rulebook.ts'
import { settled, type List } from './entry.ts'
import { withEntries } from './rows.ts'

/** What a list holds: "rooms". */
export function nounOf(list: List): string {
  const saying = sayingOf(list)
  return list.noun ?? (saying.kind === 'list' ? saying.noun : list.path)
}

export type ToldEntry = { readonly name: string; readonly facts: readonly string[] }

/** An entry in the words in which a change to it is told: "Committee Room 1", "holds 30". */
export function told(list: List, entry: unknown, rules: Rulebook): ToldEntry {
  try {
    return toldAlone(list, withEntries(list, [settled(list, entry)], rules) as Rulebook, rules)
  } catch (cause) {
    if (cause instanceof RangeError) return { name: list.one, facts: [] } // a day that is half written is none
    throw cause
  }
}

function toldAlone(list: List, alone: Rulebook, rules: Rulebook): ToldEntry {
  const saying = sayingOf(list)
  if (saying.kind === 'value') return { name: saying.value(alone, rules.kinds), facts: [] }
  const item = saying.kind === 'list' ? saying.items(alone, rules.kinds)[0] : undefined
  const facts = item?.says.filter(([verb]) => verb !== 'is called').map(([verb, value]) => `${verb} ${value}`) ?? []
  return { name: item?.name.trim() || list.one, facts }
}

function sayingOf({ path }: List) {
  const saying = sayings.find(({ covers }) => covers.includes(path))
  if (!saying) throw new TypeError(`nothing says ${path}`)
  return saying
}
