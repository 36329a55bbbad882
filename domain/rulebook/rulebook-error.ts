/** `path` is written as in the document: `minimum.byKind.member-seminar`, `kinds.3.id`. */
export type RulebookError = { readonly path: string; readonly message: string }

/** One error for each name that stands twice in a list. */
export function twice(ids: readonly string[], path: string, message: (id: string) => string): readonly RulebookError[] {
  const repeated = ids.filter((id, index) => ids.indexOf(id) !== index)
  return repeated.map((id) => ({ path, message: message(id) }))
}
