import { Button, makeStyles, mergeClasses, tokens, useAnnounce } from '@fluentui/react-components'
import { ArrowDownload20Regular } from '@fluentui/react-icons/svg/arrow-download'
import { CalendarCancel20Regular } from '@fluentui/react-icons/svg/calendar-cancel'
import { Open20Regular } from '@fluentui/react-icons/svg/open'
import { Print20Regular } from '@fluentui/react-icons/svg/print'
import { useEffect, useRef } from 'react'
import { sessionPage, type SessionPage as PageData } from '../../../api/contracts/programme.ts'
import { useResource } from '../../api/use-resource.ts'
import { goTo } from '../../host/use-route.ts'
import { useHost } from '../../host/HostContext.tsx'
import { hrefOf } from '../../paths.ts'
import { useButtonStyles } from '../../ui/button-styles.ts'
import { saveCsv } from '../../ui/csv.ts'
import { Facts } from '../../ui/Facts.tsx'
import { Page } from '../../ui/Page.tsx'
import { Section } from '../../ui/Section.tsx'
import { SkeletonCard, listBars, tableBars } from '../../ui/Skeletons.tsx'
import { Status } from '../../ui/Status.tsx'
import { Trail } from '../../ui/Trail.tsx'
import { NotReached, Refused, Trouble } from '../../ui/Trouble.tsx'
import { phone } from '../../ui/widths.ts'
import { serviceName } from '../../ui/words.ts'
import { asAtWords, shortDay } from '../../ui/words-of-time.ts'
import { AnswersCard } from './AnswersCard.tsx'
import { CaseNotes } from './CaseNotes.tsx'
import { HistoryCard, PlanCard, RemindersCard } from './SideCards.tsx'
import { aboutRows, announcedCount, answersTable, leadWords, notInvitedWords, otherRunLink, pairWords, words } from './words.ts'
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
  if (state.kind === 'shown') return <Shown page={state.value} fresh={state.fresh} onReadAgain={() => void again()} />
  return (
    <Page
      of="officer"
      title={words.loadingTitle}
      trail={<Trail steps={[{ words: words.programme, to: { page: 'programme' } }]} />}
      ready={state.kind !== 'loading'}
    >
      {state.kind === 'refused' && <Refused problem={state.problem} />}
      {state.kind === 'unreachable' && <NotReached onTryAgain={() => void again()} />}
      {state.kind === 'loading' && state.slow && (
        <div aria-busy style={{ display: 'grid', gap: 16 }}>
          <SkeletonCard bars={listBars} />
          <SkeletonCard bars={tableBars} />
        </div>
      )}
    </Page>
  )
}

type Props = { readonly page: PageData; readonly fresh: boolean; readonly onReadAgain: () => void }

function Shown({ page, fresh, onReadAgain }: Props) {
  const styles = useStyles()
  const { row, now } = page
  const isDown = !fresh || page.unreachable.some(({ dependency }) => dependency === 'graph')
  const pair = pairWords(page.pair)
  useAnnouncedCount(row)
  return (
    <Page
      of="officer"
      title={row.title}
      lead={leadWords(row)}
      trail={<Trail steps={[{ words: words.programme, to: { page: 'programme' } }, { words: row.title }]} />}
      actions={<Actions page={page} />}
    >
      {isDown && (
        <Trouble title={`We cannot reach ${serviceName('graph')}`} onTryAgain={onReadAgain}>
          You are seeing answers as they stood at {asAtWords(row.uptake.readAt, now)}. Nothing is lost: answers are kept in Outlook and will
          appear here when it is back.
        </Trouble>
      )}
      <CaseNotes page={page} />
      <div className={styles.columns}>
        <div className={styles.column}>
          {page.decision && (
            <Section of="officer" heading={words.record} card>
              <Facts rows={recordRows(page.decision, now)} />
            </Section>
          )}
          <AnswersCard page={page} onReadAgain={onReadAgain} />
          {page.notInvited.length > 0 && (
            <Section of="officer" heading={words.notInvited} card>
              <Status icon="info">{notInvitedWords(page.notInvited)}</Status>
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
      {mayCancel && (
        <Button
          className={look}
          icon={<CalendarCancel20Regular aria-hidden />}
          onClick={() => goTo({ page: 'decide', sessionId: row.sessionId })}
        >
          {words.cancel}
        </Button>
      )}
    </>
  )
}

/** A count that moves while it is looked at is told once, politely. */
function useAnnouncedCount(row: PageData['row']): void {
  const { announce } = useAnnounce()
  const before = useRef(row.counts.accepted)
  useEffect(() => {
    if (before.current === row.counts.accepted) return
    before.current = row.counts.accepted
    announce(announcedCount(row), { polite: true })
  }, [row, announce])
}
