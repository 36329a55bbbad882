import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { useId, useState, type MouseEvent, type ReactElement, type ReactNode } from 'react'
import { useButtonStyles } from './button-styles.ts'
import { Live } from './Live.tsx'
import { Status } from './Status.tsx'
import { useFocusNext } from './use-focus-next.ts'

const useStyles = makeStyles({
  all: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  asking: { width: '100%' },
  result: { ':focus': { outline: 'none' }, ':has(> :empty)': { position: 'absolute' } },
  start: { alignSelf: 'flex-start' },
  quiet: { margin: 0, color: tokens.colorNeutralForeground2, textWrap: 'pretty' },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
})

type Opener = {
  readonly words: string
  readonly label?: string
  readonly icon?: ReactElement
  readonly primary?: boolean
  /** Why it cannot be pressed now. */
  readonly because?: string | undefined
}
type Props<Subject> = {
  /** What is done, as it stands. What stood there at the first press is what the second does, although it is read anew between them. */
  readonly subject: Subject
  /** What is pressed first. Absent: there is nothing to do. */
  readonly opener: Opener | undefined
  readonly sure: (subject: Subject) => string
  readonly yes: (subject: Subject) => { readonly words: string; readonly label?: string }
  readonly no: string
  readonly onYes: (subject: Subject) => Promise<unknown>
  /** How it stands while nothing is asked. */
  readonly said?: ReactNode
  readonly isBusy?: boolean
  /** How tall the buttons are here. */
  readonly look: string
  readonly primary?: boolean
}

const opening = '[data-opener]'
const result = '[data-result]'

/** The second half of a double click would take focus from where the first has put it. */
function keepFocus(event: MouseEvent): void {
  if (event.detail > 1) event.preventDefault()
}

/**
 * What cannot be taken back: asked once more, and then done once.
 *
 * Trap: what answers lies where it was asked. The second half of a double click is no answer.
 */
export function AskTwice<Subject>(props: Props<Subject>) {
  const { subject, opener, sure, yes, no, onYes, said, isBusy = false, look, primary = false } = props
  const styles = useStyles()
  const { outlined } = useButtonStyles()
  const { within, focusNext, focusIfLost } = useFocusNext()
  const [asked, setAsked] = useState<{ readonly subject: Subject }>()

  function ask(): void {
    setAsked({ subject })
    focusNext('[data-no]')
  }
  function leave(): void {
    setAsked(undefined)
    focusNext(opening, result)
  }
  async function answer(event: MouseEvent, given: Subject): Promise<void> {
    if (event.detail > 1) return
    leave()
    await onYes(given)
    focusIfLost(opening, result)
  }
  const answers = asked && yes(asked.subject)
  return (
    <div ref={within} className={mergeClasses(styles.all, asked && styles.asking)} role="presentation" onMouseDown={keepFocus}>
      <div data-result tabIndex={-1} className={styles.result}>
        <Live>{asked ? <Status icon="info">{sure(asked.subject)}</Status> : said}</Live>
      </div>
      {asked && answers ? (
        <div className={styles.buttons}>
          <Button
            {...(primary ? { appearance: 'primary' } : {})}
            className={primary ? look : mergeClasses(look, outlined)}
            aria-label={answers.label}
            disabledFocusable={isBusy}
            onClick={(event) => void answer(event, asked.subject)}
          >
            {answers.words}
          </Button>
          <Button data-no className={mergeClasses(look, outlined)} onClick={leave}>
            {no}
          </Button>
        </div>
      ) : (
        opener && <First opener={opener} isBusy={isBusy} look={look} onPress={ask} />
      )}
    </div>
  )
}

type FirstProps = { readonly opener: Opener; readonly isBusy: boolean; readonly look: string; readonly onPress: () => void }

function First({ opener, isBusy, look, onPress }: FirstProps) {
  const styles = useStyles()
  const { outlined } = useButtonStyles()
  const id = useId()
  const { words, label, icon, primary, because } = opener
  return (
    <>
      <Button
        data-opener
        {...(primary ? { appearance: 'primary' } : {})}
        className={mergeClasses(look, styles.start, !primary && outlined)}
        {...(icon ? { icon } : {})}
        aria-label={label}
        disabledFocusable={isBusy || because !== undefined}
        aria-describedby={because ? id : undefined}
        onClick={onPress}
      >
        {words}
      </Button>
      {because && (
        <p id={id} className={styles.quiet}>
          {because}
        </p>
      )}
    </>
  )
}
