import { Button, mergeClasses } from '@fluentui/react-components'
import type { SessionPage } from '../../../api/contracts/programme.ts'
import { hrefOf } from '../../paths.ts'
import { useButtonStyles } from '../../ui/button-styles.ts'
import { useMe } from '../../ui/MeContext.tsx'
import { Note } from '../../ui/Note.tsx'
import { heldAction, heldWords } from '../../ui/words-of-held.ts'
import { countWords, decideWords } from '../../ui/words-of-programme.ts'
import { daysAhead, isBeforeInstant } from '../../ui/words-of-time.ts'
import { lateNoticeWords, registerWords, releaseWords, words } from './words.ts'
import { cancelledAftermath, cancelledClaim, decidedToRun, ringWords } from './words-of-outcome.ts'

/** What this session needs of an officer, or what became of it: before everything else on its page. */
export function CaseNotes({ page }: { readonly page: SessionPage }) {
  return (
    <>
      <OnTheDay page={page} />
      <CaseNote page={page} />
      {page.heldOut && (
        <Note kind="warning" action={<Way to={hrefOf({ page: 'details', sessionId: page.row.sessionId })} words={heldAction} />}>
          <strong>{heldWords(page.heldOut)}</strong> {words.heldStays}
        </Note>
      )}
      {page.lateNotice && <Note kind="info">{lateNoticeWords(page.lateNotice, page.now, page.heldOut !== undefined)}</Note>}
      {page.toRelease.length > 0 && <Note kind="info">{releaseWords(page.toRelease)}</Note>}
    </>
  )
}

/** On the day the register comes before everything: an hour before the start the question whether to run it is over. */
function OnTheDay({ page }: { readonly page: SessionPage }) {
  const { register, row, now } = page
  if (!register || daysAhead(row.startsAt, now) > 0) return null
  const isPressing = register.isOpen && isBeforeInstant(now, row.endsAt)
  return (
    <Note
      kind={register.toCome === 0 && register.here > 0 ? 'good' : 'info'}
      action={<Way to={hrefOf({ page: 'register', sessionId: row.sessionId })} words={words.register} primary={isPressing} />}
    >
      {registerWords(register, now)}
    </Note>
  )
}

function CaseNote({ page }: { readonly page: SessionPage }) {
  const me = useMe()
  const { row, now, decision } = page
  const { sessionId } = row
  switch (row.state.kind) {
    case 'decide-by':
      return (
        <Note
          kind="warning"
          action={<Way to={hrefOf({ page: 'decide', sessionId })} words={words.decide} primary={!page.register?.isOpen} />}
        >
          <strong>{countWords(row)}.</strong> {decideWords(row.state.at, now)} Until then, and until somebody decides, the session stands.
        </Note>
      )
    case 'cancelled':
      return (
        <>
          <Note
            kind="cancelled"
            {...(row.state.reasonMissing
              ? { action: <Way to={hrefOf({ page: 'reason', sessionId })} words={words.giveReason} primary /> }
              : {})}
          >
            <strong>{cancelledClaim(page, me.name)}</strong> {cancelledAftermath(page)} {reasonOf(page)}
          </Note>
          {page.phoneList.toRing > 0 && (
            <Note
              kind="warning"
              action={<Way to={hrefOf({ page: 'phone-list', sessionId })} words={words.phoneList} primary={!row.state.reasonMissing} />}
            >
              {ringWords(page)}
            </Note>
          )}
          {page.phoneList.toRing === 0 && page.phoneList.rung > 0 && (
            <Note kind="good" action={<Way to={hrefOf({ page: 'phone-list', sessionId })} words={words.phoneList} />}>
              Everyone on the phone list has been reached.
            </Note>
          )}
        </>
      )
    case 'going-ahead':
      return decision?.choice === 'run' ? <Note kind="good">{decidedToRun(decision, now, me.name)}</Note> : null
    case 'postponed':
      return (
        <Note
          kind="warning"
          {...(isBeforeInstant(now, row.startsAt)
            ? { action: <Way to={hrefOf({ page: 'decide', sessionId })} words={words.runAfterAll} /> }
            : {})}
        >
          <strong>Postponed.</strong> Move it to its new date in Outlook: everyone is asked again then, and until then nobody is reminded of
          the old one.
        </Note>
      )
    case 'untagged':
      return (
        <Note kind="warning">
          <strong>No longer marked as training in Outlook.</strong> No reminders go out. Give it its category back in Outlook if it should
          be here.
        </Note>
      )
    default:
      return null
  }
}

function reasonOf({ cancelled, decision }: SessionPage): string {
  if (decision || !cancelled?.reasonLabel) return ''
  return `Reason: ${cancelled.reasonLabel}${cancelled.words ? `, ${cancelled.words}` : ''}.`
}

function Way({ to, words: said, primary = false }: { readonly to: string; readonly words: string; readonly primary?: boolean }) {
  const { officer, outlined } = useButtonStyles()
  return (
    <Button as="a" href={to} appearance={primary ? 'primary' : 'outline'} className={mergeClasses(officer, !primary && outlined)}>
      {said}
    </Button>
  )
}
