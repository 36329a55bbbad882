import { makeStyles, tokens } from '@fluentui/react-components'
import type { MyTraining } from '../../../api/contracts/my-training.ts'
import { Card } from '../../ui/Card.tsx'
import { LinkRow } from '../../ui/LinkRow.tsx'
import { Section } from '../../ui/Section.tsx'
import { dayWords } from '../../ui/words-of-time.ts'
import { words } from './words.ts'

const useStyles = makeStyles({
  title: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400, fontWeight: tokens.fontWeightSemibold },
  facts: { margin: '2px 0 0', color: tokens.colorNeutralForeground2 },
})

type Props = { readonly forms: MyTraining['evaluations']; readonly now: string }

/** C8.27: the sessions of which she has not said yet what they were worth. Nothing where there are none. */
export function Evaluations({ forms, now }: Props) {
  const styles = useStyles()
  if (forms.length === 0) return null
  return (
    <Section of="member" heading={words.evaluations}>
      {forms.map(({ sessionId, title, startsAt }) => (
        <Card key={sessionId}>
          <div>
            <h3 className={styles.title}>{title}</h3>
            <p className={styles.facts}>{dayWords(startsAt, now)}</p>
          </div>
          <LinkRow to={{ page: 'evaluation', sessionId }} words={words.evaluate} of={title} />
        </Card>
      ))}
    </Section>
  )
}
