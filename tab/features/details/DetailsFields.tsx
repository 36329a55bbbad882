import { AudienceFields } from './AudienceFields.tsx'
import { CheckFields } from './CheckFields.tsx'
import { CostFields } from './CostFields.tsx'
import type { FieldsProps } from './DetailsPage.tsx'
import { MandatoryFields } from './MandatoryFields.tsx'
import { ProviderFields, PurposeFields, RepeatFields, RoomFields } from './PlainFields.tsx'
import { RecordFields } from './RecordFields.tsx'

/** Every question of a session's details, in the same order here and beside an appointment in Outlook. */
export function DetailsFields(props: FieldsProps) {
  const { view, wrong } = props
  return (
    <>
      <PurposeFields {...props} />
      <AudienceFields {...props} />
      {(view.choices.rules.length > 0 || wrong['meets']) && <MandatoryFields {...props} />}
      <ProviderFields {...props} />
      <CostFields {...props} />
      <RoomFields {...props} />
      <RepeatFields {...props} />
      <RecordFields {...props} />
      <CheckFields {...props} />
    </>
  )
}
