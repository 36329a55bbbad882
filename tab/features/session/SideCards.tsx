import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import type { SessionPage } from '../../../api/contracts/programme.ts'
import { useButtonStyles } from '../../ui/button-styles.ts'
import { Section } from '../../ui/Section.tsx'
import { Status } from '../../ui/Status.tsx'
import { messageWords, purposeWords } from '../../ui/words-of-messages.ts'
import { dayAndMonth, timeWords } from '../../ui/words-of-time.ts'
import { otherWords, overfullWords, planWords, reminderLine, words, type ReminderLine } from './words.ts'

const thin = `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`

const useStyles = makeStyles({
  row: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    gap: tokens.spacingHorizontalM,
    '& + &': { borderTop: thin, paddingTop: tokens.spacingVerticalS },
  },
  right: { textAlign: 'right' },
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  entry: {
    display: 'grid',
    gridTemplateColumns: '108px minmax(0, 1fr)',
    gap: tokens.spacingHorizontalS,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  quiet: { color: tokens.colorNeutralForeground2 },
  more: {
    alignSelf: 'flex-start',
    color: tokens.colorBrandForegroundLink,
    padding: 0,
    minWidth: 0,
    textAlign: 'left',
    '@media print': { display: 'none' },
  },
  line: { margin: 0, textWrap: 'pretty' },
  body: { margin: '2px 0 0', whiteSpace: 'pre-line', overflowWrap: 'anywhere', color: tokens.colorNeutralForeground2 },
})

export function RemindersCard({ page }: { readonly page: SessionPage }) {
  const styles = useStyles()
  const { officer } = useButtonStyles()
  const [all, setAll] = useState(false)
  const { weekBefore, morningOf } = page.reminders
  const of = (kind: 'week-before' | 'morning-of') => page.messages.filter(({ reminder }) => reminder === kind)
  return (
    <Section of="officer" heading={words.reminders} card>
      <Reminder line={reminderLine('Week before', weekBefore, of('week-before'), page.now)} />
      <Reminder line={reminderLine('On the morning', morningOf, of('morning-of'), page.now)} />
      {page.messages.length > 0 && (
        <Button appearance="transparent" className={mergeClasses(styles.more, officer)} aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? words.hideMessages : words.messages}
        </Button>
      )}
      {all && <Messages page={page} />}
    </Section>
  )
}

function Reminder({ line }: { readonly line: ReminderLine }) {
  const styles = useStyles()
  return (
    <div className={styles.row}>
      <span>{line.when}</span>
      <div className={styles.right}>
        {line.lines.map(({ words: said, bad }) => (
          <div key={said}>{bad ? <Status icon="danger">{said}</Status> : said}</div>
        ))}
      </div>
    </div>
  )
}

/** Every message with what it said and what became of it: what was not sent too, and why. */
function Messages({ page }: { readonly page: SessionPage }) {
  const styles = useStyles()
  const newest = page.messages.toSorted((one, other) => (other.at ?? other.notBefore).localeCompare(one.at ?? one.notBefore))
  return (
    <ul className={styles.list}>
      {newest.map((message) => {
        const said = messageWords(message)
        return (
          <li key={message.dutyId}>
            <strong>{message.to}</strong>. {purposeWords(message)}.
            {said.bad ? <Status icon="danger">{said.words}</Status> : <div>{said.words}</div>}
            {message.body && <p className={styles.body}>{message.body}</p>}
          </li>
        )
      })}
    </ul>
  )
}

const atFirst = 5

export function HistoryCard({ page }: { readonly page: SessionPage }) {
  const styles = useStyles()
  const { officer } = useButtonStyles()
  const [all, setAll] = useState(false)
  const newest = page.history.toSorted((one, other) => other.at.localeCompare(one.at))
  return (
    <Section of="officer" heading={words.history} card>
      <ol className={styles.list}>
        {(all ? newest : newest.slice(0, atFirst)).map((entry, place) => (
          <li key={`${entry.at}-${place}-${entry.what}`} className={styles.entry}>
            <span className={styles.quiet}>
              {dayAndMonth(entry.at)}, {timeWords(entry.at)}
            </span>
            <span>{entry.what}</span>
          </li>
        ))}
      </ol>
      {!all && newest.length > atFirst && (
        <Button appearance="transparent" className={mergeClasses(styles.more, officer)} onClick={() => setAll(true)}>
          All {newest.length} entries
        </Button>
      )}
    </Section>
  )
}

/** C1.15, C1.16: what to plan the room for, and who is invited without being counted. */
export function PlanCard({ page }: { readonly page: SessionPage }) {
  const styles = useStyles()
  const plan = page.plan && planWords(page.plan)
  if (!plan && page.others.length === 0) return null
  return (
    <Section of="officer" heading={plan ? words.planFor[page.row.delivery] : words.alsoInvited} card>
      {plan && <p className={styles.line}>{plan}</p>}
      {page.plan?.overfull && <Status icon="danger">{overfullWords(page.plan)}</Status>}
      {page.others.length > 0 && (
        <div>
          {plan ? <strong>{words.others}</strong> : words.notCounted}
          <ul className={styles.list}>
            {page.others.map((other) => (
              <li key={`${other.kind}-${other.name}`}>
                {other.unresolvable ? <Status icon="danger">{otherWords(other)}</Status> : otherWords(other)}
              </li>
            ))}
          </ul>
        </div>
      )}
    </Section>
  )
}
