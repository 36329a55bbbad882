import { Refusal } from './refusal.ts'

/** Extended properties of one item: the id as Exchange writes it back, to the value. */
export type Properties = ReadonlyMap<string, string>

export type Property = { readonly id: string; readonly value: string }

const shape = /^(\w+) (\{[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\}) (name|id) (.+)$/i

/** One of Outlook's own, by its number: `String 0x001A` is what a message is. */
const numbered = /^(\w+) 0x([0-9a-f]{4})$/i

/** `String {guid} Name name`: braces are required, the guid comes back in small letters, the name as it was written. */
export function propertyId(text: string): string {
  const [, kind = '', number = ''] = numbered.exec(text) ?? []
  if (number) return `${kind} 0x${number.toLowerCase()}`
  const [, type = '', guid = '', by = '', name = ''] = shape.exec(text) ?? []
  if (!type) throw new Refusal(400, 'ErrorInvalidProperty', `The property id '${text}' is invalid.`)
  return `${type} ${guid.toLowerCase()} ${by.toLowerCase() === 'id' ? 'Id' : 'Name'} ${name}`
}

export function withProperties(properties: Properties, written: readonly { id: string; value?: string | null | undefined }[]): Properties {
  const next = new Map(properties)
  for (const { id, value } of written) {
    if (value === undefined || value === null) next.delete(propertyId(id))
    else next.set(propertyId(id), value)
  }
  return next
}

export function asList(properties: Properties): Property[] {
  return [...properties].map(([id, value]) => ({ id, value }))
}
