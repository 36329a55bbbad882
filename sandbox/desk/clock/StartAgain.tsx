import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  DialogTrigger,
  MessageBar,
  MessageBarBody,
  Spinner,
} from '@fluentui/react-components'
import { useState } from 'react'
import { useDesk } from '../desk-context.ts'
import { wordsOf } from '../use-loaded.ts'
import { topWords } from './words.ts'

/** A new council. It cannot be undone, so it says what goes and asks. */
export function StartAgain({ startAgain }: { readonly startAgain: () => Promise<void> }) {
  const { announce } = useDesk()
  const [open, setOpen] = useState(false)
  const [state, setState] = useState<{ starting: boolean; refused?: string }>({ starting: false })

  async function start(): Promise<void> {
    setState({ starting: true })
    try {
      await startAgain()
      announce(topWords.started)
      setOpen(false)
      setState({ starting: false })
    } catch (failure) {
      setState({ starting: false, refused: topWords.refused(wordsOf(failure)) })
    }
  }

  return (
    <Dialog open={open} onOpenChange={(_, data) => setOpen(data.open)}>
      <DialogTrigger disableButtonEnhancement>
        <Button appearance="transparent">{topWords.startAgain}</Button>
      </DialogTrigger>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{topWords.startAgainTitle}</DialogTitle>
          <DialogContent>
            <p>{topWords.startAgainMeans}</p>
            {state.starting && <Spinner size="small" label={topWords.starting} />}
            {state.refused && (
              <MessageBar intent="error">
                <MessageBarBody>{state.refused}</MessageBarBody>
              </MessageBar>
            )}
          </DialogContent>
          <DialogActions>
            <Button appearance="primary" disabledFocusable={state.starting} onClick={() => void start()}>
              {topWords.startAgainYes}
            </Button>
            <DialogTrigger disableButtonEnhancement>
              <Button>{topWords.startAgainNo}</Button>
            </DialogTrigger>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  )
}
