import { makeStyles, tokens } from '@fluentui/react-components'
import type { PdpContentView, PdpPage } from '../../../api/contracts/pdp.ts'
import { differingLines, planLines, words } from './words.ts'

const useStyles = makeStyles({
  list: { margin: 0, display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  name: { fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300, color: tokens.colorNeutralForeground2 },
  text: { margin: 0, whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' },
})

type Props = {
  readonly content: PdpContentView
  /** Only what is otherwise in it. */
  readonly besides?: PdpContentView
  readonly page: Pick<PdpPage, 'skills' | 'sessions' | 'part'>
}

/** What a plan says, to read. */
export function PlanWords({ content, besides, page }: Props) {
  const styles = useStyles()
  const all = planLines(content, page)
  const lines = besides ? differingLines(all, planLines(besides, page)) : all
  if (lines.length === 0) return <p className={styles.text}>{words.empty}</p>
  return (
    <dl className={styles.list}>
      {lines.map(([name, text]) => (
        <div key={name}>
          <dt className={styles.name}>{name}</dt>
          <dd className={styles.text}>{text}</dd>
        </div>
      ))}
    </dl>
  )
}
