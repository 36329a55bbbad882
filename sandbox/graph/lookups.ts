import type { Filter, Operand } from './filter.ts'

/** What a condition names so exactly that an index can answer it instead of a search through everything. */
export type Lookup = {
  readonly iCalUId?: string
  readonly property?: { readonly id: string; readonly value: string }
}

/** Only what must hold counts: whatever stands under an `or` or a `not` narrows nothing. */
export function lookupOf(filter: Filter | undefined): Lookup {
  if (!filter) return {}
  if (filter.kind === 'and') return { ...lookupOf(filter.left), ...lookupOf(filter.right) }
  if (filter.kind === 'compare' && filter.by === 'eq') {
    const iCalUId = isPath(filter.left, 'iCalUId') ? textOf(filter.right) : undefined
    return iCalUId ? { iCalUId } : {}
  }
  if (filter.kind === 'any' && filter.path.join('/') === 'singleValueExtendedProperties') {
    const said = equalities(filter.of, filter.variable)
    const [id, value] = [said.get('id'), said.get('value')]
    return id !== undefined && value !== undefined ? { property: { id, value } } : {}
  }
  return {}
}

/** Whether a condition looks into extended properties at all: calendarView cannot. */
export function asksForProperties(filter: Filter | undefined): boolean {
  if (!filter) return false
  if (filter.kind === 'and' || filter.kind === 'or') return asksForProperties(filter.left) || asksForProperties(filter.right)
  if (filter.kind === 'not') return asksForProperties(filter.of)
  return filter.kind === 'any' && filter.path[0] === 'singleValueExtendedProperties'
}

function equalities(filter: Filter, variable: string): Map<string, string> {
  if (filter.kind === 'and') return new Map([...equalities(filter.left, variable), ...equalities(filter.right, variable)])
  if (filter.kind !== 'compare' || filter.by !== 'eq' || filter.left.kind !== 'path') return new Map()
  const [of, name] = filter.left.path
  const value = textOf(filter.right)
  return of === variable && name && value !== undefined ? new Map([[name, value]]) : new Map()
}

function isPath(operand: Operand, name: string): boolean {
  return operand.kind === 'path' && operand.path.length === 1 && operand.path[0] === name
}

function textOf(operand: Operand): string | undefined {
  return operand.kind === 'value' && typeof operand.value === 'string' ? operand.value : undefined
}
