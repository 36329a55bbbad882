import { useCallback, useMemo, useRef, useState } from 'react'
import { myTraining, type MySession, type MyTraining } from '../../../api/contracts/my-training.ts'
import { useResource, type Resource } from '../../api/use-resource.ts'
import { keepAnswered, wantsAnswer } from './keep-answered.ts'

export type MyTrainingView = {
  readonly invitations: readonly MySession[]
  readonly waiting: readonly MySession[]
  readonly nextDates: readonly MySession[]
  readonly left: number
  readonly answeredHere: number
}

export type MyTrainingPageState = {
  readonly resource: Resource<MyTraining>
  readonly view: MyTrainingView | undefined
  readonly settle: (session: MySession) => void
}

/** Her own page, with what was answered on this visit kept in its place. */
export function useMyTraining(): MyTrainingPageState {
  const resource = useResource('/my/training', myTraining)
  const [answered, setAnswered] = useState<ReadonlyMap<string, MySession>>(new Map())
  const before = useRef<readonly MySession[]>([])

  const settle = useCallback((session: MySession) => {
    setAnswered((sofar) => {
      const now = new Map(sofar)
      if (session.response === 'none') now.delete(session.sessionId)
      else now.set(session.sessionId, session)
      return now
    })
  }, [])

  const training = resource.state.kind === 'shown' ? resource.state.value : undefined
  const view = useMemo(() => {
    if (!training) return undefined
    const shown = viewOf(training, before.current, answered)
    before.current = [...shown.invitations]
    return shown
  }, [training, answered])
  return { resource, view, settle }
}

function viewOf(training: MyTraining, before: readonly MySession[], answered: ReadonlyMap<string, MySession>): MyTrainingView {
  const isDown = training.unreachable.some(({ dependency }) => dependency === 'graph')
  const isWaiting = (session: MySession) => isDown && session.telling?.state === 'waiting'
  const all = keepAnswered(before, training.needsAnswer, answered)
  const invitations = all.filter((session) => !isWaiting(session))
  const shown = new Set(all.map(({ sessionId }) => sessionId))
  return {
    invitations,
    waiting: [...all, ...training.nextDates.filter(({ sessionId }) => !shown.has(sessionId))].filter(isWaiting),
    nextDates: training.nextDates.filter((session) => !shown.has(session.sessionId) && !isWaiting(session)),
    left: invitations.filter((session) => wantsAnswer(session, answered)).length,
    answeredHere: answered.size,
  }
}
