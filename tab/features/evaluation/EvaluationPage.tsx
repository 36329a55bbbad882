import { Button, Textarea, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { useEffect, useRef } from 'react'
import { longestComment, type MyEvaluation } from '../../../api/contracts/evaluations.ts'
import { hrefOf } from '../../paths.ts'
import { BottomBar } from '../../ui/BottomBar.tsx'
import { useButtonStyles } from '../../ui/button-styles.ts'
import { Card } from '../../ui/Card.tsx'
import { LabelledField } from '../../ui/LabelledField.tsx'
import { Live } from '../../ui/Live.tsx'
import { NotShown, OutOfReach } from '../../ui/NotShown.tsx'
import { Page } from '../../ui/Page.tsx'
import { SkeletonCard, invitationBars } from '../../ui/Skeletons.tsx'
import { Status } from '../../ui/Status.tsx'
import type { Draft } from './draft.ts'
import { Scale } from './Scale.tsx'
import { useEvaluation, type EvaluationState } from './use-evaluation.ts'
import { returnsWords, savedWords, subjectWords, whoReads, words } from './words.ts'

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXL, maxWidth: '560px', fontSize: tokens.fontSizeBase400 },
  area: {
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStrokeAccessible}`,
    width: '100%',
    '& textarea': { minHeight: '88px', fontSize: tokens.fontSizeBase400 },
  },
  quiet: { margin: 0, fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300, color: tokens.colorNeutralForeground2 },
  line: { margin: 0, textWrap: 'pretty' },
  acts: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  act: { minHeight: '48px', flex: '1 1 200px', maxWidth: '440px', fontSize: tokens.fontSizeBase400 },
  thanks: {
    margin: 0,
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    fontWeight: tokens.fontWeightSemibold,
    outlineStyle: 'none',
  },
  said: { margin: 0, padding: 0, listStyleType: 'none', display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  words: { whiteSpace: 'pre-line', overflowWrap: 'anywhere' },
})

const back = { to: { page: 'my-training' }, words: words.back } as const
const formId = 'evaluation-form'

/** What a Member thought of a session that she was at, in less than a minute. Clauses: C8.1, C8.4, C8.22, C8.28. */
export function EvaluationPage({ sessionId }: { readonly sessionId: string }) {
  const evaluation = useEvaluation(sessionId)
  const { resource, draft } = evaluation
  const { state, again } = resource
  if (state.kind !== 'shown') {
    const lead = state.kind === 'loading' ? { lead: words.loading } : {}
    return (
      <Page of="member" title={words.title} back={back} {...lead}>
        <NotShown state={state} onTryAgain={again}>
          <SkeletonCard bars={invitationBars} />
        </NotShown>
      </Page>
    )
  }
  const form = state.value
  return (
    <Page
      of="member"
      title={words.title}
      lead={subjectWords(form)}
      back={back}
      {...(draft ? { bar: <SendBar evaluation={evaluation} mayRefuse={!form.said} /> } : {})}
    >
      <OutOfReach state={state} onTryAgain={again} />
      {draft ? <Form form={form} draft={draft} evaluation={evaluation} /> : <Said form={form} evaluation={evaluation} />}
    </Page>
  )
}

type FormProps = { readonly form: MyEvaluation; readonly draft: Draft; readonly evaluation: EvaluationState }

function Form({ form, draft, evaluation }: FormProps) {
  const styles = useStyles()
  return (
    <form
      id={formId}
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void evaluation.send()
      }}
    >
      <p className={styles.quiet}>{whoReads(form)}</p>
      {form.questions.map(({ questionId, label, answer }) => {
        const given = draft[questionId]
        if (answer === 'scale') {
          const value = typeof given === 'number' ? given : undefined
          return <Scale key={questionId} label={label} value={value} onChange={(chosen) => evaluation.write({ [questionId]: chosen })} />
        }
        return (
          <LabelledField key={questionId} label={label} hint={words.optional}>
            {(wiring) => (
              <Textarea
                {...wiring}
                className={styles.area}
                rows={3}
                maxLength={longestComment}
                resize="vertical"
                value={typeof given === 'string' ? given : ''}
                onChange={(_event, { value }) => evaluation.write({ [questionId]: value })}
              />
            )}
          </LabelledField>
        )
      })}
      <p className={styles.quiet}>{evaluation.lasts ? words.keptHere : words.notKept}</p>
    </form>
  )
}

function SendBar({ evaluation, mayRefuse }: { readonly evaluation: EvaluationState; readonly mayRefuse: boolean }) {
  const styles = useStyles()
  const { outlined } = useButtonStyles()
  const { sending, notThisTime } = evaluation
  const isBusy = sending.kind === 'sending'
  return (
    <BottomBar label={words.bar}>
      <Live>
        {isBusy && <Status icon="telling">{words.sending}</Status>}
        {sending.kind === 'trouble' && <Status icon="danger">{sending.words}</Status>}
      </Live>
      <div className={styles.acts}>
        <Button type="submit" form={formId} appearance="primary" className={styles.act} disabledFocusable={isBusy}>
          {words.send}
        </Button>
        {mayRefuse && (
          <Button className={mergeClasses(styles.act, outlined)} disabledFocusable={isBusy} onClick={() => void notThisTime()}>
            {words.notThisTime}
          </Button>
        )}
      </div>
    </BottomBar>
  )
}

function Said({ form, evaluation }: { readonly form: MyEvaluation; readonly evaluation: EvaluationState }) {
  const styles = useStyles()
  const { outlined } = useButtonStyles()
  const isSent = evaluation.sending.kind === 'sent'
  const heading = useFocusWhen(isSent)
  const answers = form.said?.kind === 'answers' ? form.said.answers : undefined
  const labels = new Map(form.questions.map(({ questionId, label }) => [questionId, label]))
  const returns = returnsWords(form)
  const saved = savedWords(form)
  return (
    <Card>
      <h2 ref={heading} tabIndex={-1} className={styles.thanks}>
        {answers ? words.thanks : words.noThanks}
      </h2>
      {returns && <p className={styles.line}>{returns}</p>}
      {answers && (
        <ul className={styles.said}>
          {answers.map((each) => (
            <li key={each.questionId}>
              <strong>{labels.get(each.questionId) ?? each.questionId}</strong>
              <div className={styles.words}>{each.answer === 'scale' ? `${each.value} of 5` : each.words}</div>
            </li>
          ))}
        </ul>
      )}
      {saved && <Status icon="done">{saved}</Status>}
      <div className={styles.acts}>
        <Button as="a" href={hrefOf({ page: 'my-training' })} appearance="primary" className={styles.act}>
          {words.home}
        </Button>
        <Button className={mergeClasses(styles.act, outlined)} onClick={evaluation.change}>
          {answers ? words.change : words.afterAll}
        </Button>
      </div>
    </Card>
  )
}

/** What was pressed is gone: focus goes to what came of it. */
function useFocusWhen(isSent: boolean) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (isSent) heading.current?.focus()
  }, [isSent])
  return heading
}
