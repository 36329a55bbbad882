import { Button, Input, Select, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { Add20Regular } from '@fluentui/react-icons/svg/add'
import { Delete20Regular } from '@fluentui/react-icons/svg/delete'
import { useButtonStyles } from '../../ui/button-styles.ts'
import { LabelledField } from '../../ui/LabelledField.tsx'
import { Section } from '../../ui/Section.tsx'
import { Status } from '../../ui/Status.tsx'
import type { FieldsProps } from './DetailsPage.tsx'
import { emptyCost, emptyTerm, type CostDraft, type TermDraft, type Wrong } from './draft.ts'
import { words } from './words.ts'

const thin = `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`

const useStyles = makeStyles({
  cost: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    margin: 0,
    padding: `0 0 ${tokens.spacingVerticalL}`,
    border: 0,
    borderBottom: thin,
    minWidth: 0,
  },
  legend: { padding: 0, marginBottom: tokens.spacingVerticalS, fontWeight: tokens.fontWeightSemibold },
  row: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalM,
    alignItems: 'end',
    '& > *': { flex: '1 1 180px', minWidth: 0 },
  },
  step: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    margin: 0,
    padding: tokens.spacingHorizontalM,
    border: thin,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground2,
    minWidth: 0,
  },
  line: { margin: 0, color: tokens.colorNeutralForeground2, textWrap: 'pretty' },
  button: { alignSelf: 'flex-start' },
})

/** C3.5: what it costs, and what each supplier is owed if it is cancelled, nearer and nearer to the start. */
export function CostFields({ view, draft, wrong, change }: FieldsProps) {
  const styles = useStyles()
  const { officer, outlined } = useButtonStyles()
  const { costs } = draft
  const set = (index: number, cost: CostDraft) => change({ costs: costs.map((each, at) => (at === index ? cost : each)) })
  return (
    <Section of="officer" heading={words.costs} card>
      {costs.length === 0 && <p className={styles.line}>{words.noCosts}</p>}
      {costs.map((cost, index) => (
        <CostOf
          // A cost has no name of its own while it is typed.
          key={`cost-${index}`}
          number={index + 1}
          cost={cost}
          view={view}
          wrong={wrongOf(wrong, `costs.${index}.`)}
          onChange={(next) => set(index, next)}
          onRemove={() => change({ costs: costs.filter((_each, at) => at !== index) })}
        />
      ))}
      <Button
        className={mergeClasses(officer, outlined, styles.button)}
        icon={<Add20Regular aria-hidden />}
        onClick={() => change({ costs: [...costs, emptyCost] })}
      >
        {costs.length === 0 ? words.addCost : words.addAnotherCost}
      </Button>
    </Section>
  )
}

function wrongOf(wrong: Wrong, path: string): Wrong {
  return Object.fromEntries(Object.entries(wrong).flatMap(([at, why]) => (at.startsWith(path) ? [[at.slice(path.length), why]] : [])))
}

type CostProps = {
  readonly number: number
  readonly cost: CostDraft
  readonly view: FieldsProps['view']
  readonly wrong: Wrong
  readonly onChange: (cost: CostDraft) => void
  readonly onRemove: () => void
}

function CostOf({ number, cost, view, wrong, onChange, onRemove }: CostProps) {
  const styles = useStyles()
  const { officer, outlined, select, field } = useButtonStyles()
  const { categories, usualTerms } = view.choices
  const payables = (['if-it-runs', 'committed', 'on-terms', 'usual-terms'] as const).map((kind) => ({
    kind,
    label: kind === 'usual-terms' && !usualTerms ? words.payables.unknown : words.payables[kind],
  }))
  const label = categories.find(({ id }) => id === cost.category)?.label ?? ''
  return (
    <fieldset className={styles.cost}>
      <legend className={styles.legend}>{words.cost(number)}</legend>
      <div className={styles.row}>
        <LabelledField label={words.category} wrong={wrong.category}>
          {(wiring) => (
            <Select
              {...wiring}
              className={select}
              value={cost.category}
              onChange={(_event, { value }) => onChange({ ...cost, category: value })}
            >
              <option value="">{words.chooseCategory}</option>
              {categories.map((each) => (
                <option key={each.id} value={each.id}>
                  {each.label}
                </option>
              ))}
            </Select>
          )}
        </LabelledField>
        <LabelledField label={words.pounds} hint={words.poundsHint} wrong={wrong.pence}>
          {(wiring) => (
            <Input
              {...wiring}
              className={field}
              inputMode="decimal"
              maxLength={12}
              contentBefore="£"
              value={cost.pounds}
              onChange={(_event, { value }) => onChange({ ...cost, pounds: value })}
            />
          )}
        </LabelledField>
      </div>
      <LabelledField label={words.payable} wrong={wrong.payable}>
        {(wiring) => (
          <Select
            {...wiring}
            className={select}
            value={cost.payable}
            onChange={(_event, { value }) => onChange(withPayable(cost, value as CostDraft['payable']))}
          >
            {payables.map(({ kind, label: said }) => (
              <option key={kind} value={kind}>
                {said}
              </option>
            ))}
          </Select>
        )}
      </LabelledField>
      {cost.payable === 'on-terms' && <Terms cost={cost} wrong={wrong} onChange={onChange} />}
      <Button className={mergeClasses(officer, outlined, styles.button)} icon={<Delete20Regular aria-hidden />} onClick={onRemove}>
        {words.removeCost(label)}
      </Button>
    </fieldset>
  )
}

function withPayable(cost: CostDraft, payable: CostDraft['payable']): CostDraft {
  return { ...cost, payable, terms: payable === 'on-terms' && cost.terms.length === 0 ? [emptyTerm] : cost.terms }
}

function Terms({ cost, wrong, onChange }: Pick<CostProps, 'cost' | 'wrong' | 'onChange'>) {
  const styles = useStyles()
  const { officer, outlined } = useButtonStyles()
  const { terms } = cost
  const set = (index: number, term: TermDraft) => onChange({ ...cost, terms: terms.map((each, at) => (at === index ? term : each)) })
  return (
    <>
      <p className={styles.line}>{words.terms}</p>
      {wrong.terms && <Status icon="danger">{wrong.terms}</Status>}
      {terms.map((term, index) => (
        <Step
          key={`step-${index}`}
          number={index + 1}
          term={term}
          wrong={wrongOf(wrong, `terms.${index}.`)}
          onChange={(next) => set(index, next)}
          onRemove={() => onChange({ ...cost, terms: terms.filter((_each, at) => at !== index) })}
        />
      ))}
      <Button
        className={mergeClasses(officer, outlined, styles.button)}
        icon={<Add20Regular aria-hidden />}
        onClick={() => onChange({ ...cost, terms: [...terms, emptyTerm] })}
      >
        {words.addTerm}
      </Button>
    </>
  )
}

type StepProps = {
  readonly number: number
  readonly term: TermDraft
  readonly wrong: Wrong
  readonly onChange: (term: TermDraft) => void
  readonly onRemove: () => void
}

const parts = [
  { name: 'days', label: words.termDays, mode: 'numeric' },
  { name: 'at', label: words.termAt, mode: 'text' },
  { name: 'percent', label: words.termPercent, mode: 'numeric' },
] as const

function Step({ number, term, wrong, onChange, onRemove }: StepProps) {
  const styles = useStyles()
  const { officer, outlined, field } = useButtonStyles()
  return (
    <fieldset className={styles.step}>
      <legend className={styles.legend}>{words.step(number)}</legend>
      <div className={styles.row}>
        {parts.map(({ name, label, mode }) => (
          <LabelledField key={name} label={label} wrong={wrong[name]}>
            {(wiring) => (
              <Input
                {...wiring}
                className={field}
                inputMode={mode}
                maxLength={5}
                value={term[name]}
                onChange={(_event, { value }) => onChange({ ...term, [name]: value })}
              />
            )}
          </LabelledField>
        ))}
      </div>
      <Button className={mergeClasses(officer, outlined, styles.button)} icon={<Delete20Regular aria-hidden />} onClick={onRemove}>
        {words.removeTerm(number)}
      </Button>
    </fieldset>
  )
}
