import { Button, makeStyles, tokens } from '@fluentui/react-components'
import type { MySession } from '../../../api/contracts/my-training.ts'
import { Live } from '../Live.tsx'
import { Status } from '../Status.tsx'
import { phone } from '../widths.ts'
import { useTelling } from './use-telling.ts'
import { otherRunName, otherRunStands, otherRunWhen } from './words.ts'

type Run = MySession['otherRuns'][number]

const useStyles = makeStyles({
  list: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  run: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  when: { margin: 0, textWrap: 'pretty' },
  button: {
    minHeight: '48px',
    alignSelf: 'flex-start',
    fontSize: tokens.fontSizeBase400,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStrokeAccessible}`,
    [phone]: { alignSelf: 'stretch' },
  },
})

type Props = { readonly runs: readonly Run[]; readonly now: string }

/** C14.4: the other run of the course, one tap away from whoever cannot come to this one. */
export function OtherRuns({ runs, now }: Props) {
  const styles = useStyles()
  return (
    <div className={styles.list}>
      {runs.map((run) => (
        <OtherRun key={run.sessionId} run={run} now={now} />
      ))}
    </div>
  )
}

function OtherRun({ run, now }: { readonly run: Run; readonly now: string }) {
  const styles = useStyles()
  const { telling, answer } = useTelling({ sessionId: run.sessionId, atFirst: { kind: 'none' } })
  const line = otherRunStands(telling, run.yours)
  return (
    <div className={styles.run}>
      <p className={styles.when}>
        {otherRunName(run)}: {otherRunWhen(run, now)}
      </p>
      <Live>{line?.icon && <Status icon={line.icon}>{line.words}</Status>}</Live>
      {(line === undefined || telling.kind === 'refused') && (
        <Button
          appearance="outline"
          className={styles.button}
          aria-label={`Accept that one: ${otherRunWhen(run, now)}`}
          onClick={() => void answer('accepted')}
        >
          Accept that one
        </Button>
      )}
    </div>
  )
}
