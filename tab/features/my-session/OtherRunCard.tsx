import { Button, makeStyles, tokens } from '@fluentui/react-components'
import type { MySession } from '../../../api/contracts/my-training.ts'
import { useTelling, type Answering } from '../../ui/answering/use-telling.ts'
import { otherRunName, otherRunStands, otherRunWhen } from '../../ui/answering/words.ts'
import { Card } from '../../ui/Card.tsx'
import { Live } from '../../ui/Live.tsx'
import { Status } from '../../ui/Status.tsx'
import { phone } from '../../ui/widths.ts'
import { useSwap } from './use-swap.ts'
import { otherRunLine, swapStands, words } from './words.ts'

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
  const other = useTelling({ sessionId: run.sessionId, atFirst: { kind: 'none' } })
  const { swap, start } = useSwap(other, mine)
  const isSwap = response === 'accepted' || response === 'tentative'
  const line = swapStands(swap) ?? otherRunStands(other.telling, run.yours)
  const mayPress = line === undefined || other.telling.kind === 'refused'
  const verb = isSwap ? words.swap : words.acceptOther
  return (
    <Card>
      <h3 className={styles.title}>{otherRunName(run)}</h3>
      <p className={styles.line}>{otherRunLine(run, now)}</p>
      <Live>{line?.icon && <Status icon={line.icon}>{line.words}</Status>}</Live>
      {mayPress && (
        <Button
          appearance="outline"
          className={styles.button}
          aria-label={`${verb}: ${otherRunWhen(run, now)}`}
          onClick={() => void (isSwap ? start() : other.answer('accepted'))}
        >
          {verb}
        </Button>
      )}
      {mayPress && isSwap && <p className={styles.hint}>{words.swapMeans}</p>}
    </Card>
  )
}
