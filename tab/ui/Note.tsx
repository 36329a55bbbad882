import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { CalendarCancel24Regular } from '@fluentui/react-icons/svg/calendar-cancel'
import { CheckmarkCircle24Filled } from '@fluentui/react-icons/svg/checkmark-circle'
import { Info24Regular } from '@fluentui/react-icons/svg/info'
import { Warning24Filled } from '@fluentui/react-icons/svg/warning'
import type { ReactNode } from 'react'
import { phone } from './widths.ts'

const icons = { warning: Warning24Filled, good: CheckmarkCircle24Filled, cancelled: CalendarCancel24Regular, info: Info24Regular } as const

const useStyles = makeStyles({
  note: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL}`,
    padding: `10px ${tokens.spacingHorizontalM}`,
    borderRadius: tokens.borderRadiusLarge,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  warning: {
    backgroundColor: tokens.colorStatusWarningBackground1,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorStatusWarningBorder1}`,
  },
  good: {
    backgroundColor: tokens.colorStatusSuccessBackground1,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorStatusSuccessBorder1}`,
  },
  cancelled: {},
  info: {},
  row: {
    display: 'grid',
    gridTemplateColumns: '24px minmax(0, 1fr)',
    gap: tokens.spacingHorizontalM,
    alignItems: 'start',
    flex: '1 1 240px',
  },
  warningIcon: { color: tokens.colorPaletteDarkOrangeForeground1 },
  goodIcon: { color: tokens.colorStatusSuccessForeground1 },
  words: { paddingTop: '2px', textWrap: 'pretty' },
  action: { [phone]: { flex: '1 1 100%', display: 'grid' }, '@media print': { display: 'none' } },
})

type Props = { readonly kind: keyof typeof icons; readonly children: ReactNode; readonly action?: ReactNode }

/** The one thing to know about a page before the rest of it, with the act that it calls for. */
export function Note({ kind, children, action }: Props) {
  const styles = useStyles()
  const Icon = icons[kind]
  const tone = kind === 'warning' ? styles.warningIcon : kind === 'good' ? styles.goodIcon : undefined
  return (
    <div className={mergeClasses(styles.note, styles[kind])}>
      <div className={styles.row}>
        <Icon aria-hidden className={tone} />
        <div className={styles.words}>{children}</div>
      </div>
      {action && <div className={styles.action}>{action}</div>}
    </div>
  )
}
