import { useEffect, useState } from 'react'
import { mySessionPage, type MySession, type MySessionPage } from '../../../api/contracts/my-training.ts'
import { instant } from '../../../domain/kernel/time.ts'
import { useResource, type Resource } from '../../api/use-resource.ts'

export type MySessionState = {
  readonly resource: Resource<MySessionPage>
  /** The session with what was settled here since the page was read. */
  readonly session: MySession | undefined
  readonly settle: (session: MySession) => void
}

const longestTimerMs = 24 * 60 * 60 * 1000

/** One session as its Member sees it. The page is read again when the Join button is due. */
export function useMySession(sessionId: string): MySessionState {
  const resource = useResource(`/my/sessions/${sessionId}`, mySessionPage)
  const [settled, setSettled] = useState<{ readonly on: MySessionPage | undefined; readonly session: MySession }>()
  const page = resource.state.kind === 'shown' ? resource.state.value : undefined
  useJoinTime(page, resource.again)
  // A page read since is newer than what was settled on the one before.
  const session = settled && settled.on === page ? settled.session : page?.session
  return { resource, session, settle: (settledNow) => setSettled({ on: page, session: settledNow }) }
}

function useJoinTime(page: MySessionPage | undefined, again: () => Promise<void>): void {
  const joinFrom = page?.joinFrom
  const now = page?.now
  useEffect(() => {
    if (!joinFrom || !now) return undefined
    const due = instant(now).until(instant(joinFrom)).total('milliseconds')
    if (due <= 0 || due > longestTimerMs) return undefined
    const timer = setTimeout(() => void again(), due)
    return () => clearTimeout(timer)
  }, [joinFrom, now, again])
}
