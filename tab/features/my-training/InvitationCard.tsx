import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { useEffect, useRef, useState } from 'react'
import type { MySession } from '../../../api/contracts/my-training.ts'
import { AnswerButtons } from '../../ui/answering/AnswerButtons.tsx'
import { AnswerLine } from '../../ui/answering/AnswerLine.tsx'
import { OtherRuns } from '../../ui/answering/OtherRuns.tsx'
import { marked, tellingAtFirst } from '../../ui/answering/telling.ts'
import { useTelling } from '../../ui/answering/use-telling.ts'
import { groupName, placeWords } from '../../ui/answering/words.ts'
import { Card, Inset } from '../../ui/Card.tsx'
import { Coming } from '../../ui/Coming.tsx'
import { LinkRow } from '../../ui/LinkRow.tsx'
import { phone } from '../../ui/widths.ts'
import { sessionWhen } from '../../ui/words-of-time.ts'
import { words } from './words.ts'

const useStyles = makeStyles({
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    fontWeight: tokens.fontWeightSemibold,
    textWrap: 'balance',
    outlineStyle: 'none',
  },
  facts: { margin: `2px 0 0`, color: tokens.colorNeutralForeground2, textWrap: 'pretty' },
  ways: { borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`, paddingTop: tokens.spacingVerticalM },
  waysTitle: { margin: `0 0 ${tokens.spacingVerticalS}`, fontSize: tokens.fontSizeBase400, fontWeight: tokens.fontWeightSemibold },
  change: {
    minHeight: '48px',
    alignSelf: 'flex-start',
    fontSize: tokens.fontSizeBase400,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStrokeAccessible}`,
    [phone]: { alignSelf: 'stretch' },
  },
})

type Props = {
  readonly session: MySession
  readonly now: string
  /** Outlook cannot be read just now: counts are told in the past, answers are still taken. */
  readonly stale: boolean
  /** It has just been opened: what opened it is gone, so its heading has focus. */
  readonly takesFocus?: boolean
  readonly onSettled: (session: MySession) => void
}

/**
 * One invitation: what, when, where, whether it will happen, the three answers, what no answer means, the way onward.
 *
 * Clauses: C2.1, C2.3, C1.21 (after a move it asks again), C14.4 (whoever declines is offered the other run).
 */
export function InvitationCard({ session, now, stale, takesFocus = false, onSettled }: Props) {
  const styles = useStyles()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (takesFocus) heading.current?.focus()
  }, [takesFocus])
  const { telling, answer } = useTelling({
    sessionId: session.sessionId,
    atFirst: tellingAtFirst(session),
    held: session.response,
    onSettled,
  })
  const [changing, setChanging] = useState(false)
  const closed = stale && telling.kind === 'waiting' && !changing
  const hasDeclined = (telling.kind === 'told' || telling.kind === 'waiting') && telling.answer === 'declined'

  return (
    <Card>
      <div>
        <h3 ref={heading} tabIndex={-1} className={styles.title}>
          {session.title}
        </h3>
        <p className={styles.facts}>{sessionWhen(session, now)}</p>
        {placeWords(session) && <p className={styles.facts}>{placeWords(session)}</p>}
      </div>
      <Inset>
        <Coming uptake={session.uptake} now={now} stale={stale} />
      </Inset>
      {!closed && (
        <AnswerButtons
          label={groupName(session, now)}
          pressed={marked(telling, session.response)}
          onAnswer={(given) => void answer(given)}
        />
      )}
      <AnswerLine telling={telling} session={session} now={now} />
      {closed && (
        <Button
          appearance="outline"
          className={styles.change}
          aria-label={`${words.changeAnswer}: ${session.title}`}
          onClick={() => setChanging(true)}
        >
          {words.changeAnswer}
        </Button>
      )}
      {hasDeclined && session.otherRuns.length > 0 && (
        <div className={styles.ways}>
          <h4 className={styles.waysTitle}>{words.otherWays}</h4>
          <OtherRuns runs={session.otherRuns} now={now} />
        </div>
      )}
      <LinkRow to={{ page: 'my-session', sessionId: session.sessionId }} words={words.onward} of={session.title} />
    </Card>
  )
}
