import { Checkbox, Input, Select, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { useId } from 'react'
import { settingAt } from '../../../domain/rulebook/changes.ts'
import type { Rulebook } from '../../../domain/rulebook/rulebook.ts'
import { useButtonStyles } from '../../ui/button-styles.ts'
import { Status } from '../../ui/Status.tsx'
import { tickStyle } from '../../ui/tick-style.ts'
import { phone } from '../../ui/widths.ts'
import { Ticks } from './Ticks.tsx'
import { fieldsOf, type Field, type Rule } from './fields.ts'
import { valueWords, words } from './words.ts'

const useStyles = makeStyles({
  rule: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS },
  sentence: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}` },
  part: { display: 'inline-flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalXS, maxWidth: '100%' },
  number: { width: '80px', minWidth: 0, [phone]: { width: '96px' } },
  time: { width: '128px', minWidth: 0, [phone]: { width: '150px' } },
  text: { width: '320px', maxWidth: '100%', minWidth: 0 },
  tick: tickStyle,
  was: {
    padding: `0 ${tokens.spacingHorizontalS}`,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorBrandForeground1}`,
    borderRadius: tokens.borderRadiusCircular,
    color: tokens.colorBrandForeground1,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase300,
  },
  told: { margin: 0, textWrap: 'pretty' },
})

type Props = {
  readonly rule: Rule
  readonly rulebook: Rulebook
  /** What is begun, by places. */
  readonly settings: Readonly<Record<string, unknown>>
  readonly wrong: Readonly<Record<string, string>>
  readonly onChange: (field: Field, value: unknown) => void
}

/** One rule as a sentence with the words that can be changed as fields. A changed one says what it was. */
export function RuleSentence({ rule, rulebook, settings, wrong, onChange }: Props) {
  const styles = useStyles()
  const id = useId()
  const faulty = fieldsOf([rule]).filter(({ path }) => wrong[path] !== undefined)
  return (
    <div className={styles.rule}>
      <div className={styles.sentence}>
        {rule.map((part) => {
          if (typeof part === 'string') return <span key={part}>{part.replace(/^\. /, '')}</span>
          const { path } = part
          const stands = settingAt(rulebook, path)
          const isChanged = Object.hasOwn(settings, path)
          const isWrong = wrong[path] !== undefined
          return (
            <span key={path} className={styles.part}>
              <RuleField
                field={part}
                value={isChanged ? settings[path] : stands}
                wrong={isWrong ? `${id}-${path}` : undefined}
                onChange={(value) => onChange(part, value)}
              />
              {isChanged && <span className={styles.was}>{words.was(valueWords(part, stands))}</span>}
            </span>
          )
        })}
      </div>
      {faulty.map(({ path }) => (
        <div key={path} id={`${id}-${path}`}>
          <Status icon="danger">{wrong[path]}</Status>
        </div>
      ))}
    </div>
  )
}

type FieldProps = {
  readonly field: Field
  readonly value: unknown
  /** The id of what says what is wrong with it. */
  readonly wrong: string | undefined
  readonly onChange: (value: unknown) => void
}

function RuleField({ field, value, wrong, onChange }: FieldProps) {
  const styles = useStyles()
  const looks = useButtonStyles()
  const told = { 'aria-label': field.label, 'aria-invalid': wrong !== undefined, 'aria-describedby': wrong }
  switch (field.kind) {
    case 'switch':
      return (
        <Checkbox
          className={styles.tick}
          label={field.label}
          checked={value === true}
          {...(wrong ? { 'aria-invalid': true, 'aria-describedby': wrong } : {})}
          onChange={(_event, { checked }) => onChange(checked === true)}
        />
      )
    case 'ticks':
      return <Ticks legend={field.label} options={field.options} ticked={value} wrong={wrong} onChange={onChange} />
    case 'choice':
      return (
        <Select
          {...told}
          className={looks.select}
          value={String(value)}
          onChange={(_event, data) => onChange(field.options.find(([each]) => String(each) === data.value)?.[0] ?? value)}
        >
          {field.options.some(([each]) => each === value) ? null : <option value={String(value)}>{String(value)}</option>}
          {field.options.map(([each, name]) => (
            <option key={each} value={String(each)}>
              {name}
            </option>
          ))}
        </Select>
      )
  }
  return (
    <Input
      {...told}
      className={mergeClasses(looks.field, styles[field.kind])}
      {...inputOf(field)}
      value={String(value)}
      onChange={(_event, data) => onChange(data.value)}
    />
  )
}

function inputOf(field: Extract<Field, { kind: 'number' | 'time' | 'text' }>) {
  if (field.kind === 'time') return { type: 'time' as const }
  return field.kind === 'text' ? { maxLength: field.atMost } : { inputMode: 'numeric' as const, maxLength: 6 }
}

/** The same for whoever only reads it. */
export function RuleTold({ rule, rulebook }: Pick<Props, 'rule' | 'rulebook'>) {
  const styles = useStyles()
  const [first] = rule
  const isAlone = rule.length === 1 && first !== undefined && typeof first !== 'string'
  return (
    <p className={styles.told}>
      {isAlone && `${first.label}: `}
      {rule.map((part, index) =>
        typeof part === 'string' ? (
          <span key={part}>{`${joint(part, index)}${part} `}</span>
        ) : (
          <strong key={part.path}>{valueWords(part, settingAt(rulebook, part.path))}</strong>
        ),
      )}
      {typeof rule.at(-1) === 'string' ? '' : '.'}
    </p>
  )
}

/** Between a value and the words after it. Words that begin with a full stop end the sentence before. */
function joint(part: string, index: number): string {
  return index === 0 || part.startsWith('. ') ? '' : ' '
}
