import { badRequest } from './refusal.ts'

export type Word =
  | { readonly kind: 'name'; readonly text: string }
  | { readonly kind: 'value'; readonly value: string | number | boolean | null }
  | { readonly kind: 'sign'; readonly text: '(' | ')' | ',' | ':' | '/' }

const pattern = /\s*(?:('(?:[^']|'')*')|(\d{4}-\d\d-\d\d(?:T[\d:.]+(?:Z|[+-]\d\d:?\d\d)?)?)|(-?\d+(?:\.\d+)?)|([A-Za-z_][\w.]*)|([(),:/]))/y

/** Splits a filter into its words. A string in single quotes doubles those within. */
export function wordsOf(text: string): Word[] {
  const words: Word[] = []
  pattern.lastIndex = 0
  const end = text.trimEnd().length
  while (pattern.lastIndex < end) {
    const from = pattern.lastIndex
    const found = pattern.exec(text)
    if (!found) throw badRequest(`Invalid filter clause: syntax error at position ${from} in '${text}'.`)
    words.push(wordOf(found))
  }
  return words
}

function wordOf([, quoted, date, number, name, sign]: RegExpExecArray): Word {
  if (quoted !== undefined) return { kind: 'value', value: quoted.slice(1, -1).replaceAll("''", "'") }
  if (date !== undefined) return { kind: 'value', value: date }
  if (number !== undefined) return { kind: 'value', value: Number(number) }
  if (name === 'true' || name === 'false') return { kind: 'value', value: name === 'true' }
  if (name === 'null') return { kind: 'value', value: null }
  if (name !== undefined) return { kind: 'name', text: name }
  return { kind: 'sign', text: sign as '(' }
}
