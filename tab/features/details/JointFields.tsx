import { Button, Input, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { Add20Regular } from '@fluentui/react-icons/svg/add'
import { Delete20Regular } from '@fluentui/react-icons/svg/delete'
import { useButtonStyles } from '../../ui/button-styles.ts'
import { LabelledField } from '../../ui/LabelledField.tsx'
import { Status } from '../../ui/Status.tsx'
import type { FieldsProps } from './DetailsPage.tsx'
import { words } from './words.ts'

const useStyles = makeStyles({
  row: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalM,
    alignItems: 'end',
    margin: 0,
    padding: 0,
    border: 0,
    minWidth: 0,
    '& > *': { flex: '1 1 160px', minWidth: 0 },
  },
  button: { alignSelf: 'flex-start' },
})

/** C1.17: with whom it is run, and what each of them pays. */
export function JointFields({ view, draft, wrong, change }: FieldsProps) {
  const styles = useStyles()
  const { officer, outlined, field } = useButtonStyles()
  const { jointWith } = draft
  const set = (index: number, part: Partial<(typeof jointWith)[number]>) =>
    change({ jointWith: jointWith.map((each, at) => (at === index ? { ...each, ...part } : each)) })
  return (
    <>
      {jointWith.map((each, index) => (
        // A partner has no name of its own while it is typed.
        <fieldset key={`partner-${index}`} className={styles.row} aria-label={words.partner(index + 1)}>
          <LabelledField label={words.partner(index + 1)} wrong={wrong[`jointWith.${index}.partner`]}>
            {(wiring) => (
              <Input
                {...wiring}
                className={field}
                maxLength={120}
                list="partner-names"
                value={each.partner}
                onChange={(_event, { value }) => set(index, { partner: value })}
              />
            )}
          </LabelledField>
          <LabelledField label={words.partnerPays} hint={words.partnerPaysHint} wrong={wrong[`jointWith.${index}.pence`]}>
            {(wiring) => (
              <Input
                {...wiring}
                className={field}
                inputMode="decimal"
                maxLength={12}
                contentBefore="£"
                value={each.pounds}
                onChange={(_event, { value }) => set(index, { pounds: value })}
              />
            )}
          </LabelledField>
          <Button
            className={mergeClasses(officer, outlined, styles.button)}
            icon={<Delete20Regular aria-hidden />}
            onClick={() => change({ jointWith: jointWith.filter((_each, at) => at !== index) })}
          >
            {words.removePartner(index + 1)}
          </Button>
        </fieldset>
      ))}
      <datalist id="partner-names">
        {view.choices.partners.map((name) => (
          <option key={name} value={name}>
            {name}
          </option>
        ))}
      </datalist>
      {wrong['jointWith'] && <Status icon="danger">{wrong['jointWith']}</Status>}
      <Button
        className={mergeClasses(officer, outlined, styles.button)}
        icon={<Add20Regular aria-hidden />}
        onClick={() => change({ jointWith: [...jointWith, { partner: '', pounds: '' }] })}
      >
        {jointWith.length === 0 ? words.addPartner : words.addAnotherPartner}
      </Button>
    </>
  )
}
