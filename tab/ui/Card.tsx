import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import { onPaper } from './paper.ts'

const useStyles = makeStyles({
  card: {
    backgroundColor: tokens.colorNeutralBackground1,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusXLarge,
    boxShadow: tokens.shadow2,
    padding: tokens.spacingHorizontalL,
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    minWidth: 0,
    '@media print': onPaper,
  },
  flush: { padding: 0, gap: 0, overflow: 'hidden' },
  inset: {
    backgroundColor: tokens.colorNeutralBackground2,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorTransparentStroke}`,
    borderRadius: '6px',
    padding: tokens.spacingHorizontalM,
  },
})

type Props = { readonly children: ReactNode; readonly className?: string; readonly flush?: boolean }

/** One thing that can be done, or one answer. Cards do not nest. */
export function Card({ children, className, flush = false }: Props) {
  const styles = useStyles()
  return <div className={mergeClasses(styles.card, flush && styles.flush, className)}>{children}</div>
}

/** A quiet part of a card: a count, a quotation. */
export function Inset({ children, className }: { readonly children: ReactNode; readonly className?: string }) {
  const styles = useStyles()
  return <div className={mergeClasses(styles.inset, className)}>{children}</div>
}
