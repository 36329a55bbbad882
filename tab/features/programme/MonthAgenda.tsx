import { makeStyles, tokens } from '@fluentui/react-components'
import { dayInWords } from '../../../domain/kernel/words-of-time.ts'
import { Card } from '../../ui/Card.tsx'
import { MonthEntries } from './MonthEntries.tsx'
import { isEmpty, type MonthDay } from './month-model.ts'
import { markWords, monthWords } from './words-of-month.ts'

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  day: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400, fontWeight: tokens.fontWeightSemibold },
  note: { margin: 0, color: tokens.colorNeutralForeground2 },
})

/** The month where there is no room for a table: its days on which something is, one under the other. */
export function MonthAgenda({ weeks }: { readonly weeks: readonly (readonly MonthDay[])[] }) {
  const styles = useStyles()
  const days = weeks.flat().filter((shown) => shown.isInMonth && (!isEmpty(shown) || shown.off !== undefined || begins(shown)))
  if (days.length === 0) return <p className={styles.note}>{monthWords.nothing}</p>
  return (
    <ol className={styles.list}>
      {days.map((shown) => (
        <li key={shown.on.toString()}>
          <Card>
            <h3 className={styles.day}>
              {dayInWords(shown.on)}
              {shown.isToday && ', today'}
            </h3>
            {shown.off && <p className={styles.note}>{monthWords.off[shown.off]}</p>}
            {shown.schoolHoliday && <p className={styles.note}>{shown.schoolHoliday}</p>}
            {shown.marks.map((mark) => (
              <p key={`${mark.kind} ${mark.label}`} className={styles.note}>
                {markWords(mark)}
              </p>
            ))}
            <MonthEntries day={shown} detailed />
          </Card>
        </li>
      ))}
    </ol>
  )
}

/** Something that lasts is worth a line of its own on its first day. */
function begins({ on, marks }: MonthDay): boolean {
  return marks.some(({ from }) => from === on.toString())
}
