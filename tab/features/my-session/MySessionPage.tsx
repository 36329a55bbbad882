import { Button, makeStyles, tokens } from '@fluentui/react-components'
import type { MySession, MySessionPage as PageData } from '../../../api/contracts/my-training.ts'
import type { Known } from '../../api/shown.ts'
import type { ChosenAnswer } from '../../paths.ts'
import { AnswerButtons } from '../../ui/answering/AnswerButtons.tsx'
import { AnswerLine } from '../../ui/answering/AnswerLine.tsx'
import { OtherRuns } from '../../ui/answering/OtherRuns.tsx'
import { marked, tellingAtFirst } from '../../ui/answering/telling.ts'
import { useTelling, type Answering } from '../../ui/answering/use-telling.ts'
import { answerVerb, groupName } from '../../ui/answering/words.ts'
import { BottomBar } from '../../ui/BottomBar.tsx'
import { Card, Inset } from '../../ui/Card.tsx'
import { Coming } from '../../ui/Coming.tsx'
import { LinkRow } from '../../ui/LinkRow.tsx'
import { NeedAHand } from '../../ui/NeedAHand.tsx'
import { NotShown, OutOfReach } from '../../ui/NotShown.tsx'
import { Page } from '../../ui/Page.tsx'
import { MyPlaces } from '../../ui/places/MyPlaces.tsx'
import { Section } from '../../ui/Section.tsx'
import { SkeletonCard, invitationBars, listBars } from '../../ui/Skeletons.tsx'
import { Status } from '../../ui/Status.tsx'
import { sessionWhen } from '../../ui/words-of-time.ts'
import { BeingThere, JoinButton } from './BeingThere.tsx'
import { MyAttendance, ReleaseOthers, ReleaseThis } from './MyAttendance.tsx'
import { OtherRunCard } from './OtherRunCard.tsx'
import { useMySession } from './use-my-session.ts'
import { answerHeading, cancelledWords, hasStarted, kindLine, mayJoin, outlookDown, startedWords, words } from './words.ts'

const useStyles = makeStyles({
  line: { display: 'block' },
  about: { margin: 0, whiteSpace: 'pre-line', overflowWrap: 'anywhere', textWrap: 'pretty' },
  barTitle: { margin: 0, fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300, fontWeight: tokens.fontWeightSemibold },
  confirm: { minHeight: '48px', maxWidth: '440px', fontSize: tokens.fontSizeBase400 },
  main: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXXXL, maxWidth: '720px' },
})

const back = { to: { page: 'my-training' }, words: words.back } as const

/** One session, for the Member who is invited: when, whether it will happen, what it covers, where, the other run, and her answer. */
export function MySessionPage({ sessionId, chosen }: { readonly sessionId: string; readonly chosen: ChosenAnswer | undefined }) {
  const { resource, session, settle } = useMySession(sessionId)
  const { state, again } = resource
  if (state.kind === 'shown' && session) {
    return <Shown key={sessionId} state={state} page={{ ...state.value, session }} settle={settle} again={again} chosen={chosen} />
  }
  return (
    <Page of="member" title={words.loadingTitle} back={back} ready={state.kind !== 'loading'}>
      <NotShown state={state} onTryAgain={again}>
        <SkeletonCard bars={invitationBars} />
        <SkeletonCard bars={listBars} />
      </NotShown>
    </Page>
  )
}

type ShownProps = {
  readonly page: PageData
  readonly state: Known<PageData>
  readonly settle: (session: MySession) => void
  readonly again: () => Promise<void>
  readonly chosen: ChosenAnswer | undefined
}

function Shown({ state, page, settle, again, chosen }: ShownProps) {
  const styles = useStyles()
  const { session, now } = page
  const mine = useTelling({
    sessionId: session.sessionId,
    atFirst: tellingAtFirst(session),
    held: session.response,
    onSettled: settle,
  })
  const outlook = page.unreachable.some(({ dependency }) => dependency === 'graph')
  const isOver = session.standing === 'cancelled' || hasStarted(page) || page.uninvited === true
  const lead = (
    <>
      <span className={styles.line}>{sessionWhen(session, now)}</span>
      <span className={styles.line}>{kindLine(session)}</span>
    </>
  )
  return (
    <Page
      of="member"
      title={session.title}
      lead={lead}
      back={back}
      {...(isOver ? {} : { bar: <AnswerSection page={page} mine={mine} chosen={chosen} /> })}
    >
      <div className={styles.main}>
        {mayJoin(page) && page.joinUrl && <JoinButton url={page.joinUrl} title={session.title} />}
        <OutOfReach state={state} outlook={outlook} onTryAgain={again}>
          {outlookDown(session, now)}
        </OutOfReach>
        {session.standing === 'cancelled' ? (
          <Cancelled session={session} now={now} />
        ) : (
          <>
            <MyPlaces sessionId={session.sessionId} />
            <Standing page={page} isDown={outlook || !state.fresh} mine={mine} again={again} />
          </>
        )}
        <Section of="member" heading={words.whoRunsIt}>
          <div>
            <strong>{page.organiser.name}</strong>
            <br />
            {words.arranges}
          </div>
          {!isOver && <NeedAHand />}
        </Section>
      </div>
    </Page>
  )
}

function Cancelled({ session, now }: { readonly session: MySession; readonly now: string }) {
  const styles = useStyles()
  const message = session.cancelled?.message ?? session.cancelled?.reasonLabel
  return (
    <Card>
      <Status icon="cancelled">{cancelledWords(session, now)}</Status>
      {message && (
        <Inset>
          <p className={styles.about}>{message}</p>
        </Inset>
      )}
      {session.otherRuns.length > 0 && <OtherRuns runs={session.otherRuns} now={now} />}
    </Card>
  )
}

type StandingProps = {
  readonly page: PageData
  readonly isDown: boolean
  readonly mine: Answering
  readonly again: () => Promise<void>
}

function Standing({ page, isDown, mine, again }: StandingProps) {
  const styles = useStyles()
  const { session, now, about } = page
  const started = hasStarted(page)
  return (
    <>
      <MyAttendance page={page} again={again} />
      {!started && <ReleaseThis page={page} mine={mine} />}
      {started ? (
        <Card>
          <Status icon="waiting">{startedWords(page)}</Status>
          {page.evaluation && <LinkRow to={{ page: 'evaluation', sessionId: session.sessionId }} words={words.evaluate[page.evaluation]} />}
        </Card>
      ) : (
        <Card>
          <Coming uptake={session.uptake} now={now} stale={isDown} />
        </Card>
      )}
      <Purpose page={page} />
      {about && (
        <Section of="member" heading={words.covers}>
          <p className={styles.about}>{about}</p>
        </Section>
      )}
      {(session.place !== undefined || session.delivery !== 'in-person') && (
        <Section of="member" heading={words.beingThere}>
          <BeingThere page={page} />
        </Section>
      )}
      <ReleaseOthers page={page} />
      {!started && session.otherRuns.length > 0 && (
        <Section of="member" heading={words.otherRuns}>
          {session.otherRuns.map((run) => (
            <OtherRunCard key={run.sessionId} run={run} now={now} response={session.response} mine={mine} />
          ))}
        </Section>
      )}
    </>
  )
}

/** C1.5: what it is to achieve, and what it asks besides being there. */
function Purpose({ page: { aims, commitment } }: { readonly page: PageData }) {
  const styles = useStyles()
  return (
    <>
      {aims && (
        <Section of="member" heading={words.aims}>
          <p className={styles.about}>{aims}</p>
        </Section>
      )}
      {(commitment?.preWork || commitment?.followUp) && (
        <Section of="member" heading={words.commitment}>
          {commitment.preWork && (
            <p className={styles.about}>
              {words.preWork}
              {commitment.preWork}
            </p>
          )}
          {commitment.followUp && (
            <p className={styles.about}>
              {words.followUp}
              {commitment.followUp}
            </p>
          )}
        </Section>
      )}
    </>
  )
}

/** The bottom bar: her answer, and how it stands. */
type AnswerProps = { readonly page: PageData; readonly mine: Answering; readonly chosen: ChosenAnswer | undefined }

function AnswerSection({ page, mine, chosen }: AnswerProps) {
  const styles = useStyles()
  const { session, now } = page
  const untouched = session.response === 'none' && mine.telling.kind === 'none' && session.answeredOldTime === undefined
  const pressed = marked(mine.telling, session.response)
  const toConfirm = mine.telling.kind === 'none' && chosen !== pressed ? chosen : undefined
  return (
    <BottomBar label="Your answer">
      {toConfirm ? (
        <Confirm chosen={toConfirm} onConfirm={() => void mine.answer(toConfirm)} />
      ) : untouched ? (
        <p className={styles.barTitle}>{answerHeading(session.response)}</p>
      ) : (
        <AnswerLine telling={mine.telling} session={session} now={now} />
      )}
      <AnswerButtons label={groupName(session, now)} pressed={pressed} onAnswer={(given) => void mine.answer(given)} />
    </BottomBar>
  )
}

/** What was chosen in an email: a link must not answer, because mail scanners open every link. */
function Confirm({ chosen, onConfirm }: { readonly chosen: ChosenAnswer; readonly onConfirm: () => void }) {
  const styles = useStyles()
  return (
    <>
      <p className={styles.barTitle}>{words.chosen(answerVerb[chosen])}</p>
      <Button appearance="primary" className={styles.confirm} onClick={onConfirm}>
        {words.confirm(answerVerb[chosen])}
      </Button>
    </>
  )
}
