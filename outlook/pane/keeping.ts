import type { ReadTag, Tag } from '../../api/contracts/tag.ts'
import { createTurns } from '../office/asked.ts'
import type { Outlook } from '../office/outlook.ts'
import { markOf } from '../office/tag-store.ts'

export type Came =
  | { readonly kind: 'saved'; readonly tag: Tag }
  | { readonly kind: 'not-saved' | 'changed-since-seen' }
  | { readonly kind: 'too-long'; readonly over: number }

export type Keeping = {
  readonly read: () => Promise<ReadTag>
  /** `latest`: asked when its turn has come; undefined: there is nothing to write any more. */
  readonly keep: (latest: () => Omit<Tag, 'v' | 'rev'> | undefined) => Promise<Came | undefined>
  /** Takes back all that stands there of it. */
  readonly takeBack: () => Promise<'removed' | 'changed-since-seen' | 'not-saved'>
}

/**
 * Keeps in the appointment what an officer writes: one writing after another, each on what the one before it left. Two of her own at once
 * would look like somebody else's.
 */
export function createKeeping(outlook: Pick<Outlook, 'readTag' | 'writeTag' | 'removeTag'>): Keeping {
  const inTurn = createTurns()
  let seen: string | undefined
  const write = async (tag: Tag): Promise<Came> => {
    try {
      const came = await outlook.writeTag({ tag, seen })
      if (came.kind !== 'saved') return came
      seen = came.rev
      return { kind: 'saved', tag }
    } catch {
      return { kind: 'not-saved' } // Outlook refused, or the item went away: what is written stays in sight
    }
  }
  return {
    read: () =>
      inTurn(async () => {
        const found = await outlook.readTag()
        seen = markOf(found)
        return found
      }),
    keep: (latest) =>
      inTurn(async () => {
        const now = latest()
        return now && write({ v: 1, rev: crypto.randomUUID(), ...now })
      }),
    takeBack: () =>
      inTurn(async () => {
        try {
          const came = await outlook.removeTag(seen)
          if (came === 'removed') seen = undefined
          return came
        } catch {
          return 'not-saved' // Outlook refused: what stands there still stands
        }
      }),
  }
}
