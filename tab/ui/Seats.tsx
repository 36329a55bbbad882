import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'

const useStyles = makeStyles({
  row: { display: 'inline-flex', gap: '4px', flexWrap: 'wrap', alignItems: 'center', flexShrink: 0 },
  seat: {
    boxSizing: 'border-box',
    display: 'inline-grid',
    placeItems: 'center',
    border: `2px solid ${tokens.colorNeutralStrokeAccessible}`,
    borderRadius: tokens.borderRadiusCircular,
    width: '13px',
    height: '13px',
    fontSize: '9px',
    lineHeight: 1,
    fontWeight: tokens.fontWeightBold,
    '@media (forced-colors: active)': { forcedColorAdjust: 'none', border: '2px solid CanvasText' },
    printColorAdjust: 'exact',
  },
  large: { width: '22px', height: '22px', fontSize: '13px' },
  taken: {
    backgroundColor: tokens.colorBrandForeground1,
    border: `2px solid ${tokens.colorBrandForeground1}`,
    '@media (forced-colors: active)': { backgroundColor: 'CanvasText' },
  },
  perhaps: {
    border: `1.5px solid ${tokens.colorBrandForeground1}`,
    color: tokens.colorBrandForeground1,
    '@media (forced-colors: active)': { color: 'CanvasText' },
  },
})

type Props = {
  readonly accepted: number
  /** Shown as `?` where officers look: never counted. */
  readonly tentative?: number
  readonly needed: number
  readonly size?: 'small' | 'large'
}

/** The seats we draw for a threshold: never more than it, and none above ten, where the sentence says it better. */
export function seatsOf({ accepted, tentative = 0, needed }: Omit<Props, 'size'>): readonly ('taken' | 'perhaps' | 'empty')[] {
  if (needed < 1 || needed > 10) return []
  return Array.from({ length: needed }, (_, seat) => (seat < accepted ? 'taken' : seat < accepted + tentative ? 'perhaps' : 'empty'))
}

/** Always beside the sentence that says the same, so a screen reader is spared it. */
export function Seats({ size = 'small', ...counts }: Props) {
  const styles = useStyles()
  return (
    <span aria-hidden className={styles.row}>
      {seatsOf(counts).map((seat, place) => (
        <span
          // A seat has no name of its own: its place is what it is.
          key={`${place}-${seat}`}
          data-seat={seat}
          className={mergeClasses(
            styles.seat,
            size === 'large' && styles.large,
            seat === 'taken' && styles.taken,
            seat === 'perhaps' && styles.perhaps,
          )}
        >
          {seat === 'perhaps' && '?'}
        </span>
      ))}
    </span>
  )
}
