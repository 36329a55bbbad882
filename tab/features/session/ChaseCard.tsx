import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { Send20Regular } from '@fluentui/react-icons/svg/send'
import { useState } from 'react'
import type { ChaseByName } from '../../../api/contracts/chasing.ts'
import { AskTwice } from '../../ui/AskTwice.tsx'
import { useButtonStyles } from '../../ui/button-styles.ts'
import { useChase } from '../../ui/chasing/use-chase.ts'
import { lastChaseWords, troubleWords, words as pressWords } from '../../ui/chasing/words.ts'
import { Section } from '../../ui/Section.tsx'
import { Status } from '../../ui/Status.tsx'
import { listed } from '../../ui/words-of-number.ts'
import { askedWords, cannotChaseWords, leftOutWords, whoWords, words } from './words-of-chase.ts'

const useStyles = makeStyles({
  line: { margin: 0, textWrap: 'pretty' },
  quiet: { margin: 0, color: tokens.colorNeutralForeground2, textWrap: 'pretty' },
  show: { alignSelf: 'flex-start', padding: 0, minWidth: 0, color: tokens.colorBrandForegroundLink },
  notOnPaper: { '@media print': { display: 'none' } },
})

type Props = {
  readonly sessionId: string
  readonly chase: ChaseByName
  readonly now: string
  /** Quorate answers: what is shown is no older than the last reading. */
  readonly fresh: boolean
  readonly onChased: () => Promise<void>
}

/** C4.13: who would be asked again and who is left out, before anybody is; pressed, asked once more, and then done once. */
export function ChaseCard({ sessionId, chase, now, fresh, onChased }: Props) {
  const styles = useStyles()
  const { officer } = useButtonStyles()
  const { state, ask } = useChase(sessionId, onChased)
  const trouble = state.kind === 'trouble' ? troubleWords(state, chase) : undefined
  const last = lastChaseWords(chase, now)
  const leftOut = leftOutWords(chase)
  return (
    <Section of="officer" heading={words.heading} card className={styles.notOnPaper}>
      {!chase.cannot && <Who chase={chase} />}
      {leftOut && <Status icon="info">{leftOut}</Status>}
      {last && <p className={styles.quiet}>{last}</p>}
      <AskTwice
        subject={chase}
        opener={{
          words: words.chase(chase.asks),
          icon: <Send20Regular aria-hidden />,
          because: cannotChaseWords(chase) ?? (fresh ? undefined : words.waits),
        }}
        isBusy={state.kind === 'asking'}
        sure={({ asks }) => words.sure(asks)}
        yes={() => ({ words: words.yes })}
        no={words.no}
        onYes={({ number }) => ask(number)}
        said={
          <>
            {state.kind === 'asking' && <Status icon="telling">{pressWords.chasing}</Status>}
            {state.kind === 'asked' && <Status icon="done">{askedWords(state)}</Status>}
            {trouble && <Status icon="danger">{trouble}</Status>}
          </>
        }
        look={officer}
        primary
      />
    </Section>
  )
}

function Who({ chase }: Pick<Props, 'chase'>) {
  const styles = useStyles()
  const { officer } = useButtonStyles()
  const [all, setAll] = useState(false)
  const named = (response: 'none' | 'tentative') => chase.toAsk.filter((each) => each.response === response).map(({ name }) => name)
  return (
    <>
      <p className={styles.line}>{whoWords(chase)}</p>
      <Button appearance="transparent" className={mergeClasses(styles.show, officer)} aria-expanded={all} onClick={() => setAll(!all)}>
        {all ? words.hideThem : words.showThem}
      </Button>
      {all &&
        (['none', 'tentative'] as const)
          .filter((response) => named(response).length > 0)
          .map((response) => (
            <p key={response} className={styles.line}>
              <strong>{response === 'none' ? words.noAnswer : words.tentative}:</strong> {listed(named(response), named(response).length)}
            </p>
          ))}
      <p className={styles.quiet}>{words.how}</p>
    </>
  )
}
