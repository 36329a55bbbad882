import { makeStyles, tokens } from '@fluentui/react-components'
import type { BrochureCourse, BrochureRun } from '../../../api/contracts/brochure.ts'
import { hrefOf, type Route } from '../../paths.ts'
import { phone } from '../../ui/widths.ts'
import { followingWords, mandatoryWords, placeWords, undatedWords, whenWords, whomWords, words, yourWords } from './words.ts'

const useStyles = makeStyles({
  course: {
    backgroundColor: tokens.colorNeutralBackground1,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusXLarge,
    boxShadow: tokens.shadow2,
    padding: tokens.spacingHorizontalL,
    minWidth: 0,
    overflowWrap: 'anywhere',
    '@media print': { boxShadow: 'none', breakInside: 'avoid', margin: '0 0 12px', padding: '10px 14px', borderRadius: 0 },
  },
  title: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400, outlineStyle: 'none' },
  kind: { margin: 0, color: tokens.colorNeutralForeground2 },
  facts: {
    margin: `${tokens.spacingVerticalS} 0 0`,
    display: 'grid',
    gridTemplateColumns: '152px minmax(0, 1fr)',
    gap: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalL}`,
    [phone]: { gridTemplateColumns: 'minmax(0, 1fr)', rowGap: 0 },
  },
  term: { color: tokens.colorNeutralForeground2 },
  said: { margin: 0, whiteSpace: 'pre-line', textWrap: 'pretty', [phone]: { marginBottom: tokens.spacingVerticalS } },
  runs: { margin: 0, padding: 0, listStyleType: 'none', display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  when: { fontWeight: tokens.fontWeightSemibold },
  own: { '@media print': { display: 'none' } },
  link: {
    color: tokens.colorBrandForegroundLink,
    display: 'inline-block',
    padding: '4px 0',
    [phone]: { display: 'inline-flex', alignItems: 'center', minHeight: '44px' },
  },
})

type Reader = 'member' | 'officer'
type Props = { readonly course: BrochureCourse; readonly id: string; readonly reader: Reader }

/** One course, once, with everything that one needs to know of it. On paper it is never torn in two. */
export function Course({ course, id, reader }: Props) {
  const styles = useStyles()
  const { title, kindLabel, aims, runs, toFollow } = course
  return (
    <article className={styles.course} aria-labelledby={id}>
      <h3 id={id} tabIndex={-1} className={styles.title}>
        {title}
      </h3>
      <p className={styles.kind}>{kindLabel}</p>
      <dl className={styles.facts}>
        <dt className={styles.term}>{words.purpose}</dt>
        <dd className={styles.said}>{aims ?? words.noAimsYet}</dd>
        <dt className={styles.term}>{words.whom}</dt>
        <dd className={styles.said}>{whomWords(course)}</dd>
        <dt className={styles.term}>{words.mandatory}</dt>
        <dd className={styles.said}>{mandatoryWords(course)}</dd>
        <dt className={styles.term}>{words.when}</dt>
        <dd className={styles.said}>
          {runs.length === 0 ? (
            undatedWords()
          ) : (
            <ul className={styles.runs}>
              {runs.map((run) => (
                <Run key={run.sessionId} run={run} title={title} reader={reader} />
              ))}
              {toFollow > 0 && <li>{followingWords(toFollow)}</li>}
            </ul>
          )}
        </dd>
      </dl>
    </article>
  )
}

/** Her own answer is hers: it stays on the screen, so that what is printed can be handed to anybody. */
function Run({ run, title, reader }: { readonly run: BrochureRun; readonly title: string; readonly reader: Reader }) {
  const styles = useStyles()
  const own = reader === 'member' ? yourWords(run) : undefined
  const to = linkOf(run, reader)
  const label = reader === 'officer' ? words.seeSession : words.answer
  return (
    <li>
      <span className={styles.when}>{whenWords(run)}</span>
      <br />
      {placeWords(run)}
      {to && (
        <div className={styles.own}>
          {own && `${own} `}
          <a className={styles.link} href={hrefOf(to)} aria-label={`${label}: ${title}, ${whenWords(run)}`}>
            {label}
          </a>
        </div>
      )}
    </li>
  )
}

/** A session's page is for those who are invited to it. */
function linkOf({ sessionId, yours, hasBegun }: BrochureRun, reader: Reader): Route | undefined {
  if (reader === 'officer') return { page: 'session', sessionId }
  return yours && !hasBegun ? { page: 'my-session', sessionId } : undefined
}
