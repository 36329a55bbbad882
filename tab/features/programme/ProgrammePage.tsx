import { Button, mergeClasses } from '@fluentui/react-components'
import { ArrowDownload20Regular } from '@fluentui/react-icons/svg/arrow-download'
import { Print20Regular } from '@fluentui/react-icons/svg/print'
import type { Programme } from '../../../api/contracts/programme.ts'
import type { Filters } from '../../paths.ts'
import { replaceWith } from '../../host/use-route.ts'
import { useButtonStyles } from '../../ui/button-styles.ts'
import { Card } from '../../ui/Card.tsx'
import { saveCsv } from '../../ui/csv.ts'
import { useMe } from '../../ui/MeContext.tsx'
import { Page } from '../../ui/Page.tsx'
import { SkeletonCard, listBars, tableBars } from '../../ui/Skeletons.tsx'
import { NotReached, Refused, Trouble } from '../../ui/Trouble.tsx'
import { serviceName, wordsOfTrouble } from '../../ui/words.ts'
import { fullDay } from '../../ui/words-of-time.ts'
import { DangerList } from './DangerList.tsx'
import { EmptyProgramme } from './EmptyProgramme.tsx'
import { ProgrammeFilters } from './ProgrammeFilters.tsx'
import { ProgrammeTable } from './ProgrammeTable.tsx'
import { filtered, inDanger, kindsOf } from './sort-programme.ts'
import { useProgramme } from './use-programme.ts'
import { leadWords, outlookDown, programmeTable, totalsWords, words } from './words.ts'

/** Every session, what needs a decision first. Clauses: C2.2, C3.2. */
export function ProgrammePage({ filters }: { readonly filters: Filters }) {
  const me = useMe()
  const { state, again } = useProgramme(filters.time, me.now)
  if (state.kind === 'shown') {
    return <Shown programme={state.value} fresh={state.fresh} filters={filters} onTryAgain={() => void again()} />
  }
  return (
    <Page of="officer" title={words.title} lead={fullDay(me.now)}>
      {state.kind === 'refused' && <Refused problem={state.problem} onTryAgain={() => void again()} />}
      {state.kind === 'unreachable' && <NotReached onTryAgain={() => void again()} />}
      {state.kind === 'loading' && (
        <div aria-busy style={{ display: 'grid', gap: 16 }}>
          {state.slow && <SkeletonCard bars={listBars} />}
          {state.slow && <SkeletonCard bars={tableBars} />}
        </div>
      )}
    </Page>
  )
}

type Props = { readonly programme: Programme; readonly fresh: boolean; readonly filters: Filters; readonly onTryAgain: () => void }

function Shown({ programme, fresh, filters, onTryAgain }: Props) {
  const { now, readAt } = programme
  const isDown = programme.unreachable.some(({ dependency }) => dependency === 'graph')
  const staleAt = isDown || !fresh ? (readAt ?? now) : undefined
  const rows = filtered(programme, filters)
  const isEmpty = programme.rows.length === 0 && filters.time === undefined
  const totals = totalsWords(programme)
  return (
    <Page
      of="officer"
      title={words.title}
      lead={staleAt ? fullDay(now) : leadWords(programme)}
      {...(isEmpty ? {} : { actions: <Actions rows={rows} now={now} /> })}
    >
      {staleAt && (
        <Trouble title={isDown ? `We cannot reach ${serviceName('graph')}` : wordsOfTrouble.unreachable} onTryAgain={onTryAgain}>
          {outlookDown(readAt, now)}
        </Trouble>
      )}
      {isEmpty ? (
        <EmptyProgramme programme={programme} />
      ) : (
        <>
          <DangerList rows={inDanger(programme)} now={now} staleAt={staleAt} />
          <ProgrammeFilters filters={filters} kinds={kindsOf(programme)} />
          {rows.length > 0 ? <ProgrammeTable rows={rows} now={now} /> : <NoneLeft />}
          {totals && <p style={{ margin: 0 }}>{totals}</p>}
        </>
      )}
    </Page>
  )
}

function Actions({ rows, now }: { readonly rows: Programme['rows'] | ReturnType<typeof filtered>; readonly now: string }) {
  const { officer, outlined } = useButtonStyles()
  const look = mergeClasses(officer, outlined)
  return (
    <>
      <Button
        className={look}
        icon={<ArrowDownload20Regular aria-hidden />}
        onClick={() => saveCsv(`Programme ${fullDay(now)}`, programmeTable(rows, now))}
      >
        {words.download}
      </Button>
      <Button className={look} icon={<Print20Regular aria-hidden />} onClick={() => window.print()}>
        {words.print}
      </Button>
    </>
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
