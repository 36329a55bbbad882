import { Button, Radio, RadioGroup, Select, Textarea, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { ArrowSplit20Regular } from '@fluentui/react-icons/svg/arrow-split'
import { CalendarCancel20Regular } from '@fluentui/react-icons/svg/calendar-cancel'
import { Call20Regular } from '@fluentui/react-icons/svg/call'
import { Chat20Regular } from '@fluentui/react-icons/svg/chat'
import { Subtract20Regular } from '@fluentui/react-icons/svg/subtract'
import { useEffect, useRef, type FormEvent } from 'react'
import type { DecisionCase } from '../../../api/contracts/decisions.ts'
import { useButtonStyles } from '../../ui/button-styles.ts'
import { Inset } from '../../ui/Card.tsx'
import { LabelledField } from '../../ui/LabelledField.tsx'
import { Section } from '../../ui/Section.tsx'
import { Status } from '../../ui/Status.tsx'
import { phone } from '../../ui/widths.ts'
import type { Draft } from './order.ts'
import type { DecisionState, Sending } from './use-decision.ts'
import { consequenceHeading, consequencesOf, notReadyWords, optionsOf, submitWords, words, type Option } from './words.ts'

const accessible = `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStrokeAccessible}`

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
  boxTitle: { margin: `0 0 ${tokens.spacingVerticalXS}`, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column', gap: '6px' },
  row: { display: 'grid', gridTemplateColumns: '20px minmax(0, 1fr)', gap: tokens.spacingHorizontalS },
  box: { border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}` },
  field: {
    border: accessible,
    minHeight: '40px',
    width: '100%',
    [phone]: { minHeight: '48px', '& select, & textarea': { fontSize: tokens.fontSizeBase400 } },
  },
  submit: { minHeight: '48px', fontSize: tokens.fontSizeBase400, alignSelf: 'stretch' },
  end: { borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`, paddingTop: tokens.spacingVerticalM },
  endTitle: { margin: `0 0 ${tokens.spacingVerticalXS}`, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
})

const icons = {
  calendar: CalendarCancel20Regular,
  text: Chat20Regular,
  call: Call20Regular,
  split: ArrowSplit20Regular,
  none: Subtract20Regular,
} as const

type Props = Pick<DecisionState, 'change' | 'sending' | 'decide'> & {
  readonly view: DecisionCase
  readonly draft: Draft
  /** Outlook cannot be reached: everything can be read and prepared, and nothing decided. */
  readonly waits: boolean
}

/** C3.1, C3.4: the choice, exactly what it would do, why, and what everyone is told. Nothing is preselected. */
export function ChoiceForm({ view, draft, change, sending, decide, waits }: Props) {
  const styles = useStyles()
  const form = useFocusOnTrouble(sending)
  const options = optionsOf(view)
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

type ChosenProps = Omit<Props, 'decide'> & { readonly option: Option }

function Chosen({ option, view, draft, change, sending, waits }: ChosenProps) {
  const styles = useStyles()
  const missing = sending.kind === 'incomplete' ? sending.missing : {}
  return (
    <>
      <Consequences option={option} view={view} />
      {option.choice === 'run' ? (
        <Sentence
          label={words.whyRun}
          hint={words.whyRunHint}
          wrong={missing.reasonWords}
          value={draft.reasonWords}
          onChange={(reasonWords) => change({ reasonWords })}
        />
      ) : (
        <ReasonAndMessage view={view} draft={draft} change={change} missing={missing} />
      )}
      <div role="status">{troubleOf(sending)}</div>
      {waits ? (
        <Status icon="waiting">{words.waits}</Status>
      ) : (
        <Button type="submit" appearance="primary" className={styles.submit}>
          {submitWords(option, view)}
        </Button>
      )}
      {option.choice !== 'run' && <p className={styles.quiet}>{words.cannotUndo}</p>}
    </>
  )
}

function Consequences({ option, view }: { readonly option: Option; readonly view: DecisionCase }) {
  const styles = useStyles()
  return (
    <Inset className={styles.box}>
      <h3 className={styles.boxTitle}>{consequenceHeading(option)}</h3>
      <ul className={styles.list}>
        {consequencesOf(option, view).map((consequence) => {
          const Icon = icons[consequence.icon]
          return (
            <li key={consequence.bold} className={styles.row}>
              <Icon aria-hidden />
              <span>
                <strong>{consequence.bold}</strong>
                {consequence.rest}
              </span>
            </li>
          )
        })}
      </ul>
    </Inset>
  )
}

type ReasonProps = Pick<ChosenProps, 'view' | 'draft' | 'change'> & {
  readonly missing: Extract<Sending, { kind: 'incomplete' }>['missing']
}

function ReasonAndMessage({ view, draft, change, missing }: ReasonProps) {
  const buttons = useButtonStyles()
  const reason = view.reasons.find(({ id }) => id === draft.reasonId)
  return (
    <>
      <LabelledField label={words.reason} wrong={missing.reason}>
        {(wiring) => (
          <Select
            {...wiring}
            required
            className={buttons.select}
            value={draft.reasonId}
            onChange={(_event, { value }) => change({ reasonId: value })}
          >
            <option value="">{words.chooseReason}</option>
            {view.reasons.map(({ id, label }) => (
              <option key={id} value={id}>
                {label}
              </option>
            ))}
          </Select>
        )}
      </LabelledField>
      {reason?.needsWords && (
        <Sentence
          label={words.reasonWords}
          hint={words.reasonWordsHint}
          wrong={missing.reasonWords}
          value={draft.reasonWords}
          onChange={(reasonWords) => change({ reasonWords })}
        />
      )}
      <Sentence
        label={words.message}
        hint={words.messageHint}
        wrong={missing.message}
        value={draft.message}
        rows={4}
        onChange={(message) => change({ message })}
      />
    </>
  )
}

type SentenceProps = {
  readonly label: string
  readonly hint: string
  readonly wrong: string | undefined
  readonly value: string
  readonly rows?: number
  readonly onChange: (value: string) => void
}

function Sentence({ label, hint, wrong, value, rows = 2, onChange }: SentenceProps) {
  const styles = useStyles()
  return (
    <LabelledField label={label} hint={hint} wrong={wrong}>
      {(wiring) => (
        <Textarea
          {...wiring}
          required
          rows={rows}
          maxLength={label === words.message ? 1000 : 500}
          resize="vertical"
          className={mergeClasses(styles.field)}
          value={value}
          onChange={(_event, data) => onChange(data.value)}
        />
      )}
    </LabelledField>
  )
}

function troubleOf(sending: Sending) {
  if (sending.kind === 'sending') return <Status icon="telling">{words.deciding}</Status>
  if (sending.kind === 'unknown') return <Status icon="danger">{words.notSent}</Status>
  if (sending.kind !== 'refused') return null
  const { title, detail } = sending.problem
  return <Status icon="danger">{detail ? `${title}. ${detail}` : `${title}.`}</Status>
}

/** After a try that lacks something, focus goes to the first field that wants it. */
function useFocusOnTrouble(sending: Sending) {
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => {
    if (sending.kind === 'incomplete') form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
  }, [sending])
  return form
}
