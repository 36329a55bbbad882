import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import type { AttendanceRegister, AttendanceRow } from '../../../api/contracts/attendance.ts'
import { useButtonStyles } from '../../ui/button-styles.ts'
import { Section } from '../../ui/Section.tsx'
import { Status } from '../../ui/Status.tsx'
import { bareName, confirmAllWords, suggestionWords, teamsWords, words } from './words.ts'

const thin = `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  row: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    minHeight: '64px',
    padding: '8px 0',
    boxSizing: 'border-box',
    '@media (max-width: 359.98px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
    '& + &': { borderTop: thin },
  },
  name: { fontWeight: tokens.fontWeightSemibold },
  quiet: { color: tokens.colorNeutralForeground2 },
  all: { alignSelf: 'flex-start' },
})

type Props = {
  readonly teams: NonNullable<AttendanceRegister['teams']>
  readonly rows: readonly AttendanceRow[]
  readonly mayPress: boolean
  readonly onConfirm: (rows: readonly AttendanceRow[]) => void
}

/** C2.6: what Teams' attendance report suggests. It becomes attendance when an officer confirms it, and not before. */
export function TeamsCard({ teams, rows, mayPress, onConfirm }: Props) {
  const styles = useStyles()
  const { officer, outlined } = useButtonStyles()
  const suggested = rows.filter(({ suggestion }) => suggestion !== undefined)
  const enough = suggested.filter(({ suggestion }) => suggestion?.enough)
  return (
    <Section of="officer" heading={words.teams} card>
      <Status icon={teams.state === 'read' ? 'info' : teams.state === 'not-yet' || teams.state === 'asking' ? 'waiting' : 'danger'}>
        {teamsWords(teams, suggested.length)}
      </Status>
      {mayPress && enough.length > 1 && (
        <Button appearance="primary" className={mergeClasses(officer, styles.all)} onClick={() => onConfirm(enough)}>
          {confirmAllWords(enough.length)}
        </Button>
      )}
      {suggested.length > 0 && (
        <ul className={styles.list}>
          {suggested.map((row) => (
            <li key={row.memberId} className={styles.row}>
              <div>
                <div className={styles.name}>{bareName(row.name)}</div>
                <div className={styles.quiet}>{row.suggestion && suggestionWords(row.suggestion)}</div>
              </div>
              {mayPress && (
                <Button
                  className={mergeClasses(officer, outlined)}
                  aria-label={`${row.suggestion?.enough ? words.confirm : words.confirmAnyway}: ${bareName(row.name)}`}
                  onClick={() => onConfirm([row])}
                >
                  {row.suggestion?.enough ? words.confirm : words.confirmAnyway}
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}
