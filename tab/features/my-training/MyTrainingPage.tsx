import { makeStyles, tokens } from '@fluentui/react-components'
import type { MyTraining } from '../../../api/contracts/my-training.ts'
import { Page } from '../../ui/Page.tsx'
import { Section } from '../../ui/Section.tsx'
import { SkeletonCard, invitationBars, listBars } from '../../ui/Skeletons.tsx'
import { NotReached, Refused, Trouble } from '../../ui/Trouble.tsx'
import { serviceName, wordsOfTrouble } from '../../ui/words.ts'
import { CancelledCard } from './CancelledCard.tsx'
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
  quiet: { margin: 0, color: tokens.colorNeutralForeground2, textWrap: 'pretty' },
})

/** Home: what wants an answer, what is coming, and her week. Clauses: C2.3, C2.14. */
export function MyTrainingPage() {
  const { resource, view, settle } = useMyTraining()
  const { state, again } = resource
  if (state.kind === 'shown' && view) {
    const isDown = !state.fresh || state.value.unreachable.some(({ dependency }) => dependency === 'graph')
    return (
      <Page of="member" title={words.title} {...(isDown ? {} : { lead: leadWords(view) })}>
        {isDown && <OutOfReach training={state.value} fresh={state.fresh} onTryAgain={() => void again()} />}
        <Training training={state.value} view={view} stale={isDown} onSettled={settle} />
      </Page>
    )
  }
  return (
    <Page of="member" title={words.title} {...(state.kind === 'loading' ? { lead: words.loading } : {})}>
      {state.kind === 'refused' && <Refused problem={state.problem} onTryAgain={() => void again()} />}
      {state.kind === 'unreachable' && <NotReached onTryAgain={() => void again()} />}
      {state.kind === 'loading' && <Loading slow={state.slow} />}
    </Page>
  )
}

function OutOfReach({
  training,
  fresh,
  onTryAgain,
}: {
  readonly training: MyTraining
  readonly fresh: boolean
  readonly onTryAgain: () => void
}) {
  const title = fresh ? `We cannot reach ${serviceName('graph')} just now` : wordsOfTrouble.unreachable
  return (
    <Trouble title={title} onTryAgain={onTryAgain}>
      {outlookDown(training.readAt ?? training.now, training.now)}
    </Trouble>
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
        {training.cancelled.length > 0 && (
          <Section of="member" heading={words.cancelled}>
            {training.cancelled.map((session) => (
              <CancelledCard key={session.sessionId} session={session} now={now} />
            ))}
          </Section>
        )}
        <Section of="member" heading={words.nextDates}>
          <NextDates sessions={view.nextDates} now={now} />
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
