import { makeStyles, tokens } from '@fluentui/react-components'
import { pdpStandings, type PdpStandingsPage } from '../../../api/contracts/pdp.ts'
import { useResource } from '../../api/use-resource.ts'
import { hrefOf } from '../../paths.ts'
import { bySurname } from '../../ui/by-surname.ts'
import { Card } from '../../ui/Card.tsx'
import { NotShown, OutOfReach } from '../../ui/NotShown.tsx'
import { Page } from '../../ui/Page.tsx'
import { SkeletonCard, tableBars } from '../../ui/Skeletons.tsx'
import { TakeAway } from '../../ui/TakeAway.tsx'
import { visuallyHidden } from '../../ui/visually-hidden.ts'
import { useIsPhone } from '../../ui/widths.ts'
import { plansLead, plansTable, standingWords, words } from './words.ts'

const thin = `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`

const useStyles = makeStyles({
  caption: visuallyHidden,
  table: { width: '100%', borderCollapse: 'collapse', textAlign: 'left' },
  head: { fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, padding: '8px', borderBottom: thin },
  cell: { padding: '8px', borderBottom: thin, verticalAlign: 'top', fontWeight: tokens.fontWeightRegular },
  link: { color: tokens.colorBrandForegroundLink, display: 'inline-flex', alignItems: 'center', minHeight: '24px' },
  tall: { color: tokens.colorBrandForegroundLink, display: 'inline-flex', alignItems: 'center', minHeight: '44px' },
  name: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400 },
  line: { margin: 0, color: tokens.colorNeutralForeground2 },
})

type Row = PdpStandingsPage['rows'][number]

/** C6.22: who has a plan, and nothing that is in one. */
export function PlansPage() {
  const isPhone = useIsPhone()
  const { state, again } = useResource('/pdps', pdpStandings)
  const shown = state.kind === 'shown' ? state.value : undefined
  const rows = shown ? bySurname(shown.rows) : []
  return (
    <Page
      of="officer"
      title={words.plansTitle}
      ready={state.kind !== 'loading'}
      {...(shown ? { lead: plansLead(shown), actions: <TakeAway name={words.plansTitle} table={() => plansTable(rows)} /> } : {})}
    >
      <NotShown state={state} onTryAgain={again}>
        <SkeletonCard bars={tableBars} />
      </NotShown>
      {state.kind === 'shown' && <OutOfReach state={state} onTryAgain={again} />}
      {rows.length > 0 && (isPhone ? <Cards rows={rows} /> : <Table rows={rows} />)}
    </Page>
  )
}

function Table({ rows }: { readonly rows: readonly Row[] }) {
  const styles = useStyles()
  return (
    <Card>
      <table className={styles.table}>
        <caption className={styles.caption}>{words.caption}</caption>
        <thead>
          <tr>
            {[words.name, words.group, words.standing].map((head) => (
              <th key={head} scope="col" className={styles.head}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.memberId}>
              <th scope="row" className={styles.cell}>
                <Name row={row} look={styles.link} />
              </th>
              <td className={styles.cell}>{row.group}</td>
              <td className={styles.cell}>{standingWords(row)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Card>
  )
}

function Cards({ rows }: { readonly rows: readonly Row[] }) {
  const styles = useStyles()
  return rows.map((row) => (
    <Card key={row.memberId}>
      <h2 className={styles.name}>
        <Name row={row} look={styles.tall} />
      </h2>
      {row.group && <p className={styles.line}>{row.group}</p>}
      <p className={styles.line}>{standingWords(row)}</p>
    </Card>
  ))
}

function Name({ row, look }: { readonly row: Row; readonly look: string }) {
  if (!row.mayOpen) return row.name
  return (
    <a className={look} href={hrefOf({ page: 'member-plan', memberId: row.memberId })}>
      {row.name}
    </a>
  )
}
