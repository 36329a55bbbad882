import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { ArrowDownload20Regular } from '@fluentui/react-icons/svg/arrow-download'
import { CalendarCancel20Regular } from '@fluentui/react-icons/svg/calendar-cancel'
import { Comment20Regular } from '@fluentui/react-icons/svg/comment'
import { DocumentText20Regular } from '@fluentui/react-icons/svg/document-text'
import { Open20Regular } from '@fluentui/react-icons/svg/open'
import { Print20Regular } from '@fluentui/react-icons/svg/print'
import { Share20Regular } from '@fluentui/react-icons/svg/share'
import { TextBulletListSquare20Regular } from '@fluentui/react-icons/svg/text-bullet-list-square'
import { TicketDiagonal20Regular } from '@fluentui/react-icons/svg/ticket-diagonal'
import { sessionPage, type SessionPage as PageData } from '../../../api/contracts/programme.ts'
import type { Known } from '../../api/shown.ts'
import { useResource } from '../../api/use-resource.ts'
import { useWordLeft } from '../../api/use-word-left.ts'
import { useHost } from '../../host/HostContext.tsx'
import { hrefOf } from '../../paths.ts'
import { useButtonStyles } from '../../ui/button-styles.ts'
import { saveCsv } from '../../ui/csv.ts'
import { Facts } from '../../ui/Facts.tsx'
import { Live } from '../../ui/Live.tsx'
import { OutOfReach } from '../../ui/NotShown.tsx'
import { Page } from '../../ui/Page.tsx'
import { Section } from '../../ui/Section.tsx'
import { SessionPending } from '../../ui/SessionPending.tsx'
import { SkeletonCard, listBars, tableBars } from '../../ui/Skeletons.tsx'
import { Status } from '../../ui/Status.tsx'
import { Trail } from '../../ui/Trail.tsx'
import { useAnnouncedChange } from '../../ui/use-announced-change.ts'
import { phone } from '../../ui/widths.ts'
import { Note } from '../../ui/Note.tsx'
import { wordsOfTrail } from '../../ui/words.ts'
import { shortDay } from '../../ui/words-of-time.ts'
import { AnswersCard } from './AnswersCard.tsx'
import { CaseNotes } from './CaseNotes.tsx'
import { ChaseCard } from './ChaseCard.tsx'
import { ClashNotes } from './ClashNotes.tsx'
import { HistoryCard, PlanCard, RemindersCard } from './SideCards.tsx'
import {
  aboutRows,
  announcedCount,
  answersTable,
  asAtWas,
  leadWords,
  notInvitedWords,
  otherRunLink,
  pairWords,
  surplusWords,
  words,
} from './words.ts'
import { recordRows } from './words-of-outcome.ts'

const useStyles = makeStyles({
  columns: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalL,
    '@media (min-width: 900px)': { gridTemplateColumns: 'minmax(0, 1fr) 368px', alignItems: 'start' },
  },
  column: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL, minWidth: 0 },
  run: {
    display: 'inline-flex',
    alignItems: 'center',
    minHeight: '24px',
    color: tokens.colorBrandForegroundLink,
    [phone]: { minHeight: '44px' },
  },
})

const everySeconds = 5

/** One session as officers see it: what it needs, who is coming, what was sent, what happened. Clauses: C2.2, C1.15, C3.4, C3.14. */
export function SessionPage({ sessionId }: { readonly sessionId: string }) {
  const { state, again } = useResource(`/sessions/${sessionId}`, sessionPage, { everySeconds })
  if (state.kind === 'shown') return <Shown state={state} onReadAgain={again} />
  return (
    <SessionPending title={words.loadingTitle} state={state} onTryAgain={again}>
      <SkeletonCard bars={listBars} />
      <SkeletonCard bars={tableBars} />
    </SessionPending>
  )
}

type Props = { readonly state: Known<PageData>; readonly onReadAgain: () => Promise<void> }

function Shown({ state, onReadAgain }: Props) {
  const styles = useStyles()
  const page = state.value
  const { row, now } = page
  const outlook = page.unreachable.some(({ dependency }) => dependency === 'graph')
  const pair = pairWords(page)
  const saved = useWordLeft(`session ${row.sessionId}`)
  useAnnouncedChange(announcedCount(row))
  return (
    <Page
      of="officer"
      title={row.title}
      lead={leadWords(row)}
      trail={<Trail steps={[{ words: wordsOfTrail.programme, to: { page: 'programme' } }, { words: row.title }]} />}
      actions={<Actions page={page} />}
    >
      <OutOfReach state={state} outlook={outlook} onTryAgain={onReadAgain}>
        {asAtWas(row, now)}
      </OutOfReach>
      <Live>{saved && <Status icon="done">{saved}</Status>}</Live>
      <CaseNotes page={page} />
      {page.row.publicityCheck && <Note kind="info">{words.publicityCheck(page.row.publicityCheck)}</Note>}
      <ClashNotes page={page} onReadAgain={onReadAgain} />
      <div className={styles.columns}>
        <div className={styles.column}>
          {page.decision && (
            <Section of="officer" heading={words.record} card>
              <Facts rows={recordRows(page.decision, now)} />
            </Section>
          )}
          <AnswersCard page={page} onReadAgain={() => void onReadAgain()} />
          {page.chase && <ChaseCard sessionId={row.sessionId} chase={page.chase} now={now} fresh={state.fresh} onChased={onReadAgain} />}
          {page.notInvited.length > 0 && (
            <Section of="officer" heading={words.notInvited} card>
              <Status icon="info">{notInvitedWords(page.notInvited)}</Status>
            </Section>
          )}
          {page.surplus && (
            <Section of="officer" heading={words.surplus} card>
              <Status icon="info">{surplusWords(page.surplus)}</Status>
            </Section>
          )}
          <Section of="officer" heading={words.about} card>
            <Facts rows={aboutRows(page)} />
            {row.otherRuns.map((run) => (
              <a key={run.sessionId} className={styles.run} href={hrefOf({ page: 'session', sessionId: run.sessionId })}>
                {otherRunLink(run, now)}
              </a>
            ))}
            {pair && <Status icon="info">{pair}</Status>}
          </Section>
        </div>
        <div className={styles.column}>
          <PlanCard page={page} />
          <RemindersCard page={page} />
          <HistoryCard page={page} />
        </div>
      </div>
    </Page>
  )
}

function Actions({ page }: { readonly page: PageData }) {
  const { officer, outlined } = useButtonStyles()
  const host = useHost()
  const look = mergeClasses(officer, outlined)
  const { row, webLink } = page
  const mayCancel = row.state.kind !== 'cancelled' && row.state.kind !== 'took-place' && row.state.kind !== 'decide-by'
  return (
    <>
      {webLink && (
        <Button className={look} icon={<Open20Regular aria-hidden />} onClick={() => void host.openLink(webLink)}>
          {words.openInOutlook}
        </Button>
      )}
      <Button
        className={look}
        icon={<ArrowDownload20Regular aria-hidden />}
        onClick={() => saveCsv(`${row.title} ${shortDay(row.startsAt, page.now)}`, answersTable(page))}
      >
        {words.download}
      </Button>
      <Button className={look} icon={<Print20Regular aria-hidden />} onClick={() => window.print()}>
        {words.print}
      </Button>
      <Button
        as="a"
        className={look}
        icon={<TextBulletListSquare20Regular aria-hidden />}
        href={hrefOf({ page: 'details', sessionId: row.sessionId })}
      >
        {words.details}
      </Button>
      {row.state.kind !== 'cancelled' && (
        <Button
          as="a"
          className={look}
          icon={<DocumentText20Regular aria-hidden />}
          href={hrefOf({ page: 'brief', sessionId: row.sessionId })}
        >
          {words.brief}
        </Button>
      )}
      {page.sharesWithPartners && (
        <Button as="a" className={look} icon={<Share20Regular aria-hidden />} href={hrefOf({ page: 'partners', sessionId: row.sessionId })}>
          {words.partners}
        </Button>
      )}
      {page.limitedPlaces && (
        <Button
          as="a"
          className={look}
          icon={<TicketDiagonal20Regular aria-hidden />}
          href={hrefOf({ page: 'places', offerId: page.limitedPlaces.offerId })}
        >
          {words.places}
        </Button>
      )}
      {row.state.kind === 'took-place' && (
        <Button
          as="a"
          className={look}
          icon={<Comment20Regular aria-hidden />}
          href={hrefOf({ page: 'results', sessionId: row.sessionId })}
        >
          {words.thought}
        </Button>
      )}
      {mayCancel && (
        <Button
          as="a"
          className={look}
          icon={<CalendarCancel20Regular aria-hidden />}
          href={hrefOf({ page: 'decide', sessionId: row.sessionId })}
        >
          {words.cancel}
        </Button>
      )}
    </>
  )
}
