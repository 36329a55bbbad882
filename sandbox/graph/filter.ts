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

/** Conditions within conditions: nobody writes so many. */
const deepest = 50
const longest = 10_000

const comparisons = new Set(['eq', 'ne', 'gt', 'ge', 'lt', 'le'])
const textual = new Set(['startswith', 'endswith', 'contains'])

export function parseFilter(text: string): Filter {
  if (text.length > longest) throw badRequest('The filter is too long.')
  const words = reading(text)
  const whole = either(words)
  if (words.peek()) throw words.refuse()
  return whole
}

/** A place in the words of a condition. */
type Reading = {
  peek(offset?: number): Word | undefined
  skip(count?: number): void
  isSign(sign: string, offset?: number): boolean
  isName(name: string): boolean
  take(sign: string): void
  name(): string
  refuse(): Error
  /** Reads what stands within something else, as far down as anybody writes. */
  within(read: () => Filter): Filter
}

function reading(text: string): Reading {
  const words = wordsOf(text)
  let place = 0
  let depth = 0
  const refuse = () => badRequest(`Invalid filter clause: '${text}'.`)
  const peek = (offset = 0) => words[place + offset]
  const isSign = (sign: string, offset = 0) => {
    const word = peek(offset)
    return word?.kind === 'sign' && word.text === sign
  }
  return {
    peek,
    isSign,
    refuse,
    within(read) {
      depth += 1
      if (depth > deepest) throw refuse()
      const inner = read()
      depth -= 1
      return inner
    },
    skip: (count = 1) => void (place += count),
    isName(name) {
      const word = peek()
      return word?.kind === 'name' && word.text.toLowerCase() === name
    },
    take(sign) {
      if (!isSign(sign)) throw refuse()
      place += 1
    },
    name() {
      const word = peek()
      if (word?.kind !== 'name') throw refuse()
      place += 1
      return word.text
    },
  }
}

function either(words: Reading): Filter {
  let left = both(words)
  while (words.isName('or')) {
    words.skip()
    left = { kind: 'or', left, right: both(words) }
  }
  return left
}

function both(words: Reading): Filter {
  let left = one(words)
  while (words.isName('and')) {
    words.skip()
    left = { kind: 'and', left, right: one(words) }
  }
  return left
}

function one(words: Reading): Filter {
  if (words.isName('not')) {
    words.skip()
    return { kind: 'not', of: words.within(() => one(words)) }
  }
  if (words.isSign('(')) {
    words.take('(')
    const inner = words.within(() => either(words))
    words.take(')')
    return inner
  }
  const word = words.peek()
  const isTest = word?.kind === 'name' && textual.has(word.text.toLowerCase()) && words.isSign('(', 1)
  return isTest ? textTest(words) : comparison(words)
}

function textTest(words: Reading): Filter {
  const by = words.name().toLowerCase() as 'startswith'
  words.take('(')
  const left = operand(words)
  words.take(',')
  const right = operand(words)
  words.take(')')
  if (words.isName('eq')) words.skip(2) // `startswith(...) eq true`
  return { kind: 'text', by, left, right }
}

function comparison(words: Reading): Filter {
  const left = operand(words)
  if (left.kind === 'path' && words.isSign('(')) return lambda(words, left.path)
  const word = words.peek()
  const by = word?.kind === 'name' ? word.text.toLowerCase() : ''
  if (by === 'in') {
    words.skip()
    return { kind: 'in', left, among: list(words) }
  }
  if (!comparisons.has(by)) return { kind: 'flag', of: left }
  words.skip()
  return { kind: 'compare', by: by as Comparison, left, right: operand(words) }
}

function list(words: Reading): Operand[] {
  words.take('(')
  const among = [operand(words)]
  while (words.isSign(',')) {
    words.skip()
    among.push(operand(words))
  }
  words.take(')')
  return among
}

function lambda(words: Reading, path: readonly string[]): Filter {
  const kind = path.at(-1)?.toLowerCase()
  if (kind !== 'any' && kind !== 'all') throw words.refuse()
  words.take('(')
  const variable = words.name()
  words.take(':')
  const of = words.within(() => either(words))
  words.take(')')
  return { kind, path: path.slice(0, -1), variable, of }
}

function operand(words: Reading): Operand {
  const word = words.peek()
  if (word?.kind === 'value') {
    words.skip()
    return { kind: 'value', value: word.value }
  }
  const path = [words.name()]
  while (words.isSign('/')) {
    words.skip()
    path.push(words.name())
  }
  return { kind: 'path', path }
}
