import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import type { KeyboardEvent } from 'react'
import type { Day } from '../../../domain/kernel/time.ts'
import { Card } from '../../ui/Card.tsx'
import { visuallyHidden } from '../../ui/visually-hidden.ts'
import { MonthEntries } from './MonthEntries.tsx'
import { nearestShown, type MonthDay } from './month-model.ts'
import { dayName, markWords, monthName, monthWords, weekdayName } from './words-of-month.ts'

const thin = `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`

const useStyles = makeStyles({
  row: { display: 'grid', gridAutoFlow: 'column', gridAutoColumns: 'minmax(0, 1fr)', '& + &': { borderTop: thin } },
  head: {
    padding: '8px 12px',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontWeight: tokens.fontWeightSemibold,
  },
  cell: {
    position: 'relative',
    minHeight: '88px',
    padding: '6px',
    boxSizing: 'border-box',
    '& + &': { borderLeft: thin },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
    '@media print': { breakInside: 'avoid', minHeight: '64px' },
  },
  name: visuallyHidden,
  outside: { backgroundColor: tokens.colorNeutralBackground2 },
  top: { display: 'flex', justifyContent: 'space-between', gap: tokens.spacingHorizontalXS, marginBottom: tokens.spacingVerticalXS },
  number: { fontSize: tokens.fontSizeBase200, lineHeight: '20px', fontWeight: tokens.fontWeightSemibold },
  today: {
    backgroundColor: tokens.colorBrandBackground,
    color: tokens.colorNeutralForegroundOnBrand,
    borderRadius: tokens.borderRadiusCircular,
    padding: '0 8px',
    '@media print': { color: tokens.colorNeutralForeground1, border: thin },
  },
  note: { fontSize: tokens.fontSizeBase200, lineHeight: '20px', color: tokens.colorNeutralForeground2, textAlign: 'right' },
})

type Props = {
  readonly month: string
  readonly weeks: readonly (readonly MonthDay[])[]
  /** The day that can be reached by Tab. */
  readonly at: Day
  /** Whether focus is to be put on it: somebody came to it by the keyboard, perhaps from another month. */
  readonly takeFocus: () => boolean
  readonly onGo: (to: Day) => void
}

/** A month as a grid: arrows go by day and week, Page Up and Page Down by month, Home and End along the week. */
export function MonthGrid({ month, weeks, at, takeFocus, onGo }: Props) {
  const styles = useStyles()
  const [first] = weeks
  return (
    <Card flush>
      <div role="grid" aria-label={monthName(month)}>
        <div role="row" className={styles.row}>
          {first?.map(({ on }) => (
            <div key={on.dayOfWeek} role="columnheader" className={styles.head}>
              {weekdayName(on)}
            </div>
          ))}
        </div>
        {weeks.map((week) => (
          <div key={week[0]?.on.toString()} role="row" className={styles.row}>
            {week.map((shown) => (
              <Cell
                key={shown.on.toString()}
                shown={shown}
                note={noteOf(shown, week)}
                isHere={shown.on.equals(at)}
                takeFocus={takeFocus}
                onKey={(key) => goal(key, shown.on, weeks)}
                onGo={onGo}
              />
            ))}
          </div>
        ))}
      </div>
    </Card>
  )
}

type CellProps = Pick<Props, 'takeFocus' | 'onGo'> & {
  readonly shown: MonthDay
  readonly note: string | undefined
  readonly isHere: boolean
  readonly onKey: (key: string) => Day | undefined
}

function Cell({ shown, note, isHere, takeFocus, onKey, onGo }: CellProps) {
  const styles = useStyles()
  function press(event: KeyboardEvent): void {
    const to = event.target === event.currentTarget ? onKey(event.key) : undefined
    if (!to) return
    event.preventDefault()
    onGo(to)
  }
  return (
    <div
      ref={(cell) => {
        if (cell && isHere && takeFocus()) cell.focus()
      }}
      role="gridcell"
      tabIndex={isHere ? 0 : -1}
      {...(shown.isToday ? { 'aria-current': 'date' } : {})}
      className={mergeClasses(styles.cell, !shown.isInMonth && styles.outside)}
      onKeyDown={press}
    >
      <span className={styles.name}>{dayName(shown)}. </span>
      <div className={styles.top} aria-hidden>
        <span className={mergeClasses(styles.number, shown.isToday && styles.today)}>
          {shown.on.day}
          {shown.isToday && ' today'}
        </span>
        <span className={styles.note}>{note}</span>
      </div>
      <MonthEntries day={shown} />
    </div>
  )
}

/** A day on which nobody works, or the school holidays; events and the electoral cycle. What lasts is said once a week. */
function noteOf(shown: MonthDay, week: readonly MonthDay[]): string | undefined {
  const first = week.find(({ schoolHoliday }) => schoolHoliday === shown.schoolHoliday)
  const holiday = first?.on.equals(shown.on) ? shown.schoolHoliday : undefined
  const marks = shown.marks.filter((mark) => week.find((each) => each.marks.includes(mark))?.on.equals(shown.on))
  const notes = [shown.off ? monthWords.off[shown.off] : holiday, ...marks.map(markWords)].filter((each) => each !== undefined)
  return notes.length > 0 ? notes.join('. ') : undefined
}

function goal(key: string, on: Day, weeks: Props['weeks']): Day | undefined {
  switch (key) {
    case 'ArrowLeft':
      return nearestShown(weeks, on.subtract({ days: 1 }), -1)
    case 'ArrowRight':
      return nearestShown(weeks, on.add({ days: 1 }), 1)
    case 'ArrowUp':
      return on.subtract({ days: 7 })
    case 'ArrowDown':
      return on.add({ days: 7 })
    case 'PageUp':
      return nearestShown(weeks, on.subtract({ months: 1 }), 1)
    case 'PageDown':
      return nearestShown(weeks, on.add({ months: 1 }), 1)
    case 'Home':
      return on.subtract({ days: on.dayOfWeek - 1 })
    case 'End':
      return nearestShown(weeks, on.add({ days: 7 - on.dayOfWeek }), -1)
    default:
      return undefined
  }
}
