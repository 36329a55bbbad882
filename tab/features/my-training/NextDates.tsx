import { makeStyles, tokens } from '@fluentui/react-components'
import { ChevronRight20Regular } from '@fluentui/react-icons/svg/chevron-right'
import { useState } from 'react'
import type { MySession } from '../../../api/contracts/my-training.ts'
import { Card } from '../../ui/Card.tsx'
import { DateBlock } from '../../ui/DateBlock.tsx'
import { OpenRow } from '../../ui/LinkRow.tsx'
import { Status } from '../../ui/Status.tsx'
import { hrefOf } from '../../paths.ts'
import { allDates, dateLine, dateStanding, words } from './words.ts'

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  item: { '& + &': { borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}` } },
  row: {
    display: 'grid',
    gridTemplateColumns: '48px minmax(0, 1fr) 20px',
    gap: tokens.spacingHorizontalM,
    alignItems: 'center',
    padding: '14px 0',
    color: tokens.colorNeutralForeground1,
    textDecorationLine: 'none',
    ':hover h3': { textDecorationLine: 'underline' },
  },
  block: { alignSelf: 'start' },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
    textWrap: 'balance',
  },
  line: {
    margin: '0 0 4px',
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    color: tokens.colorNeutralForeground2,
  },
  status: { fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300 },
  none: { margin: 0 },
})

const atFirst = 3

/** What is in her calendar: three, then the rest. */
export function NextDates({ sessions, now }: { readonly sessions: readonly MySession[]; readonly now: string }) {
  const styles = useStyles()
  const [all, setAll] = useState(false)
  if (sessions.length === 0) {
    return (
      <Card>
        <p className={styles.none}>{words.noDates}</p>
      </Card>
    )
  }
  const rest = sessions.slice(atFirst)
  const shown = all ? sessions : sessions.slice(0, atFirst)
  return (
    <Card>
      <ul className={styles.list}>
        {shown.map((session) => (
          <li key={session.sessionId} className={styles.item}>
            <a className={styles.row} href={hrefOf({ page: 'my-session', sessionId: session.sessionId })}>
              <span className={styles.block}>
                <DateBlock at={session.startsAt} />
              </span>
              <div>
                <h3 className={styles.title}>{session.title}</h3>
                <p className={styles.line}>{dateLine(session, now)}</p>
                <Status icon={dateStanding(session).icon} className={styles.status}>
                  {dateStanding(session).words}
                </Status>
              </div>
              <ChevronRight20Regular aria-hidden />
            </a>
          </li>
        ))}
      </ul>
      {!all && rest.length > 0 && <OpenRow words={allDates(rest, sessions.length)} onOpen={() => setAll(true)} />}
    </Card>
  )
}
