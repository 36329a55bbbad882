import { makeStyles, tokens } from '@fluentui/react-components'
import { phone } from './widths.ts'

const useStyles = makeStyles({
  list: {
    margin: 0,
    display: 'grid',
    gridTemplateColumns: 'minmax(76px, max-content) minmax(0, 1fr)',
    gap: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL}`,
    [phone]: { gridTemplateColumns: 'minmax(0, 1fr)', rowGap: 0 },
  },
  term: { color: tokens.colorNeutralForeground2 },
  words: {
    margin: 0,
    whiteSpace: 'pre-line',
    overflowWrap: 'anywhere',
    textWrap: 'pretty',
    [phone]: { marginBottom: tokens.spacingVerticalS },
  },
})

/** Terms and what is said of them. */
export function Facts({ rows }: { readonly rows: readonly { readonly term: string; readonly words: string }[] }) {
  const styles = useStyles()
  return (
    <dl className={styles.list}>
      {rows.map(({ term, words }) => (
        <div key={term} style={{ display: 'contents' }}>
          <dt className={styles.term}>{term}</dt>
          <dd className={styles.words}>{words}</dd>
        </div>
      ))}
    </dl>
  )
}
