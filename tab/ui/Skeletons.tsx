import { makeStyles, tokens } from '@fluentui/react-components'
import { Card } from './Card.tsx'

const useStyles = makeStyles({
  bar: {
    backgroundColor: tokens.colorNeutralStencil1,
    borderRadius: tokens.borderRadiusMedium,
    '@media (prefers-reduced-motion: no-preference)': {
      animationName: { from: { opacity: 1 }, '50%': { opacity: 0.5 }, to: { opacity: 1 } },
      animationDuration: '1.6s',
      animationIterationCount: 'infinite',
    },
    '@media (forced-colors: active)': { border: '1px solid GrayText' },
  },
})

export type Bar = { readonly width: string; readonly height: number }

/** Grey bars the size of what comes. */
export function SkeletonCard({ bars }: { readonly bars: readonly Bar[] }) {
  const styles = useStyles()
  return (
    <Card>
      {bars.map(({ width, height }, place) => (
        <div key={`${place}-${width}`} aria-hidden className={styles.bar} style={{ width, height }} />
      ))}
    </Card>
  )
}

export const invitationBars: readonly Bar[] = [
  { width: '75%', height: 26 },
  { width: '85%', height: 18 },
  { width: '60%', height: 18 },
  { width: '100%', height: 72 },
  { width: '100%', height: 52 },
]

export const listBars: readonly Bar[] = [
  { width: '50%', height: 18 },
  { width: '100%', height: 18 },
  { width: '70%', height: 18 },
]

export const tableBars: readonly Bar[] = Array.from({ length: 8 }, () => ({ width: '100%', height: 40 }))
