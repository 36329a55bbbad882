import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'

type Counts = { readonly accepted: number; readonly tentative: number; readonly none: number; readonly declined: number }
type Props = { readonly counts: Counts; readonly needed: number; readonly tall?: boolean }

const fill = tokens.colorBrandForeground1
const line = tokens.colorNeutralStrokeAccessible
const forced = '@media (forced-colors: active)'

const useStyles = makeStyles({
  bar: {
    position: 'relative',
    display: 'flex',
    alignItems: 'center',
    height: '8px',
    width: '100%',
    minWidth: '60px',
    forcedColorAdjust: 'none',
    printColorAdjust: 'exact',
  },
  tall: { height: '14px' },
  part: { boxSizing: 'border-box', height: '100%' },
  accepted: {
    backgroundColor: fill,
    border: `1px solid ${fill}`,
    [forced]: { backgroundColor: 'CanvasText', border: '1px solid CanvasText' },
  },
  tentative: {
    border: `1px solid ${fill}`,
    backgroundImage: `repeating-linear-gradient(135deg, ${fill} 0 2px, transparent 2px 5px)`,
    [forced]: {
      border: '1px solid CanvasText',
      backgroundImage: 'repeating-linear-gradient(135deg, CanvasText 0 2px, transparent 2px 5px)',
    },
  },
  none: {
    border: `1px solid ${line}`,
    backgroundColor: tokens.colorNeutralBackground1,
    [forced]: { border: '1px solid CanvasText', backgroundColor: 'Canvas' },
  },
  declined: { height: '2px', backgroundColor: line, [forced]: { backgroundColor: 'CanvasText' } },
  mark: {
    position: 'absolute',
    top: '-3px',
    bottom: '-3px',
    width: '2px',
    marginLeft: '-1px',
    backgroundColor: tokens.colorNeutralForeground1,
    outline: `1px solid ${tokens.colorNeutralBackground1}`,
    [forced]: { backgroundColor: 'CanvasText' },
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
  sample: { boxSizing: 'border-box', display: 'inline-block', width: '12px', height: '10px' },
  sampleLine: { height: '2px' },
  sampleMark: { width: '2px', height: '12px', backgroundColor: tokens.colorNeutralForeground1 },
})

const order = ['accepted', 'tentative', 'none', 'declined'] as const

export function answerBarName(counts: Counts, needed: number): string {
  const { accepted, tentative, none, declined } = counts
  const invited = accepted + tentative + none + declined
  const said = `${accepted} accepted, ${tentative} tentative, ${none} no answer, ${declined} declined, of ${invited} invited.`
  return needed > 0 ? `${said} ${needed} needed.` : said
}

/** Four answers as four shapes, which survive high contrast and a photocopy. The figures always stand beside it. */
export function AnswerBar({ counts, needed, tall = false }: Props) {
  const styles = useStyles()
  const invited = order.reduce((sum, answer) => sum + counts[answer], 0)
  if (invited === 0) return null
  const share = (part: number) => `${(100 * part) / invited}%`
  return (
    <div role="img" aria-label={answerBarName(counts, needed)} className={mergeClasses(styles.bar, tall && styles.tall)}>
      {order.map(
        (answer) =>
          counts[answer] > 0 && (
            <span key={answer} className={mergeClasses(styles.part, styles[answer])} style={{ width: share(counts[answer]) }} />
          ),
      )}
      {needed > 0 && needed <= invited && <span className={styles.mark} style={{ left: share(needed) }} />}
    </div>
  )
}

/** Once under a list. */
export function AnswerKey({ needed }: { readonly needed: number }) {
  const styles = useStyles()
  return (
    <div className={styles.key} aria-hidden>
      <span className={styles.entry}>
        <span className={mergeClasses(styles.sample, styles.accepted)} />
        Accepted
      </span>
      <span className={styles.entry}>
        <span className={mergeClasses(styles.sample, styles.tentative)} />
        Tentative
      </span>
      <span className={styles.entry}>
        <span className={mergeClasses(styles.sample, styles.none)} />
        No answer
      </span>
      <span className={styles.entry}>
        <span className={mergeClasses(styles.sample, styles.declined, styles.sampleLine)} />
        Declined
      </span>
      {needed > 0 && (
        <span className={styles.entry}>
          <span className={styles.sampleMark} />
          The line marks the {needed} needed
        </span>
      )}
    </div>
  )
}
