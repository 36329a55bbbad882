import { Button, Dialog, DialogActions, DialogBody, DialogContent, DialogSurface, DialogTitle } from '@fluentui/react-components'
import type { SendOptions } from './use-office-host.ts'
import { officeWords } from './words.ts'

type Props = { readonly alert: SendOptions; readonly look: () => void; readonly sendAnyway: () => void }

/** What Outlook shows when an add-in has something to say to an invitation that leaves. Only one that merely warns can be sent anyway. */
export function SmartAlert({ alert, look, sendAnyway }: Props) {
  return (
    <Dialog open modalType="alert">
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{officeWords.name}</DialogTitle>
          <DialogContent>{alert.errorMessage}</DialogContent>
          <DialogActions>
            <Button appearance="primary" onClick={look}>
              {alert.cancelLabel ?? officeWords.dontSend}
            </Button>
            {alert.sendModeOverride === 'promptUser' && <Button onClick={sendAnyway}>{officeWords.sendAnyway}</Button>}
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  )
}
