import { z } from 'zod'
import { pdpContent, type PdpContentView } from '../../../api/contracts/pdp.ts'

/** What was typed and is not saved yet, as the device keeps it, with what it was written on. */
const keptWords = z.object({ etag: z.string(), content: pdpContent })
type KeptWords = { readonly etag: string; readonly content: PdpContentView }

export type Keeping = {
  readonly read: () => KeptWords | undefined
  /** Undefined: it is saved, and nothing of it stays on the device. */
  readonly write: (words: KeptWords | undefined) => void
  /** Whether it outlives the page: a browser may forbid it. */
  readonly lasts: () => boolean
}

/**
 * Keeps on the device what is typed until it is saved, one place for each person and plan.
 *
 * Trap: what lies there may be of an older tab: what cannot be read is none. Nothing private stays there once it is saved.
 */
export function createKeeping(storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> | undefined, name: string): Keeping {
  let lasting = storage !== undefined
  return {
    read() {
      try {
        return parsed(storage?.getItem(name) ?? null)
      } catch {
        lasting = false // the browser keeps its storage from us: the page's own memory has to do
        return undefined
      }
    },
    write(words) {
      try {
        if (words === undefined) storage?.removeItem(name)
        else storage?.setItem(name, JSON.stringify(words))
      } catch {
        lasting = false // full, or forbidden
      }
    },
    lasts: () => lasting,
  }
}

function parsed(text: string | null): KeptWords | undefined {
  if (text === null) return undefined
  const found = keptWords.safeParse(asJson(text))
  return found.success ? found.data : undefined
}

function asJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined // told apart from what is kept by its reader
  }
}
