import { isSame } from '../../domain/kernel/same.ts'

type Fields = Readonly<Record<string, unknown>>

/** The names of the fields in which two versions of one thing differ, in order. A field without a value is none. */
export function differing(one: object, other: object): readonly string[] {
  const [before, after] = [one as Fields, other as Fields]
  const names = new Set([...Object.keys(before), ...Object.keys(after)])
  return [...names].filter((name) => !isSame(before[name], after[name])).toSorted()
}

/** Only these fields of a thing: what a row about them hashes. */
export function only(fields: readonly string[], of: object): Fields {
  return Object.fromEntries(fields.flatMap((name) => ((of as Fields)[name] === undefined ? [] : [[name, (of as Fields)[name]]])))
}
