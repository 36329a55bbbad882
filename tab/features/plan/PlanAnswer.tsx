import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import type { PlanCheck, PlanChoices, PlanPoint } from '../../../api/contracts/plan.ts'
import { useButtonStyles } from '../../ui/button-styles.ts'
import { LinkRow } from '../../ui/LinkRow.tsx'
import { Section } from '../../ui/Section.tsx'
import { Status, type StatusIcon } from '../../ui/Status.tsx'
import { timesOf, type Draft } from './draft.ts'
import { lineWords, onwardWords, otherTimeWords, pointWords, weightWords, whomWords, words } from './words.ts'

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  line: { margin: 0, color: tokens.colorNeutralForeground2, textWrap: 'pretty' },
  time: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM, alignItems: 'center', justifyContent: 'space-between' },
  when: { flex: '1 1 240px' },
})

type Props = {
  readonly check: PlanCheck
  readonly choices: PlanChoices
  readonly draft: Draft
  /** Something was changed since it was checked. */
  readonly isOld: boolean
  readonly onTake: (times: Pick<Draft, 'on' | 'from' | 'until'>) => void
}

const icons: Readonly<Record<PlanPoint['weight'], StatusIcon>> = { refused: 'danger', warning: 'perhaps', note: 'info' }

/** What is known of a plan: for and against, the short check, other times, and what to do next. */
export function PlanAnswer({ check, choices, draft, isOld, onTake }: Props) {
  const styles = useStyles()
  const sessionId = choices.plan?.sessionId
  return (
    <>
      <Section of="officer" heading={words.answer} card>
        {isOld && <Status icon="waiting">{words.again}</Status>}
        <p className={styles.line}>{whomWords(check)}</p>
        {check.points.every(({ weight }) => weight === 'note') && <Status icon="done">{words.nothing}</Status>}
        <ul className={styles.list}>
          {check.points.map((point) => (
            <li key={JSON.stringify(point)}>
              <Point point={point} />
            </li>
          ))}
          {!check.meetingsKnown && (
            <li>
              <Status icon="info">{words.meetingsUnknown}</Status>
            </li>
          )}
        </ul>
      </Section>
      <OtherTimes check={check} onTake={onTake} />
      <Section of="officer" heading={words.lines} card>
        <p className={styles.line}>{words.linesHint}</p>
        <ul className={styles.list}>
          {check.lines.map((line) => (
            <li key={line.line}>
              <Status icon={line.state === 'answered' ? 'done' : line.state === 'against' ? 'perhaps' : 'open'}>{lineWords(line)}</Status>
            </li>
          ))}
        </ul>
        {sessionId && <LinkRow to={{ page: 'details', sessionId }} words={words.toDetails} />}
      </Section>
      {!sessionId && (
        <Section of="officer" heading={words.onward} card>
          <p className={styles.line}>{onwardWords(choices, draft.kind)}</p>
        </Section>
      )}
    </>
  )
}

function Point({ point }: { readonly point: PlanPoint }) {
  const { bold, rest } = pointWords(point)
  return (
    <Status icon={icons[point.weight]}>
      <strong>
        {weightWords(point)}: {bold}
      </strong>{' '}
      {rest}
    </Status>
  )
}

function OtherTimes({ check, onTake }: Pick<Props, 'check' | 'onTake'>) {
  const styles = useStyles()
  const { officer, outlined } = useButtonStyles()
  return (
    <Section of="officer" heading={words.otherTimes} card>
      {check.otherTimes.length === 0 && <p className={styles.line}>{words.noOtherTimes}</p>}
      <ul className={styles.list}>
        {check.otherTimes.map((time) => (
          <li key={time.startsAt} className={styles.time}>
            <span className={styles.when}>{otherTimeWords(time)}</span>
            <Button
              className={mergeClasses(officer, outlined)}
              aria-label={`${words.use}: ${otherTimeWords(time)}`}
              onClick={() => onTake(timesOf(time))}
            >
              {words.use}
            </Button>
          </li>
        ))}
      </ul>
    </Section>
  )
}
