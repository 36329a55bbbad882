import { Button, makeStyles, tokens } from '@fluentui/react-components'
import type { MySession, MySessionPage } from '../../../api/contracts/my-training.ts'
import { useTelling, type Answering } from '../../ui/answering/use-telling.ts'
import { otherRunStands } from '../../ui/answering/words.ts'
import { Card } from '../../ui/Card.tsx'
import { CodeEntry } from '../../ui/check-in/CodeEntry.tsx'
import { Live } from '../../ui/Live.tsx'
import { Section } from '../../ui/Section.tsx'
import { Status } from '../../ui/Status.tsx'
import { phone } from '../../ui/widths.ts'
import {
  checkInOpensWords,
  isThere,
  mayCheckIn,
  recordedWords,
  releaseName,
  releaseOther,
  releaseThis,
  words,
} from './words-of-attendance.ts'

type Run = MySession['otherRuns'][number]

const useStyles = makeStyles({
  line: { margin: 0, textWrap: 'pretty' },
  button: {
    minHeight: '48px',
    alignSelf: 'flex-start',
    fontSize: tokens.fontSizeBase400,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStrokeAccessible}`,
    [phone]: { alignSelf: 'stretch' },
  },
})

/** C2.6: what was recorded of her, or the code by which she says herself that she is there. */
export function MyAttendance({ page, again }: { readonly page: MySessionPage; readonly again: () => Promise<void> }) {
  const { attendance, session } = page
  const opens = checkInOpensWords(page)
  return (
    <>
      {attendance && (
        <Card>
          <Status icon={isThere(page) ? 'done' : 'info'}>{recordedWords(page, attendance)}</Status>
        </Card>
      )}
      {mayCheckIn(page) && (
        <Section of="member" heading={words.checkIn}>
          <Card>
            {opens ? <Status icon="waiting">{opens}</Status> : <CodeEntry sessionId={session.sessionId} onCheckedIn={() => void again()} />}
          </Card>
        </Section>
      )}
    </>
  )
}

/** C2.12: she has been at the other run, and may give this place up. Nothing is taken from her. */
export function ReleaseThis({ page, mine }: { readonly page: MySessionPage; readonly mine: Answering }) {
  const styles = useStyles()
  const { attendedRun, session, now } = page
  if (!attendedRun || session.response === 'declined' || mine.telling.kind !== 'none') return null
  return (
    <Card>
      <Status icon="done">{releaseThis(attendedRun, now)}</Status>
      <Button appearance="outline" className={styles.button} onClick={() => void mine.answer('declined')}>
        {words.release}
      </Button>
    </Card>
  )
}

/** C2.12: the same, from the page of the run at which she was. */
export function ReleaseOthers({ page }: { readonly page: MySessionPage }) {
  const { session, now } = page
  const open = session.otherRuns.filter(({ yours }) => yours !== undefined && yours !== 'declined')
  if (!isThere(page) || open.length === 0) return null
  return (
    <Section of="member" heading={words.otherPlace}>
      {open.map((run) => (
        <ReleaseOther key={run.sessionId} run={run} now={now} />
      ))}
    </Section>
  )
}

function ReleaseOther({ run, now }: { readonly run: Run; readonly now: string }) {
  const styles = useStyles()
  const other = useTelling({ sessionId: run.sessionId, atFirst: { kind: 'none' } })
  const line = otherRunStands(other.telling, undefined)
  return (
    <Card>
      <p className={styles.line}>{releaseOther(run, now)}</p>
      <Live>{line?.icon && <Status icon={line.icon}>{line.words}</Status>}</Live>
      {(line === undefined || other.telling.kind === 'refused') && (
        <Button
          appearance="outline"
          className={styles.button}
          aria-label={releaseName(run, now)}
          onClick={() => void other.answer('declined')}
        >
          {words.release}
        </Button>
      )}
    </Card>
  )
}
