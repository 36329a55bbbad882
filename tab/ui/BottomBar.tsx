import { makeStyles, tokens } from '@fluentui/react-components'
import type { ReactNode } from 'react'

const useStyles = makeStyles({
  bar: {
    boxSizing: 'border-box',
    width: '100%',
    backgroundColor: tokens.colorNeutralBackground1,
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke1}`,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL} calc(${tokens.spacingVerticalM} + env(safe-area-inset-bottom))`,
    // In a low window or with large text it would cover what is being read. In em, so that it follows the reader's text size.
    '@media (min-height: 31.25em) and (min-width: 17.5em)': { position: 'sticky', bottom: 0, zIndex: 1 },
    '@media print': { display: 'none' },
  },
  inside: {
    boxSizing: 'border-box',
    maxWidth: '1040px',
    margin: '0 auto',
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
  },
})

/** The page's one action with its state above it; last in reading order. */
export function BottomBar({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  const styles = useStyles()
  return (
    <section aria-label={label} className={styles.bar}>
      <div className={styles.inside}>{children}</div>
    </section>
  )
}
