import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { useId, type ReactNode } from 'react'
import { onPaper } from './paper.ts'

const useStyles = makeStyles({
  section: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM, minWidth: 0 },
  heading: { margin: 0, fontWeight: tokens.fontWeightSemibold, textWrap: 'balance', outlineStyle: 'none' },
  card: {
    backgroundColor: tokens.colorNeutralBackground1,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusXLarge,
    boxShadow: tokens.shadow2,
    padding: tokens.spacingHorizontalL,
    '@media print': onPaper,
  },
  member: { fontSize: tokens.fontSizeBase500, lineHeight: tokens.lineHeightBase500 },
  officer: { fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400 },
})

type Props = {
  readonly of: 'member' | 'officer'
  readonly heading: string
  readonly busy?: boolean
  /** The section is itself a card, with its heading inside. */
  readonly card?: boolean
  readonly className?: string
  readonly children: ReactNode
}

/** A part of a page, labelled by its own heading. */
export function Section({ of, heading, busy = false, card = false, className, children }: Props) {
  const styles = useStyles()
  const id = useId()
  return (
    <section aria-labelledby={id} aria-busy={busy} className={mergeClasses(styles.section, card && styles.card, className)}>
      <h2 id={id} className={mergeClasses(styles.heading, of === 'member' ? styles.member : styles.officer)}>
        {heading}
      </h2>
      {children}
    </section>
  )
}
