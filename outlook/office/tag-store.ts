/// <reference types="office-js" />
import { charactersOf, mostCharacters, tagIn, tagKey, tagText, type ReadTag, type Tag } from '../../api/contracts/tag.ts'
import { asked } from './asked.ts'

type Item = Pick<Office.AppointmentCompose, 'loadCustomPropertiesAsync'>

export type Writing =
  | { readonly kind: 'saved'; readonly rev: string }
  /** It takes more than Outlook keeps in an appointment. `over`: by how many characters. */
  | { readonly kind: 'too-long'; readonly over: number }
  /** Somebody else wrote there since it was read; what they wrote stands. */
  | { readonly kind: 'changed-since-seen' }

/** What stands in the appointment, read anew. */
export async function readTag(item: Item): Promise<ReadTag> {
  return tagIn((await properties(item)).get(tagKey))
}

/**
 * Writes a tag in the place of the one that was read, or of none.
 *
 * `seen`: the mark of what was read; undefined where there was nothing. Two officers can have one series open, from a shared mailbox: the
 * later is told. What cannot be read is overwritten only by whoever was shown that, with `seen` as `unreadable`.
 */
export async function writeTag(item: Item, { tag, seen }: { readonly tag: Tag; readonly seen: string | undefined }): Promise<Writing> {
  const over = charactersOf(tag) - mostCharacters
  if (over > 0) return { kind: 'too-long', over }
  const kept = await properties(item)
  if (markOf(tagIn(kept.get(tagKey))) !== seen) return { kind: 'changed-since-seen' }
  kept.set(tagKey, tagText(tag))
  await asked<void>((done) => kept.saveAsync(done))
  return { kind: 'saved', rev: tag.rev }
}

/** Takes back the tag that was read: the appointment is none of Quorate's, unless its category or its mailbox says so. */
export async function removeTag(item: Item, seen: string | undefined): Promise<'removed' | 'changed-since-seen'> {
  const kept = await properties(item)
  if (markOf(tagIn(kept.get(tagKey))) !== seen) return 'changed-since-seen'
  kept.remove(tagKey)
  await asked<void>((done) => kept.saveAsync(done))
  return 'removed'
}

/** By which another writing is told from this one. */
export function markOf(read: ReadTag): string | undefined {
  if (read.kind === 'none') return undefined
  return read.kind === 'tag' ? read.tag.rev : 'unreadable'
}

function properties(item: Item): Promise<Office.CustomProperties> {
  return asked<Office.CustomProperties>((done) => item.loadCustomPropertiesAsync(done))
}
