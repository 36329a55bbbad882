import { makeStyles, tokens } from '@fluentui/react-components'
import type { UptakeView } from '../../api/contracts/my-training.ts'
import { Seats } from './Seats.tsx'
import { comingWords } from './words-of-coming.ts'

const useStyles = makeStyles({
  box: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS },
  first: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}` },
  strong: { margin: 0, fontWeight: tokens.fontWeightSemibold },
  detail: {
    margin: 0,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    color: tokens.colorNeutralForeground2,
    textWrap: 'pretty',
  },
})

type Props = { readonly uptake: UptakeView; readonly now: string; readonly stale?: boolean }

/** Whether it will happen: the pips, and always the sentence. */
export function Coming({ uptake, now, stale = false }: Props) {
  const styles = useStyles()
  const words = comingWords(uptake, now, stale)
  if (!words) return null
  return (
    <div className={styles.box}>
      <div className={styles.first}>
        {words.filled !== undefined && <Seats accepted={words.filled} needed={uptake.minimum} />}
        <p className={styles.strong}>{words.count}</p>
        {words.filled === undefined && words.consequence && <p className={styles.strong}>{words.consequence}</p>}
      </div>
      {words.filled !== undefined && words.consequence && <p className={styles.strong}>{words.consequence}</p>}
      {words.detail && <p className={styles.detail}>{words.detail}</p>}
    </div>
  )
}
