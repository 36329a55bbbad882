import { Select } from '@fluentui/react-components'
import { useButtonStyles } from './button-styles.ts'
import { LabelledField } from './LabelledField.tsx'
import { Sentence } from './Sentence.tsx'
import { reasonNeedsWords, wordsOfReason, type GivenReason, type MissingReason, type Reasons } from './words-of-reason.ts'

type Props = {
  readonly reasons: Reasons
  readonly given: GivenReason
  readonly missing: MissingReason
  readonly onChange: (change: Partial<GivenReason>) => void
}

/** C3.1, C3.13: why, from the council's own list, and what happened where the reason asks for it. */
export function ReasonFields({ reasons, given, missing, onChange }: Props) {
  const { select } = useButtonStyles()
  return (
    <>
      <LabelledField label={wordsOfReason.reason} wrong={missing.reason}>
        {(wiring) => (
          <Select
            {...wiring}
            required
            className={select}
            value={given.reasonId}
            onChange={(_event, { value }) => onChange({ reasonId: value })}
          >
            <option value="">{wordsOfReason.choose}</option>
            {reasons.map(({ id, label }) => (
              <option key={id} value={id}>
                {label}
              </option>
            ))}
          </Select>
        )}
      </LabelledField>
      {reasonNeedsWords(given, reasons) && (
        <Sentence
          label={wordsOfReason.happened}
          hint={wordsOfReason.happenedHint}
          wrong={missing.reasonWords}
          value={given.reasonWords}
          atMost={500}
          onChange={(reasonWords) => onChange({ reasonWords })}
        />
      )}
    </>
  )
}
