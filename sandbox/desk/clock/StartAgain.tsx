import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  DialogTrigger,
} from '@fluentui/react-components'
import { useState } from 'react'
import { flushSync } from 'react-dom'
import { topWords } from './words.ts'

/** A new council. It cannot be undone, so it says what goes and asks. */
export function StartAgain({ startAgain }: { readonly startAgain: () => Promise<void> }) {
  const [open, setOpen] = useState(false)

  function start(): void {
    // The desk goes while the new council is made. A dialog that went with it would leave the page hidden from screen readers.
    flushSync(() => setOpen(false))
    void startAgain()
  }

  return (
    <Dialog open={open} onOpenChange={(_, data) => setOpen(data.open)} surfaceMotion={null}>
      <DialogTrigger disableButtonEnhancement>
        <Button appearance="transparent">{topWords.startAgain}</Button>
      </DialogTrigger>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{topWords.startAgainTitle}</DialogTitle>
          <DialogContent>{topWords.startAgainMeans}</DialogContent>
          <DialogActions>
            <Button appearance="primary" onClick={start}>
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
