import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import type { SpreadFigures } from '../../../api/contracts/spread.ts'
import { words } from './words.ts'

const fill = tokens.colorBrandForeground1
const forced = '@media (forced-colors: active)'

const useStyles = makeStyles({
  bar: { display: 'flex', flexGrow: 1, height: '12px', minWidth: '24px', forcedColorAdjust: 'none', printColorAdjust: 'exact' },
  part: { boxSizing: 'border-box', height: '100%' },
  day: { backgroundColor: fill, border: `1px solid ${fill}`, [forced]: { backgroundColor: 'CanvasText', border: '1px solid CanvasText' } },
  evening: {
    border: `1px solid ${fill}`,
    backgroundImage: `repeating-linear-gradient(135deg, ${fill} 0 2px, transparent 2px 5px)`,
    [forced]: {
      border: '1px solid CanvasText',
      backgroundImage: 'repeating-linear-gradient(135deg, CanvasText 0 2px, transparent 2px 5px)',
    },
  },
  key: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalL}`,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
  },
  entry: { display: 'inline-flex', alignItems: 'center', gap: '6px' },
  sample: { boxSizing: 'border-box', display: 'inline-block', width: '16px', height: '10px', printColorAdjust: 'exact' },
})

const parts = ['day', 'evening'] as const

/** Day and evening as two shapes, as long as their share of the longest. Only a picture: the figures always stand beside it. */
export function SpreadBar({ of, longest }: { readonly of: SpreadFigures; readonly longest: number }) {
  const styles = useStyles()
  return (
    <span aria-hidden className={styles.bar}>
      {parts.map(
        (part) =>
          of[part] > 0 && (
            <span key={part} className={mergeClasses(styles.part, styles[part])} style={{ width: `${(100 * of[part]) / longest}%` }} />
          ),
      )}
    </span>
  )
}

/** Once under the tables. */
export function SpreadKey() {
  const styles = useStyles()
  return (
    <div className={styles.key} aria-hidden>
      <span className={styles.entry}>
        <span className={mergeClasses(styles.sample, styles.day)} />
        {words.solid}
      </span>
      <span className={styles.entry}>
        <span className={mergeClasses(styles.sample, styles.evening)} />
        {words.hatched}
      </span>
    </div>
  )
}
