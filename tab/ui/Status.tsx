import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { ArrowSync20Regular } from '@fluentui/react-icons/svg/arrow-sync'
import { ArrowSyncCircle20Regular } from '@fluentui/react-icons/svg/arrow-sync-circle'
import { CalendarCancel20Regular } from '@fluentui/react-icons/svg/calendar-cancel'
import { CheckmarkCircle20Filled } from '@fluentui/react-icons/svg/checkmark-circle'
import { Circle20Regular } from '@fluentui/react-icons/svg/circle'
import { Clock20Regular } from '@fluentui/react-icons/svg/clock'
import { DismissCircle20Regular } from '@fluentui/react-icons/svg/dismiss-circle'
import { Info20Regular } from '@fluentui/react-icons/svg/info'
import { QuestionCircle20Regular } from '@fluentui/react-icons/svg/question-circle'
import { Subtract20Regular } from '@fluentui/react-icons/svg/subtract'
import { Warning20Filled } from '@fluentui/react-icons/svg/warning'
import type { ReactNode } from 'react'

const icons = {
  done: CheckmarkCircle20Filled,
  perhaps: QuestionCircle20Regular,
  declined: DismissCircle20Regular,
  open: Circle20Regular,
  waiting: Clock20Regular,
  telling: ArrowSync20Regular,
  'to-send': ArrowSyncCircle20Regular,
  danger: Warning20Filled,
  cancelled: CalendarCancel20Regular,
  'not-needed': Subtract20Regular,
  info: Info20Regular,
} as const

export type StatusIcon = keyof typeof icons

const useStyles = makeStyles({
  row: { display: 'grid', gridTemplateColumns: '20px minmax(0, 1fr)', gap: tokens.spacingHorizontalS, alignItems: 'start' },
  icon: { display: 'flex', paddingTop: '1px' },
  done: { color: tokens.colorStatusSuccessForeground1 },
  danger: { color: tokens.colorPaletteRedForeground1 },
  dangerWords: { color: tokens.colorPaletteRedForeground1, fontWeight: tokens.fontWeightSemibold },
  'to-send': { color: tokens.colorPaletteDarkOrangeForeground1 },
  words: { textWrap: 'pretty', minWidth: 0 },
})

type Props = { readonly icon: StatusIcon; readonly className?: string; readonly children: ReactNode }

/** A state as a shape with its words beside it: never colour alone. */
export function Status({ icon, className, children }: Props) {
  const styles = useStyles()
  const Icon = icons[icon]
  const tone = icon === 'done' ? styles.done : icon === 'danger' ? styles.danger : icon === 'to-send' ? styles['to-send'] : undefined
  return (
    <div className={mergeClasses(styles.row, className)}>
      <span className={mergeClasses(styles.icon, tone)}>
        <Icon aria-hidden />
      </span>
      <div className={mergeClasses(styles.words, icon === 'danger' && styles.dangerWords)}>{children}</div>
    </div>
  )
}
