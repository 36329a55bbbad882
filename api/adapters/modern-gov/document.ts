import { z } from 'zod'
import { ok, refused, type Result } from '../../../domain/kernel/result.ts'
import type { RegisterRefusal } from '../../ports/register-source.ts'
import { treeIn } from './xml.ts'

export const text = z.preprocess((value) => (typeof value === 'string' ? value.trim() : undefined), z.string().max(2_000).optional())
const many = <Item extends z.ZodType>(item: Item) => z.preprocess((value) => (Array.isArray(value) ? value : []), z.array(item).max(2_000))
/** An empty element is read as a text: it stands for one without members. */
export const within = <Shape extends z.ZodRawShape>(shape: Shape) =>
  z.preprocess((value) => (typeof value === 'object' && value !== null ? value : {}), z.object(shape))

const address = within({ phone: text, mobile: text, email: text })
const councillor = within({
  councillorid: text,
  fullusername: text,
  politicalpartytitle: text,
  keyposts: text,
  workaddress: address,
  homeaddress: address,
  termsofoffice: within({ termofoffice: many(within({ startdate: text, enddate: text })) }),
})
const ward = within({ wardtitle: text, councillors: within({ councillor: many(councillor) }) })
const documentSchema = z.object({ councillorsbyward: within({ wards: within({ ward: many(ward) }) }) })

export type PublishedWard = z.infer<typeof ward>
export type PublishedCouncillor = z.infer<typeof councillor>

/** The wards of a councillors-by-ward document. An empty register is nobody's to believe, and neither is any other document. */
export function wardsOf(xml: string): Result<readonly PublishedWard[], RegisterRefusal> {
  const tree = treeIn(xml, ['ward', 'councillor', 'termofoffice'])
  if (!tree.ok) return tree
  if (!('councillorsbyward' in tree.value)) return refused({ kind: 'another-document' })
  const read = documentSchema.safeParse(tree.value)
  return read.success ? ok(read.data.councillorsbyward.wards.ward) : refused({ kind: 'another-document' })
}
