import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import type { Me } from '../../api/contracts/me.ts'
import { mySessionPage, myTraining, type MySessionPage } from '../../api/contracts/my-training.ts'
import { linkToTab } from '../../api/contracts/tab-link.ts'
import { useResource } from '../../tab/api/use-resource.ts'
import { useButtonStyles } from '../../tab/ui/button-styles.ts'
import { Coming } from '../../tab/ui/Coming.tsx'
import { OutOfReach } from '../../tab/ui/NotShown.tsx'
import { invitationBars } from '../../tab/ui/Skeletons.tsx'
import { Trouble } from '../../tab/ui/Trouble.tsx'
import { sessionWhen } from '../../tab/ui/words-of-time.ts'
import type { OpenAppointment } from '../office/appointment.ts'
import { sessionIn } from './member-session.ts'
import { PaneFrame } from './PaneFrame.tsx'
import { PanePending } from './PanePending.tsx'
import { words } from './words.ts'

const useStyles = makeStyles({
  heading: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  words: { margin: `${tokens.spacingVerticalXS} 0 0`, whiteSpace: 'pre-line', textWrap: 'pretty', overflowWrap: 'anywhere' },
  wide: { width: '100%' },
})

/** What an invitation is, for the Member who has it open: what it is for, what it asks, whether it will happen. */
export function MemberPane({ me, appointment }: { readonly me: Me; readonly appointment: OpenAppointment }) {
  const { state, again } = useResource('/my/training', myTraining)
  if (state.kind !== 'shown') return <PanePending state={state} onTryAgain={again} bars={invitationBars} />
  const sessionId = sessionIn(state.value, appointment)
  if (sessionId) return <Session sessionId={sessionId} me={me} />
  return (
    <PaneFrame title={words.loading}>
      <Trouble icon="error" title={words.notAmongYours}>
        {words.notKnownMember}
      </Trouble>
    </PaneFrame>
  )
}

function Session({ sessionId, me }: { readonly sessionId: string; readonly me: Me }) {
  const styles = useStyles()
  const { officer, outlined } = useButtonStyles()
  const { state, again } = useResource(`/my/sessions/${sessionId}`, mySessionPage)
  if (state.kind !== 'shown') return <PanePending state={state} onTryAgain={again} bars={invitationBars} />
  const { session, now } = state.value
  return (
    <PaneFrame title={session.title} lead={`${session.kindLabel} · ${sessionWhen(session, now)}`}>
      <OutOfReach state={state} onTryAgain={again} />
      <Coming uptake={session.uptake} now={now} stale={!state.fresh} />
      <Purpose page={state.value} />
      <p className={styles.words}>{words.answer}</p>
      <Button
        as="a"
        className={mergeClasses(officer, outlined, styles.wide)}
        href={linkToTab(me.council.teamsAppId, `my-session/${sessionId}`)}
        target="_blank"
        rel="noopener noreferrer"
      >
        {words.openInTeams}
      </Button>
    </PaneFrame>
  )
}

function Purpose({ page }: { readonly page: MySessionPage }) {
  const styles = useStyles()
  const facts = [
    { heading: words.whatFor, said: page.aims },
    { heading: words.beforehand, said: page.commitment?.preWork },
    { heading: words.afterwards, said: page.commitment?.followUp },
  ]
  return facts.map(
    ({ heading, said }) =>
      said && (
        <section key={heading}>
          <h2 className={styles.heading}>{heading}</h2>
          <p className={styles.words}>{said}</p>
        </section>
      ),
  )
}
