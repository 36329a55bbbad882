import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import type { Me } from '../../api/contracts/me.ts'
import { sessionPage, type SessionPage } from '../../api/contracts/programme.ts'
import { linkToTab } from '../../api/contracts/tab-link.ts'
import { useResource } from '../../tab/api/use-resource.ts'
import { AnswerBar } from '../../tab/ui/AnswerBar.tsx'
import { useButtonStyles } from '../../tab/ui/button-styles.ts'
import { OutOfReach } from '../../tab/ui/NotShown.tsx'
import { Seats } from '../../tab/ui/Seats.tsx'
import { Status } from '../../tab/ui/Status.tsx'
import { moneyWords } from '../../tab/ui/words-of-money.ts'
import { counted, listed } from '../../tab/ui/words-of-number.ts'
import { answerHeading, countWords, decideWords, standingWords } from '../../tab/ui/words-of-programme.ts'
import { asAtWords, dayWords, sessionWhen } from '../../tab/ui/words-of-time.ts'
import { DetailsPart } from './DetailsPart.tsx'
import { PaneFrame } from './PaneFrame.tsx'
import { PanePending } from './PanePending.tsx'
import { words } from './words.ts'

const thin = `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`
const useStyles = makeStyles({
  rows: { margin: 0, padding: 0, listStyleType: 'none' },
  row: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    padding: `${tokens.spacingVerticalS} 0`,
    borderBottom: thin,
    fontVariantNumeric: 'tabular-nums',
  },
  wide: { width: '100%' },
  heading: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  words: { margin: `${tokens.spacingVerticalXS} 0 0`, textWrap: 'pretty' },
})

const everySeconds = 30
const answers = ['accepted', 'tentative', 'none', 'declined'] as const
const icons = { accepted: 'done', tentative: 'perhaps', none: 'open', declined: 'declined' } as const

type Props = { readonly sessionId: string; readonly me: Me; readonly mayWrite: boolean; readonly isOneOfMany: boolean }

/** A session that Quorate knows: how many are coming, what is to be decided, and what was put down about it. Of a series, which of its dates that is. */
export function SentPane({ sessionId, me, mayWrite, isOneOfMany }: Props) {
  const { state, again } = useResource(`/sessions/${sessionId}`, sessionPage, { everySeconds })
  if (state.kind !== 'shown') return <PanePending state={state} onTryAgain={again} />
  const page = state.value
  const link = (address: string) => linkToTab(me.council.teamsAppId, address)
  return (
    <PaneFrame title={titleOf(page)} lead={`Read from Outlook at ${asAtWords(page.row.uptake.readAt, page.now)}`}>
      <OutOfReach state={state} onTryAgain={again} />
      {isOneOfMany && <Status icon="info">{words.oneOfMany(dayWords(page.row.startsAt, page.now))}</Status>}
      <Counts page={page} />
      <Onward page={page} link={link} />
      <Facts page={page} />
      {mayWrite && <DetailsPart sessionId={sessionId} onSaved={again} />}
    </PaneFrame>
  )
}

function titleOf({ row, now }: SessionPage): string {
  const { state } = row
  if (state.kind === 'decide-by') return `${countWords(row)}. ${decideWords(state.at, now)}`
  return `${countWords(row)}. ${standingWords(row, now).words}`
}

function Counts({ page: { row } }: { readonly page: SessionPage }) {
  const styles = useStyles()
  const { minimum } = row.uptake
  return (
    <>
      {minimum > 0 && <Seats accepted={row.counts.accepted} needed={minimum} />}
      <AnswerBar counts={row.counts} needed={minimum} />
      <ul className={styles.rows}>
        {answers.map((answer) => (
          <li key={answer} className={styles.row}>
            <Status icon={icons[answer]}>{answerHeading[answer]}</Status>
            <strong>{row.counts[answer]}</strong>
          </li>
        ))}
      </ul>
    </>
  )
}

/** The decision is taken in Teams, where everything that speaks for and against it stands on one page. */
function Onward({ page: { row }, link }: { readonly page: SessionPage; readonly link: (address: string) => string }) {
  const styles = useStyles()
  const { officer, outlined } = useButtonStyles()
  const [wanted, address] =
    row.state.kind === 'decide-by' ? [words.decide, `session/${row.sessionId}/decide`] : [words.openInTeams, `session/${row.sessionId}`]
  const isDecision = row.state.kind === 'decide-by'
  return (
    <Button
      as="a"
      appearance={isDecision ? 'primary' : 'outline'}
      className={mergeClasses(officer, styles.wide, !isDecision && outlined)}
      href={link(address)}
      target="_blank"
      rel="noopener noreferrer"
    >
      {wanted}
    </Button>
  )
}

function Facts({ page }: { readonly page: SessionPage }) {
  const { money, row, now, notInvited, surplus = [], putDown } = page
  const facts = [
    { heading: words.whatFor, said: putDown?.aims },
    { heading: words.money, said: money && moneyWords(money, now) },
    {
      heading: words.otherRun,
      said: row.otherRuns.map((run) => `${sessionWhen(run, now)}: ${counted(run.accepted, 'Member')} coming.`).join(' '),
    },
    { heading: words.missing, said: listed(notInvited.map(({ name }) => name)) },
    { heading: words.surplus, said: listed(surplus.map(({ name }) => name)) },
  ]
  return facts.map(({ heading, said }) => said && <Fact key={heading} heading={heading} said={said} />)
}

function Fact({ heading, said }: { readonly heading: string; readonly said: string }) {
  const styles = useStyles()
  return (
    <section>
      <h2 className={styles.heading}>{heading}</h2>
      <p className={styles.words}>{said}</p>
    </section>
  )
}
