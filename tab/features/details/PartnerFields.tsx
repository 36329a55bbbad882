import { Checkbox, makeStyles } from '@fluentui/react-components'
import { sharedFacts } from '../../../domain/partners/told.ts'
import { Section } from '../../ui/Section.tsx'
import { Sentence } from '../../ui/Sentence.tsx'
import { tickStyle } from '../../ui/tick-style.ts'
import { Ticks } from '../../ui/Ticks.tsx'
import type { FieldsProps } from './DetailsPage.tsx'
import { words } from './words.ts'

const useStyles = makeStyles({ tick: tickStyle })

/** C4.18: whether it may be shared beyond the council, and what of it. */
export function PartnerFields({ draft, wrong, change }: FieldsProps) {
  const styles = useStyles()
  const { shared } = draft
  return (
    <Section of="officer" heading={words.partners} card>
      <Checkbox
        className={styles.tick}
        label={words.partnersSwitch}
        checked={shared !== undefined}
        onChange={(_event, { checked }) => change({ shared: checked === true ? sharedFacts : undefined })}
      />
      {shared && (
        <>
          <p style={{ margin: 0 }}>{words.partnersHint}</p>
          <Ticks
            legend={words.partnersFacts}
            options={sharedFacts.map((fact) => ({ id: fact, label: words.facts[fact] }))}
            ticked={shared}
            wrong={wrong['partners.facts']}
            onChange={(facts) => change({ shared: facts })}
          />
          {shared.includes('booking') && (
            <Sentence
              label={words.booking}
              hint={words.bookingHint}
              wrong={wrong['partners.booking']}
              value={draft.booking}
              atMost={300}
              onChange={(booking) => change({ booking })}
            />
          )}
        </>
      )}
    </Section>
  )
}
