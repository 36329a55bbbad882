import { Checkbox, Input, Select, Textarea, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { useId } from 'react'
import type { Rulebook } from '../../../domain/rulebook/rulebook.ts'
import { useButtonStyles } from '../../ui/button-styles.ts'
import { LabelledField } from '../../ui/LabelledField.tsx'
import { Status } from '../../ui/Status.tsx'
import { tickStyle } from '../../ui/tick-style.ts'
import { fieldsAsked, type EntryField, type List } from './entry.ts'
import type { Wrong } from './list-faults.ts'
import { placed, valueAt } from './places.ts'
import { Ticks } from './Ticks.tsx'

const useStyles = makeStyles({
  fields: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  short: { maxWidth: '176px' },
  tick: tickStyle,
})

type Props = {
  readonly list: List
  readonly entry: unknown
  /** Those that stand beside it. */
  readonly others: readonly unknown[]
  readonly rules: Rulebook
  readonly wrong: Wrong
  readonly onChange: (entry: unknown) => void
}

/** What can be said of one entry, each thing in a field of its own. */
export function EntryFields({ list, entry, others, rules, wrong, onChange }: Props) {
  const styles = useStyles()
  return (
    <div className={styles.fields}>
      {fieldsAsked(list, entry).map((field) => (
        <OneField
          key={field.path}
          field={field}
          value={valueAt(entry, field.path)}
          taken={others.map((other) => valueAt(other, field.path))}
          rules={rules}
          wrong={wrong[field.path]}
          onChange={(value) => onChange(placed(entry, field.path, value))}
        />
      ))}
    </div>
  )
}

type FieldProps = Pick<Props, 'rules'> & {
  readonly field: EntryField
  readonly value: unknown
  readonly taken: readonly unknown[]
  readonly wrong: string | undefined
  readonly onChange: (value: unknown) => void
}

function OneField(props: FieldProps) {
  const styles = useStyles()
  const { field, value, wrong, onChange } = props
  const looks = useButtonStyles()
  switch (field.kind) {
    case 'tick':
      return <Tick field={field} value={value} wrong={wrong} onChange={onChange} />
    case 'ticks':
      return <SomeOf field={field} value={value} wrong={wrong} onChange={onChange} />
    case 'choice':
      return <OneOf {...props} field={field} />
    case 'lines':
      return (
        <LabelledField label={field.label} hint={field.hint} wrong={wrong}>
          {(wiring) => (
            <Textarea
              {...wiring}
              className={looks.area}
              rows={3}
              resize="vertical"
              value={Array.isArray(value) ? value.join('\n') : ''}
              onChange={(_event, data) => onChange(data.value.split('\n'))}
            />
          )}
        </LabelledField>
      )
  }
  return (
    <LabelledField label={field.label} hint={field.hint} wrong={wrong}>
      {(wiring) => (
        <Input
          {...wiring}
          {...inputs[field.kind]}
          className={mergeClasses(looks.field, !['text', 'address'].includes(field.kind) && styles.short)}
          maxLength={field.atMost}
          value={typeof value === 'string' || typeof value === 'number' ? String(value) : ''}
          onChange={(_event, data) => onChange(data.value)}
        />
      )}
    </LabelledField>
  )
}

const inputs = {
  text: {},
  address: { type: 'email', inputMode: 'email', autoComplete: 'off' },
  number: { inputMode: 'numeric' },
  time: { type: 'time' },
  day: { type: 'date' },
} as const

function OneOf({ field, value, taken, rules, wrong, onChange }: FieldProps & { readonly field: Extract<EntryField, { kind: 'choice' }> }) {
  const { select } = useButtonStyles()
  const options = field.options(rules)
  const offered = options.filter(([each]) => each === value || !field.isOnce || !taken.includes(each))
  const isKnown = options.some(([each]) => each === value)
  const all = isKnown ? offered : [[value, String(value)] as const, ...offered]
  return (
    <LabelledField label={field.label} hint={field.hint} wrong={wrong}>
      {(wiring) => (
        <Select
          {...wiring}
          className={select}
          value={String(all.findIndex(([each]) => each === value))}
          onChange={(_event, data) => onChange(all[Number(data.value)]?.[0])}
        >
          {all.map(([each, name], index) => (
            <option key={String(each)} value={String(index)}>
              {name}
            </option>
          ))}
        </Select>
      )}
    </LabelledField>
  )
}

type TickProps = Pick<FieldProps, 'field' | 'value' | 'wrong' | 'onChange'>

function Tick({ field, value, wrong, onChange }: TickProps) {
  const styles = useStyles()
  const id = useId()
  return (
    <div>
      <Checkbox
        className={styles.tick}
        label={field.label}
        checked={value === true}
        {...(wrong ? { 'aria-invalid': true, 'aria-describedby': id } : {})}
        onChange={(_event, { checked }) => onChange(checked === true)}
      />
      <Fault id={id} wrong={wrong} />
    </div>
  )
}

function SomeOf({ field, value, wrong, onChange }: TickProps & { readonly field: Extract<EntryField, { kind: 'ticks' }> }) {
  const id = useId()
  return (
    <div>
      <Ticks legend={field.label} options={field.options} ticked={value} wrong={wrong && id} onChange={onChange} />
      <Fault id={id} wrong={wrong} />
    </div>
  )
}

function Fault({ id, wrong }: { readonly id: string; readonly wrong: string | undefined }) {
  if (!wrong) return null
  return (
    <div id={id}>
      <Status icon="danger">{wrong}</Status>
    </div>
  )
}
