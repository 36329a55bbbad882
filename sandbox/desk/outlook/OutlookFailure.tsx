import { Button, MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle } from '@fluentui/react-components'
import { outlookWords } from './words.ts'

/** Graph's own words when it refuses, and a way to try again where trying again may help. */
export function OutlookFailure({ because, tryAgain }: { readonly because: string; readonly tryAgain?: () => void }) {
  return (
    <MessageBar intent="error" layout="multiline" className="outlook-failure">
      <MessageBarBody>
        <MessageBarTitle>{outlookWords.failed}:</MessageBarTitle> {because}
        {tryAgain && ` ${outlookWords.failedMeans}`}
      </MessageBarBody>
      {tryAgain && (
        <MessageBarActions>
          <Button size="small" onClick={tryAgain}>
            {outlookWords.tryAgain}
          </Button>
        </MessageBarActions>
      )}
    </MessageBar>
  )
}
