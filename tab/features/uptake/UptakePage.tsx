import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { uptakeReport, type UptakeFigures, type UptakeReport } from '../../../api/contracts/uptake.ts'
import type { Known } from '../../api/shown.ts'
import { useResource } from '../../api/use-resource.ts'
import { hrefOf, yearQuery, type YearKind } from '../../paths.ts'
import { Card } from '../../ui/Card.tsx'
import { Facts } from '../../ui/Facts.tsx'
import { NotShown, OutOfReach } from '../../ui/NotShown.tsx'
import { Page } from '../../ui/Page.tsx'
import { SkeletonCard, tableBars } from '../../ui/Skeletons.tsx'
import { TakeAway } from '../../ui/TakeAway.tsx'
import { ProgrammeTrail } from '../../ui/Trail.tsx'
import { visuallyHidden } from '../../ui/visually-hidden.ts'
import { phone, useIsPhone } from '../../ui/widths.ts'
import { shortDay } from '../../ui/words-of-time.ts'
import { yearWords } from '../../ui/words-of-year.ts'
import { YearChoice } from '../../ui/YearChoice.tsx'
import { columns, leadWords, meanings, uptakeTable, words } from './words.ts'

const thin = `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`

const useStyles = makeStyles({
  onward: { margin: 0, '@media print': { display: 'none' } },
  caption: visuallyHidden,
  table: { width: '100%', borderCollapse: 'collapse', textAlign: 'left' },
  head: { fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, padding: '8px', borderBottom: thin },
  cell: { padding: '8px', borderBottom: thin, verticalAlign: 'top' },
  figure: { textAlign: 'right', fontVariantNumeric: 'tabular-nums' },
  total: { fontWeight: tokens.fontWeightSemibold },
  quiet: { color: tokens.colorNeutralForeground2, fontWeight: tokens.fontWeightRegular },
  line: { margin: 0, color: tokens.colorNeutralForeground2, textWrap: 'pretty' },
  link: { color: tokens.colorBrandForegroundLink, [phone]: { display: 'inline-flex', alignItems: 'center', minHeight: '44px' } },
  name: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400 },
})

type Asked = { readonly year?: YearKind; readonly began?: number }

/** C2.10: who was invited, accepted, attended, stayed away or walked in, over a year. Numbers, and nobody's name. */
export function UptakePage({ asked }: { readonly asked: Asked }) {
  const { state, again } = useResource(`/reports/uptake${yearQuery(asked)}`, uptakeReport)
  if (state.kind === 'shown') return <Shown state={state} onTryAgain={again} />
  return (
    <Page of="officer" title={words.title} trail={<ProgrammeTrail here={words.title} />} ready={state.kind !== 'loading'}>
      <NotShown state={state} onTryAgain={again}>
        <SkeletonCard bars={tableBars} />
      </NotShown>
    </Page>
  )
}

function Shown({ state, onTryAgain }: { readonly state: Known<UptakeReport>; readonly onTryAgain: () => Promise<void> }) {
  const styles = useStyles()
  const isPhone = useIsPhone()
  const report = state.value
  return (
    <Page
      of="officer"
      title={words.title}
      lead={leadWords(report)}
      trail={<ProgrammeTrail here={words.title} />}
      {...(report.rows.length > 0
        ? { actions: <TakeAway name={`Uptake ${yearWords(report.year)}`} table={() => uptakeTable(report)} /> }
        : {})}
    >
      <OutOfReach state={state} onTryAgain={onTryAgain} />
      <YearChoice page="uptake" year={report.year} />
      {report.rows.length === 0 ? (
        <Card>{words.nothing}</Card>
      ) : isPhone ? (
        <Cards report={report} />
      ) : (
        <Card>
          <Table report={report} />
        </Card>
      )}
      <p className={styles.line}>{words.totalNote}</p>
      <p className={styles.line}>{meanings}</p>
      <p className={styles.onward}>
        <a className={styles.link} href={hrefOf({ page: 'spread', year: report.year.kind, began: Number(report.year.from.slice(0, 4)) })}>
          {words.spread}
        </a>
      </p>
    </Page>
  )
}

function Table({ report }: { readonly report: UptakeReport }) {
  const styles = useStyles()
  return (
    <table className={styles.table}>
      <caption className={styles.caption}>{words.caption}</caption>
      <thead>
        <tr>
          <th scope="col" className={styles.head}>
            {words.session}
          </th>
          {columns.map(([name, head]) => (
            <th key={name} scope="col" className={mergeClasses(styles.head, styles.figure)}>
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {report.rows.map((row) => (
          <tr key={row.sessionId}>
            <th scope="row" className={styles.cell}>
              <a className={styles.link} href={hrefOf({ page: 'register', sessionId: row.sessionId })}>
                {row.title}
              </a>
              <div className={styles.quiet}>
                {shortDay(row.startsAt, report.now)} · {row.kindLabel}
              </div>
            </th>
            <Figures of={row} />
          </tr>
        ))}
        <tr className={styles.total}>
          <th scope="row" className={styles.cell}>
            {words.total}
          </th>
          <Figures of={report.total} />
        </tr>
      </tbody>
    </table>
  )
}

function Figures({ of }: { readonly of: UptakeFigures }) {
  const styles = useStyles()
  return columns.map(([name]) => (
    <td key={name} className={mergeClasses(styles.cell, styles.figure)}>
      {of[name]}
    </td>
  ))
}

function Cards({ report }: { readonly report: UptakeReport }) {
  const styles = useStyles()
  const facts = (of: UptakeFigures) => columns.map(([name, term]) => ({ term, words: String(of[name]) }))
  return (
    <>
      <Card>
        <h2 className={styles.name}>{words.total}</h2>
        <Facts rows={facts(report.total)} />
      </Card>
      {report.rows.map((row) => (
        <Card key={row.sessionId}>
          <h2 className={styles.name}>
            <a className={styles.link} href={hrefOf({ page: 'register', sessionId: row.sessionId })}>
              {row.title}
            </a>
          </h2>
          <div className={styles.quiet}>
            {shortDay(row.startsAt, report.now)} · {row.kindLabel}
          </div>
          <Facts rows={facts(row)} />
        </Card>
      ))}
    </>
  )
}
