import { Button, mergeClasses } from '@fluentui/react-components'
import { Send20Regular } from '@fluentui/react-icons/svg/send'
import { useState } from 'react'
import { chased, type DecisionCase } from '../../../api/contracts/decisions.ts'
import { useApi } from '../../api/ApiContext.tsx'
import { useButtonStyles } from '../../ui/button-styles.ts'
import { Live } from '../../ui/Live.tsx'
import { Status } from '../../ui/Status.tsx'
import { problemWords } from '../../ui/words.ts'
import { chasedWords, chaseWords, troubleWords, words, type ChaseTrouble } from './words.ts'

type State = { readonly kind: 'idle' | 'asking' } | ({ readonly kind: 'trouble' } & ChaseTrouble)

/** C4.13: asks everyone again who might still come. It decides nothing, and the button says how many before it is pressed. */
export function ChaseButton({ view, onChased }: { readonly view: DecisionCase; readonly onChased: () => Promise<void> }) {
  const api = useApi()
  const { officer, outlined } = useButtonStyles()
  const [state, setState] = useState<State>({ kind: 'idle' })
  async function press(): Promise<void> {
    if (state.kind === 'asking') return
    setState({ kind: 'asking' })
    const { number } = view.chase
    const answer = await api.post(`/sessions/${view.row.sessionId}/chase`, { number }, chased)
    if (answer.kind === 'ok') setState({ kind: 'idle' })
    else setState({ kind: 'trouble', number, ...(answer.kind === 'refused' ? { refused: problemWords(answer.problem) } : {}) })
    await onChased()
  }
  const trouble = state.kind === 'trouble' ? troubleWords(state, view) : undefined
  return (
    <>
      {view.chase.asks > 0 && (
        <Button
          className={mergeClasses(officer, outlined)}
          style={{ alignSelf: 'flex-start' }}
          icon={<Send20Regular aria-hidden />}
          onClick={() => void press()}
        >
          {chaseWords(view)}
        </Button>
      )}
      <Live>
        {state.kind === 'asking' && <Status icon="telling">{words.chasing}</Status>}
        {trouble && <Status icon="danger">{trouble}</Status>}
      </Live>
      {chasedWords(view).map((said) => (
        <Status key={said} icon="info">
          {said}
        </Status>
      ))}
    </>
  )
}
