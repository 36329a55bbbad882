import { useCallback, useEffect, useRef, useState } from 'react'
import { mySession, mySessionPage, type MySession } from '../../../api/contracts/my-training.ts'
import { useApi } from '../../api/ApiContext.tsx'
import type { Api } from '../../api/client.ts'
import { tellingIn, type GivenAnswer, type Telling } from './telling.ts'

type Options = {
  readonly sessionId: string
  readonly atFirst: Telling
  /** The session as the API last gave it. Its count is only looked at once the answer is settled. */
  readonly onSettled: (session: MySession) => void
}

export type Answering = {
  readonly telling: Telling
  /** Gives an answer, and comes back when Outlook has it or when nothing more can be said of it. */
  readonly answer: (answer: GivenAnswer) => Promise<Telling>
}

const everySecond = Array.from({ length: 30 }, () => 1_000)
/** Outlook may be out of reach for a while: less often then, and not for ever. */
const everyQuarter = Array.from({ length: 40 }, () => 15_000)
const resendMs = 5_000
const resends = 60

/** Gives a Member's answer to the API and watches it reach Outlook. Pressing another answer takes the place of the first. */
export function useTelling({ sessionId, atFirst, onSettled }: Options): Answering {
  const api = useApi()
  const [telling, setTelling] = useState<Telling>(atFirst)
  const turn = useRef(0)
  const settled = useRef(onSettled)
  settled.current = onSettled

  const watch = useCallback(
    async (given: GivenAnswer, isMine: () => boolean, from: Telling): Promise<Telling> => {
      let last = from
      for await (const seen of readings(api, sessionId, isMine)) {
        const now = tellingIn(seen.session, given)
        last = now ?? seen.late ?? last
        if (!isMine()) return last
        if (seen.final && !now && !seen.session.telling) last = { kind: 'none' } // Outlook says otherwise, and Outlook is right
        setTelling(last)
        if (last.kind === 'told' || last.kind === 'refused' || last.kind === 'none') {
          settled.current(seen.session)
          return last
        }
      }
      return last
    },
    [api, sessionId],
  )

  const answer = useCallback(
    async (given: GivenAnswer): Promise<Telling> => {
      turn.current += 1
      const mine = turn.current
      const isMine = () => mine === turn.current
      const show = (next: Telling) => {
        if (isMine()) setTelling(next)
        return next
      }
      show({ kind: 'telling', answer: given })
      for (let tries = 0; tries < resends && isMine(); tries += 1) {
        const taken = await api.put(`/my/sessions/${sessionId}/answer`, { answer: given }, mySession)
        if (taken.kind === 'refused') return show({ kind: 'refused', answer: given, problem: taken.problem })
        if (taken.kind === 'ok') return watch(given, isMine, { kind: 'telling', answer: given })
        show({ kind: 'unsent', answer: given })
        await wait(resendMs)
      }
      return { kind: 'unsent', answer: given }
    },
    [api, sessionId, watch],
  )

  // An answer given on an earlier visit may still be on its way.
  useEffect(() => {
    if (atFirst.kind === 'telling' || atFirst.kind === 'waiting') {
      turn.current += 1
      const mine = turn.current
      void watch(atFirst.answer, () => mine === turn.current, atFirst)
    }
    return () => {
      turn.current += 1
    }
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- only what the page opened with: later states come from `answer` itself
  }, [sessionId, watch])

  return { telling, answer }
}

type Reading = { readonly session: MySession; readonly late?: Telling; readonly final: boolean }

/** The session again and again: each second for half a minute, then each quarter of a minute for ten. */
async function* readings(api: Api, sessionId: string, isMine: () => boolean): AsyncGenerator<Reading> {
  const pauses = [...everySecond, ...everyQuarter]
  for (const [read, pause] of pauses.entries()) {
    await wait(pause)
    if (!isMine()) return
    const page = await api.get(`/my/sessions/${sessionId}`, mySessionPage)
    if (page.kind !== 'ok') continue
    const { session } = page.value
    const isLate = read >= everySecond.length - 1 && session.telling !== undefined
    const late =
      isLate && session.telling ? ({ kind: 'waiting', answer: session.telling.answer, at: session.telling.at } as const) : undefined
    yield { session, ...(late ? { late } : {}), final: read >= everySecond.length - 1 }
  }
}

function wait(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}
