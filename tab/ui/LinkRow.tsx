import { makeStyles, tokens } from '@fluentui/react-components'
import { ChevronDown20Regular } from '@fluentui/react-icons/svg/chevron-down'
import { ChevronRight20Regular } from '@fluentui/react-icons/svg/chevron-right'
import { hrefOf, type Route } from '../paths.ts'

const useStyles = makeStyles({
  row: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalM,
    minHeight: '44px',
    width: '100%',
    boxSizing: 'border-box',
    padding: '10px 0 0',
    marginBottom: `-${tokens.spacingVerticalS}`,
    border: 0,
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: 'transparent',
    fontFamily: 'inherit',
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorBrandForegroundLink,
    textAlign: 'left',
    textDecorationLine: 'none',
    cursor: 'pointer',
    ':hover': { textDecorationLine: 'underline' },
    '@media print': { display: 'none' },
  },
})

type Props = { readonly to: Route; readonly words: string; readonly of?: string }

/** The last row of a card: the way onward, worded as what one gets. `of` tells two such rows apart when read out of context. */
export function LinkRow({ to, words, of }: Props) {
  const styles = useStyles()
  return (
    <a className={styles.row} href={hrefOf(to)} {...(of ? { 'aria-label': `${words}: ${of}` } : {})}>
      {words}
      <ChevronRight20Regular aria-hidden />
    </a>
  )
}

/** The same row, opening what is closed on this page. */
export function OpenRow({ words, onOpen }: { readonly words: string; readonly onOpen: () => void }) {
  const styles = useStyles()
  return (
    <button type="button" className={styles.row} onClick={onOpen}>
      {words}
      <ChevronDown20Regular aria-hidden />
    </button>
  )
}
