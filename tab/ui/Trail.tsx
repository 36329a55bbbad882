import { makeStyles, tokens } from '@fluentui/react-components'
import { ChevronRight16Regular } from '@fluentui/react-icons/svg/chevron-right'
import { hrefOf, type Route } from '../paths.ts'
import { phone } from './widths.ts'

const useStyles = makeStyles({
  list: {
    listStyleType: 'none',
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    margin: 0,
    padding: 0,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
    '@media print': { display: 'none' },
  },
  item: { display: 'flex', alignItems: 'center', minWidth: 0 },
  link: {
    display: 'inline-flex',
    alignItems: 'center',
    minHeight: '24px',
    color: tokens.colorBrandForegroundLink,
    textDecorationLine: 'none',
    ':hover': { textDecorationLine: 'underline' },
    [phone]: { minHeight: '44px', fontSize: tokens.fontSizeBase300 },
  },
})

type Step = { readonly words: string; readonly to?: Route }

/** Where this page is: the way back is the last link but one. */
export function Trail({ steps }: { readonly steps: readonly Step[] }) {
  const styles = useStyles()
  return (
    <nav aria-label="Where this page is">
      <ol className={styles.list}>
        {steps.map((step, place) => (
          <li key={step.words} className={styles.item}>
            {place > 0 && <ChevronRight16Regular aria-hidden />}
            {step.to ? (
              <a className={styles.link} href={hrefOf(step.to)}>
                {step.words}
              </a>
            ) : (
              <span aria-current="page">{step.words}</span>
            )}
          </li>
        ))}
      </ol>
    </nav>
  )
}
