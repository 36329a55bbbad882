import { z } from 'zod'
import { longestAgoMs, recorded, type MarkBody } from '../../../api/contracts/attendance.ts'

/** A mark as the phone keeps it until the register has it. `pressedMs` is by the phone's own clock. */
const keptMark = z.object({
  id: z.string(),
  pressedMs: z.number(),
  seen: z.int(),
  recorded,
  through: z.enum(['register', 'teams-report']),
  about: z.union([
    z.object({ memberId: z.string() }),
    z.object({
      guest: z.object({
        id: z.string(),
        name: z.string(),
        kind: z.enum(['officer', 'partner', 'other']),
        organisation: z.string().optional(),
      }),
    }),
  ]),
  /** Why the register did not take it: shown until the officer has put it away. */
  refused: z.string().optional(),
})
const keptMarks = z.array(keptMark)

export type KeptMark = z.infer<typeof keptMark>
export type About = KeptMark['about']

/** As many as one request takes. */
export const mostAtOnce = 100

/** What is kept on this phone between a press and the register's word that it has it. */
export type Keeping = {
  readonly read: () => readonly KeptMark[]
  readonly write: (marks: readonly KeptMark[]) => void
  /** Whether it outlives the page: a browser may forbid it. */
  readonly lasts: () => boolean
}

/**
 * Keeps marks on the device, one list for each person and session.
 *
 * Trap: what lies there may have been written by an older version of the tab, or by somebody else: what cannot be read is none.
 */
export function createKeeping(storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> | undefined, name: string): Keeping {
  let held: readonly KeptMark[] | undefined
  let lasting = storage !== undefined
  function read(): readonly KeptMark[] {
    if (held) return held
    try {
      return parsed(storage?.getItem(name) ?? null)
    } catch {
      lasting = false // the browser keeps its storage from us: the page's own memory has to do
      held = []
      return held
    }
  }
  return {
    read,
    write(marks) {
      try {
        if (!storage || !lasting) held = marks
        else if (marks.length === 0) storage.removeItem(name)
        else storage.setItem(name, JSON.stringify(marks))
      } catch {
        lasting = false // full, or forbidden
        held = marks
      }
    },
    lasts: () => lasting,
  }
}

function parsed(text: string | null): readonly KeptMark[] {
  if (text === null) return []
  const found = keptMarks.safeParse(asJson(text))
  return found.success ? found.data : []
}

function asJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined // told apart from a list by its reader
  }
}

/** As it is sent: how long ago it was pressed, so that the phone's clock need not be right, and at most as long as a mark is taken. */
export function asBody({ id, pressedMs, seen, recorded: said, through, about }: KeptMark, nowMs: number): MarkBody {
  const agoMs = Math.min(Math.max(0, Math.round(nowMs - pressedMs)), longestAgoMs)
  return { id, seen, recorded: said, through, agoMs, ...about }
}

export function waiting(marks: readonly KeptMark[]): readonly KeptMark[] {
  return marks.filter(({ refused }) => refused === undefined)
}

/** After the register took a batch: what it took is kept no longer, and what it refused says why. */
export function afterTaken(
  marks: readonly KeptMark[],
  sent: readonly KeptMark[],
  refused: ReadonlyMap<string, string>,
): readonly KeptMark[] {
  const ids = new Set(sent.map(({ id }) => id))
  return marks.flatMap((mark) => {
    const because = refused.get(mark.id)
    if (because !== undefined) return [{ ...mark, refused: because }]
    return ids.has(mark.id) ? [] : [mark]
  })
}
