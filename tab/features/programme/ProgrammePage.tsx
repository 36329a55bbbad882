import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import type { Programme } from '../../../api/contracts/programme.ts'
import type { Known } from '../../api/shown.ts'
import { hrefOf, type Filters } from '../../paths.ts'
import { replaceWith } from '../../host/use-route.ts'
import { useButtonStyles } from '../../ui/button-styles.ts'
import { Card } from '../../ui/Card.tsx'
import { useMe } from '../../ui/MeContext.tsx'
import { NotShown, OutOfReach } from '../../ui/NotShown.tsx'
import { Page } from '../../ui/Page.tsx'
import { SkeletonCard, listBars, tableBars } from '../../ui/Skeletons.tsx'
import { TakeAway } from '../../ui/TakeAway.tsx'
import { fullDay } from '../../ui/words-of-time.ts'
import { DangerList } from './DangerList.tsx'
import { EmptyProgramme } from './EmptyProgramme.tsx'
import { MonthPage } from './MonthPage.tsx'
import { ProgrammeFilters } from './ProgrammeFilters.tsx'
import { ProgrammeTable } from './ProgrammeTable.tsx'
import { filtered, inDanger, kindsOf } from './sort-programme.ts'
import { useProgramme } from './use-programme.ts'
import { leadWords, outlookDown, programmeTable, totalsWords, words } from './words.ts'

const useStyles = makeStyles({ onward: { margin: 0, '@media print': { display: 'none' } } })

/** Every session, what needs a decision first. Clauses: C2.2, C3.2. */
export function ProgrammePage({ filters }: { readonly filters: Filters }) {
  const me = useMe()
  const { state, again } = useProgramme(filters.time, me.now)
  if (state.kind === 'shown') {
    return <Shown state={state} filters={filters} onTryAgain={again} />
  }
  return (
    <Page of="officer" title={words.title} lead={fullDay(me.now)}>
      <NotShown state={state} onTryAgain={again}>
        <SkeletonCard bars={listBars} />
        <SkeletonCard bars={tableBars} />
      </NotShown>
    </Page>
  )
}

type Props = { readonly state: Known<Programme>; readonly filters: Filters; readonly onTryAgain: () => Promise<void> }

function Shown({ state, filters, onTryAgain }: Props) {
  const styles = useStyles()
  const programme = state.value
  const { now, readAt } = programme
  const outlook = programme.unreachable.some(({ dependency }) => dependency === 'graph')
  const staleAt = outlook || !state.fresh ? (readAt ?? now) : undefined
  if (filters.view === 'month') return <MonthPage programme={programme} filters={filters} staleAt={staleAt} />
  const rows = filtered(programme, filters)
  const isEmpty = programme.rows.length === 0 && filters.time === undefined
  const totals = totalsWords(programme)
  return (
    <Page
      of="officer"
      title={words.title}
      lead={staleAt ? fullDay(now) : leadWords(programme)}
      {...(isEmpty ? {} : { actions: <TakeAway name={`Programme ${fullDay(now)}`} table={() => programmeTable(rows, now)} /> })}
    >
      <OutOfReach state={state} outlook={outlook} onTryAgain={onTryAgain}>
        {outlookDown(readAt, now)}
      </OutOfReach>
      {isEmpty ? (
        <EmptyProgramme programme={programme} />
      ) : (
        <>
          <DangerList rows={inDanger(programme)} now={now} staleAt={staleAt} />
          <ProgrammeFilters filters={filters} kinds={kindsOf(programme)} />
          {rows.length > 0 ? <ProgrammeTable rows={rows} now={now} /> : <NoneLeft />}
          {totals && <p style={{ margin: 0 }}>{totals}</p>}
          <p className={styles.onward}>
            <a style={{ color: tokens.colorBrandForegroundLink }} href={hrefOf({ page: 'plan' })}>
              {words.plan}
            </a>
          </p>
          <p className={styles.onward}>
            <a style={{ color: tokens.colorBrandForegroundLink }} href={hrefOf({ page: 'missing' })}>
              {words.missing}
            </a>
          </p>
          <p className={styles.onward}>
            <a style={{ color: tokens.colorBrandForegroundLink }} href={hrefOf({ page: 'uptake' })}>
              {words.uptake}
            </a>
          </p>
          <p className={styles.onward}>
            <a style={{ color: tokens.colorBrandForegroundLink }} href={hrefOf({ page: 'spread' })}>
              {words.spread}
            </a>
          </p>
          <p className={styles.onward}>
            <a style={{ color: tokens.colorBrandForegroundLink }} href={hrefOf({ page: 'joint' })}>
              {words.joint}
            </a>
          </p>
          <p className={styles.onward}>
            <a style={{ color: tokens.colorBrandForegroundLink }} href={hrefOf({ page: 'brochure' })}>
              {words.brochure}
            </a>
          </p>
        </>
      )}
    </Page>
  )
}

function NoneLeft() {
  const { officer, outlined } = useButtonStyles()
  return (
    <Card>
      <p style={{ margin: 0 }}>{words.none}</p>
      <Button
        className={mergeClasses(officer, outlined)}
        style={{ alignSelf: 'flex-start' }}
        onClick={() => replaceWith({ page: 'programme' })}
      >
        {words.clear}
      </Button>
    </Card>
  )
}
