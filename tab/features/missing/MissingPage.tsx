import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { missing as missingShape, type Missing } from '../../../api/contracts/missing.ts'
import type { Known } from '../../api/shown.ts'
import { useResource } from '../../api/use-resource.ts'
import { replaceWith } from '../../host/use-route.ts'
import { hrefOf, type MissingPlace } from '../../paths.ts'
import { useButtonStyles } from '../../ui/button-styles.ts'
import { Card } from '../../ui/Card.tsx'
import { NotShown, OutOfReach } from '../../ui/NotShown.tsx'
import { Note } from '../../ui/Note.tsx'
import { Page } from '../../ui/Page.tsx'
import { SkeletonCard, listBars } from '../../ui/Skeletons.tsx'
import { Status } from '../../ui/Status.tsx'
import { TakeAway } from '../../ui/TakeAway.tsx'
import { phone } from '../../ui/widths.ts'
import { gapWords } from '../../ui/words-of-gaps.ts'
import { MissingFilters } from './MissingFilters.tsx'
import { chosen, leadWords, missingTable, whenWords, words } from './words.ts'

const thin = `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyleType: 'none' },
  row: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    gap: tokens.spacingHorizontalM,
    alignItems: 'center',
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}`,
    '& + &': { borderTop: thin },
    [phone]: { gridTemplateColumns: 'minmax(0, 1fr)' },
    '@media print': { breakInside: 'avoid' },
  },
  name: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400 },
  quiet: { margin: 0, color: tokens.colorNeutralForeground2 },
  line: { margin: 0, textWrap: 'pretty' },
  act: { justifySelf: 'start', '@media print': { display: 'none' } },
  start: { alignSelf: 'flex-start' },
})

/** Across sessions, what nobody has put down yet, each with the way to put it right. Clauses: C1.7, C1.9, C1.10, C1.12, C1.14. */
export function MissingPage({ place }: { readonly place: MissingPlace }) {
  const { state, again } = useResource(`/reports/missing${place.time === 'past' ? '?time=past' : ''}`, missingShape)
  if (state.kind === 'shown') return <Shown state={state} place={place} onTryAgain={again} />
  return (
    <Page of="officer" title={words.title} back={back} ready={state.kind !== 'loading'}>
      <NotShown state={state} onTryAgain={again}>
        <SkeletonCard bars={listBars} />
      </NotShown>
    </Page>
  )
}

const back = { to: { page: 'programme' }, words: words.back } as const

type Props = { readonly state: Known<Missing>; readonly place: MissingPlace; readonly onTryAgain: () => Promise<void> }

function Shown({ state, place, onTryAgain }: Props) {
  const all = state.value
  const rows = chosen(all.rows, place)
  return (
    <Page
      of="officer"
      title={words.title}
      back={back}
      lead={leadWords(all, place.time)}
      {...(rows.length > 0 ? { actions: <TakeAway name={words.title} table={() => missingTable(rows)} /> } : {})}
    >
      <OutOfReach state={state} onTryAgain={onTryAgain} />
      <MissingFilters place={place} />
      {all.holds && rows.some(({ gaps }) => gaps.includes('aims')) && place.time !== 'past' && <Note kind="info">{words.held}</Note>}
      {rows.length > 0 ? (
        <List rows={rows} now={all.now} />
      ) : (
        <Nothing isFiltered={all.rows.length > 0} lead={leadWords(all, place.time)} />
      )}
    </Page>
  )
}

function List({ rows, now }: { readonly rows: readonly Missing['rows'][number][]; readonly now: string }) {
  const styles = useStyles()
  const { officer, outlined } = useButtonStyles()
  return (
    <Card flush>
      <ul className={styles.list}>
        {rows.map((row) => (
          <li key={row.sessionId} className={styles.row}>
            <div>
              <h2 className={styles.name}>{row.title}</h2>
              <p className={styles.quiet}>{whenWords(row, now)}</p>
              <p className={styles.line}>{gapWords(row.gaps)}</p>
            </div>
            <Button
              as="a"
              className={mergeClasses(officer, outlined, styles.act)}
              href={hrefOf({ page: 'details', sessionId: row.sessionId })}
              aria-label={`${words.putRight}: ${row.title}, ${whenWords(row, now)}`}
            >
              {words.putRight}
            </Button>
          </li>
        ))}
      </ul>
    </Card>
  )
}

function Nothing({ isFiltered, lead }: { readonly isFiltered: boolean; readonly lead: string }) {
  const styles = useStyles()
  const { officer, outlined } = useButtonStyles()
  if (!isFiltered) {
    return (
      <Card>
        <Status icon="done">{lead}</Status>
      </Card>
    )
  }
  return (
    <Card>
      <p className={styles.line}>{words.none}</p>
      <Button className={mergeClasses(officer, outlined, styles.start)} onClick={() => replaceWith({ page: 'missing' })}>
        {words.clear}
      </Button>
    </Card>
  )
}
