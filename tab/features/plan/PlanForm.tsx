import { Button, Checkbox, Input, Select, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import type { FormEvent } from 'react'
import type { PlanChoices } from '../../../api/contracts/plan.ts'
import { useButtonStyles } from '../../ui/button-styles.ts'
import { LabelledField } from '../../ui/LabelledField.tsx'
import { Live } from '../../ui/Live.tsx'
import { Section } from '../../ui/Section.tsx'
import { Status } from '../../ui/Status.tsx'
import { tickStyle } from '../../ui/tick-style.ts'
import { useFocusOnWrong } from '../../ui/use-focus-on-wrong.ts'
import { phone } from '../../ui/widths.ts'
import { deliveryWords } from '../../ui/words-of-programme.ts'
import { dayIn, nightsFor, type Draft, type Wrong } from './draft.ts'
import type { PlanState } from './use-plan.ts'
import { checkedWords, endDayWords, words } from './words.ts'

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL },
  row: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM, '& > *': { flex: '1 1 120px', minWidth: 0 } },
  /** On a phone the two times stand side by side, below their day. */
  times: { '& > *:first-child': { [phone]: { flexBasis: '100%' } } },
  check: { minHeight: '48px', alignSelf: 'flex-start', fontSize: tokens.fontSizeBase400 },
  tick: tickStyle,
})

type Fields = {
  readonly choices: PlanChoices
  readonly draft: Draft
  readonly wrong: Wrong
  readonly change: (change: Partial<Draft>) => void
}

/** A plan in four short questions. */
export function PlanForm({ choices, draft, change, checking, check }: Omit<PlanState, 'resource' | 'draft'> & Omit<Fields, 'wrong'>) {
  const styles = useStyles()
  const form = useFocusOnWrong(checking.kind === 'wrong' ? checking : undefined)
  const fields = { choices, draft, change, wrong: checking.kind === 'wrong' ? checking.wrong : {} }
  function submit(event: FormEvent): void {
    event.preventDefault()
    void check()
  }
  return (
    <form ref={form} className={styles.form} noValidate onSubmit={submit}>
      <When draft={draft} wrong={fields.wrong} change={change} />
      <What {...fields} />
      <Where {...fields} />
      <Whom {...fields} />
      <Live>
        {checking.kind === 'checking' && <Status icon="telling">{words.checking}</Status>}
        {checking.kind === 'checked' && <Status icon="done">{checkedWords(checking.check)}</Status>}
        {checking.kind === 'wrong' && <Status icon="danger">{words.putRight}</Status>}
        {checking.kind === 'trouble' && <Status icon="danger">{checking.words}</Status>}
      </Live>
      <Button type="submit" appearance="primary" className={styles.check}>
        {words.check}
      </Button>
    </form>
  )
}

function When({ draft, wrong, change }: Omit<Fields, 'choices'>) {
  const styles = useStyles()
  const { field } = useButtonStyles()
  const parts = [
    { name: 'on', label: words.on, type: 'date', at: 'startsAt' },
    { name: 'from', label: words.from, type: 'time', at: 'from' },
    { name: 'until', label: words.until, type: 'time', at: 'endsAt' },
  ] as const
  return (
    <Section of="officer" heading={words.when} card>
      <div className={mergeClasses(styles.row, styles.times)}>
        {parts.map(({ name, label, type, at }) => (
          <LabelledField key={name} label={label} wrong={wrong[at]}>
            {(wiring) => (
              <Input
                {...wiring}
                type={type}
                className={field}
                value={draft[name]}
                onChange={(_event, { value }) => change({ [name]: value })}
              />
            )}
          </LabelledField>
        ))}
      </div>
      <OneOf
        label={words.endsOn}
        wrong={undefined}
        value={String(draft.nights)}
        options={nightsFor(draft).map((nights) => [String(nights), endDayWords(dayIn(draft), nights)])}
        onChange={(nights) => change({ nights: Number(nights) })}
      />
    </Section>
  )
}

function What({ choices, draft, wrong, change }: Fields) {
  const { field } = useButtonStyles()
  return (
    <Section of="officer" heading={words.what} card>
      <LabelledField label={words.name} hint={words.nameHint} wrong={wrong.title}>
        {(wiring) => (
          <Input
            {...wiring}
            className={field}
            maxLength={200}
            value={draft.title}
            onChange={(_event, { value }) => change({ title: value })}
          />
        )}
      </LabelledField>
      <OneOf
        label={words.kind}
        wrong={wrong.kind}
        value={draft.kind}
        options={choices.kinds.map(({ id, label }) => [id, label])}
        onChange={(kind) => change({ kind })}
      />
    </Section>
  )
}

function Where({ choices, draft, wrong, change }: Fields) {
  const styles = useStyles()
  const { field } = useButtonStyles()
  return (
    <Section of="officer" heading={words.where} card>
      <OneOf
        label={words.delivery}
        wrong={wrong.delivery}
        value={draft.delivery}
        options={Object.entries(deliveryWords)}
        onChange={(delivery) => change({ delivery: delivery as Draft['delivery'] })}
      />
      {draft.delivery !== 'online' && (
        <>
          <LabelledField label={words.place} hint={words.placeHint} wrong={wrong.place}>
            {(wiring) => (
              <Input
                {...wiring}
                className={field}
                maxLength={200}
                list="rooms"
                value={draft.place}
                onChange={(_event, { value }) => change({ place: value })}
              />
            )}
          </LabelledField>
          <datalist id="rooms">
            {choices.rooms.map(({ name }) => (
              <option key={name} value={name}>
                {name}
              </option>
            ))}
          </datalist>
          <Checkbox
            className={styles.tick}
            label={words.loop}
            checked={draft.loopNeeded}
            onChange={(_event, { checked }) => change({ loopNeeded: checked === true })}
          />
        </>
      )}
    </Section>
  )
}

function Whom({ choices, draft, wrong, change }: Fields) {
  const named = choices.plan?.audience?.kind === 'named'
  const audiences = Object.entries(words.audiences).filter(([kind]) => named || kind !== 'named')
  return (
    <Section of="officer" heading={words.whom} card>
      <OneOf
        label={words.audience}
        wrong={wrong.audience ?? wrong['audience.members']}
        value={draft.audience}
        options={[['', words.usual], ...audiences]}
        onChange={(audience) => change({ audience: audience as Draft['audience'], group: '' })}
      />
      {(draft.audience === 'committee' || draft.audience === 'office') && (
        <OneOf
          label={words[draft.audience]}
          wrong={wrong.group}
          value={draft.group}
          options={[['', words.chooseOne], ...groupsOf(draft, choices).map((each) => [each, each] as const)]}
          onChange={(group) => change({ group })}
        />
      )}
    </Section>
  )
}

function groupsOf({ audience, group }: Draft, { committees, offices }: PlanChoices): readonly string[] {
  const offered = audience === 'committee' ? committees : offices
  return group === '' || offered.includes(group) ? offered : [group, ...offered]
}

type OneOfProps = {
  readonly label: string
  readonly wrong: string | undefined
  readonly value: string
  readonly options: readonly (readonly [value: string, label: string])[]
  readonly onChange: (value: string) => void
}

function OneOf({ label, wrong, value, options, onChange }: OneOfProps) {
  const { select } = useButtonStyles()
  return (
    <LabelledField label={label} wrong={wrong}>
      {(wiring) => (
        <Select {...wiring} className={mergeClasses(select)} value={value} onChange={(_event, data) => onChange(data.value)}>
          {options.map(([each, name]) => (
            <option key={each} value={each}>
              {name}
            </option>
          ))}
        </Select>
      )}
    </LabelledField>
  )
}
