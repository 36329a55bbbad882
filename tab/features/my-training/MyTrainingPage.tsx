import { makeStyles, tokens } from '@fluentui/react-components'
import type { MyTraining } from '../../../api/contracts/my-training.ts'
import { hrefOf } from '../../paths.ts'
import { NotShown, OutOfReach } from '../../ui/NotShown.tsx'
import { Page } from '../../ui/Page.tsx'
import { MyPlaces } from '../../ui/places/MyPlaces.tsx'
import { MustDo } from '../../ui/requirements/MustDo.tsx'
import { Section } from '../../ui/Section.tsx'
import { SkeletonCard, invitationBars, listBars } from '../../ui/Skeletons.tsx'
import { CancelledCard } from './CancelledCard.tsx'
import { Evaluations } from './Evaluations.tsx'
import { InvitationCard } from './InvitationCard.tsx'
import { Invitations } from './Invitations.tsx'
import { NextDates } from './NextDates.tsx'
import { useMyTraining, type MyTrainingView } from './use-my-training.ts'
import { answeredLine, leadWords, outlookDown, weekLine, words } from './words.ts'

const useStyles = makeStyles({
  columns: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalXXXL,
    '@media (min-width: 900px)': { gridTemplateColumns: 'minmax(0, 1fr) 352px', columnGap: '40px', alignItems: 'start' },
  },
  main: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXXXL, minWidth: 0 },
  line: { margin: 0, textWrap: 'pretty' },
  link: { color: tokens.colorBrandForegroundLink, display: 'inline-flex', alignItems: 'center', minHeight: '44px' },
  quiet: { margin: 0, color: tokens.colorNeutralForeground2, textWrap: 'pretty' },
})

/** Home: what wants an answer, what is coming, and her week. Clauses: C2.3, C2.14. */
export function MyTrainingPage() {
  const { resource, view, settle } = useMyTraining()
  const { state, again } = resource
  if (state.kind !== 'shown' || !view) {
    return (
      <Page of="member" title={words.title} {...(state.kind === 'loading' ? { lead: words.loading } : {})}>
        {state.kind === 'loading' ? <Loading slow={state.slow} /> : <NotShown state={state} onTryAgain={again} />}
      </Page>
    )
  }
  const training = state.value
  const outlook = training.unreachable.some(({ dependency }) => dependency === 'graph')
  const isDown = outlook || !state.fresh
  return (
    <Page of="member" title={words.title} {...(isDown ? {} : { lead: leadWords(view) })}>
      <OutOfReach state={state} outlook={outlook} onTryAgain={again}>
        {outlookDown(training.readAt ?? training.now, training.now)}
      </OutOfReach>
      <Training training={training} view={view} stale={isDown} onSettled={settle} />
    </Page>
  )
}

type Props = {
  readonly training: MyTraining
  readonly view: MyTrainingView
  readonly stale: boolean
  readonly onSettled: Parameters<typeof InvitationCard>[0]['onSettled']
}

function Training({ training, view, stale, onSettled }: Props) {
  const styles = useStyles()
  const { now } = training
  const answered = answeredLine(training.answered)
  return (
    <div className={styles.columns}>
      <div className={styles.main}>
        {view.waiting.length > 0 && (
          <Section of="member" heading={words.waiting}>
            {view.waiting.map((session) => (
              <InvitationCard key={session.sessionId} session={session} now={now} stale={stale} onSettled={onSettled} />
            ))}
          </Section>
        )}
        {(view.invitations.length > 0 || view.waiting.length === 0) && (
          <Section of="member" heading={words.needsAnswer}>
            <Invitations sessions={view.invitations} now={now} stale={stale} onSettled={onSettled} />
          </Section>
        )}
        <Evaluations forms={training.evaluations} now={now} />
        <MustDo />
        <MyPlaces />
        {training.cancelled.length > 0 && (
          <Section of="member" heading={words.cancelled}>
            {training.cancelled.map((session) => (
              <CancelledCard key={session.sessionId} session={session} now={now} />
            ))}
          </Section>
        )}
        <Section of="member" heading={words.nextDates}>
          <NextDates sessions={view.nextDates} now={now} />
          <a className={styles.link} href={hrefOf({ page: 'brochure' })}>
            {words.brochure}
          </a>
        </Section>
      </div>
      <Section of="member" heading={words.yourWeek}>
        <p className={styles.line}>{weekLine(training.week)}</p>
        {answered && <p className={styles.quiet}>{answered}</p>}
      </Section>
    </div>
  )
}

function Loading({ slow }: { readonly slow: boolean }) {
  return (
    <>
      <Section of="member" heading={words.needsAnswer} busy>
        {slow && <SkeletonCard bars={invitationBars} />}
      </Section>
      <Section of="member" heading={words.nextDates} busy>
        {slow && <SkeletonCard bars={listBars} />}
      </Section>
    </>
  )
}
