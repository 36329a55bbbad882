import { Select, Textarea, makeStyles, tokens } from '@fluentui/react-components'
import type { DecisionCase } from '../../../api/contracts/decisions.ts'
import { useButtonStyles } from '../../ui/button-styles.ts'
import { LabelledField } from '../../ui/LabelledField.tsx'
import { phone } from '../../ui/widths.ts'
import type { Draft, Missing } from './order.ts'
import { words } from './words.ts'

const useStyles = makeStyles({
  field: {
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStrokeAccessible}`,
    minHeight: '40px',
    width: '100%',
    [phone]: { minHeight: '48px', '& textarea': { fontSize: tokens.fontSizeBase400 } },
  },
})

type ReasonProps = {
  readonly view: DecisionCase
  readonly draft: Draft
  readonly change: (change: Partial<Draft>) => void
  readonly missing: Missing
}

/** C3.1: why, from the council's own list, and what everyone invited is told. */
export function ReasonAndMessage({ view, draft, change, missing }: ReasonProps) {
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

/** A sentence or two of the officer's own. */
export function Sentence({ label, hint, wrong, value, rows = 2, onChange }: SentenceProps) {
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
          className={styles.field}
          value={value}
          onChange={(_event, data) => onChange(data.value)}
        />
      )}
    </LabelledField>
  )
}
