import { Button, mergeClasses } from '@fluentui/react-components'
import { Send20Regular } from '@fluentui/react-icons/svg/send'
import type { DecisionCase } from '../../../api/contracts/decisions.ts'
import { useButtonStyles } from '../../ui/button-styles.ts'
import { useChase } from '../../ui/chasing/use-chase.ts'
import { lastChaseWords, sparedWords, troubleWords, words } from '../../ui/chasing/words.ts'
import { Live } from '../../ui/Live.tsx'
import { Status } from '../../ui/Status.tsx'
import { chaseWords } from './words.ts'

/** C4.13: asks everyone again who might still come. It decides nothing, and the button says how many before it is pressed. */
export function ChaseButton({ view, onChased }: { readonly view: DecisionCase; readonly onChased: () => Promise<void> }) {
  const { officer, outlined } = useButtonStyles()
  const { chase, now, row } = view
  const { state, ask } = useChase(row.sessionId, onChased)
  const trouble = state.kind === 'trouble' ? troubleWords(state, chase) : undefined
  return (
    <>
      {chase.asks > 0 && (
        <Button
          className={mergeClasses(officer, outlined)}
          style={{ alignSelf: 'flex-start' }}
          icon={<Send20Regular aria-hidden />}
          onClick={() => void ask(chase.number)}
        >
          {chaseWords(view)}
        </Button>
      )}
      <Live>
        {state.kind === 'asking' && <Status icon="telling">{words.chasing}</Status>}
        {trouble && <Status icon="danger">{trouble}</Status>}
      </Live>
      {[lastChaseWords(chase, now), sparedWords(chase)]
        .filter((said) => said !== undefined)
        .map((said) => (
          <Status key={said} icon="info">
            {said}
          </Status>
        ))}
    </>
  )
}
