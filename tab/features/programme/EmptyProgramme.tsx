import { makeStyles, tokens } from '@fluentui/react-components'
import { Fragment } from 'react'
import type { Programme } from '../../../api/contracts/programme.ts'
import { Card } from '../../ui/Card.tsx'
import { Seats } from '../../ui/Seats.tsx'
import { emptyWords, mailboxWords, words } from './words.ts'

const useStyles = makeStyles({
  card: { alignItems: 'center', textAlign: 'center', padding: '48px 16px' },
  title: { margin: 0, fontSize: tokens.fontSizeBase500, lineHeight: tokens.lineHeightBase500, fontWeight: tokens.fontWeightSemibold },
  line: { margin: 0, maxWidth: '560px', textWrap: 'balance' },
  quiet: { margin: 0, maxWidth: '640px', color: tokens.colorNeutralForeground2, textWrap: 'balance' },
})

/** Six empty seats, what to do, in whose calendars it looks and when it last did. */
export function EmptyProgramme({ programme }: { readonly programme: Programme }) {
  const styles = useStyles()
  const { before, categories, after } = emptyWords(programme)
  return (
    <Card className={styles.card}>
      <Seats accepted={0} needed={6} size="large" />
      <h2 className={styles.title}>{words.emptyTitle}</h2>
      <p className={styles.line}>
        {before}
        {categories.map((category, place) => (
          <Fragment key={category}>
            {place > 0 && (place === categories.length - 1 ? ' or ' : ', ')}
            <strong>{category}</strong>
          </Fragment>
        ))}
        {after}
      </p>
      <p className={styles.quiet}>{mailboxWords(programme)}</p>
    </Card>
  )
}
