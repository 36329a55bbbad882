import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { z } from 'zod'
import { ok, refused, type Result } from '../../../domain/kernel/result.ts'
import type { RegisterRefusal } from '../../ports/register-source.ts'

/** The largest seen is 64 kB; parishes of a whole county would not come near this. */
const longestDocument = 5_000_000
const deepest = 20

const text = z.preprocess((value) => (typeof value === 'string' ? value.trim() : undefined), z.string().max(2_000).optional())
const many = <Item extends z.ZodType>(item: Item) => z.preprocess((value) => (Array.isArray(value) ? value : []), z.array(item).max(2_000))
/** An empty element is read as a text: it stands for one without members. */
const within = <Shape extends z.ZodRawShape>(shape: Shape) =>
  z.preprocess((value) => (typeof value === 'object' && value !== null ? value : {}), z.object(shape))

const address = within({ phone: text, mobile: text, email: text })
const councillor = within({
  councillorid: text,
  fullusername: text,
  politicalpartytitle: text,
  workaddress: address,
  homeaddress: address,
  termsofoffice: within({ termofoffice: many(within({ startdate: text, enddate: text })) }),
})
const ward = within({ wardtitle: text, councillors: within({ councillor: many(councillor) }) })
const documentSchema = z.object({ councillorsbyward: within({ wards: within({ ward: many(ward) }) }) })

export type PublishedWard = z.infer<typeof ward>
export type PublishedCouncillor = z.infer<typeof councillor>

const parser = new XMLParser({
  ignoreAttributes: true,
  parseTagValue: false,
  maxNestedTags: deepest,
  isArray: (name) => ['ward', 'councillor', 'termofoffice'].includes(name),
})

/**
 * The wards of a councillors-by-ward document. Whatever else was published at the address is refused with the reason: councils'
 * servers answer with redirect pages, sign-in pages and empty registers under status 200.
 *
 * Trap: a document type can define entities that grow without end, so a document with one is not parsed at all.
 */
export function wardsOf(xml: string): Result<readonly PublishedWard[], RegisterRefusal> {
  if (xml.length > longestDocument) return refused({ kind: 'too-large' })
  const plain = xml.replace(/^\uFEFF/, '').trim()
  if (/<!(DOCTYPE\s+html)|<(html|head|body|script)[\s>]/i.test(plain.slice(0, 2_000))) return notXml('html')
  if (/<!(DOCTYPE|ENTITY)/i.test(plain)) return notXml('doctype')
  if (!plain.startsWith('<') || XMLValidator.validate(plain) !== true) return notXml('broken')
  const tree = treeOf(plain)
  if (tree === 'too-deep') return notXml('too-deep')
  if (typeof tree !== 'object' || tree === null || !('councillorsbyward' in tree)) return refused({ kind: 'another-document' })
  const read = documentSchema.safeParse(tree)
  return read.success ? ok(read.data.councillorsbyward.wards.ward) : refused({ kind: 'another-document' })
}

function notXml(because: Extract<RegisterRefusal, { kind: 'not-xml' }>['because']): {
  readonly ok: false
  readonly refusal: RegisterRefusal
} {
  return refused({ kind: 'not-xml', because })
}

/** Well formed by now: the parser has nothing else to object to but the depth. */
function treeOf(xml: string): unknown {
  try {
    return parser.parse(xml) as unknown
  } catch {
    return 'too-deep'
  }
}
