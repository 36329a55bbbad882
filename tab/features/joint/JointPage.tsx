import { makeStyles, tokens } from '@fluentui/react-components'
import { jointReport, type JointReport } from '../../../api/contracts/joint.ts'
import type { Known } from '../../api/shown.ts'
import { useResource } from '../../api/use-resource.ts'
import { hrefOf, yearQuery, type YearKind } from '../../paths.ts'
import { Card } from '../../ui/Card.tsx'
import { Facts } from '../../ui/Facts.tsx'
import { NotShown, OutOfReach } from '../../ui/NotShown.tsx'
import { Page } from '../../ui/Page.tsx'
import { Section } from '../../ui/Section.tsx'
import { SkeletonCard, listBars } from '../../ui/Skeletons.tsx'
import { TakeAway } from '../../ui/TakeAway.tsx'
import { phone } from '../../ui/widths.ts'
import { fullDay } from '../../ui/words-of-time.ts'
import { yearWords } from '../../ui/words-of-year.ts'
import { YearChoice } from '../../ui/YearChoice.tsx'
import { jointTable, leadWords, partnerRows, rowWords, words } from './words.ts'

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyleType: 'none' },
  row: {
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}`,
    '& + &': { borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}` },
    '@media print': { breakInside: 'avoid' },
  },
  name: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400 },
  link: { color: tokens.colorBrandForegroundLink, [phone]: { display: 'inline-flex', alignItems: 'center', minHeight: '44px' } },
  quiet: { margin: 0, color: tokens.colorNeutralForeground2 },
  line: { margin: 0, textWrap: 'pretty' },
})

type Asked = { readonly year?: YearKind; readonly began?: number }
const back = { to: { page: 'programme' }, words: words.back } as const

/** C1.17: a year's sessions that are run with other councils or partners, and what those pay of them. */
export function JointPage({ asked }: { readonly asked: Asked }) {
  const { state, again } = useResource(`/reports/joint${yearQuery(asked)}`, jointReport)
  if (state.kind === 'shown') return <Shown state={state} onTryAgain={again} />
  return (
    <Page of="officer" title={words.title} back={back} ready={state.kind !== 'loading'}>
      <NotShown state={state} onTryAgain={again}>
        <SkeletonCard bars={listBars} />
      </NotShown>
    </Page>
  )
}

function Shown({ state, onTryAgain }: { readonly state: Known<JointReport>; readonly onTryAgain: () => Promise<void> }) {
  const report = state.value
  const isEmpty = report.rows.length === 0
  const name = `${words.title} ${yearWords(report.year)}`
  return (
    <Page
      of="officer"
      title={words.title}
      back={back}
      lead={leadWords(report)}
      {...(isEmpty ? {} : { actions: <TakeAway name={name} table={() => jointTable(report)} /> })}
    >
      <OutOfReach state={state} onTryAgain={onTryAgain} />
      <YearChoice page="joint" year={report.year} />
      {isEmpty ? <Card>{words.nothing}</Card> : <Rows report={report} />}
    </Page>
  )
}

function Rows({ report }: { readonly report: JointReport }) {
  const styles = useStyles()
  return (
    <>
      {report.total.partners.length > 0 && (
        <Section of="officer" heading={words.byPartner} card>
          <Facts rows={partnerRows(report)} />
        </Section>
      )}
      <Section of="officer" heading={words.sessions}>
        <Card flush>
          <ul className={styles.list}>
            {report.rows.map((row) => (
              <li key={row.sessionId} className={styles.row}>
                <h3 className={styles.name}>
                  <a className={styles.link} href={hrefOf({ page: 'session', sessionId: row.sessionId })}>
                    {row.title}
                  </a>
                </h3>
                <p className={styles.quiet}>
                  {fullDay(row.startsAt)} · {row.kindLabel}
                </p>
                <p className={styles.line}>{rowWords(row)}</p>
              </li>
            ))}
          </ul>
        </Card>
      </Section>
    </>
  )
}
