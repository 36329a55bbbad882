import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { attendanceRegister, marksTaken, type AttendanceRegister, type AttendanceRow } from '../../../api/contracts/attendance.ts'
import { useApi } from '../../api/ApiContext.tsx'
import { useResource, type Resource } from '../../api/use-resource.ts'
import { storageOfDevice } from '../../host/device-storage.ts'
import { useHost } from '../../host/HostContext.tsx'
import { problemWords } from '../../ui/words.ts'
import { afterTaken, asBody, createKeeping, waiting, type About, type KeptMark } from './kept-marks.ts'
import { sendWaiting } from './send-marks.ts'
import { whyRefused } from './words.ts'

type Recorded = AttendanceRow['recorded']
export type Press = { readonly about: About; readonly recorded: Recorded; readonly through?: KeptMark['through'] }

export type RegisterState = {
  readonly resource: Resource<AttendanceRegister>
  readonly kept: readonly KeptMark[]
  /** `kept`: the register cannot be reached, and what was pressed waits on this phone. */
  readonly sending: 'nothing' | 'sending' | 'kept'
  readonly lasts: boolean
  /** What stops everything from being sent, where we were told. */
  readonly trouble: string | undefined
  readonly press: (presses: readonly Press[]) => void
  readonly sendNow: () => void
  readonly forgetRefused: () => void
}

const everySeconds = 5
const tryAgainMs = 5_000

/** A register that works without a network: each press is kept on the phone first, then sent, and kept until the register has it. */
export function useRegister(sessionId: string): RegisterState {
  const api = useApi()
  const resource = useResource(`/sessions/${sessionId}/attendance`, attendanceRegister, { everySeconds })
  const { replace } = resource
  const keeping = useKeeping(sessionId)
  const [kept, setKept] = useState(keeping.read)
  const [sending, setSending] = useState<RegisterState['sending']>('nothing')
  const [trouble, setTrouble] = useState<string>()
  const isSending = useRef(false)

  const keep = useCallback(
    (change: (now: readonly KeptMark[]) => readonly KeptMark[]) => {
      const next = change(keeping.read())
      keeping.write(next)
      setKept(next)
    },
    [keeping],
  )

  const send = useCallback(async () => {
    if (isSending.current) return
    isSending.current = true
    const stopped = await sendWaiting({
      waiting: () => waiting(keeping.read()),
      post(batch) {
        setSending('sending')
        const nowMs = Date.now()
        return api.post(`/sessions/${sessionId}/attendance`, { marks: batch.map((mark) => asBody(mark, nowMs)) }, marksTaken)
      },
      taken(batch, { register, refused }) {
        keep((now) => afterTaken(now, batch, new Map(refused.map(({ id, because }) => [id, because]))))
        replace(register)
        setTrouble(undefined)
      },
      refused(batch, problem) {
        const because = whyRefused(problem)
        keep((now) => afterTaken(now, batch, new Map(batch.map(({ id }) => [id, because]))))
        setTrouble(problemWords(problem))
      },
    })
    if (stopped) setTrouble(stopped.kind === 'refused' ? problemWords(stopped.problem) : undefined)
    isSending.current = false
    setSending(waiting(keeping.read()).length > 0 ? 'kept' : 'nothing')
  }, [api, keep, keeping, replace, sessionId])

  useSentLater(send)

  const seen = resource.state.kind === 'shown' ? resource.state.value.seen : 0
  return {
    resource,
    kept,
    sending,
    lasts: keeping.lasts(),
    trouble,
    press(presses) {
      const pressedMs = Date.now()
      const made = presses.map(({ about, recorded, through = 'register' }): KeptMark => {
        return { id: crypto.randomUUID(), pressedMs, seen, recorded, through, about }
      })
      keep((now) => [...now, ...made])
      void send()
    },
    sendNow: () => void send(),
    forgetRefused: () => keep(waiting),
  }
}

function useKeeping(sessionId: string) {
  const { person } = useHost()
  return useMemo(() => createKeeping(storageOfDevice(), `quorate:register:${person}:${sessionId}`), [person, sessionId])
}

/** What is left from before is sent on opening, when the network returns, on coming back to the page, and every few seconds. */
function useSentLater(send: () => Promise<void>): void {
  useEffect(() => {
    const again = () => void send()
    // oxlint-disable-next-line react/set-state-in-effect -- set when there is something to send and the API has been asked
    again()
    const timer = setInterval(again, tryAgainMs)
    window.addEventListener('online', again)
    document.addEventListener('visibilitychange', again)
    return () => {
      clearInterval(timer)
      window.removeEventListener('online', again)
      document.removeEventListener('visibilitychange', again)
    }
  }, [send])
}
