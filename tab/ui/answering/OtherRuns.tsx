import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import type { MySession } from '../../../api/contracts/my-training.ts'
import { Status } from '../Status.tsx'
import { phone } from '../widths.ts'
import { useTelling } from './use-telling.ts'
import { otherRunName, otherRunWhen } from './words.ts'

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
  const [held, setHeld] = useState(run.yours)
  const { telling, answer } = useTelling({
    sessionId: run.sessionId,
    atFirst: { kind: 'none' },
    onSettled: (session) => setHeld(session.response),
  })
  return (
    <div className={styles.run}>
      <p className={styles.when}>
        {otherRunName(run)}: {otherRunWhen(run, now)}
      </p>
      <div role="status">{lineOf(telling.kind, held)}</div>
      {held !== 'accepted' && telling.kind !== 'telling' && telling.kind !== 'waiting' && (
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

function lineOf(kind: ReturnType<typeof useTelling>['telling']['kind'], held: Run['yours']) {
  if (held === 'accepted') return <Status icon="done">You accepted that one. It is in your Outlook calendar.</Status>
  if (kind === 'telling') return <Status icon="telling">Telling Outlook you accepted that one…</Status>
  if (kind === 'waiting') return <Status icon="to-send">You accepted that one. We will tell Outlook as soon as we can reach it.</Status>
  if (kind === 'unsent')
    return <Status icon="to-send">No signal: your answer is sent as soon as there is one, while this page is open.</Status>
  if (kind === 'refused')
    return <Status icon="danger">Outlook did not take your answer. Please try again, or answer the invitation in Outlook.</Status>
  return null
}
