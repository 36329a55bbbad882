import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import type { MySession } from '../../../api/contracts/my-training.ts'
import { useTelling, type Answering } from '../../ui/answering/use-telling.ts'
import { otherRunName } from '../../ui/answering/words.ts'
import { Card } from '../../ui/Card.tsx'
import { Status, type StatusIcon } from '../../ui/Status.tsx'
import { phone } from '../../ui/widths.ts'
import { useSwap, type Swap } from './use-swap.ts'
import { otherRunLine, swapWords, words } from './words.ts'

type Run = MySession['otherRuns'][number]

const useStyles = makeStyles({
  title: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400, fontWeight: tokens.fontWeightSemibold },
  line: { margin: 0, color: tokens.colorNeutralForeground2, textWrap: 'pretty' },
  hint: { margin: 0, fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300, color: tokens.colorNeutralForeground2 },
  button: {
    minHeight: '48px',
    alignSelf: 'flex-start',
    fontSize: tokens.fontSizeBase400,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStrokeAccessible}`,
    [phone]: { alignSelf: 'stretch' },
  },
})

type Props = { readonly run: Run; readonly now: string; readonly response: MySession['response']; readonly mine: Answering }

/** C14.4: the same course at another time, to be taken instead of this one. */
export function OtherRunCard({ run, now, response, mine }: Props) {
  const styles = useStyles()
  const [held, setHeld] = useState(run.yours)
  const other = useTelling({ sessionId: run.sessionId, atFirst: { kind: 'none' }, onSettled: (session) => setHeld(session.response) })
  const { swap, start } = useSwap(other, mine)
  const isSwap = response === 'accepted' || response === 'tentative'
  const busy = swap === 'accepting' || swap === 'declining'
  return (
    <Card>
      <h3 className={styles.title}>{otherRunName(run)}</h3>
      <p className={styles.line}>{otherRunLine(run, now)}</p>
      <div role="status">
        {swap === 'none' ? (
          held === 'accepted' && <Status icon="done">You accepted this one.</Status>
        ) : (
          <Status icon={swapIcon[swap]}>{swapWords[swap]}</Status>
        )}
      </div>
      {held !== 'accepted' && !busy && swap !== 'waiting' && (
        <Button appearance="outline" className={styles.button} onClick={() => void (isSwap ? start() : other.answer('accepted'))}>
          {isSwap ? words.swap : words.acceptOther}
        </Button>
      )}
      {isSwap && swap === 'none' && held !== 'accepted' && <p className={styles.hint}>{words.swapMeans}</p>}
    </Card>
  )
}

const swapIcon = {
  accepting: 'telling',
  declining: 'telling',
  done: 'done',
  notAccepted: 'danger',
  notDeclined: 'danger',
  waiting: 'to-send',
} as const satisfies Record<Exclude<Swap, 'none'>, StatusIcon>
