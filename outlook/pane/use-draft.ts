import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { AppointmentView } from '../../api/contracts/appointments.ts'
import type { ReadTag, Tag } from '../../api/contracts/tag.ts'
import { bodyOf, draftOf, noLongerAllowed, wrongIn, type Draft, type Wrong } from '../../tab/features/details/draft.ts'
import type { SessionDetails } from '../../api/contracts/details.ts'
import type { Outlook } from '../office/outlook.ts'
import { choicesFor } from './kinds.ts'
import { createKeeping } from './keeping.ts'

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
  /** It is no training session: takes all of it out of the appointment. */
  readonly takeBack: () => Promise<void>
}

const restMs = 400

/**
 * What an officer writes of an appointment that is not sent yet, kept in the appointment itself: closing the pane loses nothing, and whoever
 * opens it next reads the same. Written on what was read, or not at all.
 */
export function useDraft(outlook: Outlook, view: AppointmentView): DraftState {
  const [read, setRead] = useState<ReadTag | 'silent'>()
  const [written, setWritten] = useState<Written>()
  const [kept, setKept] = useState<Kept>({ kind: 'as-read' })
  const keeping = useMemo(() => createKeeping(outlook), [outlook])
  const latest = useRef<Written>(undefined)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)

  const lookAgain = useCallback(async () => {
    try {
      const found = await keeping.read()
      // What was typed while Outlook was answering is let go of with the rest: in its place a blank would be written as something new.
      clearTimeout(timer.current)
      timer.current = undefined
      latest.current = writtenFrom(found)
      setRead(found)
      setWritten(latest.current)
      setKept({ kind: 'as-read' })
    } catch {
      setRead('silent') // told in the pane, with what to do
    }
  }, [keeping])
  useEffect(() => {
    // oxlint-disable-next-line react/set-state-in-effect -- set when Outlook has answered, not now
    void lookAgain()
  }, [lookAgain])

  const save = useCallback(async () => {
    let now: Written | undefined
    const came = await keeping.keep(() => {
      now = latest.current
      const kind = now?.kindId ?? view.kindId
      if (!now || !kind) return undefined
      const wrong = { ...wrongIn(now.draft), ...noLongerAllowed(now.draft, choicesFor(view, kind)) }
      const isRight = Object.keys(wrong).length === 0
      setKept(isRight ? { kind: 'saving' } : { kind: 'wrong', wrong })
      return isRight ? toKeep(now.draft, kind) : undefined
    })
    if (came?.kind === 'saved') setRead({ kind: 'tag', tag: came.tag })
    if (came) setKept(came.kind === 'saved' ? { kind: latest.current === now ? 'saved' : 'saving' } : came)
  }, [keeping, view])

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
  const takeBack = useCallback(async () => {
    clearTimeout(timer.current)
    timer.current = undefined
    const came = await keeping.takeBack()
    if (came === 'removed') await lookAgain()
    else setKept({ kind: came })
  }, [keeping, lookAgain])
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
  return { read, written, kept, change, save, lookAgain, takeBack }
}

function toKeep(draft: Draft, kind: string): Pick<Tag, 'kind' | 'details'> {
  const { version: _version, ...details } = bodyOf(draft, 0)
  return { kind, details }
}

const nothing: Pick<SessionDetails, 'details'> = { details: { costs: [] } }

function writtenFrom(read: ReadTag): Written {
  if (read.kind !== 'tag') return { draft: draftOf(nothing), kindId: undefined }
  return { draft: draftOf(read.tag), kindId: read.tag.kind }
}

/** What stands in the appointment of it, as far as Outlook has told. */
export function standsIn(read: DraftState['read']): ReadTag['kind'] {
  return read === undefined || read === 'silent' ? 'none' : read.kind
}
