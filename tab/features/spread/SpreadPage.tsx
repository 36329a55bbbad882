import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { spreadReport, type SpreadReport } from '../../../api/contracts/spread.ts'
import type { Known } from '../../api/shown.ts'
import { useResource } from '../../api/use-resource.ts'
import { hrefOf, yearQuery, type YearKind } from '../../paths.ts'
import { Card } from '../../ui/Card.tsx'
import { NotShown, OutOfReach } from '../../ui/NotShown.tsx'
import { Page } from '../../ui/Page.tsx'
import { Section } from '../../ui/Section.tsx'
import { SkeletonCard, tableBars } from '../../ui/Skeletons.tsx'
import { TakeAway } from '../../ui/TakeAway.tsx'
import { ProgrammeTrail } from '../../ui/Trail.tsx'
import { visuallyHidden } from '../../ui/visually-hidden.ts'
import { phone, useIsPhone } from '../../ui/widths.ts'
import { yearWords } from '../../ui/words-of-year.ts'
import { YearChoice } from '../../ui/YearChoice.tsx'
import { SpreadBar, SpreadKey } from './SpreadBar.tsx'
import {
  columns,
  leadWords,
  leftWords,
  meaningWords,
  nothingWords,
  rowWords,
  spreadTable,
  tablesOf,
  words,
  type SpreadTable,
} from './words.ts'

const thin = `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`

const useStyles = makeStyles({
  caption: visuallyHidden,
  table: { width: '100%', borderCollapse: 'collapse', textAlign: 'left', tableLayout: 'fixed' },
  head: { fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, padding: '8px', borderBottom: thin },
  cell: { padding: '6px 8px', borderBottom: thin, verticalAlign: 'top' },
  of: { width: '132px', [phone]: { width: '60%' } },
  name: { fontWeight: tokens.fontWeightSemibold },
  drawn: { width: '40%' },
  bar: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalS },
  number: { flexShrink: 0, width: '3ch', textAlign: 'right', fontVariantNumeric: 'tabular-nums' },
  figure: { textAlign: 'right', fontVariantNumeric: 'tabular-nums' },
  quiet: { color: tokens.colorNeutralForeground2, fontWeight: tokens.fontWeightRegular },
  line: { margin: 0, color: tokens.colorNeutralForeground2, textWrap: 'pretty' },
  onward: { margin: 0, '@media print': { display: 'none' } },
  link: { color: tokens.colorBrandForegroundLink },
})

type Asked = { readonly year?: YearKind; readonly began?: number }

/** C14.7: how the year's programme is spread over weekdays, times of day and months. Sessions are counted, and nobody. */
export function SpreadPage({ asked }: { readonly asked: Asked }) {
  const { state, again } = useResource(`/reports/spread${yearQuery(asked)}`, spreadReport)
  if (state.kind === 'shown') return <Shown state={state} onTryAgain={again} />
  return (
    <Page of="officer" title={words.title} trail={<ProgrammeTrail here={words.title} />} ready={state.kind !== 'loading'}>
      <NotShown state={state} onTryAgain={again}>
        <SkeletonCard bars={tableBars} />
      </NotShown>
    </Page>
  )
}

function Shown({ state, onTryAgain }: { readonly state: Known<SpreadReport>; readonly onTryAgain: () => Promise<void> }) {
  const styles = useStyles()
  const report = state.value
  const { year, total } = report
  const isEmpty = total.sessions === 0
  const name = `${words.title} ${yearWords(year)}`
  return (
    <Page
      of="officer"
      title={words.title}
      lead={leadWords(report)}
      trail={<ProgrammeTrail here={words.title} />}
      {...(isEmpty ? {} : { actions: <TakeAway name={name} table={() => spreadTable(report)} /> })}
    >
      <OutOfReach state={state} onTryAgain={onTryAgain} />
      <YearChoice page="spread" year={year} />
      {isEmpty ? (
        <Card>{nothingWords()}</Card>
      ) : (
        <>
          <SpreadKey />
          {tablesOf(report).map((table) => (
            <Section key={table.of} of="officer" heading={table.finding} card>
              <Table table={table} />
              {table.none && <p className={styles.line}>{table.none}</p>}
            </Section>
          ))}
        </>
      )}
      {(isEmpty ? leftWords(report) : meaningWords(report)).map((line) => (
        <p key={line} className={styles.line}>
          {line}
        </p>
      ))}
      <p className={styles.onward}>
        <a className={styles.link} href={hrefOf({ page: 'uptake', year: year.kind, began: Number(year.from.slice(0, 4)) })}>
          {words.uptake}
        </a>
      </p>
    </Page>
  )
}

/** On a phone the columns of figures are a line under each name. */
function Table({ table: { of, finding, rows } }: { readonly table: SpreadTable }) {
  const styles = useStyles()
  const isPhone = useIsPhone()
  const longest = Math.max(1, ...rows.map(({ sessions }) => sessions))
  const shown = isPhone ? [] : columns
  return (
    <table className={styles.table}>
      <caption className={styles.caption}>{finding}</caption>
      <thead>
        <tr>
          <th scope="col" className={mergeClasses(styles.head, styles.of)}>
            {of}
          </th>
          <th scope="col" className={mergeClasses(styles.head, styles.drawn)}>
            {words.sessions}
          </th>
          {shown.map(([name, head]) => (
            <th key={name} scope="col" className={mergeClasses(styles.head, styles.figure)}>
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.name}>
            <th scope="row" className={mergeClasses(styles.cell, styles.name)}>
              {row.name}
              {isPhone && <div className={styles.quiet}>{rowWords(row)}</div>}
            </th>
            <td className={styles.cell}>
              <span className={styles.bar}>
                <span className={styles.number}>{row.sessions}</span>
                <SpreadBar of={row} longest={longest} />
              </span>
            </td>
            {shown.map(([name]) => (
              <td key={name} className={mergeClasses(styles.cell, styles.figure)}>
                {row[name]}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
