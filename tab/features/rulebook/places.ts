import { settingAt } from '../../../domain/rulebook/changes.ts'

/** What stands at a place such as `minimum.members`. The empty place is the whole itself. */
export function valueAt(whole: unknown, path: string): unknown {
  return path === '' ? whole : settingAt(whole, path)
}

/** The whole with another value at a place; undefined takes away what stands there. */
export function placed(whole: unknown, path: string, value: unknown): unknown {
  return placedAt(whole, path === '' ? [] : path.split('.'), value)
}

function placedAt(whole: unknown, [key, ...rest]: readonly string[], value: unknown): unknown {
  if (key === undefined) return value
  if (Array.isArray(whole)) return whole.map((each, index) => (String(index) === key ? placedAt(each, rest, value) : (each as unknown)))
  const { [key]: standing, ...others } = (whole ?? {}) as Readonly<Record<string, unknown>>
  const inner = placedAt(standing, rest, value)
  return inner === undefined ? others : { ...others, [key]: inner }
}
