import { z } from 'zod'
import { detailsBody } from './details.ts'

/**
 * What the Outlook add-in writes into an appointment, and the service reads there with its own permission.
 *
 * All that one add-in keeps in one appointment is one JSON text in one MAPI property, `cecp-<id of the add-in>`, of 2,500 characters at
 * most. Anybody who may write to the calendar can write it by hand, so it is untrusted like any other input.
 */
export const tagKey = 'quorate'
export const mostCharacters = 2500

const details = detailsBody.omit({ version: true })

const tag = z.strictObject({
  v: z.literal(1),
  /** Of one writing: whoever finds another than she read is told, and overwrites nothing. */
  rev: z.string().regex(/^[a-z0-9-]{8,36}$/),
  /** One of the kinds of the council's rulebook. */
  kind: z.string().regex(/^[a-z][a-z0-9-]{0,63}$/),
  details,
})
export type Tag = z.infer<typeof tag>
export type TagDetails = z.infer<typeof details>

export type ReadTag = { readonly kind: 'none' } | { readonly kind: 'unreadable' } | { readonly kind: 'tag'; readonly tag: Tag }

/** What stands under the add-in's key. */
export function tagIn(value: unknown): ReadTag {
  if (value === undefined || value === null || value === '') return { kind: 'none' }
  const read = tag.safeParse(typeof value === 'string' ? asJson(value) : value)
  return read.success ? { kind: 'tag', tag: read.data } : { kind: 'unreadable' }
}

/** The same from the whole property, as Graph gives it. Longer than Outlook lets an add-in write, it was written by something else. */
export function tagInProperty(property: string): ReadTag {
  if (property.length > mostCharacters) return { kind: 'unreadable' }
  const all = z.record(z.string(), z.unknown()).safeParse(asJson(property))
  return all.success ? tagIn(all.data[tagKey]) : { kind: 'unreadable' }
}

export function tagText(written: Tag): string {
  return JSON.stringify(written)
}

/** How much of the appointment's room a tag takes, with what JSON puts around it. */
export function charactersOf(written: Tag): number {
  return JSON.stringify({ [tagKey]: tagText(written) }).length
}

function asJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined // no JSON is no tag, and its reader says so
  }
}
