import { Button, Input, Select, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { PersonAdd20Regular } from '@fluentui/react-icons/svg/person-add'
import { useState } from 'react'
import type { AttendanceRegister, AttendanceRow } from '../../../api/contracts/attendance.ts'
import { useButtonStyles } from '../../ui/button-styles.ts'
import { Card } from '../../ui/Card.tsx'
import { LabelledField } from '../../ui/LabelledField.tsx'
import { Section } from '../../ui/Section.tsx'
import { HereButton } from './MemberRow.tsx'
import type { About } from './kept-marks.ts'
import type { Here, ShownGuest } from './shown-register.ts'
import { guestKinds, guestLine, words } from './words.ts'

type Recorded = AttendanceRow['recorded']
type GuestOf = Extract<About, { guest: unknown }>['guest']

const thin = `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  row: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) 124px',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    minHeight: '64px',
    padding: '8px 16px',
    boxSizing: 'border-box',
    '& + &': { borderTop: thin },
    '@media (max-width: 359.98px)': { gridTemplateColumns: 'minmax(0, 1fr) 108px', padding: '8px 12px' },
  },
  name: { fontWeight: tokens.fontWeightSemibold, fontSize: tokens.fontSizeBase400, lineHeight: '20px', overflowWrap: 'anywhere' },
  kind: { fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, color: tokens.colorNeutralForeground2 },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
})

type Props = {
  readonly guests: readonly ShownGuest[]
  readonly invited: AttendanceRegister['guestsInvited']
  readonly mayPress: boolean
  readonly here: Here
  readonly onPress: (guest: GuestOf, recorded: Recorded) => void
}

/** C1.16, C1.18: who is there and no Member, apart from those who are. */
export function Guests({ guests, invited, mayPress, here, onPress }: Props) {
  const styles = useStyles()
  const rows = [...guests, ...invited.map((guest) => ({ ...guest, recorded: 'not-recorded' as const, organisation: undefined }))]
  if (rows.length === 0) return null
  return (
    <Section of="officer" heading={words.guests}>
      <Card flush>
        <ul className={styles.list}>
          {rows.map(({ guestId, name, kind, organisation, recorded }) => (
            <li key={guestId} className={styles.row}>
              <div>
                <div className={styles.name}>{name}</div>
                <div className={styles.kind}>{guestLine({ kind, organisation })}</div>
              </div>
              {mayPress && (
                <HereButton
                  name={name}
                  recorded={recorded}
                  here={here}
                  onPress={(said) => onPress({ id: guestId, name, kind, ...(organisation ? { organisation } : {}) }, said)}
                />
              )}
            </li>
          ))}
        </ul>
      </Card>
    </Section>
  )
}

type FormProps = { readonly onAdd: (guest: GuestOf) => void; readonly onClose: () => void }

export function GuestForm({ onAdd, onClose }: FormProps) {
  const styles = useStyles()
  const { officer, outlined, field, select } = useButtonStyles()
  const [name, setName] = useState('')
  const [kind, setKind] = useState<keyof typeof guestKinds>('officer')
  const [organisation, setOrganisation] = useState('')
  const [wrong, setWrong] = useState<string>()
  function add(): void {
    if (name.trim() === '') return setWrong(words.nameNeeded)
    const from = organisation.trim()
    onAdd({ id: crypto.randomUUID(), name: name.trim(), kind, ...(from ? { organisation: from } : {}) })
  }
  return (
    <Card>
      <LabelledField label={words.guestName} wrong={wrong}>
        {(wiring) => (
          <Input
            {...wiring}
            className={field}
            maxLength={100}
            value={name}
            onChange={(_event, { value }) => setName(value)}
            autoComplete="off"
          />
        )}
      </LabelledField>
      <LabelledField label={words.guestKind}>
        {({ id }) => (
          <Select
            id={id}
            className={select}
            value={kind}
            onChange={(_event, { value }) => setKind(kindsOfGuest.find((each) => each === value) ?? 'other')}
          >
            {kindsOfGuest.map((each) => (
              <option key={each} value={each}>
                {guestKinds[each]}
              </option>
            ))}
          </Select>
        )}
      </LabelledField>
      <LabelledField label={words.guestOrganisation}>
        {({ id }) => (
          <Input
            id={id}
            className={field}
            maxLength={100}
            value={organisation}
            onChange={(_event, { value }) => setOrganisation(value)}
            autoComplete="off"
          />
        )}
      </LabelledField>
      <div className={styles.buttons}>
        <Button appearance="primary" className={officer} icon={<PersonAdd20Regular aria-hidden />} onClick={add}>
          {words.saveGuest}
        </Button>
        <Button className={mergeClasses(officer, outlined)} onClick={onClose}>
          {words.cancelGuest}
        </Button>
      </div>
    </Card>
  )
}

const kindsOfGuest = ['officer', 'partner', 'other'] as const
