import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { useEffect, useRef } from 'react'
import type { DecisionCase } from '../../../api/contracts/decisions.ts'
import { hrefOf } from '../../paths.ts'
import { useButtonStyles } from '../../ui/button-styles.ts'
import { Card } from '../../ui/Card.tsx'
import { Status, type StatusIcon } from '../../ui/Status.tsx'
import { useMe } from '../../ui/MeContext.tsx'
import { settledWords, words } from './words.ts'

const useStyles = makeStyles({
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
    outlineStyle: 'none',
    textWrap: 'balance',
  },
  line: { margin: 0, textWrap: 'pretty' },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
})

const icons: Partial<Record<DecisionCase['state'], StatusIcon>> = { cancelled: 'cancelled', started: 'waiting', 'before-review': 'waiting' }

type Props = {
  readonly view: DecisionCase
  /** It was open when the page was: the change is told by putting focus on it. */
  readonly meanwhile: boolean
  readonly onRunAfterAll?: () => void
  readonly onCancelAnyway?: () => void
}

/** C3.9: in place of the choice, once the number is reached or somebody else has decided. */
export function Settled({ view, meanwhile, onRunAfterAll, onCancelAnyway }: Props) {
  const styles = useStyles()
  const { officer, outlined } = useButtonStyles()
  const { name } = useMe()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (meanwhile) heading.current?.focus()
  }, [meanwhile])
  const { title, detail } = settledWords(view, name)
  return (
    <Card>
      <Status icon={icons[view.state] ?? 'done'}>
        <h2 ref={heading} tabIndex={-1} className={styles.title}>
          {title}
        </h2>
      </Status>
      <p className={styles.line}>{detail}</p>
      <div className={styles.buttons}>
        <Button as="a" href={hrefOf({ page: 'session', sessionId: view.row.sessionId })} className={mergeClasses(officer, outlined)}>
          {words.back}
        </Button>
        {onRunAfterAll && (
          <Button className={mergeClasses(officer, outlined)} onClick={onRunAfterAll}>
            {words.runAfterAll}
          </Button>
        )}
        {onCancelAnyway && (
          <Button className={mergeClasses(officer, outlined)} onClick={onCancelAnyway}>
            {words.cancelAnyway}
          </Button>
        )}
      </div>
    </Card>
  )
}
