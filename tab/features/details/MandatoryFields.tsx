import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { useButtonStyles } from '../../ui/button-styles.ts'
import { Section } from '../../ui/Section.tsx'
import { Ticks } from '../../ui/Ticks.tsx'
import type { FieldsProps } from './DetailsPage.tsx'
import { notAmong } from './draft.ts'
import { words } from './words.ts'

const useStyles = makeStyles({ again: { alignSelf: 'flex-start', color: tokens.colorBrandForegroundLink, padding: 0, minWidth: 0 } })

/** C3.6: which of the council's mandatory rules it meets; its title says so until somebody says otherwise. */
export function MandatoryFields({ view, draft, wrong, change }: FieldsProps) {
  const styles = useStyles()
  const { officer } = useButtonStyles()
  const { rules, byTitle } = view.choices
  const gone = notAmong([...(view.details.meets ?? []), ...(draft.meets ?? [])], rules).map((id) => ({ id, label: words.ruleGone(id) }))
  return (
    <Section of="officer" heading={words.mandatory} card>
      <Ticks
        legend={draft.meets ? words.mandatoryChosen : words.mandatoryByTitle}
        options={[...rules, ...gone]}
        ticked={draft.meets ?? byTitle}
        wrong={wrong.meets}
        onChange={(meets) => change({ meets })}
      />
      {draft.meets && (
        <Button appearance="transparent" className={mergeClasses(styles.again, officer)} onClick={() => change({ meets: undefined })}>
          {words.byTitleAgain}
        </Button>
      )}
    </Section>
  )
}
