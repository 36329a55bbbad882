import { badRequest } from './refusal.ts'
import { wordsOf, type Word } from './filter-words.ts'

export type Operand = { readonly kind: 'value'; readonly value: unknown } | { readonly kind: 'path'; readonly path: readonly string[] }

export type Comparison = 'eq' | 'ne' | 'gt' | 'ge' | 'lt' | 'le'

/** A condition of OData's `$filter`, as far as Outlook and the directory are asked for one. */
export type Filter =
  | { readonly kind: 'and' | 'or'; readonly left: Filter; readonly right: Filter }
  | { readonly kind: 'not'; readonly of: Filter }
  | { readonly kind: 'compare'; readonly by: Comparison; readonly left: Operand; readonly right: Operand }
  | { readonly kind: 'in'; readonly left: Operand; readonly among: readonly Operand[] }
  | { readonly kind: 'text'; readonly by: 'startswith' | 'endswith' | 'contains'; readonly left: Operand; readonly right: Operand }
  | { readonly kind: 'any' | 'all'; readonly path: readonly string[]; readonly variable: string; readonly of: Filter }
  | { readonly kind: 'flag'; readonly of: Operand }

const comparisons = new Set(['eq', 'ne', 'gt', 'ge', 'lt', 'le'])
const textual = new Set(['startswith', 'endswith', 'contains'])

export function parseFilter(text: string): Filter {
  const words = wordsOf(text)
  let place = 0

  const refuse = () => badRequest(`Invalid filter clause: '${text}'.`)
  const peek = (offset = 0): Word | undefined => words[place + offset]
  const isSign = (sign: string, offset = 0) => {
    const word = peek(offset)
    return word?.kind === 'sign' && word.text === sign
  }
  const isName = (name: string) => {
    const word = peek()
    return word?.kind === 'name' && word.text.toLowerCase() === name
  }
  function take(sign: string): void {
    if (!isSign(sign)) throw refuse()
    place += 1
  }
  function name(): string {
    const word = peek()
    if (word?.kind !== 'name') throw refuse()
    place += 1
    return word.text
  }

  function either(): Filter {
    let left = both()
    while (isName('or')) {
      place += 1
      left = { kind: 'or', left, right: both() }
    }
    return left
  }
  function both(): Filter {
    let left = one()
    while (isName('and')) {
      place += 1
      left = { kind: 'and', left, right: one() }
    }
    return left
  }
  function one(): Filter {
    if (isName('not')) {
      place += 1
      return { kind: 'not', of: one() }
    }
    if (isSign('(')) {
      take('(')
      const inner = either()
      take(')')
      return inner
    }
    const word = peek()
    if (word?.kind === 'name' && textual.has(word.text.toLowerCase()) && isSign('(', 1)) return textTest()
    return comparison()
  }
  function textTest(): Filter {
    const by = name().toLowerCase() as 'startswith'
    take('(')
    const left = operand()
    take(',')
    const right = operand()
    take(')')
    if (isName('eq')) place += 2 // `startswith(...) eq true`
    return { kind: 'text', by, left, right }
  }
  function comparison(): Filter {
    const left = operand()
    if (left.kind === 'path' && isSign('(')) return lambda(left.path)
    const word = peek()
    if (word?.kind !== 'name') return { kind: 'flag', of: left }
    const by = word.text.toLowerCase()
    if (by === 'in') {
      place += 1
      return { kind: 'in', left, among: list() }
    }
    if (!comparisons.has(by)) return { kind: 'flag', of: left }
    place += 1
    return { kind: 'compare', by: by as Comparison, left, right: operand() }
  }
  function list(): Operand[] {
    take('(')
    const among = [operand()]
    while (isSign(',')) {
      place += 1
      among.push(operand())
    }
    take(')')
    return among
  }
  function lambda(path: readonly string[]): Filter {
    const kind = path.at(-1)?.toLowerCase()
    if (kind !== 'any' && kind !== 'all') throw refuse()
    take('(')
    const variable = name()
    take(':')
    const of = either()
    take(')')
    return { kind, path: path.slice(0, -1), variable, of }
  }
  function operand(): Operand {
    const word = peek()
    if (word?.kind === 'value') {
      place += 1
      return { kind: 'value', value: word.value }
    }
    const path = [name()]
    while (isSign('/')) {
      place += 1
      path.push(name())
    }
    return { kind: 'path', path }
  }

  const whole = either()
  if (place < words.length) throw refuse()
  return whole
}
