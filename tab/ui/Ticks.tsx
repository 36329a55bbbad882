import { Checkbox, makeStyles, tokens } from '@fluentui/react-components'
import { Status } from './Status.tsx'
import { tickStyle } from './tick-style.ts'

const useStyles = makeStyles({
  ticks: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(200px, 1fr))',
    margin: 0,
    padding: 0,
    border: 0,
    minWidth: 0,
  },
  legend: { padding: 0, fontWeight: tokens.fontWeightSemibold, gridColumn: '1 / -1' },
  tick: tickStyle,
})

type Props = {
  readonly legend: string
  readonly options: readonly { readonly id: string; readonly label: string }[]
  readonly ticked: readonly string[]
  readonly wrong?: string | undefined
  readonly onChange: (ticked: readonly string[]) => void
}

/** Several of many, ticked one by one. */
export function Ticks({ legend, options, ticked, wrong, onChange }: Props) {
  const styles = useStyles()
  return (
    <fieldset className={styles.ticks}>
      <legend className={styles.legend}>{legend}</legend>
      {wrong && <Status icon="danger">{wrong}</Status>}
      {options.map(({ id, label }, index) => (
        <Checkbox
          key={id}
          className={styles.tick}
          label={label}
          checked={ticked.includes(id)}
          {...(wrong && index === 0 ? { 'aria-invalid': true } : {})}
          onChange={(_event, { checked }) => onChange(checked ? [...ticked, id] : ticked.filter((each) => each !== id))}
        />
      ))}
    </fieldset>
  )
}
