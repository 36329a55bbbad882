import { Button, Checkbox, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { ChevronLeft20Regular } from '@fluentui/react-icons/svg/chevron-left'
import { ChevronRight20Regular } from '@fluentui/react-icons/svg/chevron-right'
import { useCallback, useRef, useState } from 'react'
import { programmeMonth, type ProgrammeMonth } from '../../../api/contracts/month.ts'
import type { Programme } from '../../../api/contracts/programme.ts'
import { day, type Day } from '../../../domain/kernel/time.ts'
import { useResource } from '../../api/use-resource.ts'
import { replaceWith } from '../../host/use-route.ts'
import { hrefOf, layers as allLayers, type Filters, type Layer } from '../../paths.ts'
import { useButtonStyles } from '../../ui/button-styles.ts'
import { NotShown, OutOfReach } from '../../ui/NotShown.tsx'
import { Note } from '../../ui/Note.tsx'
import { Page } from '../../ui/Page.tsx'
import { SkeletonCard, tableBars } from '../../ui/Skeletons.tsx'
import { TakeAway } from '../../ui/TakeAway.tsx'
import { tickStyle } from '../../ui/tick-style.ts'
import { Status } from '../../ui/Status.tsx'
import { phone, useIsPhone } from '../../ui/widths.ts'
import { fullDay, londonDay } from '../../ui/words-of-time.ts'
import { MonthAgenda } from './MonthAgenda.tsx'
import { MonthGrid } from './MonthGrid.tsx'
import { monthAfter, monthOf, usualLayers, weeksIn } from './month-model.ts'
import { ProgrammeFilters } from './ProgrammeFilters.tsx'
import { inDanger, kindsOf, matching } from './sort-programme.ts'
import { leadWords, words } from './words.ts'
import {
  barWords,
  calendarDoubts,
  calendarTrouble,
  keyWords,
  layerLabels,
  monthName,
  monthTable,
  monthWords,
  slotsWords,
} from './words-of-month.ts'

const everySeconds = 30

const useStyles = makeStyles({
  bar: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
  name: {
    margin: 0,
    minWidth: '132px',
    textAlign: 'center',
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
    [phone]: { flex: '1 1 0', minWidth: 0 },
  },
  step: { minWidth: '36px', [phone]: { minWidth: '48px' }, '@media print': { display: 'none' } },
  unprinted: { '@media print': { display: 'none' } },
  layers: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: `0 ${tokens.spacingHorizontalM}`,
    margin: 0,
    padding: 0,
    border: 0,
    '@media print': { display: 'none' },
  },
  layer: { ...tickStyle, minHeight: 'auto', [phone]: { minHeight: '44px' } },
  link: { color: tokens.colorBrandForegroundLink, [phone]: { minHeight: '44px' }, '@media print': { display: 'none' } },
  small: { margin: 0, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, color: tokens.colorNeutralForeground2 },
})

type Props = { readonly programme: Programme; readonly filters: Filters; readonly staleAt: string | undefined }

/** The programme as a calendar, with the council's own meetings and what is free of them. Clauses: C14.1, C14.2, C14.3, C14.6. */
export function MonthPage({ programme, filters, staleAt }: Props) {
  const styles = useStyles()
  const { now } = programme
  const month = filters.month ?? monthOf(now)
  const { state, again } = useResource(`/programme/month/${month}`, programmeMonth, { everySeconds })
  const [at, setAt] = useState<Day>(() => firstShown(month, now))
  const isAsked = useRef(false)
  const takeFocus = useCallback(() => {
    const asked = isAsked.current
    isAsked.current = false
    return asked
  }, [])
  const layers = filters.layers ?? usualLayers

  function show(change: Pick<Filters, 'month' | 'layers'>): void {
    replaceWith({ ...filters, ...change, page: 'programme', view: 'month' })
  }
  /** Another month begins with its first day, or today's. */
  function turnTo(next: string): void {
    setAt(firstShown(next, now))
    show({ month: next })
  }
  function goTo(day: Day): void {
    isAsked.current = true
    setAt(day)
    const next = day.toString().slice(0, 7)
    if (next !== month) show({ month: next })
  }

  const shown = state.kind === 'shown' ? state.value : undefined
  const weeks = shown ? weeksIn(shown, { rows: matching(shown.rows, filters), layers }) : []
  const reachable = weeks.flat().some(({ on }) => on.equals(at)) ? at : firstShown(month, now)
  return (
    <Page
      of="officer"
      title={words.title}
      lead={staleAt ? fullDay(now) : leadWords(programme)}
      {...(shown ? { actions: <TakeAway name={`Programme ${monthName(month)}`} table={() => monthTable(weeks, now)} /> } : {})}
    >
      <DangerBar programme={programme} filters={filters} staleAt={staleAt} />
      <ProgrammeFilters filters={filters} kinds={kindsOf(programme)} />
      <div className={styles.bar}>
        <Step month={month} months={-1} onTurn={turnTo} />
        <h2 className={styles.name} aria-live="polite">
          {monthName(month)}
        </h2>
        <Step month={month} months={1} onTurn={turnTo} />
        <Today onPress={() => goTo(firstShown(monthOf(now), now))} />
        <Layers chosen={layers} onChoose={(chosen) => show({ layers: chosen })} />
      </div>
      <NotShown state={state} onTryAgain={again}>
        <SkeletonCard bars={tableBars} />
      </NotShown>
      {state.kind === 'shown' && <OutOfReach state={state} onTryAgain={again} />}
      {shown && <Month shown={shown} layers={layers} grid={{ month, weeks, at: reachable, takeFocus, onGo: goTo }} />}
    </Page>
  )
}

function firstShown(month: string, now: string): Day {
  if (month === monthOf(now)) return weekdayFrom(londonDay(now))
  return weekdayFrom(day(`${month}-01`))
}

/** Weekends may be hidden. */
function weekdayFrom(on: Day): Day {
  return on.dayOfWeek > 5 ? on.add({ days: 8 - on.dayOfWeek }) : on
}

type MonthProps = {
  readonly shown: ProgrammeMonth
  readonly layers: readonly Layer[]
  readonly grid: Parameters<typeof MonthGrid>[0]
}

function Month({ shown, layers, grid }: MonthProps) {
  const styles = useStyles()
  const isPhone = useIsPhone()
  // A free slot is worth what is known of the meetings that it keeps clear of.
  const hangsOnCalendar = layers.includes('meetings') || layers.includes('slots')
  const trouble = hangsOnCalendar ? calendarTrouble(shown) : undefined
  const { weeks } = grid
  return (
    <>
      {trouble && <Note kind="info">{trouble}</Note>}
      {layers.includes('slots') && <Note kind="info">{slotsWords(shown)}</Note>}
      <a className={styles.link} href={hrefOf({ page: 'plan' })}>
        {words.plan}
      </a>
      {isPhone ? <MonthAgenda weeks={weeks} /> : <MonthGrid {...grid} />}
      <p className={styles.small}>{keyWords(layers, (weeks[0]?.length ?? 0) > 5)}</p>
      {hangsOnCalendar &&
        calendarDoubts(shown).map((doubt) => (
          <Status key={doubt} icon="info">
            {doubt}
          </Status>
        ))}
    </>
  )
}

function DangerBar({ programme, filters, staleAt }: Props) {
  const { officer, outlined } = useButtonStyles()
  const rows = inDanger(programme)
  if (rows.length === 0) return null
  const said = barWords(rows, staleAt, programme.now)
  const { view: _view, month: _month, layers: _layers, ...list } = filters
  return (
    <Note
      kind="warning"
      action={
        <Button as="a" href={hrefOf({ ...list, page: 'programme' })} className={mergeClasses(officer, outlined)}>
          {monthWords.showThem}
        </Button>
      }
    >
      <strong>{said.bold}</strong>
      {said.rest}
    </Note>
  )
}

type StepProps = { readonly month: string; readonly months: 1 | -1; readonly onTurn: (month: string) => void }

function Step({ month, months, onTurn }: StepProps) {
  const styles = useStyles()
  const { officer } = useButtonStyles()
  const Icon = months < 0 ? ChevronLeft20Regular : ChevronRight20Regular
  const next = monthAfter(month, months)
  return (
    <Button
      appearance="subtle"
      className={mergeClasses(officer, styles.step)}
      icon={<Icon aria-hidden />}
      aria-label={`${months < 0 ? monthWords.earlier : monthWords.later}: ${monthName(next)}`}
      onClick={() => onTurn(next)}
    />
  )
}

function Today({ onPress }: { readonly onPress: () => void }) {
  const styles = useStyles()
  const { officer } = useButtonStyles()
  return (
    <Button appearance="subtle" className={mergeClasses(officer, styles.unprinted)} onClick={onPress}>
      {monthWords.today}
    </Button>
  )
}

function Layers({ chosen, onChoose }: { readonly chosen: readonly Layer[]; readonly onChoose: (layers: readonly Layer[]) => void }) {
  const styles = useStyles()
  return (
    <div role="group" aria-label={monthWords.shown} className={styles.layers}>
      {allLayers.map((layer) => (
        <Checkbox
          key={layer}
          className={styles.layer}
          label={layerLabels[layer]}
          checked={chosen.includes(layer)}
          onChange={(_event, { checked }) =>
            onChoose(allLayers.filter((each) => (each === layer ? checked === true : chosen.includes(each))))
          }
        />
      ))}
    </div>
  )
}
