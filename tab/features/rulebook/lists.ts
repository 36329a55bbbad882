import type { List } from './entry.ts'
import { listsOfPublicity } from './lists-of-publicity.ts'
import { listsOfSessions } from './lists-of-sessions.ts'

/** Every list of the rulebook but those of a few that are ticked: they are fields. */
export const lists: readonly List[] = [...listsOfSessions, ...listsOfPublicity]

/** The list at a place, or within which the place is. */
export function listAt(path: string): List | undefined {
  return lists.find((list) => placeWithin(list, path) !== undefined)
}

/** A place as the list sees it, empty for the list itself. Undefined: it is elsewhere. */
export function placeWithin(list: Pick<List, 'path'>, path: string): string | undefined {
  if (path === list.path) return ''
  return path.startsWith(`${list.path}.`) ? path.slice(list.path.length + 1) : undefined
}

/** Those that stand at these places, in this order. */
export function listsIn(places: readonly string[] = []): readonly List[] {
  return places.flatMap((place) => lists.filter(({ path }) => path === place))
}
