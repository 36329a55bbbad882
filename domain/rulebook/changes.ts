import { isSame } from '../kernel/same.ts'
import type { Rulebook } from './rulebook.ts'
import type { Item, Saying } from './saying.ts'
import { wordsOfPublicity } from './words-of-publicity.ts'
import { wordsOfSessions } from './words-of-settings.ts'
import { changeWords as words } from './words.ts'

/** One thing that is otherwise in a newer rulebook. `path` is the setting's, or the first of those said together. */
export type Change = { readonly path: string; readonly area: string; readonly sentence: string }

/** Every setting, in the order in which a person is told of them. */
export const sayings: readonly Saying[] = [...wordsOfSessions, ...wordsOfPublicity]

/**
 * What a newer rulebook changes, in plain words, for whoever is to apply it: "Texts: the week-before reminder goes 5 days
 * before at 9am instead of 7 days before at 9am".
 *
 * Says the settings as they stand, not what follows from them for sessions already arranged.
 */
export function changesBetween(older: Rulebook, newer: Rulebook): readonly Change[] {
  const otherwise = sayings.filter(({ covers }) => covers.some((path) => !isSame(settingAt(older, path), settingAt(newer, path))))
  return otherwise.flatMap((saying) =>
    changesSaid(saying, older, newer).map((said) => ({
      path: saying.covers[0] ?? '',
      area: saying.area,
      sentence: words.sentence(saying.area, said),
    })),
  )
}

/** The part of the rules in which a setting stands, for whoever knows no paths: "Kinds of session". */
export function areaOf(path: string): string | undefined {
  return sayings.find(({ covers }) => covers.some((each) => path === each || path.startsWith(`${each}.`)))?.area
}

/** What stands at a path such as `minimum.reviewAt`. */
export function settingAt(rulebook: unknown, path: string): unknown {
  let found: unknown = rulebook
  for (const key of path.split('.')) found = typeof found === 'object' && found !== null ? Reflect.get(found, key) : undefined
  return found
}

function changesSaid(saying: Saying, older: Rulebook, newer: Rulebook): readonly string[] {
  const names = [...newer.kinds, ...older.kinds]
  if (saying.kind === 'list') return listChanges(saying, saying.items(older, names), saying.items(newer, names))
  if (saying.kind === 'switch') {
    const isOn = saying.isOn(newer)
    return isOn === saying.isOn(older) ? [] : [isOn ? saying.on : saying.off]
  }
  const [from, to] = [saying.value(older, names), saying.value(newer, names)]
  return from === to ? [] : [words.insteadOf(saying.subject, to, from)]
}

function listChanges(saying: Extract<Saying, { kind: 'list' }>, older: readonly Item[], newer: readonly Item[]): readonly string[] {
  const [before, after] = [byKey(older), byKey(newer)]
  const gone = [...before].flatMap(([key, item]) => (after.has(key) ? [] : [words.gone(item.name, saying.gone)]))
  const added = [...after].flatMap(([key, item]) => (before.has(key) ? [] : [words.added(item, saying.added)]))
  const changed = [...after].flatMap(([key, item]) => itemChanges(before.get(key), item))
  return [...gone, ...changed, ...added, ...orderChange(saying.noun, before, after)]
}

/** Of those that stay: what comes or goes moves nothing. */
function orderChange(noun: string, before: ReadonlyMap<string, Item>, after: ReadonlyMap<string, Item>): readonly string[] {
  const stayed = [...before.keys()].filter((key) => after.has(key))
  const now = [...after.keys()].filter((key) => before.has(key))
  if (now.every((key, index) => stayed[index] === key)) return []
  const names = [...after.values()].map((item) => item.name)
  return [words.reordered(noun, names)]
}

function itemChanges(before: Item | undefined, after: Item): readonly string[] {
  if (!before) return []
  return after.says.flatMap(([verb, to], index) => {
    const from = before.says[index]?.[1]
    return from === undefined || from === to ? [] : [words.itemInsteadOf(before.name, verb, to, from)]
  })
}

/** One that stands twice is two. */
function byKey(items: readonly Item[]): ReadonlyMap<string, Item> {
  const found = new Map<string, Item>()
  for (const item of items) {
    const standsAlready = items.slice(0, items.indexOf(item)).filter((other) => other.key === item.key).length
    found.set(`${item.key} ${standsAlready}`, item)
  }
  return found
}
