export type Place = { readonly at: string; readonly text: string }

/** Every text of a document with its place, as the manifest's own localisation files name it: `extensions[0].ribbons[1].contexts[0]`. */
export function textsOf(value: unknown, at = ''): readonly Place[] {
  if (typeof value === 'string') return [{ at, text: value }]
  if (Array.isArray(value)) return value.flatMap((each, index) => textsOf(each, `${at}[${index}]`))
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, each]) => textsOf(each, at === '' ? key : `${at}.${key}`))
}
