/**
 * What a table holds under a name that came from outside. Names such as `constructor` stand in every object without having been put
 * there: whoever asks for one asks for nothing.
 */
export function ownMember<Value>(table: Readonly<Record<string, Value>>, name: string): Value | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined
}
