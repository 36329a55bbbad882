import { makeStyles, tokens } from '@fluentui/react-components'
import { myRequirements } from '../../../api/contracts/requirements.ts'
import { useResource } from '../../api/use-resource.ts'
import { Card } from '../Card.tsx'
import { LinkRow } from '../LinkRow.tsx'
import { Section } from '../Section.tsx'
import { Asked } from './Asked.tsx'
import { allWords, asksSomething, othersWords, words } from './words.ts'

const useStyles = makeStyles({
  line: {
    margin: 0,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    color: tokens.colorNeutralForeground2,
    textWrap: 'pretty',
  },
})

/**
 * What she must do next, on home: the first in full and the rest in a sentence (C5.1). Nothing where nothing is mandatory for her, or it
 * cannot be read: the page that it stands on says so of itself.
 */
export function MustDo() {
  const styles = useStyles()
  const { state } = useResource('/my/requirements', myRequirements)
  const shown = state.kind === 'shown' ? state.value : undefined
  if (!shown || shown.requirements.length === 0) return null
  const [first, ...others] = shown.requirements
  const asked = first && asksSomething(first) ? first : undefined
  const rest = asked ? othersWords(others) : words.allDone
  return (
    <Section of="member" heading={words.heading}>
      <Card>
        {asked && <Asked of={asked} now={shown.now} />}
        {rest && <p className={styles.line}>{rest}</p>}
        <LinkRow to={{ page: 'my-requirements' }} words={allWords(shown)} of={words.heading} />
      </Card>
    </Section>
  )
}
