import { Input, Select } from '@fluentui/react-components'
import type { RecordText } from '../../../domain/sessions/details.ts'
import { useButtonStyles } from '../../ui/button-styles.ts'
import { LabelledField } from '../../ui/LabelledField.tsx'
import { Section } from '../../ui/Section.tsx'
import { Sentence } from '../../ui/Sentence.tsx'
import { Ticks } from '../../ui/Ticks.tsx'
import type { FieldsProps } from './DetailsPage.tsx'
import { JointFields } from './JointFields.tsx'
import { notAmong } from './draft.ts'
import { recordWords, words } from './words.ts'

/** What is on the record of a session besides: C1.10 what it serves, C1.12 who answers for it, C1.7, C1.13, C1.14, C1.17, C1.19. */
export function RecordFields(props: FieldsProps) {
  const { view, draft } = props
  return (
    <>
      <Section of="officer" heading={words.serves} card>
        <Priorities {...props} />
        <Line {...props} name="functions" />
      </Section>
      <Section of="officer" heading={words.answersFor} card>
        <Line {...props} name="implements" />
        <Line {...props} name="monitors" />
        <Line {...props} name="evaluates" />
        {(view.choices.audienceFixed || draft.record.requestedBy !== '') && <RequestedBy {...props} />}
      </Section>
      <Section of="officer" heading={words.outside} card>
        {(draft.provider.trim() !== '' || draft.record.whyExternal !== '') && (
          <>
            <Line {...props} name="whyExternal" />
            <Line {...props} name="trackRecord" />
          </>
        )}
        <Line {...props} name="venueValue" />
        <JointFields {...props} />
        {(draft.jointWith.length > 0 || draft.record.joint !== '') && <Line {...props} name="joint" />}
        <Line {...props} name="sponsors" />
      </Section>
    </>
  )
}

/** C1.7: chosen from the council's services; what was recorded before stays there to be chosen. */
function RequestedBy(props: FieldsProps) {
  const { select } = useButtonStyles()
  const { view, draft, wrong, change } = props
  const { serviceAreas } = view.choices
  if (serviceAreas.length === 0) return <Line {...props} name="requestedBy" />
  const { label, hint } = recordWords.requestedBy
  const was = view.details.record?.requestedBy
  const offered = [...new Set([...serviceAreas, ...(was ? [was] : []), draft.record.requestedBy])].filter(Boolean)
  return (
    <LabelledField label={label} hint={hint} wrong={wrong['record.requestedBy']}>
      {(wiring) => (
        <Select
          {...wiring}
          className={select}
          value={draft.record.requestedBy}
          onChange={(_event, { value }) => change({ record: { ...draft.record, requestedBy: value } })}
        >
          <option value="">{words.noService}</option>
          {offered.map((name) => (
            <option key={name}>{name}</option>
          ))}
        </Select>
      )}
    </LabelledField>
  )
}

function Priorities({ view, draft, wrong, change }: FieldsProps) {
  const { priorities } = view.choices
  const gone = notAmong([...(view.details.record?.priorities ?? []), ...draft.priorities], priorities)
  if (priorities.length + gone.length === 0) return <p style={{ margin: 0 }}>{words.noPriorities}</p>
  return (
    <Ticks
      legend={words.priorities}
      options={[...priorities, ...gone.map((id) => ({ id, label: words.priorityGone }))]}
      ticked={draft.priorities}
      wrong={wrong['record.priorities']}
      onChange={(ticked) => change({ priorities: ticked })}
    />
  )
}

/** A name in one line, or a sentence or two. */
function Line({ draft, wrong, change, name }: FieldsProps & { readonly name: RecordText }) {
  const { field } = useButtonStyles()
  const { label, hint, atMost } = recordWords[name]
  const write = (value: string) => change({ record: { ...draft.record, [name]: value } })
  const at = wrong[`record.${name}`]
  if (atMost > 120) return <Sentence label={label} hint={hint} wrong={at} value={draft.record[name]} atMost={atMost} onChange={write} />
  return (
    <LabelledField label={label} hint={hint} wrong={at}>
      {(wiring) => (
        <Input {...wiring} className={field} maxLength={atMost} value={draft.record[name]} onChange={(_event, { value }) => write(value)} />
      )}
    </LabelledField>
  )
}
