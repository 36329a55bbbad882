import { Button, FluentProvider } from '@fluentui/react-components'
import { useState } from 'react'
import { useDesk } from '../desk-context.ts'
import { deskTheme } from '../theme.ts'
import { wordsOf } from '../use-loaded.ts'
import { stepIds, type StepId } from './steps.ts'
import { stepsWords } from './words.ts'

type Props = {
  readonly step: StepId
  /** Where the note stands, seen from what it is about. */
  readonly side: 'right' | 'below' | 'below-end' | 'inline'
  readonly title?: string
  readonly means?: string
  /** What the note offers to do for the visitor. */
  readonly act?: Act
  /** What may be done first, and need not be. */
  readonly also?: Act
}
type Act = { readonly label: string; readonly do: () => Promise<void> | void }

/** A note beside the thing it is about. It never stands in the way: everything works without it, and it can be put away. */
export function Coach({ step, side, title, means, act, also }: Props) {
  const { story } = useDesk()
  const [state, setState] = useState<{ busy: boolean; refused?: string }>({ busy: false })
  if (story.step !== step || story.story.alone) return null
  const words = stepsWords.steps[step]

  async function perform(wanted: Act): Promise<void> {
    setState({ busy: true })
    try {
      await wanted.do()
      setState({ busy: false })
    } catch (failure) {
      setState({ busy: false, refused: wordsOf(failure) })
    }
  }

  return (
    <FluentProvider theme={deskTheme} className={`coach coach-${side}`}>
      <aside aria-label={stepsWords.stepOf(stepIds.indexOf(step) + 1, stepIds.length)}>
        <div className="coach-step">{stepsWords.stepOf(stepIds.indexOf(step) + 1, stepIds.length)}</div>
        <h2 className="coach-title">{title ?? words.title}</h2>
        <p className="coach-means">{means ?? words.means}</p>
        {state.refused && (
          <p className="coach-refused" role="alert">
            {state.refused}
          </p>
        )}
        <div className="coach-acts">
          <Button appearance="subtle" onClick={() => story.update((before) => ({ ...before, alone: true }))}>
            {stepsWords.alone}
          </Button>
          {also && (
            <Button disabledFocusable={state.busy} onClick={() => void perform(also)}>
              {also.label}
            </Button>
          )}
          {act && (
            <Button appearance="primary" disabledFocusable={state.busy} onClick={() => void perform(act)}>
              {act.label}
            </Button>
          )}
        </div>
      </aside>
    </FluentProvider>
  )
}
