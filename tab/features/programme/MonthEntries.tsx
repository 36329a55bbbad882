import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import type { MeetingView } from '../../../api/contracts/month.ts'
import type { ProgrammeRow } from '../../../api/contracts/programme.ts'
import { hrefOf } from '../../paths.ts'
import { phone } from '../../ui/widths.ts'
import { inOrder, type MonthDay, type Slot } from './month-model.ts'
import { needsYou } from './sort-programme.ts'
import { meetingDetail, meetingLine, sessionLine, slotLine } from './words-of-month.ts'

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS },
  entry: {
    display: 'block',
    padding: '4px 8px',
    overflowWrap: 'anywhere',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    [phone]: { padding: '10px 12px', fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300 },
  },
  session: {
    color: tokens.colorNeutralForeground1,
    textDecorationLine: 'none',
    backgroundColor: tokens.colorBrandBackground2,
    borderLeft: `4px solid ${tokens.colorBrandForeground1}`,
    ':hover': { textDecorationLine: 'underline' },
    '@media (forced-colors: active)': { color: 'LinkText' },
  },
  needs: {
    backgroundColor: tokens.colorNeutralBackground1,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    borderLeft: `6px double ${tokens.colorPaletteRedForeground1}`,
  },
  cancelled: { backgroundColor: tokens.colorNeutralBackground2, borderLeft: `4px solid ${tokens.colorNeutralForeground2}` },
  name: { display: 'block', fontWeight: tokens.fontWeightSemibold },
  struck: { textDecorationLine: 'line-through' },
  line: { display: 'block' },
  meeting: { border: `${tokens.strokeWidthThin} dashed ${tokens.colorNeutralStrokeAccessible}`, borderRadius: tokens.borderRadiusSmall },
  slot: { border: `2px dotted ${tokens.colorBrandForeground1}`, borderRadius: tokens.borderRadiusSmall },
})

/** What is on on one day, in the order of the clock. */
export function MonthEntries({ day, detailed = false }: { readonly day: MonthDay; readonly detailed?: boolean }) {
  const styles = useStyles()
  return (
    <ul className={styles.list}>
      {inOrder(day).map((entry) => {
        switch (entry.kind) {
          case 'session':
            return (
              <li key={entry.row.sessionId}>
                <Session row={entry.row} />
              </li>
            )
          case 'meeting':
            return (
              <li key={entry.meeting.meetingId}>
                <Meeting meeting={entry.meeting} detailed={detailed} />
              </li>
            )
          default:
            return (
              <li key={entry.at}>
                <FreeSlot slot={entry.slot} />
              </li>
            )
        }
      })}
    </ul>
  )
}

function Session({ row }: { readonly row: ProgrammeRow }) {
  const styles = useStyles()
  const isCancelled = row.state.kind === 'cancelled'
  return (
    <a
      className={mergeClasses(styles.entry, styles.session, needsYou(row) && styles.needs, isCancelled && styles.cancelled)}
      href={hrefOf({ page: 'session', sessionId: row.sessionId })}
    >
      <span className={mergeClasses(styles.name, isCancelled && styles.struck)}>{row.title}</span>
      <span className={styles.line}>{sessionLine(row)}</span>
    </a>
  )
}

function Meeting({ meeting, detailed }: { readonly meeting: MeetingView; readonly detailed: boolean }) {
  const styles = useStyles()
  return (
    <div className={mergeClasses(styles.entry, styles.meeting)}>
      <span className={mergeClasses(meeting.status === 'cancelled' && styles.struck)}>
        {detailed ? meeting.committee : meetingLine(meeting)}
      </span>
      {meeting.status !== 'confirmed' && `, ${meeting.status}`}
      {detailed && <span className={styles.line}>{meetingDetail(meeting)}</span>}
    </div>
  )
}

function FreeSlot({ slot }: { readonly slot: Slot }) {
  const styles = useStyles()
  return <div className={mergeClasses(styles.entry, styles.slot)}>{slotLine(slot)}</div>
}
