import { Checkbox, makeStyles, tokens } from '@fluentui/react-components'
import { LinkRow } from '../../ui/LinkRow.tsx'
import { Section } from '../../ui/Section.tsx'
import { Sentence } from '../../ui/Sentence.tsx'
import { tickStyle } from '../../ui/tick-style.ts'
import type { FieldsProps } from './DetailsPage.tsx'
import { checkLines, words } from './words.ts'

const useStyles = makeStyles({
  tick: tickStyle,
  line: { margin: 0, color: tokens.colorNeutralForeground2, textWrap: 'pretty' },
})

/** C12.14: the lines of the short check that only a person can answer, and C12.7: that somebody needs a loop, never who. */
export function CheckFields({ view, draft, wrong, change }: FieldsProps) {
  const styles = useStyles()
  return (
    <Section of="officer" heading={words.check} card>
      <p className={styles.line}>{words.checkHint}</p>
      {checkLines.map(([line, label, hint]) => (
        <Sentence
          key={line}
          label={label}
          hint={hint}
          wrong={wrong[`check.${line}`]}
          value={draft.check[line]}
          atMost={300}
          onChange={(written) => change({ check: { ...draft.check, [line]: written } })}
        />
      ))}
      <Checkbox
        className={styles.tick}
        label={words.loop}
        checked={draft.loopNeeded}
        onChange={(_event, { checked }) => change({ loopNeeded: checked === true })}
      />
      {/* The pane in Outlook has no other page to go to, and shows what that one would. */}
      {view.sessionId !== '' && <LinkRow to={{ page: 'plan', sessionId: view.sessionId }} words={words.checkLink} of={view.title} />}
    </Section>
  )
}
