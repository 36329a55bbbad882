import { makeStyles, tokens } from '@fluentui/react-components'
import { evaluationResults, type EvaluationResults } from '../../../api/contracts/evaluations.ts'
import type { Known } from '../../api/shown.ts'
import { useResource } from '../../api/use-resource.ts'
import { Card } from '../../ui/Card.tsx'
import { Note } from '../../ui/Note.tsx'
import { OutOfReach } from '../../ui/NotShown.tsx'
import { Page } from '../../ui/Page.tsx'
import { Section } from '../../ui/Section.tsx'
import { SessionPending } from '../../ui/SessionPending.tsx'
import { SkeletonCard, tableBars } from '../../ui/Skeletons.tsx'
import { TakeAway } from '../../ui/TakeAway.tsx'
import { Trail } from '../../ui/Trail.tsx'
import { wordsOfTrail } from '../../ui/words.ts'
import { shortDay } from '../../ui/words-of-time.ts'
import { ReturnForm } from './ReturnForm.tsx'
import { ScaleResults } from './ScaleResults.tsx'
import { fewWords, leadWords, notThisTimeWords, personWords, resultsTable, words } from './words.ts'

const useStyles = makeStyles({
  list: { margin: 0, paddingLeft: '20px', display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  remark: { whiteSpace: 'pre-line', overflowWrap: 'anywhere' },
  line: { margin: 0, color: tokens.colorNeutralForeground2, textWrap: 'pretty' },
  people: { '@media print': { display: 'none' } },
})

/** What Members thought of one session: the response rate, totals and remarks without names, and what came on paper. Clauses: C8.3, C8.7, C8.11, C8.25, C8.28. */
export function ResultsPage({ sessionId }: { readonly sessionId: string }) {
  const { state, again, replace } = useResource(`/sessions/${sessionId}/evaluation`, evaluationResults)
  if (state.kind === 'shown') return <Shown state={state} again={again} onSaved={replace} />
  return (
    <SessionPending title={words.title} state={state} onTryAgain={again}>
      <SkeletonCard bars={tableBars} />
    </SessionPending>
  )
}

type Props = {
  readonly state: Known<EvaluationResults>
  readonly again: () => Promise<void>
  readonly onSaved: (results: EvaluationResults) => void
}

function Shown({ state, again, onSaved }: Props) {
  const results = state.value
  const { sessionId, title, startsAt, now } = results
  const few = fewWords(results)
  const mayTakeAway = results.returned > 0 && few === undefined
  const trail = [
    { words: wordsOfTrail.programme, to: { page: 'programme' } },
    { words: title, to: { page: 'session', sessionId } },
    { words: words.trail },
  ] as const
  return (
    <Page
      of="officer"
      title={words.title}
      lead={leadWords(results)}
      trail={<Trail steps={trail} />}
      {...(mayTakeAway
        ? { actions: <TakeAway name={`${words.title} ${title} ${shortDay(startsAt, now)}`} table={() => resultsTable(results)} /> }
        : {})}
    >
      <OutOfReach state={state} onTryAgain={again} />
      {few && <Note kind="info">{few}</Note>}
      <Said results={results} />
      {results.state === 'open' && results.people.length > 0 && <ReturnForm results={results} onSaved={onSaved} again={again} />}
      {results.people.length > 0 && <Who results={results} />}
    </Page>
  )
}

function Said({ results }: { readonly results: EvaluationResults }) {
  const styles = useStyles()
  const { questions, returned, notThisTime, state } = results
  const scales = questions.flatMap((each) => (each.answer === 'scale' ? [each] : []))
  const inWords = questions.flatMap((each) => (each.answer === 'words' ? [each] : []))
  const declined = notThisTimeWords(notThisTime)
  return (
    <>
      {state === 'open' && returned === 0 && <Card>{words.nothing}</Card>}
      {scales.length > 0 && (
        <Card>
          <ScaleResults questions={scales} />
        </Card>
      )}
      {inWords.map(({ label, remarks }) => (
        <Section key={label} of="officer" heading={label} card>
          <ul className={styles.list}>
            {remarks.map((remark, place) => (
              <li key={`${place} ${remark}`} className={styles.remark}>
                {remark}
              </li>
            ))}
          </ul>
          <p className={styles.line}>{words.remarksNote}</p>
        </Section>
      ))}
      {declined && <p className={styles.line}>{declined}</p>}
    </>
  )
}

function Who({ results }: { readonly results: EvaluationResults }) {
  const styles = useStyles()
  return (
    <div className={styles.people}>
      <Section of="officer" heading={words.who} card>
        <ul className={styles.list}>
          {results.people.map((person) => (
            <li key={person.memberId}>
              {person.name}: {personWords(person)}
            </li>
          ))}
        </ul>
      </Section>
    </div>
  )
}
