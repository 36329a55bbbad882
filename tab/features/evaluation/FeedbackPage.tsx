import { makeStyles, tokens } from '@fluentui/react-components'
import { myEvaluations, type EvaluationRow } from '../../../api/contracts/evaluations.ts'
import { useResource } from '../../api/use-resource.ts'
import { Card } from '../../ui/Card.tsx'
import { LinkRow } from '../../ui/LinkRow.tsx'
import { NotShown, OutOfReach } from '../../ui/NotShown.tsx'
import { Page } from '../../ui/Page.tsx'
import { Section } from '../../ui/Section.tsx'
import { SkeletonCard, listBars } from '../../ui/Skeletons.tsx'
import { dayWords } from '../../ui/words-of-time.ts'
import { feedbackLead, linkWords, openWords, wordsOfFeedback as words } from './words.ts'

const useStyles = makeStyles({
  title: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400, fontWeight: tokens.fontWeightSemibold },
  facts: { margin: '2px 0 0', color: tokens.colorNeutralForeground2 },
  line: { margin: 0, textWrap: 'pretty' },
})

const back = { to: { page: 'more' }, words: words.back } as const

/** C8.4: every form that is open to her, at all times; those that wait first. */
export function FeedbackPage() {
  const styles = useStyles()
  const { state, again } = useResource('/my/evaluations', myEvaluations)
  const shown = state.kind === 'shown' ? state.value : undefined
  const waiting = shown?.rows.filter((row) => row.state === 'waiting') ?? []
  const said = shown?.rows.filter((row) => row.state !== 'waiting') ?? []
  return (
    <Page of="member" title={words.title} back={back} {...(shown ? { lead: feedbackLead(waiting.length) } : {})}>
      <NotShown state={state} onTryAgain={again}>
        <SkeletonCard bars={listBars} />
      </NotShown>
      {state.kind === 'shown' && <OutOfReach state={state} onTryAgain={again} />}
      {shown && (
        <Section of="member" heading={words.waiting}>
          {waiting.length === 0 && <Card>{said.length === 0 ? words.none : words.allSaid}</Card>}
          {waiting.map((row) => (
            <Row key={row.sessionId} row={row} now={shown.now} />
          ))}
        </Section>
      )}
      {shown && said.length > 0 && (
        <Section of="member" heading={words.said}>
          {said.map((row) => (
            <Row key={row.sessionId} row={row} now={shown.now} />
          ))}
        </Section>
      )}
      {shown && <p className={styles.line}>{openWords(shown.openMonths)}</p>}
    </Page>
  )
}

function Row({ row, now }: { readonly row: EvaluationRow; readonly now: string }) {
  const styles = useStyles()
  return (
    <Card>
      <div>
        <h3 className={styles.title}>{row.title}</h3>
        <p className={styles.facts}>{dayWords(row.startsAt, now)}</p>
      </div>
      <LinkRow to={{ page: 'evaluation', sessionId: row.sessionId }} words={linkWords(row)} of={row.title} />
    </Card>
  )
}
