import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { Add20Regular } from '@fluentui/react-icons/svg/add'
import { useButtonStyles } from '../../ui/button-styles.ts'
import { LinkRow } from '../../ui/LinkRow.tsx'
import { Card } from '../../ui/Card.tsx'
import { NotShown, OutOfReach } from '../../ui/NotShown.tsx'
import { Page } from '../../ui/Page.tsx'
import { Section } from '../../ui/Section.tsx'
import { SkeletonCard, listBars } from '../../ui/Skeletons.tsx'
import { TakeAway } from '../../ui/TakeAway.tsx'
import { changedSinceAgreed } from './keeper.ts'
import { objectiveRoute } from './routes.ts'
import { AboutFields } from './AboutFields.tsx'
import { AgreeCard } from './AgreeCard.tsx'
import { Conflict } from './Conflict.tsx'
import { ObjectiveCard } from './ObjectiveCard.tsx'
import { Privacy } from './Privacy.tsx'
import { Saved } from './Saved.tsx'
import { usePdp, type Pdp } from './use-pdp.ts'
import { leadWords, planLines, savedByWords, words } from './words.ts'

const useStyles = makeStyles({
  columns: {
    display: 'grid',
    gap: tokens.spacingVerticalXXXL,
    '@media (min-width: 900px)': { gridTemplateColumns: 'minmax(0, 1fr) 352px', columnGap: '40px', alignItems: 'start' },
  },
  column: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXXXL, minWidth: 0 },
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  act: {
    minHeight: '48px',
    fontSize: tokens.fontSizeBase400,
    '@media (min-width: 700px)': { alignSelf: 'start' },
    '@media print': { display: 'none' },
  },
  quiet: { margin: 0, color: tokens.colorNeutralForeground2, textWrap: 'pretty' },
  away: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS, '@media print': { display: 'none' } },
})

/** C6.1, C6.2, C6.22, C6.23: a Member's own plan; `memberId`: that of a Member whom an officer helps with it. */
export function PdpPage({ memberId }: { readonly memberId?: string | undefined }) {
  const { resource, pdp } = usePdp(memberId)
  const { state, again } = resource
  const title = memberId === undefined ? words.title : pdp ? words.titleOf(pdp.page.member.name) : words.plansTitle
  return (
    <Page
      of="member"
      title={title}
      ready={state.kind !== 'loading'}
      {...(pdp ? { lead: leadWords(pdp.draft.content, pdp.page.sessions) } : {})}
      {...(memberId === undefined ? {} : { back: { to: { page: 'plans' } as const, words: words.backToPlans } })}
    >
      <NotShown state={state} onTryAgain={again}>
        <SkeletonCard bars={listBars} />
      </NotShown>
      {state.kind === 'shown' && <OutOfReach state={state} onTryAgain={again} />}
      {pdp && <Privacy page={pdp.page} />}
      {pdp && (pdp.draft.theirs ? <Conflict pdp={pdp} /> : <Plan pdp={pdp} memberId={memberId} again={again} />)}
    </Page>
  )
}

type Props = { readonly pdp: Pdp; readonly memberId: string | undefined; readonly again: () => Promise<void> }

function Plan({ pdp, memberId, again }: Props) {
  const styles = useStyles()
  const { page, keeper, draft } = pdp
  const savedBy = savedByWords(page)
  return (
    <div className={styles.columns}>
      <div className={styles.column}>
        <Objectives pdp={pdp} memberId={memberId} />
        <Section of="member" heading={words.about}>
          <AboutFields pdp={pdp} />
        </Section>
      </div>
      <div className={styles.column}>
        <AgreeCard pdp={pdp} again={again} />
        <Card>
          <Saved saving={draft.saving} lasts={keeper.lasts()} />
          {savedBy && <p className={styles.quiet}>{savedBy}</p>}
          {memberId === undefined && <LinkRow to={{ page: 'my-plan-history' }} words={words.history} />}
          {page.leads && <LinkRow to={{ page: 'plans' }} words={words.whoHasPlans} />}
        </Card>
        <div className={styles.away}>
          <TakeAway
            name={memberId === undefined ? words.title : words.titleOf(page.member.name)}
            table={() => planLines(draft.content, page)}
          />
        </div>
      </div>
    </div>
  )
}

const mostObjectives = 20

function Objectives({ pdp: { page, keeper, draft }, memberId }: Omit<Props, 'again'>) {
  const styles = useStyles()
  const { outlined } = useButtonStyles()
  const { objectives } = draft.content
  const mayAgree = page.part === 'owner' && changedSinceAgreed(page, draft.content) !== false
  const isPrimary = !mayAgree
  function add(): void {
    const id = `o-${crypto.randomUUID()}`
    keeper.edit((content) => ({ ...content, objectives: [...content.objectives, { id, aim: '', help: [], measure: '', sessions: [] }] }))
    window.location.hash = objectiveRoute(memberId, id).href
  }
  return (
    <Section of="member" heading={words.objectives}>
      {objectives.length === 0 ? (
        <p className={styles.quiet}>{words.noObjectives}</p>
      ) : (
        <ul className={styles.list}>
          {objectives.map((objective) => (
            <li key={objective.id}>
              <ObjectiveCard objective={objective} page={page} memberId={memberId} />
            </li>
          ))}
        </ul>
      )}
      {objectives.length < mostObjectives && (
        <Button
          {...(isPrimary ? { appearance: 'primary' } : {})}
          className={mergeClasses(styles.act, !isPrimary && outlined)}
          icon={<Add20Regular aria-hidden />}
          onClick={add}
        >
          {words.add}
        </Button>
      )}
    </Section>
  )
}
