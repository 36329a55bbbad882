import { Button, MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle } from '@fluentui/react-components'
import { outlookWords } from './words.ts'

type Props = {
  readonly because: string
  /** Whose words these are, or what they are about. */
  readonly title?: string
  readonly tryAgain?: () => void
}

/** The words in which something was refused, Graph's own as a rule, and a way to try again where trying again may help. */
export function OutlookFailure({ because, title = outlookWords.failed, tryAgain }: Props) {
  return (
    <MessageBar intent="error" layout="multiline" className="outlook-failure">
      <MessageBarBody>
        <MessageBarTitle>{title}:</MessageBarTitle> {because}
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
