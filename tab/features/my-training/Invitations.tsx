import { makeStyles, tokens } from '@fluentui/react-components'
import { ChevronDown20Regular } from '@fluentui/react-icons/svg/chevron-down'
import { useState } from 'react'
import type { MySession } from '../../../api/contracts/my-training.ts'
import { Card } from '../../ui/Card.tsx'
import { Status } from '../../ui/Status.tsx'
import { InvitationCard } from './InvitationCard.tsx'
import { closedRow, words } from './words.ts'

const useStyles = makeStyles({
  closed: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalM,
    width: '100%',
    minHeight: '56px',
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}`,
    border: 0,
    backgroundColor: 'transparent',
    font: 'inherit',
    color: 'inherit',
    textAlign: 'left',
    cursor: 'pointer',
  },
  open: {
    display: 'inline-flex',
    alignItems: 'center',
    flexShrink: 0,
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorBrandForegroundLink,
  },
})

type Props = {
  readonly sessions: readonly MySession[]
  readonly now: string
  readonly stale: boolean
  readonly onSettled: (session: MySession) => void
}

/** C2.3: up to three in full; of more than three the first, and the others as rows that open. */
export function Invitations({ sessions, now, stale, onSettled }: Props) {
  const styles = useStyles()
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set())
  const [wasMany] = useState(sessions.length > 3)
  if (sessions.length === 0) {
    return (
      <Card>
        <Status icon="done">{words.allAnswered}</Status>
      </Card>
    )
  }
  return sessions.map((session, place) =>
    wasMany && place > 0 && !opened.has(session.sessionId) ? (
      <Card key={session.sessionId} flush>
        <button type="button" className={styles.closed} onClick={() => setOpened(new Set([...opened, session.sessionId]))}>
          <span>{closedRow(session, now)}</span>
          <span className={styles.open}>
            Answer
            <ChevronDown20Regular aria-hidden />
          </span>
        </button>
      </Card>
    ) : (
      <InvitationCard
        key={session.sessionId}
        session={session}
        now={now}
        stale={stale}
        takesFocus={opened.has(session.sessionId)}
        onSettled={onSettled}
      />
    ),
  )
}
