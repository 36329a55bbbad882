import { Checkbox, makeStyles, tokens } from '@fluentui/react-components'
import { tickStyle } from '../../ui/tick-style.ts'

const useStyles = makeStyles({
  ticks: { display: 'flex', flexWrap: 'wrap', margin: 0, padding: 0, border: 0, minWidth: 0 },
  legend: { padding: 0, fontSize: tokens.fontSizeBase300 },
  tick: tickStyle,
})

type Props = {
  readonly legend: string
  readonly options: readonly (readonly [value: string, words: string])[]
  readonly ticked: unknown
  readonly wrong: string | undefined
  readonly onChange: (ticked: readonly string[]) => void
}

/** Several of a few, kept in the order in which they are offered. */
export function Ticks({ legend, options, ticked, wrong, onChange }: Props) {
  const styles = useStyles()
  const isTicked = (value: string) => Array.isArray(ticked) && ticked.includes(value)
  return (
    <fieldset className={styles.ticks}>
      <legend className={styles.legend}>{legend}</legend>
      {options.map(([value, name], index) => (
        <Checkbox
          key={value}
          className={styles.tick}
          label={name}
          checked={isTicked(value)}
          {...(wrong && index === 0 ? { 'aria-invalid': true, 'aria-describedby': wrong } : {})}
          onChange={(_event, { checked }) =>
            onChange(options.map(([each]) => each).filter((each) => (each === value ? checked === true : isTicked(each))))
          }
        />
      ))}
    </fieldset>
  )
}
