import { Select } from '@fluentui/react-components'
import { useButtonStyles } from '../../ui/button-styles.ts'
import { LabelledField } from '../../ui/LabelledField.tsx'
import { Section } from '../../ui/Section.tsx'
import { Status } from '../../ui/Status.tsx'
import { Ticks } from '../../ui/Ticks.tsx'
import type { FieldsProps } from './DetailsPage.tsx'
import { isNarrowed, notAmong, type Draft } from './draft.ts'
import { usualAudience, words } from './words.ts'

/** C1.3: whom it is for, and by that who should be invited. */
export function AudienceFields({ view, draft, wrong, change }: FieldsProps) {
  const { select } = useButtonStyles()
  const { choices } = view
  const audiences = audiencesIn(view, draft)
  if (audiences.length === 0) {
    return (
      <Section of="officer" heading={words.audience} card>
        <Status icon="info">{words.audienceFixed}</Status>
      </Section>
    )
  }
  return (
    <Section of="officer" heading={words.audience} card>
      <LabelledField label={words.audienceLabel} hint={words.audienceHint} wrong={wrong.audience}>
        {(wiring) => (
          <Select
            {...wiring}
            className={select}
            value={draft.audience}
            onChange={(_event, { value }) => change({ audience: value as Draft['audience'] })}
          >
            <option value="">{usualAudience(choices)}</option>
            {audiences.map(([kind, label]) => (
              <option key={kind} value={kind}>
                {label}
              </option>
            ))}
          </Select>
        )}
      </LabelledField>
      {draft.audience === 'committee' && (
        <OneOf
          label={words.committee}
          empty={words.chooseCommittee}
          options={choices.committees}
          value={draft.committee}
          wrong={wrong['audience.committee']}
          onChange={(committee) => change({ committee })}
        />
      )}
      {draft.audience === 'office' && (
        <OneOf
          label={words.office}
          empty={words.chooseOffice}
          options={choices.offices}
          value={draft.office}
          wrong={wrong['audience.office']}
          onChange={(office) => change({ office })}
        />
      )}
      {draft.audience === 'named' && (
        <Ticks
          legend={words.named}
          options={membersIn(view, draft)}
          ticked={draft.named}
          wrong={wrong['audience.members']}
          onChange={(named) => change({ named })}
        />
      )}
    </Section>
  )
}

/** Where nobody may narrow it there is none to choose; what was put down before stays in sight until another is saved. */
function audiencesIn({ choices, details }: FieldsProps['view'], { audience }: Draft) {
  const putDown: readonly Draft['audience'][] = [audience, details.audience?.kind ?? '']
  return Object.entries(words.audiences).filter(
    ([kind]) => !choices.audienceFixed || putDown.some((each) => isNarrowed(each) && each === kind),
  )
}

function membersIn({ choices: { members }, details: { audience } }: FieldsProps['view'], { named }: Draft) {
  const options = members.map(({ memberId, name }) => ({ id: memberId, label: name }))
  return [
    ...options,
    ...notAmong([...(audience?.kind === 'named' ? audience.members : []), ...named], options).map((id) => ({
      id,
      label: words.memberGone,
    })),
  ]
}

type OneOfProps = {
  readonly label: string
  readonly empty: string
  readonly options: readonly string[]
  readonly value: string
  readonly wrong: string | undefined
  readonly onChange: (value: string) => void
}

function OneOf({ label, empty, options, value, wrong, onChange }: OneOfProps) {
  const { select } = useButtonStyles()
  const all = value === '' || options.includes(value) ? options : [value, ...options]
  return (
    <LabelledField label={label} wrong={wrong}>
      {(wiring) => (
        <Select {...wiring} className={select} value={value} onChange={(_event, data) => onChange(data.value)}>
          <option value="">{empty}</option>
          {all.map((each) => (
            <option key={each} value={each}>
              {each}
            </option>
          ))}
        </Select>
      )}
    </LabelledField>
  )
}
