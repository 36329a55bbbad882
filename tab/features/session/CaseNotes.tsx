import { Button, mergeClasses } from '@fluentui/react-components'
import type { SessionPage } from '../../../api/contracts/programme.ts'
import { hrefOf } from '../../paths.ts'
import { useButtonStyles } from '../../ui/button-styles.ts'
import { useMe } from '../../ui/MeContext.tsx'
import { Note } from '../../ui/Note.tsx'
import { countWords, decideWords } from '../../ui/words-of-programme.ts'
import { words } from './words.ts'
import { cancelledAftermath, cancelledClaim, decidedToRun, ringWords } from './words-of-outcome.ts'

/** What this session needs of an officer, or what became of it: before everything else on its page. */
export function CaseNotes({ page }: { readonly page: SessionPage }) {
  const me = useMe()
  const { row, now, decision } = page
  const { sessionId } = row
  switch (row.state.kind) {
    case 'decide-by':
      return (
        <Note kind="warning" action={<Way to={hrefOf({ page: 'decide', sessionId })} words={words.decide} primary />}>
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
