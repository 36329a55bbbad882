/** The keys on the way to a place such as `minimum.members`. The empty place is the whole itself. */
function keysTo(path: string): readonly string[] {
  return path === '' ? [] : path.split('.')
}

export function valueAt(whole: unknown, path: string): unknown {
  let found = whole
  for (const key of keysTo(path)) found = typeof found === 'object' && found !== null ? Reflect.get(found, key) : undefined
  return found
}

/** The whole with another value at a place; undefined takes away what stands there. */
export function placed(whole: unknown, path: string, value: unknown): unknown {
  return placedAt(whole, keysTo(path), value)
}

function placedAt(whole: unknown, [key, ...rest]: readonly string[], value: unknown): unknown {
  if (key === undefined) return value
  if (Array.isArray(whole)) return whole.map((each, index) => (String(index) === key ? placedAt(each, rest, value) : (each as unknown)))
  const { [key]: standing, ...others } = (whole ?? {}) as Readonly<Record<string, unknown>>
  const inner = placedAt(standing, rest, value)
  return inner === undefined ? others : { ...others, [key]: inner }
}
