import { makeStyles, tokens } from '@fluentui/react-components'
import type { ReactNode } from 'react'

const useStyles = makeStyles({
  main: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL, minWidth: 0 },
  heading: {
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
    textWrap: 'balance',
  },
  lead: {
    margin: 0,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
    textWrap: 'pretty',
  },
})

type Props = { readonly title: string; readonly lead?: ReactNode; readonly isBusy?: boolean; readonly children: ReactNode }

/** One column, 320 pixels wide: what it is about, then the rest of it. */
export function PaneFrame({ title, lead, isBusy = false, children }: Props) {
  const styles = useStyles()
  return (
    <main className={styles.main} aria-busy={isBusy}>
      <div>
        <h1 className={styles.heading}>{title}</h1>
        {lead && <p className={styles.lead}>{lead}</p>}
      </div>
      {children}
    </main>
  )
}
