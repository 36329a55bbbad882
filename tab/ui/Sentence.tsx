import { Textarea, makeStyles, tokens } from '@fluentui/react-components'
import { LabelledField } from './LabelledField.tsx'
import { phone } from './widths.ts'

const useStyles = makeStyles({
  field: {
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStrokeAccessible}`,
    minHeight: '44px',
    width: '100%',
    [phone]: { minHeight: '48px', '& textarea': { fontSize: tokens.fontSizeBase400 } },
  },
})

type Props = {
  readonly label: string
  readonly hint: string
  readonly wrong: string | undefined
  readonly value: string
  readonly rows?: number
  /** As many characters as the API takes. */
  readonly atMost: number
  readonly onChange: (value: string) => void
}

/** A sentence or two of somebody's own. */
export function Sentence({ label, hint, wrong, value, rows = 2, atMost, onChange }: Props) {
  const styles = useStyles()
  return (
    <LabelledField label={label} hint={hint} wrong={wrong}>
      {(wiring) => (
        <Textarea
          {...wiring}
          required
          rows={rows}
          maxLength={atMost}
          resize="vertical"
          className={styles.field}
          value={value}
          onChange={(_event, data) => onChange(data.value)}
        />
      )}
    </LabelledField>
  )
}
