import { makeStyles, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import type { MyPlace } from '../../../api/contracts/places.ts'
import { Facts } from '../Facts.tsx'
import { OpenRow } from '../LinkRow.tsx'
import { Section } from '../Section.tsx'
import { useMedia } from '../widths.ts'
import { words } from './words.ts'

const useStyles = makeStyles({
  line: { margin: 0, textWrap: 'pretty' },
  list: { margin: 0, paddingLeft: '28px', display: 'grid', gap: tokens.spacingVerticalM },
  code: { fontFamily: tokens.fontFamilyMonospace, overflowWrap: 'anywhere' },
  quiet: { color: tokens.colorNeutralForeground2 },
})

type Props = {
  readonly of: 'member' | 'officer'
  readonly seedMark: string
  readonly drawn: NonNullable<MyPlace['drawn']>
  /** Her own, to find herself by. */
  readonly ticket?: string | undefined
}

/** C4.4: everything that anybody needs to draw again, and nobody's name. */
export function Drawn({ of, seedMark, drawn, ticket }: Props) {
  const styles = useStyles()
  const [isAsked, setAsked] = useState(false)
  const isOpen = useMedia('print') || isAsked // paper has nothing to press
  const facts = [
    ...(ticket ? [{ term: words.ticket, words: ticket }] : []),
    { term: words.mark, words: seedMark },
    { term: words.seed, words: drawn.seed },
  ]
  return (
    <Section of={of} heading={words.drawHeading} card>
      <p className={styles.line}>{words.drawLead}</p>
      {isOpen ? (
        <>
          <p className={styles.line}>{words.drawHow}</p>
          <Facts rows={facts} />
          <ol className={styles.list}>
            {drawn.tickets.map((each) => (
              <li key={each.ticket}>
                <strong>{each.ticket}</strong>
                {each.ticket === ticket && ` (${words.yours})`}
                {each.meets.length > 0 && (
                  <span className={styles.quiet}> {each.meets.map((criterion) => words.meets[criterion]).join(', ')}</span>
                )}
                <br />
                <span className={styles.code}>{each.number}</span>
              </li>
            ))}
          </ol>
        </>
      ) : (
        <OpenRow words={words.drawOpen} onOpen={() => setAsked(true)} />
      )}
    </Section>
  )
}
