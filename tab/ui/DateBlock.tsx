import { makeStyles, tokens } from '@fluentui/react-components'
import { londonDay, monthName } from './words-of-time.ts'

const useStyles = makeStyles({
  block: {
    boxSizing: 'border-box',
    width: '48px',
    minHeight: '52px',
    flexShrink: 0,
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    justifyContent: 'center',
    borderRadius: '6px',
    backgroundColor: tokens.colorNeutralBackground3,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorTransparentStroke}`,
  },
  day: { fontSize: tokens.fontSizeBase500, lineHeight: tokens.lineHeightBase400, fontWeight: tokens.fontWeightSemibold },
  month: { fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase200, color: tokens.colorNeutralForeground2 },
})

/** A leaf of the calendar: "14 Oct". */
export function DateBlock({ at }: { readonly at: string }) {
  const styles = useStyles()
  return (
    <span className={styles.block}>
      <span className={styles.day}>{londonDay(at).day} </span>
      <span className={styles.month}>{monthName(at, 'short')}</span>
    </span>
  )
}
