import { useState } from 'react'
import { myTraining, type MySession, type MyTraining } from '../../../api/contracts/my-training.ts'
import { useResource, type Resource } from '../../api/use-resource.ts'
import { keepAnswered, wantsAnswer, type AnsweredHere } from './keep-answered.ts'

export type MyTrainingView = {
  readonly invitations: readonly MySession[]
  readonly waiting: readonly MySession[]
  readonly nextDates: readonly MySession[]
  readonly left: number
  readonly answeredHere: number
  /** Forms that wait. */
  readonly forms: number
}

export type MyTrainingPageState = {
  readonly resource: Resource<MyTraining>
  readonly view: MyTrainingView | undefined
  readonly settle: (session: MySession) => void
}

/** Her own page, with what was answered on this visit kept in its place. */
export function useMyTraining(): MyTrainingPageState {
  const resource = useResource('/my/training', myTraining)
  const [answered, setAnswered] = useState<AnsweredHere>(new Map())
  const training = resource.state.kind === 'shown' ? resource.state.value : undefined
  const view = training && viewOf(training, answered)

  function settle(session: MySession): void {
    if (!training) return
    const place = view?.invitations.findIndex(({ sessionId }) => sessionId === session.sessionId) ?? 0
    setAnswered((sofar) => {
      const others = [...sofar].filter(([id]) => id !== session.sessionId)
      const here = { session, place: Math.max(0, place), on: training }
      return new Map(session.response === 'none' ? others : [...others, [session.sessionId, here]])
    })
  }
  return { resource, view, settle }
}

export function viewOf(training: MyTraining, answered: AnsweredHere): MyTrainingView {
  const isDown = training.unreachable.some(({ dependency }) => dependency === 'graph')
  const isWaiting = (session: MySession) => isDown && session.telling?.state === 'waiting'
  const all = keepAnswered(training, answered)
  const shown = new Set(all.map(({ sessionId }) => sessionId))
  const others = training.nextDates.filter(({ sessionId }) => !shown.has(sessionId))
  const invitations = all.filter((session) => !isWaiting(session))
  return {
    invitations,
    waiting: [...all, ...others].filter(isWaiting),
    nextDates: others.filter((session) => !isWaiting(session)),
    left: invitations.filter((session) => wantsAnswer(session, training, answered)).length,
    answeredHere: answered.size,
    forms: training.evaluations.length,
  }
}
