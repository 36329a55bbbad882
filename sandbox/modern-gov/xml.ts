import { XMLBuilder } from 'fast-xml-parser'

const builder = new XMLBuilder({ format: true, suppressEmptyNode: false })

/** A document as modern.gov's web service writes it: indented, every element closed. */
export function document(root: Readonly<Record<string, unknown>>): string {
  return `<?xml version="1.0" encoding="utf-8"?>\n${builder.build(root)}`
}
