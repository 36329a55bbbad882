import { useCallback, useEffect, useRef, useState } from 'react'
import type { ReadTag, Tag } from '../../api/contracts/tag.ts'
import { bodyOf, draftOf, noLongerAllowed, wrongIn, type Draft, type Wrong } from '../../tab/features/details/draft.ts'
import type { SessionDetails } from '../../api/contracts/details.ts'
import type { Outlook } from '../office/outlook.ts'
import { markOf } from '../office/tag-store.ts'

export type Kept =
  | { readonly kind: 'as-read' | 'saving' | 'saved' | 'not-saved' | 'changed-since-seen' }
  | { readonly kind: 'wrong'; readonly wrong: Wrong }
  | { readonly kind: 'too-long'; readonly over: number }

export type Written = { readonly draft: Draft; readonly kindId: string | undefined }

export type DraftState = {
  /** Undefined until Outlook has told what stands in the appointment. */
  readonly read: ReadTag | undefined | 'silent'
  readonly written: Written | undefined
  readonly kept: Kept
  readonly change: (change: Partial<Written>) => void
  /** Writes at once; of itself it does so a moment after the last change. */
  readonly save: () => Promise<void>
  /** Lets go of what is here and shows what stands in the appointment. */
  readonly lookAgain: () => Promise<void>
}

const restMs = 400

type Choices = Pick<SessionDetails['choices'], 'rules' | 'audienceFixed'>

/**
 * What an officer writes of an appointment that is not sent yet, kept in the appointment itself: closing the pane loses nothing, and whoever
 * opens it next reads the same. Written on what was read, or not at all.
 */
export function useDraft(
  outlook: Outlook,
  { kindId, choices }: { readonly kindId: string | undefined; readonly choices: Choices | undefined },
): DraftState {
  const [read, setRead] = useState<ReadTag | 'silent'>()
  const [written, setWritten] = useState<Written>()
  const [kept, setKept] = useState<Kept>({ kind: 'as-read' })
  const seen = useRef<string>(undefined)
  const writing = useRef<Promise<void>>(undefined)
  const latest = useRef<Written>(undefined)

  const lookAgain = useCallback(async () => {
    try {
      const found = await outlook.readTag()
      seen.current = markOf(found)
      latest.current = writtenFrom(found)
      setRead(found)
      setWritten(latest.current)
      setKept({ kind: 'as-read' })
    } catch {
      setRead('silent') // told in the pane, with what to do
    }
  }, [outlook])
  useEffect(() => {
    // oxlint-disable-next-line react/set-state-in-effect -- set when Outlook has answered, not now
    void lookAgain()
  }, [lookAgain])

  const save = useCallback(async () => {
    await writing.current
    const now = latest.current
    const kind = now?.kindId ?? kindId
    if (!now || !kind || !choices) return
    const wrong = { ...wrongIn(now.draft), ...noLongerAllowed(now.draft, choices) }
    if (Object.keys(wrong).length > 0) return setKept({ kind: 'wrong', wrong })
    setKept({ kind: 'saving' })
    const work = async () => {
      const came = await write(outlook, { now: { ...now, kindId: kind }, seen: seen.current })
      if (came.kind === 'saved') seen.current = came.rev
      if (came.kind === 'saved') setRead({ kind: 'tag', tag: came.tag })
      setKept(came.kind === 'saved' ? { kind: latest.current === now ? 'saved' : 'saving' } : came)
    }
    writing.current = work()
    await writing.current
  }, [choices, kindId, outlook])

  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const change = useCallback(
    (part: Partial<Written>) => {
      if (!latest.current) return
      latest.current = { ...latest.current, ...part }
      setWritten(latest.current)
      setKept({ kind: 'saving' })
      clearTimeout(timer.current)
      timer.current = setTimeout(() => {
        timer.current = undefined
        void save()
      }, restMs)
    },
    [save],
  )
  // Whoever goes from the pane to Send takes with her what she has just typed.
  useEffect(() => {
    const atOnce = () => {
      if (timer.current === undefined) return
      clearTimeout(timer.current)
      timer.current = undefined
      void save()
    }
    window.addEventListener('blur', atOnce)
    return () => window.removeEventListener('blur', atOnce)
  }, [save])
  return { read, written, kept, change, save, lookAgain }
}

type Came =
  | { readonly kind: 'saved'; readonly rev: string; readonly tag: Tag }
  | { readonly kind: 'not-saved' | 'changed-since-seen' }
  | { readonly kind: 'too-long'; readonly over: number }

async function write(outlook: Outlook, { now, seen }: { readonly now: Written; readonly seen: string | undefined }): Promise<Came> {
  const { version: _version, ...details } = bodyOf(now.draft, 0)
  const tag: Tag = { v: 1, rev: crypto.randomUUID(), kind: now.kindId ?? '', details }
  try {
    const came = await outlook.writeTag({ tag, seen })
    return came.kind === 'saved' ? { ...came, tag } : came
  } catch {
    return { kind: 'not-saved' } // Outlook refused, or the item went away: what is written stays in sight
  }
}

const nothing: Pick<SessionDetails, 'details'> = { details: { costs: [] } }

function writtenFrom(read: ReadTag): Written {
  if (read.kind !== 'tag') return { draft: draftOf(nothing), kindId: undefined }
  return { draft: draftOf(read.tag), kindId: read.tag.kind }
}
