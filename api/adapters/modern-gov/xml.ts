import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { ok, refused, type Result } from '../../../domain/kernel/result.ts'
import type { RegisterRefusal } from '../../ports/register-source.ts'

/** The largest seen is 64 kB; parishes of a whole county would not come near this. */
const longestDocument = 5_000_000
const deepest = 20

export type XmlRefusal = Extract<RegisterRefusal, { kind: 'too-large' | 'not-xml' }>

/**
 * What modern.gov's web service answers, as a tree whose elements named in `lists` are always arrays. Whatever else was published at the
 * address is refused with the reason: councils' servers answer with redirect pages and sign-in pages under status 200.
 *
 * Trap: a document type can define entities that grow without end, so a document with one is not parsed at all.
 */
export function treeIn(xml: string, lists: readonly string[]): Result<object, XmlRefusal> {
  if (xml.length > longestDocument) return refused({ kind: 'too-large' })
  const plain = xml.replace(/^\uFEFF/, '').trim()
  if (/<!(DOCTYPE\s+html)|<(html|head|body|script)[\s>]/i.test(plain.slice(0, 2_000))) return notXml('html')
  if (/<!(DOCTYPE|ENTITY)/i.test(plain)) return notXml('doctype')
  if (!plain.startsWith('<') || XMLValidator.validate(plain) !== true) return notXml('broken')
  const tree = parsed(plain, lists)
  if (tree === 'too-deep') return notXml('too-deep')
  return typeof tree === 'object' && tree !== null ? ok(tree) : notXml('broken')
}

function notXml(because: Extract<XmlRefusal, { kind: 'not-xml' }>['because']): { readonly ok: false; readonly refusal: XmlRefusal } {
  return refused({ kind: 'not-xml', because })
}

/** Well formed by now: the parser has nothing else to object to but the depth. */
function parsed(xml: string, lists: readonly string[]): unknown {
  const parser = new XMLParser({
    ignoreAttributes: true,
    parseTagValue: false,
    maxNestedTags: deepest,
    isArray: (name) => lists.includes(name),
  })
  try {
    return parser.parse(xml) as unknown
  } catch {
    return 'too-deep'
  }
}
