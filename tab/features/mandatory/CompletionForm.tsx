import { Button, Input, Radio, RadioGroup, Select, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { useId, useState, type FormEvent } from 'react'
import type { CompletionBody, MemberRequirements } from '../../../api/contracts/requirements.ts'
import { useButtonStyles } from '../../ui/button-styles.ts'
import { Card } from '../../ui/Card.tsx'
import { LabelledField } from '../../ui/LabelledField.tsx'
import { Sentence } from '../../ui/Sentence.tsx'
import { useFocusOnWrong } from '../../ui/use-focus-on-wrong.ts'
import { bodyOf, kindsFor, words, wrongIn, type Written } from './words.ts'

const useStyles = makeStyles({
  form: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalL, maxWidth: '640px' },
  heading: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400, fontWeight: tokens.fontWeightSemibold },
  acts: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  label: { fontWeight: tokens.fontWeightSemibold },
  radio: { minHeight: '44px', alignItems: 'center' },
})

type Props = {
  readonly choices: MemberRequirements['choices']
  readonly today: string
  readonly onSave: (body: CompletionBody) => Promise<boolean>
  readonly onCancel: () => void
}

/** C5.9, C5.11: what an officer puts down, asked only what its kind has. */
export function CompletionForm({ choices, today, onSave, onCancel }: Props) {
  const styles = useStyles()
  const { officer, outlined } = useButtonStyles()
  const [first] = choices
  const [written, setWritten] = useState<Written>({
    ruleId: first?.ruleId ?? '',
    kind: kindsFor(first)[0] ?? 'accepted',
    on: '',
    until: '',
    what: '',
  })
  const [tried, setTried] = useState<object>()
  const [isBusy, setBusy] = useState(false)
  const form = useFocusOnWrong(tried)
  const choice = choices.find(({ ruleId }) => ruleId === written.ruleId)
  const wrong = tried ? wrongIn(written, choice) : {}
  const put = (change: Partial<Written>) => setWritten({ ...written, ...change })

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault()
    const isIncomplete = Object.keys(wrongIn(written, choice)).length > 0
    setTried(isIncomplete ? {} : undefined)
    if (isIncomplete || isBusy) return
    setBusy(true)
    const isDone = await onSave(bodyOf(written))
    if (!isDone) setBusy(false)
  }

  return (
    <Card>
      <form ref={form} className={styles.form} noValidate onSubmit={(event) => void submit(event)}>
        <h2 className={styles.heading}>{words.putDown}</h2>
        <Which
          choices={choices}
          value={written.ruleId}
          onChoose={(ruleId) => put({ ruleId, kind: kindsFor(choices.find((each) => each.ruleId === ruleId))[0] ?? 'accepted' })}
        />
        <How kinds={kindsFor(choice)} value={written.kind} onChoose={(kind) => put({ kind })} />
        <Day label={words.on} max={today} wrong={wrong.on} value={written.on} onChange={(on) => put({ on })} />
        {written.kind === 'accepted' && (
          <>
            <Sentence
              label={words.what}
              hint={words.whatHint}
              wrong={wrong.what}
              value={written.what}
              atMost={300}
              onChange={(what) => put({ what })}
            />
            <Day
              label={choice?.needsUntil ? words.until : words.untilOptional}
              hint={choice?.needsUntil ? words.untilNeeded : words.untilHint}
              wrong={wrong.until}
              value={written.until}
              onChange={(until) => put({ until })}
            />
          </>
        )}
        <div className={styles.acts}>
          <Button type="submit" appearance="primary" className={officer} disabledFocusable={isBusy}>
            {words.save}
          </Button>
          <Button className={mergeClasses(officer, outlined)} onClick={onCancel}>
            {words.cancel}
          </Button>
        </div>
      </form>
    </Card>
  )
}

type WhichProps = Pick<Props, 'choices'> & { readonly value: string; readonly onChoose: (ruleId: string) => void }

function Which({ choices, value, onChoose }: WhichProps) {
  const { select } = useButtonStyles()
  return (
    <LabelledField label={words.which}>
      {(wiring) => (
        <Select {...wiring} className={select} value={value} onChange={(_event, chosen) => onChoose(chosen.value)}>
          {choices.map(({ ruleId, label }) => (
            <option key={ruleId} value={ruleId}>
              {label}
            </option>
          ))}
        </Select>
      )}
    </LabelledField>
  )
}

type HowProps = {
  readonly kinds: readonly CompletionBody['kind'][]
  readonly value: CompletionBody['kind']
  readonly onChoose: (kind: CompletionBody['kind']) => void
}

/** Asked only where there is a choice. */
function How({ kinds, value, onChoose }: HowProps) {
  const styles = useStyles()
  const id = useId()
  if (kinds.length < 2) return null
  return (
    <div>
      <span id={id} className={styles.label}>
        {words.how}
      </span>
      <RadioGroup
        aria-labelledby={id}
        value={value}
        onChange={(_event, chosen) => onChoose(kinds.find((each) => each === chosen.value) ?? value)}
      >
        {kinds.map((kind) => (
          <Radio key={kind} className={styles.radio} value={kind} label={words.kinds[kind]} />
        ))}
      </RadioGroup>
    </div>
  )
}

type DayProps = {
  readonly label: string
  readonly hint?: string
  readonly max?: string
  readonly wrong: string | undefined
  readonly value: string
  readonly onChange: (value: string) => void
}

function Day({ label, hint, max, wrong, value, onChange }: DayProps) {
  const { field } = useButtonStyles()
  return (
    <LabelledField label={label} hint={hint} wrong={wrong}>
      {(wiring) => (
        <Input
          {...wiring}
          className={field}
          type="date"
          {...(max ? { max } : {})}
          value={value}
          onChange={(_event, changed) => onChange(changed.value)}
        />
      )}
    </LabelledField>
  )
}
