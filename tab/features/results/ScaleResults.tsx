import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import type { QuestionResultView } from '../../../api/contracts/evaluations.ts'
import { chartName, meanOf, words } from './words.ts'

type Scale = Extract<QuestionResultView, { answer: 'scale' }>

const thin = `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`
const forced = '@media (forced-colors: active)'

const useStyles = makeStyles({
  caption: { textAlign: 'left', color: tokens.colorNeutralForeground2, paddingBottom: tokens.spacingVerticalS },
  table: { width: '100%', borderCollapse: 'collapse', textAlign: 'left', tableLayout: 'fixed' },
  head: { fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, padding: '4px', borderBottom: thin, textAlign: 'center' },
  question: { padding: '8px 4px 0', fontWeight: tokens.fontWeightSemibold, textAlign: 'left' },
  cell: { padding: '4px', borderBottom: thin, textAlign: 'center', verticalAlign: 'bottom', fontVariantNumeric: 'tabular-nums' },
  column: { display: 'flex', height: '40px', alignItems: 'flex-end', justifyContent: 'center' },
  bar: {
    width: '70%',
    maxWidth: '40px',
    minHeight: '2px',
    backgroundColor: tokens.colorBrandForeground1,
    printColorAdjust: 'exact',
    forcedColorAdjust: 'none',
    [forced]: { backgroundColor: 'CanvasText' },
  },
  mean: { fontWeight: tokens.fontWeightSemibold, width: '64px' },
})

/** C8.25: each question with its five counts, as columns and as figures in one table: the picture says nothing that the figures do not. */
export function ScaleResults({ questions }: { readonly questions: readonly Scale[] }) {
  const styles = useStyles()
  return (
    <table className={styles.table}>
      <caption className={styles.caption}>
        {words.caption}. {words.scale}
      </caption>
      <thead>
        <tr>
          {[1, 2, 3, 4, 5].map((value) => (
            <th key={value} scope="col" className={styles.head}>
              {value}
            </th>
          ))}
          <th scope="col" className={mergeClasses(styles.head, styles.mean)}>
            {words.mean}
          </th>
        </tr>
      </thead>
      {questions.map((question) => (
        <Question key={question.label} question={question} />
      ))}
    </table>
  )
}

function Question({ question }: { readonly question: Scale }) {
  const styles = useStyles()
  const most = Math.max(1, ...question.counts)
  return (
    <tbody>
      <tr>
        <th scope="rowgroup" colSpan={6} className={styles.question} aria-label={chartName(question)}>
          {question.label}
        </th>
      </tr>
      <tr>
        {question.counts.map((many, index) => (
          <td key={index} className={styles.cell}>
            <div aria-hidden className={styles.column}>
              <span className={styles.bar} style={{ height: `${(100 * many) / most}%` }} />
            </div>
            {many}
          </td>
        ))}
        <td className={mergeClasses(styles.cell, styles.mean)}>{meanOf(question)}</td>
      </tr>
    </tbody>
  )
}
