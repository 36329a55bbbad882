import { makeStyles, tokens } from '@fluentui/react-components'
import { requirementsGrid, type RequirementsGrid } from '../../../api/contracts/requirements.ts'
import type { Known } from '../../api/shown.ts'
import { useResource } from '../../api/use-resource.ts'
import type { MandatoryPlace } from '../../paths.ts'
import { Card } from '../../ui/Card.tsx'
import { NotShown, OutOfReach } from '../../ui/NotShown.tsx'
import { Page } from '../../ui/Page.tsx'
import { SkeletonCard, tableBars } from '../../ui/Skeletons.tsx'
import { TakeAway } from '../../ui/TakeAway.tsx'
import { Trail } from '../../ui/Trail.tsx'
import { GridFilters } from './GridFilters.tsx'
import { Grid } from './Grid.tsx'
import { chosenOf, gridLead, gridTable, gridWords as words } from './grid-words.ts'

const useStyles = makeStyles({ line: { margin: 0, color: tokens.colorNeutralForeground2, textWrap: 'pretty' } })
const trail = [{ words: 'Members', to: { page: 'members' } }, { words: words.title }] as const

/** C5.1, C5.3: who has yet to do what, on a day. To officers alone (C5.22). */
export function GridPage({ place }: { readonly place: MandatoryPlace }) {
  const { state, again } = useResource(`/requirements${place.on ? `?on=${place.on}` : ''}`, requirementsGrid)
  if (state.kind === 'shown') return <Shown state={state} place={place} onTryAgain={again} />
  return (
    <Page of="officer" title={words.title} trail={<Trail steps={trail} />} ready={state.kind !== 'loading'}>
      <NotShown state={state} onTryAgain={again}>
        <SkeletonCard bars={tableBars} />
      </NotShown>
    </Page>
  )
}

type Props = { readonly state: Known<RequirementsGrid>; readonly place: MandatoryPlace; readonly onTryAgain: () => Promise<void> }

function Shown({ state, place, onTryAgain }: Props) {
  const styles = useStyles()
  const grid = state.value
  const chosen = chosenOf(grid, place)
  const hasRules = grid.rules.length > 0
  return (
    <Page
      of="officer"
      title={words.title}
      trail={<Trail steps={trail} />}
      {...(hasRules ? { lead: gridLead(grid) } : {})}
      actions={hasRules && <TakeAway name={`${words.title} ${grid.on}`} table={() => gridTable(chosen)} />}
    >
      <OutOfReach state={state} onTryAgain={onTryAgain} />
      {hasRules ? (
        <>
          <GridFilters place={place} grid={grid} />
          {chosen.members.length > 0 ? <Grid of={chosen} /> : <Card>{words.none}</Card>}
          <p className={styles.line}>{words.advice}</p>
        </>
      ) : (
        <Card>{words.nothing}</Card>
      )}
    </Page>
  )
}
