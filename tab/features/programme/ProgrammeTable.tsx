import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { Fragment } from 'react'
import type { ProgrammeRow } from '../../../api/contracts/programme.ts'
import { hrefOf } from '../../paths.ts'
import { AnswerBar, AnswerKey } from '../../ui/AnswerBar.tsx'
import { Card } from '../../ui/Card.tsx'
import { Status } from '../../ui/Status.tsx'
import { visuallyHidden } from '../../ui/visually-hidden.ts'
import { answerHeading, standingOrder, standingWords } from '../../ui/words-of-programme.ts'
import { useIsPhone } from '../../ui/widths.ts'
import { byWeek, sharedMinimum } from './sort-programme.ts'
import { underName, whenCell, words } from './words.ts'

const thin = `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`

/** Figures alone, where there is no room for bars beside them; nor is there on paper. */
const noBars = '@media (max-width: 1079.98px)'

const useStyles = makeStyles({
  table: { width: '100%', borderCollapse: 'collapse', textAlign: 'left' },
  caption: visuallyHidden,
  head: {
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontWeight: tokens.fontWeightSemibold,
    padding: '8px 12px',
    borderBottom: thin,
  },
  figureHead: { textAlign: 'right', padding: '8px 6px' },
  week: {
    backgroundColor: tokens.colorNeutralBackground2,
    padding: '6px 12px',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontWeight: tokens.fontWeightSemibold,
    borderBottom: thin,
  },
  cell: { padding: '8px 12px', borderBottom: thin, verticalAlign: 'middle' },
  last: { '& > td, & > th': { borderBottom: 0 } },
  when: { whiteSpace: 'nowrap' },
  time: { '@media (max-width: 1079.98px)': { display: 'block' } },
  quiet: { color: tokens.colorNeutralForeground2 },
  name: { fontWeight: tokens.fontWeightRegular, minWidth: '150px' },
  link: {
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground1,
    textDecorationLine: 'none',
    ':hover': { textDecorationLine: 'underline' },
    '@media (forced-colors: active)': { color: 'LinkText' },
  },
  cancelled: { textDecorationLine: 'line-through' },
  under: {
    display: 'block',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
  },
  bar: { width: '150px', [noBars]: { display: 'none' } },
  key: { [noBars]: { display: 'none' } },
  figure: { textAlign: 'right', fontVariantNumeric: 'tabular-nums', padding: '8px 6px', width: '1%' },
  bold: { fontWeight: tokens.fontWeightSemibold },
  standing: { minWidth: '124px' },
  cards: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM, listStyleType: 'none', margin: 0, padding: 0 },
  cardTitle: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400, fontWeight: tokens.fontWeightSemibold },
  cardLink: {
    display: 'inline-block',
    padding: '11px 0',
    color: tokens.colorBrandForegroundLink,
    textDecorationLine: 'none',
  },
  line: { margin: 0, textWrap: 'pretty' },
  weekTitle: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400, fontWeight: tokens.fontWeightSemibold },
})

type Props = { readonly rows: readonly ProgrammeRow[]; readonly now: string }

/** C2.2: the level of interest in every session, in figures with a shape beside them. A table where there is room, else cards. */
export function ProgrammeTable({ rows, now }: Props) {
  const styles = useStyles()
  const isPhone = useIsPhone()
  return (
    <>
      {isPhone ? <Cards rows={rows} now={now} /> : <Table rows={rows} now={now} />}
      <div className={isPhone ? undefined : styles.key}>
        <AnswerKey needed={sharedMinimum(rows)} />
      </div>
    </>
  )
}

function Table({ rows, now }: Props) {
  const styles = useStyles()
  const weeks = byWeek(rows, now)
  const lastId = weeks.at(-1)?.rows.at(-1)?.sessionId
  return (
    <Card flush>
      <table className={styles.table}>
        <caption className={styles.caption}>{words.caption}</caption>
        <thead>
          <tr>
            <th scope="col" className={styles.head}>
              When
            </th>
            <th scope="col" className={styles.head}>
              Session
            </th>
            <th scope="col" className={mergeClasses(styles.head, styles.bar)}>
              Answers
            </th>
            {standingOrder.map((answer) => (
              <th key={answer} scope="col" className={mergeClasses(styles.head, styles.figureHead)}>
                {answerHeading[answer]}
              </th>
            ))}
            <th scope="col" className={styles.head}>
              Where it stands
            </th>
          </tr>
        </thead>
        {weeks.map((week) => (
          <tbody key={week.heading}>
            <tr>
              <th scope="rowgroup" colSpan={8} className={styles.week}>
                {week.heading}
              </th>
            </tr>
            {week.rows.map((row) => (
              <Row key={row.sessionId} row={row} now={now} isLast={row.sessionId === lastId} />
            ))}
          </tbody>
        ))}
      </table>
    </Card>
  )
}

function Row({ row, now, isLast }: { readonly row: ProgrammeRow; readonly now: string; readonly isLast: boolean }) {
  const styles = useStyles()
  const when = whenCell(row, now)
  return (
    <tr className={mergeClasses(isLast && styles.last)}>
      <td className={mergeClasses(styles.cell, styles.when)}>
        {when.day}, <span className={mergeClasses(styles.quiet, styles.time)}>{when.time}</span>
      </td>
      <th scope="row" className={mergeClasses(styles.cell, styles.name)}>
        <SessionLink row={row} className={styles.link} />
        <span className={styles.under}>{underName(row)}</span>
      </th>
      <td className={mergeClasses(styles.cell, styles.bar)}>
        <AnswerBar counts={row.counts} needed={row.uptake.minimum} />
      </td>
      {standingOrder.map((answer) => (
        <td key={answer} className={mergeClasses(styles.cell, styles.figure, answer === 'accepted' && styles.bold)}>
          {row.counts[answer]}
        </td>
      ))}
      <td className={mergeClasses(styles.cell, styles.standing)}>
        <Standing row={row} now={now} />
      </td>
    </tr>
  )
}

function SessionLink({ row, className }: { readonly row: ProgrammeRow; readonly className: string }) {
  const styles = useStyles()
  return (
    <a
      className={mergeClasses(className, row.state.kind === 'cancelled' && styles.cancelled)}
      href={hrefOf({ page: 'session', sessionId: row.sessionId })}
    >
      {row.title}
    </a>
  )
}

function Standing({ row, now }: { readonly row: ProgrammeRow; readonly now: string }) {
  const { icon, words: said } = standingWords(row, now)
  return <Status icon={icon}>{said}</Status>
}

function Cards({ rows, now }: Props) {
  const styles = useStyles()
  return byWeek(rows, now).map((week) => (
    <Fragment key={week.heading}>
      <h2 className={styles.weekTitle}>{week.heading}</h2>
      <ul className={styles.cards}>
        {week.rows.map((row) => (
          <li key={row.sessionId}>
            <SessionCard row={row} now={now} />
          </li>
        ))}
      </ul>
    </Fragment>
  ))
}

function SessionCard({ row, now }: { readonly row: ProgrammeRow; readonly now: string }) {
  const styles = useStyles()
  const when = whenCell(row, now)
  const { accepted, tentative, none, declined } = row.counts
  return (
    <Card>
      <div>
        <h3 className={styles.cardTitle}>
          <SessionLink row={row} className={styles.cardLink} />
        </h3>
        <p className={styles.line}>
          {when.day}, {when.time}
        </p>
        <p className={mergeClasses(styles.line, styles.quiet)}>{underName(row)}</p>
      </div>
      <AnswerBar counts={row.counts} needed={row.uptake.minimum} />
      <p className={styles.line}>
        <strong>{accepted} accepted</strong>, {tentative} tentative, {none} no answer, {declined} declined
      </p>
      <Standing row={row} now={now} />
    </Card>
  )
}
