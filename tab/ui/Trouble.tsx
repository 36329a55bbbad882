import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { CloudOff24Regular } from '@fluentui/react-icons/svg/cloud-off'
import { ErrorCircle24Regular } from '@fluentui/react-icons/svg/error-circle'
import { useState, type ReactNode } from 'react'
import type { Problem } from '../../api/contracts/shared.ts'
import { Card } from './Card.tsx'
import { Live } from './Live.tsx'
import { Status } from './Status.tsx'
import { phone } from './widths.ts'
import { wordsOfTrouble } from './words.ts'

const useStyles = makeStyles({
  row: { display: 'grid', gridTemplateColumns: '28px minmax(0, 1fr)', gap: tokens.spacingHorizontalS },
  title: { margin: 0, fontWeight: tokens.fontWeightSemibold, fontSize: 'inherit' },
  words: { margin: `${tokens.spacingVerticalXS} 0 0`, textWrap: 'pretty' },
  button: {
    minHeight: '48px',
    alignSelf: 'flex-start',
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStrokeAccessible}`,
    fontSize: tokens.fontSizeBase400,
    [phone]: { alignSelf: 'stretch' },
  },
})

type Props = {
  readonly title: string
  readonly children: ReactNode
  readonly onTryAgain?: () => Promise<void> | void
  readonly icon?: 'cloud' | 'error'
}

/** What happened, that nothing is lost, what to do. */
export function Trouble({ title, children, onTryAgain, icon = 'cloud' }: Props) {
  const styles = useStyles()
  return (
    <Card>
      <div role="status" className={styles.row}>
        {icon === 'cloud' ? <CloudOff24Regular aria-hidden /> : <ErrorCircle24Regular aria-hidden />}
        <div>
          <p className={styles.title}>{title}</p>
          <p className={styles.words}>{children}</p>
        </div>
      </div>
      {onTryAgain && <TryAgain onTryAgain={onTryAgain} />}
    </Card>
  )
}

/** Says that it tries: on a bad line the answer to a press can be twenty seconds away. */
function TryAgain({ onTryAgain }: { readonly onTryAgain: () => Promise<void> | void }) {
  const styles = useStyles()
  const [trying, setTrying] = useState(false)
  async function again(): Promise<void> {
    if (trying) return
    setTrying(true)
    await onTryAgain()
    setTrying(false)
  }
  return (
    <>
      <Button appearance="outline" className={styles.button} onClick={() => void again()}>
        {wordsOfTrouble.tryAgain}
      </Button>
      <Live>{trying && <Status icon="telling">{wordsOfTrouble.trying}</Status>}</Live>
    </>
  )
}

/** A refusal in the server's own words. */
export function Refused({ problem, onTryAgain }: { readonly problem: Problem; readonly onTryAgain?: () => Promise<void> | void }) {
  return (
    <Trouble icon="error" title={problem.title} {...(onTryAgain ? { onTryAgain } : {})}>
      {problem.detail ?? wordsOfTrouble.refused}
      {problem.reference && ` ${wordsOfTrouble.reference(problem.reference)}`}
    </Trouble>
  )
}
