import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { useId } from 'react'
import { words } from './words.ts'

const useStyles = makeStyles({
  set: { margin: 0, padding: 0, border: 0, minWidth: 0 },
  legend: { padding: 0, marginBottom: tokens.spacingVerticalXS, fontWeight: tokens.fontWeightSemibold, textWrap: 'balance' },
  hint: {
    margin: `0 0 ${tokens.spacingVerticalS}`,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    color: tokens.colorNeutralForeground2,
  },
  values: { display: 'grid', gridTemplateColumns: 'repeat(5, minmax(0, 1fr))', gap: tokens.spacingHorizontalXS, maxWidth: '440px' },
  value: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    justifyContent: 'center',
    gap: tokens.spacingVerticalXXS,
    minHeight: '60px',
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStrokeAccessible}`,
    borderRadius: tokens.borderRadiusXLarge,
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':focus-within': { outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}`, outlineOffset: '2px' },
  },
  chosen: {
    border: `${tokens.strokeWidthThick} solid ${tokens.colorCompoundBrandStroke}`,
    fontWeight: tokens.fontWeightSemibold,
    '@media (forced-colors: active)': { border: '3px solid Highlight' },
  },
  radio: {
    width: '20px',
    height: '20px',
    margin: 0,
    accentColor: tokens.colorCompoundBrandBackground,
    outlineStyle: 'none',
    cursor: 'pointer',
  },
})

type Props = { readonly label: string; readonly value: number | undefined; readonly onChange: (value: number) => void }

const nameOf = (value: number) => (value === 1 ? `1, ${words.least}` : value === 5 ? `5, ${words.most}` : String(value))

/** One question with five answers side by side, each as large as a thumb. Choosing one does not move on by itself. */
export function Scale({ label, value, onChange }: Props) {
  const styles = useStyles()
  const name = useId()
  return (
    <fieldset className={styles.set} aria-describedby={`${name}-hint`}>
      <legend className={styles.legend}>{label}</legend>
      <p id={`${name}-hint`} className={styles.hint}>
        {words.scale}
      </p>
      <div className={styles.values}>
        {[1, 2, 3, 4, 5].map((each) => (
          <label key={each} className={mergeClasses(styles.value, each === value && styles.chosen)}>
            <input
              type="radio"
              name={name}
              className={styles.radio}
              aria-label={nameOf(each)}
              checked={each === value}
              onChange={() => onChange(each)}
            />
            <span aria-hidden>{each}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
