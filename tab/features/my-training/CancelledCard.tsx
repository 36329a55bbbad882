import { makeStyles, tokens } from '@fluentui/react-components'
import type { MySession } from '../../../api/contracts/my-training.ts'
import { OtherRuns } from '../../ui/answering/OtherRuns.tsx'
import { Card, Inset } from '../../ui/Card.tsx'
import { Status } from '../../ui/Status.tsx'
import { sessionWhen } from '../../ui/words-of-time.ts'
import { cancelledLine } from './words.ts'

const useStyles = makeStyles({
  title: { margin: 0, fontSize: tokens.fontSizeBase500, lineHeight: tokens.lineHeightBase500, fontWeight: tokens.fontWeightSemibold },
  facts: { margin: '2px 0 0', color: tokens.colorNeutralForeground2 },
  when: { textDecorationLine: 'line-through' },
  quote: { margin: 0, whiteSpace: 'pre-line', overflowWrap: 'anywhere' },
})

/** C3.10: a cancelled session, with the officer's words and the other run; there is nothing to answer. */
export function CancelledCard({ session, now }: { readonly session: MySession; readonly now: string }) {
  const styles = useStyles()
  const message = session.cancelled?.message ?? session.cancelled?.reasonLabel
  return (
    <Card>
      <div>
        <h3 className={styles.title}>{session.title}</h3>
        <p className={styles.facts}>
          Was <s className={styles.when}>{sessionWhen(session, now)}</s>
        </p>
      </div>
      <Status icon="cancelled">{cancelledLine(session, now)}</Status>
      {message && (
        <Inset>
          <p className={styles.quote}>{message}</p>
        </Inset>
      )}
      {session.otherRuns.length > 0 && <OtherRuns runs={session.otherRuns} now={now} />}
    </Card>
  )
}
