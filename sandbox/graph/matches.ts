import { ownMember } from './own-member.ts'
import type { Comparison, Filter, Operand } from './filter.ts'

/** How a thing is asked for one of its members. */
export type Source = (name: string) => unknown

/** The directory compares without regard to case, mailboxes with. */
export type Sense = { readonly ignoreCase: boolean }

/** Whether a thing meets a condition. */
export function matches(filter: Filter, source: Source, sense: Sense): boolean {
  return holds(filter, { source, sense, variables: new Map() })
}

type Scope = { readonly source: Source; readonly sense: Sense; readonly variables: ReadonlyMap<string, unknown> }

function holds(filter: Filter, scope: Scope): boolean {
  switch (filter.kind) {
    case 'and':
      return holds(filter.left, scope) && holds(filter.right, scope)
    case 'or':
      return holds(filter.left, scope) || holds(filter.right, scope)
    case 'not':
      return !holds(filter.of, scope)
    case 'flag':
      return valueOf(filter.of, scope) === true
    case 'in':
      return filter.among.some((each) => compare('eq', valueOf(filter.left, scope), valueOf(each, scope), scope.sense))
    case 'compare':
      return compare(filter.by, valueOf(filter.left, scope), valueOf(filter.right, scope), scope.sense)
    case 'text':
      return within(filter.by, valueOf(filter.left, scope), valueOf(filter.right, scope))
    case 'any':
      return listAt(filter.path, scope).some((item) => holds(filter.of, withVariable(scope, filter.variable, item)))
    case 'all':
      return listAt(filter.path, scope).every((item) => holds(filter.of, withVariable(scope, filter.variable, item)))
    default:
      return filter satisfies never
  }
}

function listAt(path: readonly string[], scope: Scope): readonly unknown[] {
  const list = valueOf({ kind: 'path', path }, scope)
  return Array.isArray(list) ? list : []
}

function withVariable(scope: Scope, name: string, item: unknown): Scope {
  return { ...scope, variables: new Map(scope.variables).set(name, item) }
}

function valueOf(operand: Operand, { source, variables }: Scope): unknown {
  if (operand.kind === 'value') return operand.value
  const [first = '', ...rest] = operand.path
  return rest.reduce(memberOf, variables.has(first) ? variables.get(first) : source(first))
}

function memberOf(thing: unknown, name: string): unknown {
  return typeof thing === 'object' && thing !== null ? ownMember(thing as Record<string, unknown>, name) : undefined
}

function compare(by: Comparison, left: unknown, right: unknown, sense: Sense): boolean {
  const one = comparable(left, sense)
  const other = comparable(right, sense)
  if (by === 'eq') return one === other
  if (by === 'ne') return one !== other
  if (one === null || other === null || typeof one !== typeof other) return false
  const order = one < other ? -1 : one > other ? 1 : 0
  return { gt: order > 0, ge: order >= 0, lt: order < 0, le: order <= 0 }[by]
}

/** Names of extended properties differ in case between those who write and those who read them. */
const property = /^\w+ (?:\{[0-9a-f-]{36}\} (?:name|id) |0x[0-9a-f]{4}$)/i

function comparable(value: unknown, { ignoreCase }: Sense): string | number | boolean | null {
  if (typeof value === 'number' || typeof value === 'boolean') return value
  if (typeof value !== 'string') return null
  const guid = property.exec(value)?.[0]
  if (guid) return guid.toLowerCase() + value.slice(guid.length)
  return ignoreCase ? value.toLowerCase() : value
}

function within(by: 'startswith' | 'endswith' | 'contains', left: unknown, right: unknown): boolean {
  if (typeof left !== 'string' || typeof right !== 'string') return false
  const [text, part] = [left.toLowerCase(), right.toLowerCase()]
  return { startswith: text.startsWith(part), endswith: text.endsWith(part), contains: text.includes(part) }[by]
}
