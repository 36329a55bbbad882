import { readFileSync, readdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { Language, Parser, type Node } from 'web-tree-sitter'

/*
 * Bicep as it is written, read by its grammar: no compiler can be had from the registries that a clone is built from
 * (docs/decisions/0036). What an expression comes to is not worked out.
 */

export type Value =
  /** A string; what is put into it stands as `${…}`. */
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'object'; readonly entries: ReadonlyMap<string, Value> }
  | { readonly kind: 'list'; readonly items: readonly Value[] }
  /** One for each of something. */
  | { readonly kind: 'each'; readonly item: Value }
  /** Anything else, as it is written. */
  | { readonly kind: 'expression'; readonly source: string }

export type Declaration = {
  readonly kind: 'parameter' | 'variable' | 'resource' | 'module' | 'output'
  readonly name: string
  /** `minLength: 3` for `@minLength(3)`. */
  readonly decorators: ReadonlyMap<string, string>
  readonly type: string
  /** `Microsoft.Web/sites@2025-03-01`, or the path of a module. */
  readonly of: string
  readonly value: Value | undefined
  readonly source: string
}

export type BicepFile = {
  readonly path: string
  readonly source: string
  readonly faults: readonly string[]
  readonly declarations: readonly Declaration[]
}

export type Grammar = 'bicep' | 'powershell'

/** A parser of one of the two languages that what installs is written in. */
export async function parserOf(grammar: Grammar): Promise<Parser> {
  await Parser.init()
  const path = createRequire(import.meta.url).resolve(`tree-sitter-${grammar}/tree-sitter-${grammar}.wasm`)
  return new Parser().setLanguage(await Language.load(path))
}

/** Where the grammar does not fit, as `line: text`. */
export function faultsIn(node: Node): readonly string[] {
  const here = node.isError || node.isMissing ? [`${node.startPosition.row + 1}: ${node.text.slice(0, 60)}`] : []
  return [...here, ...node.children.flatMap(faultsIn)]
}

/** Every Bicep file below a folder. */
export async function readBicep(folder: string): Promise<readonly BicepFile[]> {
  const parser = await parserOf('bicep')
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.bicep'))
  return names.toSorted().map((path) => fileFrom(path, readFileSync(`${folder}/${path}`, 'utf8'), parser))
}

export function fileFrom(path: string, source: string, parser: Parser): BicepFile {
  const tree = parser.parse(source)
  if (!tree) throw new TypeError(`${path} was not parsed`)
  return { path, source, faults: faultsIn(tree.rootNode), declarations: declarationsIn(tree.rootNode) }
}

function declarationsIn(root: Node): readonly Declaration[] {
  const found: Declaration[] = []
  let decorators: ReadonlyMap<string, string> = new Map()
  for (const node of root.namedChildren) {
    if (node.type === 'decorators') decorators = decoratorsOf(node)
    const kind = /^(parameter|variable|resource|module|output)_declaration$/.exec(node.type)?.[1] as Declaration['kind'] | undefined
    if (!kind) continue
    found.push(declarationOf(kind, node, decorators))
    decorators = new Map()
  }
  return found
}

function declarationOf(kind: Declaration['kind'], node: Node, decorators: ReadonlyMap<string, string>): Declaration {
  const [name, ...rest] = node.namedChildren.filter(({ type }) => type !== 'comment')
  const type = rest.find((child) => child.type === 'type')?.text ?? ''
  const isBuilt = kind === 'resource' || kind === 'module'
  const values = rest.filter((child) => child.type !== 'type').slice(isBuilt ? 1 : 0)
  const value = values.at(-1)
  const of = isBuilt && rest[0] ? textOf(rest[0]) : ''
  return { kind, name: name?.text ?? '', decorators, type, of, value: value ? valueOf(value) : undefined, source: node.text }
}

function decoratorsOf(node: Node): ReadonlyMap<string, string> {
  return new Map(
    node.namedChildren.map((each) => {
      const [, name = '', said = ''] = /^@([\w.]+)\(([\s\S]*)\)$/.exec(each.text) ?? []
      return [name, said.replace(/^'|'$/g, '')]
    }),
  )
}

function textOf(node: Node): string {
  return node.text.replace(/^'|'$/g, '')
}

export function valueOf(node: Node): Value {
  const last = node.namedChildren.filter(({ type }) => type !== 'comment').at(-1)
  if (node.type === 'string') return { kind: 'text', text: textOf(node) }
  if (node.type === 'object') return { kind: 'object', entries: entriesOf(node) }
  if (node.type === 'array') {
    return { kind: 'list', items: node.namedChildren.filter(({ type }) => type !== 'comment').map(valueOf) }
  }
  if (node.type === 'for_statement' && last) return { kind: 'each', item: valueOf(last) }
  if (node.type === 'if_statement' && last) return valueOf(last)
  return { kind: 'expression', source: node.text }
}

function entriesOf(node: Node): ReadonlyMap<string, Value> {
  return new Map(
    node.namedChildren.flatMap((property) => {
      const [key, value] = property.namedChildren
      return property.type === 'object_property' && key && value ? [[textOf(key), valueOf(value)] as const] : []
    }),
  )
}

/** A value inside objects, by the names on the way to it. */
export function at(value: Value | undefined, ...path: readonly string[]): Value | undefined {
  const [first, ...rest] = path
  if (first === undefined || value === undefined) return value
  if (value.kind === 'each') return at(value.item, ...path)
  return value.kind === 'object' ? at(value.entries.get(first), ...rest) : undefined
}

/** What is written there, without quotation marks. */
export function written(value: Value | undefined): string | undefined {
  if (value?.kind === 'text') return value.text
  return value?.kind === 'expression' ? value.source : undefined
}
