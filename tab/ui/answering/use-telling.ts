import { useEffect, useEffectEvent, useLayoutEffect, useState, useSyncExternalStore } from 'react'
import type { MySession } from '../../../api/contracts/my-training.ts'
import { useAnswers } from './AnswersContext.tsx'
import type { GivenAnswer, Telling } from './telling.ts'

type Options = {
  readonly sessionId: string
  /** What the page read of an answer under way. */
  readonly atFirst: Telling
  /** The answer that the page read from Outlook, where it reads one: newer than what was told here, once they differ. */
  readonly held?: MySession['response']
  /** The session as the API last gave it. Its count is only looked at once the answer is settled. */
  readonly onSettled?: (session: MySession) => void
}

export type Answering = {
  readonly telling: Telling
  readonly answer: (answer: GivenAnswer) => Promise<Telling>
}

/** One session's answer as it stands on this visit to the page. What was settled on an earlier visit is told by what is read. */
export function useTelling({ sessionId, atFirst, held, onSettled }: Options): Answering {
  const answers = useAnswers()
  const given = useSyncExternalStore(answers.subscribe, () => answers.of(sessionId))
  const [settledBefore] = useState(() => (answers.isUnderWay(sessionId) ? undefined : given))
  const onThisVisit = given === settledBefore ? undefined : given

  const settle = useEffectEvent((session: MySession) => onSettled?.(session))
  const session = onThisVisit?.session
  useLayoutEffect(() => {
    if (session) settle(session)
  }, [session])

  useEffect(() => {
    if (atFirst.kind === 'telling' || atFirst.kind === 'waiting') answers.follow(sessionId, atFirst) // once, however often it is asked
  })

  const telling = onThisVisit?.telling ?? atFirst
  const isOutdated = telling.kind === 'told' && held !== undefined && held !== telling.answer
  return { telling: isOutdated ? { kind: 'none' } : telling, answer: (answer) => answers.answer(sessionId, answer) }
}
