import { Input, Select, makeStyles, mergeClasses } from '@fluentui/react-components'
import { useButtonStyles } from '../../ui/button-styles.ts'
import { LabelledField } from '../../ui/LabelledField.tsx'
import { Section } from '../../ui/Section.tsx'
import { Sentence } from '../../ui/Sentence.tsx'
import { shortDay } from '../../ui/words-of-time.ts'
import type { FieldsProps } from './DetailsPage.tsx'
import { notAmong } from './draft.ts'
import { words } from './words.ts'

const useStyles = makeStyles({ short: { maxWidth: '160px' } })

/** C1.5: what it is to achieve, and what it asks besides being there. */
export function PurposeFields({ draft, wrong, change }: FieldsProps) {
  return (
    <>
      <Section of="officer" heading={words.aims} card>
        <Sentence
          label={words.aimsLabel}
          hint={words.aimsHint}
          wrong={wrong.aims}
          value={draft.aims}
          rows={3}
          atMost={2000}
          onChange={(aims) => change({ aims })}
        />
      </Section>
      <Section of="officer" heading={words.commitment} card>
        <Sentence
          label={words.preWork}
          hint={words.preWorkHint}
          wrong={wrong['commitment.preWork']}
          value={draft.preWork}
          atMost={500}
          onChange={(preWork) => change({ preWork })}
        />
        <Sentence
          label={words.followUp}
          hint={words.followUpHint}
          wrong={wrong['commitment.followUp']}
          value={draft.followUp}
          atMost={500}
          onChange={(followUp) => change({ followUp })}
        />
      </Section>
    </>
  )
}

/** C1.13: who runs it. */
export function ProviderFields({ view, draft, wrong, change }: FieldsProps) {
  const { field } = useButtonStyles()
  return (
    <Section of="officer" heading={words.provider} card>
      <LabelledField label={words.providerLabel} hint={words.providerHint} wrong={wrong.provider}>
        {(wiring) => (
          <Input
            {...wiring}
            className={field}
            maxLength={120}
            list="providers"
            value={draft.provider}
            onChange={(_event, { value }) => change({ provider: value })}
          />
        )}
      </LabelledField>
      <datalist id="providers">
        {view.choices.providers.map((name) => (
          <option key={name} value={name}>
            {name}
          </option>
        ))}
      </datalist>
    </Section>
  )
}

/** C1.15: how many the room holds. */
export function RoomFields({ draft, wrong, change }: FieldsProps) {
  const styles = useStyles()
  const { field } = useButtonStyles()
  return (
    <Section of="officer" heading={words.capacity} card>
      <LabelledField label={words.capacityLabel} hint={words.capacityHint} wrong={wrong.capacity}>
        {(wiring) => (
          <Input
            {...wiring}
            className={mergeClasses(field, styles.short)}
            inputMode="numeric"
            maxLength={4}
            value={draft.capacity}
            onChange={(_event, { value }) => change({ capacity: value })}
          />
        )}
      </LabelledField>
    </Section>
  )
}

/** C14.4: of which other session it is another run. */
export function RepeatFields({ view, draft, wrong, change }: FieldsProps) {
  const { select } = useButtonStyles()
  const { runs } = view.choices
  const gone = notAmong(
    draft.repeatOf === '' ? [] : [draft.repeatOf],
    runs.map(({ sessionId: id }) => ({ id })),
  )
  return (
    <Section of="officer" heading={words.repeat} card>
      <LabelledField label={words.repeatLabel} hint={words.repeatHint} wrong={wrong.repeatOf}>
        {(wiring) => (
          <Select {...wiring} className={select} value={draft.repeatOf} onChange={(_event, { value }) => change({ repeatOf: value })}>
            <option value="">{words.noRepeat}</option>
            {gone.map((id) => (
              <option key={id} value={id}>
                {words.runGone}
              </option>
            ))}
            {runs.map(({ sessionId, title, startsAt }) => (
              <option key={sessionId} value={sessionId}>
                {shortDay(startsAt, view.now)}, {title}
              </option>
            ))}
          </Select>
        )}
      </LabelledField>
    </Section>
  )
}
