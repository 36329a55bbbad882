import { makeStyles, tokens } from '@fluentui/react-components'
import { ArrowSplit20Regular } from '@fluentui/react-icons/svg/arrow-split'
import { CalendarCancel20Regular } from '@fluentui/react-icons/svg/calendar-cancel'
import { Call20Regular } from '@fluentui/react-icons/svg/call'
import { Chat20Regular } from '@fluentui/react-icons/svg/chat'
import { HatGraduation20Regular } from '@fluentui/react-icons/svg/hat-graduation'
import { Money20Regular } from '@fluentui/react-icons/svg/money'
import { Subtract20Regular } from '@fluentui/react-icons/svg/subtract'
import type { DecisionCase } from '../../../api/contracts/decisions.ts'
import { Inset } from '../../ui/Card.tsx'
import { consequenceHeading, consequencesOf, type Option } from './words-of-options.ts'

const useStyles = makeStyles({
  box: { border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}` },
  boxTitle: { margin: `0 0 ${tokens.spacingVerticalXS}`, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column', gap: '6px' },
  row: { display: 'grid', gridTemplateColumns: '20px minmax(0, 1fr)', gap: tokens.spacingHorizontalS },
})

const icons = {
  calendar: CalendarCancel20Regular,
  text: Chat20Regular,
  call: Call20Regular,
  split: ArrowSplit20Regular,
  money: Money20Regular,
  training: HatGraduation20Regular,
  none: Subtract20Regular,
} as const

/** Exactly what the choice would do, before it is made. */
export function Consequences({ option, view }: { readonly option: Option; readonly view: DecisionCase }) {
  const styles = useStyles()
  return (
    <Inset className={styles.box}>
      <h3 className={styles.boxTitle}>{consequenceHeading(option)}</h3>
      <ul className={styles.list}>
        {consequencesOf(option, view).map((consequence) => {
          const Icon = icons[consequence.icon]
          return (
            <li key={consequence.bold} className={styles.row}>
              <Icon aria-hidden />
              <span>
                <strong>{consequence.bold}</strong>
                {consequence.rest}
              </span>
            </li>
          )
        })}
      </ul>
    </Inset>
  )
}
