import { Button, Radio, RadioGroup, makeStyles, tokens } from '@fluentui/react-components'
import type { FormEvent } from 'react'
import type { DecisionCase } from '../../../api/contracts/decisions.ts'
import { ReasonFields } from '../../ui/ReasonFields.tsx'
import { Section } from '../../ui/Section.tsx'
import { Sentence } from '../../ui/Sentence.tsx'
import { Live } from '../../ui/Live.tsx'
import { Status } from '../../ui/Status.tsx'
import { useFocusOnWrong } from '../../ui/use-focus-on-wrong.ts'
import { phone } from '../../ui/widths.ts'
import { problemWords } from '../../ui/words.ts'
import type { Draft } from './order.ts'
import type { DecisionState, Sending } from './use-decision.ts'
import { Consequences } from './Consequences.tsx'
import { clears, submitWords, type Option } from './words-of-options.ts'
import { notReadyWords, words } from './words.ts'

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  radio: {
    minHeight: '44px',
    [phone]: { '& label': { fontSize: tokens.fontSizeBase400, paddingTop: '10px' } },
  },
  // Fluent's grey for what is not chosen would make the choices look disabled.
  label: { color: tokens.colorNeutralForeground1, fontWeight: tokens.fontWeightSemibold },
  hint: {
    display: 'block',
    fontWeight: tokens.fontWeightRegular,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
  },
  line: { margin: 0, textWrap: 'pretty' },
  quiet: { margin: 0, color: tokens.colorNeutralForeground2, textWrap: 'pretty' },
  submit: { minHeight: '48px', fontSize: tokens.fontSizeBase400, alignSelf: 'stretch' },
  end: { borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`, paddingTop: tokens.spacingVerticalM },
  endTitle: { margin: `0 0 ${tokens.spacingVerticalXS}`, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
})

type Props = Pick<DecisionState, 'change' | 'sending' | 'decide'> & {
  readonly view: DecisionCase
  readonly draft: Draft
  readonly options: readonly Option[]
  /** Why nothing can be decided just now, though everything can be read and prepared. */
  readonly waits: string | undefined
}

/** C3.1, C3.4: the choice, exactly what it would do, why, and what everyone is told. Nothing is preselected. */
export function ChoiceForm({ view, draft, options, change, sending, decide, waits }: Props) {
  const styles = useStyles()
  const form = useFocusOnWrong(sending.kind === 'incomplete' ? sending : undefined)
  const only = options.length === 1 ? options[0] : undefined
  const option = only ?? options.find(({ id }) => id === draft.optionId)

  function submit(event: FormEvent): void {
    event.preventDefault()
    if (option && sending.kind !== 'sending') void decide(option, view)
  }
  return (
    <Section of="officer" heading={words.yourDecision} card>
      <form ref={form} className={styles.form} noValidate onSubmit={submit}>
        {!only && (
          <RadioGroup aria-label={words.yourDecision} value={draft.optionId} onChange={(_event, { value }) => change({ optionId: value })}>
            {options.map((each) => (
              <Radio
                key={each.id}
                value={each.id}
                className={styles.radio}
                label={
                  <>
                    <span className={styles.label}>{each.label}</span> <span className={styles.hint}>{each.hint}</span>
                  </>
                }
              />
            ))}
          </RadioGroup>
        )}
        {option ? (
          <Chosen option={option} view={view} draft={draft} change={change} sending={sending} waits={waits} />
        ) : (
          <p className={styles.line}>{words.chooseFirst}</p>
        )}
      </form>
      {view.state === 'open' && (
        <div className={styles.end}>
          <h3 className={styles.endTitle}>{words.notReady}</h3>
          <p className={styles.quiet}>{notReadyWords(view)}</p>
        </div>
      )}
    </Section>
  )
}

type ChosenProps = Omit<Props, 'decide' | 'options'> & { readonly option: Option }

function Chosen({ option, view, draft, change, sending, waits }: ChosenProps) {
  const styles = useStyles()
  const missing = sending.kind === 'incomplete' ? sending.missing : {}
  return (
    <>
      <Consequences option={option} view={view} />
      {!clears(option.choice) ? (
        <Sentence
          label={option.choice === 'run' ? words.whyRun : words.whyPostpone}
          hint={words.whyRunHint}
          wrong={missing.reasonWords}
          value={draft.reasonWords}
          atMost={500}
          onChange={(reasonWords) => change({ reasonWords })}
        />
      ) : (
        <>
          <ReasonFields reasons={view.reasons} given={draft} missing={missing} onChange={change} />
          <Sentence
            label={words.message}
            hint={words.messageHint}
            wrong={missing.message}
            value={draft.message}
            rows={4}
            atMost={1000}
            onChange={(message) => change({ message })}
          />
        </>
      )}
      <Live>{troubleOf(sending)}</Live>
      {waits ? (
        <Status icon="waiting">{waits}</Status>
      ) : (
        <Button type="submit" appearance="primary" className={styles.submit}>
          {submitWords(option, view)}
        </Button>
      )}
      {clears(option.choice) && <p className={styles.quiet}>{words.cannotUndo}</p>}
    </>
  )
}

function troubleOf(sending: Sending) {
  if (sending.kind === 'sending') return <Status icon="telling">{words.deciding}</Status>
  if (sending.kind === 'unknown') return <Status icon="danger">{words.notSent}</Status>
  if (sending.kind !== 'refused') return null
  return <Status icon="danger">{problemWords(sending.problem)}</Status>
}
