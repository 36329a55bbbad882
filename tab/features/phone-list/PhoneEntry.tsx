import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { ArrowUndo20Regular } from '@fluentui/react-icons/svg/arrow-undo'
import { Call20Regular } from '@fluentui/react-icons/svg/call'
import { Card } from '../../ui/Card.tsx'
import { Live } from '../../ui/Live.tsx'
import { useMe } from '../../ui/MeContext.tsx'
import { Status } from '../../ui/Status.tsx'
import { telLink, wordsOfSaving } from '../../ui/words.ts'
import type { PhoneListState } from './use-phone-list.ts'
import { callWords, outcomeButton, outcomes, reachedWords, whyWords, words, type Entry, type Outcome } from './words.ts'

const useStyles = makeStyles({
  name: {
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
    outlineStyle: 'none',
  },
  line: { margin: 0, color: tokens.colorNeutralForeground2, textWrap: 'pretty' },
  ring: { minHeight: '48px', fontSize: tokens.fontSizeBase400, alignSelf: 'stretch' },
  outlined: { border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStrokeAccessible}` },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  outcome: { flex: '1 1 0', minWidth: 'max-content', minHeight: '48px', padding: '0 8px', fontSize: tokens.fontSizeBase400 },
  last: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', justifyContent: 'space-between', gap: tokens.spacingHorizontalM },
  onPaper: { margin: 0, display: 'none', '@media print': { display: 'block' } },
  undo: { minHeight: '44px' },
})

type EntryProps = { readonly entry: Entry; readonly now: string; readonly phones: PhoneListState }

type ToRingProps = EntryProps & {
  readonly isNext: boolean
  readonly onTold: (recorded: () => Promise<boolean>) => Promise<void>
}

/** One Member to ring, why, and what came of it. */
export function ToRing({ entry, now, phones, isNext, onTold }: ToRingProps) {
  const styles = useStyles()
  const { name } = useMe()
  const last = entry.calls.at(-1)
  function press(outcome: Outcome): void {
    const record = () => phones.record(entry.memberId, outcome)
    void (outcome === 'told' ? onTold(record) : record())
  }
  return (
    <Card>
      <div>
        <h2 tabIndex={-1} className={styles.name}>
          {entry.name}
        </h2>
        <p className={styles.line}>{whyWords(entry)}</p>
      </div>
      {entry.telephone && <p className={styles.onPaper}>{`${words.ring} ${entry.telephone}`}</p>}
      {entry.telephone ? (
        <Button
          as="a"
          href={telLink(entry.telephone)}
          appearance={isNext ? 'primary' : 'outline'}
          className={mergeClasses(styles.ring, !isNext && styles.outlined)}
          icon={<Call20Regular aria-hidden />}
          aria-label={`${words.ring} ${entry.telephone}, ${entry.name}`}
        >
          {words.ring} {entry.telephone}
        </Button>
      ) : (
        <Status icon="info">{words.noNumber}</Status>
      )}
      <div role="group" aria-label={`What came of ringing ${entry.name}`} className={styles.buttons}>
        {outcomes.map((outcome) => (
          <Button
            key={outcome}
            appearance="outline"
            className={mergeClasses(styles.outcome, styles.outlined)}
            onClick={() => press(outcome)}
          >
            {outcomeButton[outcome]}
          </Button>
        ))}
      </div>
      <Recording memberId={entry.memberId} phones={phones} />
      {last && (
        <div className={styles.last}>
          <span>{callWords(last, now, name)}</span>
          <Undo entry={entry} phones={phones} />
        </div>
      )}
    </Card>
  )
}

/** Told folds to a line with who and when. */
export function Reached({ entry, now, phones }: EntryProps) {
  const styles = useStyles()
  const { name } = useMe()
  return (
    <Card>
      <h2 tabIndex={-1} className={styles.name}>
        {entry.name}
      </h2>
      <div className={styles.last}>
        <Status icon="done">{reachedWords(entry, now, name)}</Status>
        {entry.calls.length > 0 && <Undo entry={entry} phones={phones} />}
      </div>
      <Recording memberId={entry.memberId} phones={phones} />
    </Card>
  )
}

function Recording({ memberId, phones: { busy, trouble } }: { readonly memberId: string; readonly phones: PhoneListState }) {
  return (
    <Live>
      {busy.has(memberId) && <Status icon="telling">{wordsOfSaving.saving}</Status>}
      {trouble?.memberId === memberId && <Status icon="danger">{trouble.words}</Status>}
    </Live>
  )
}

function Undo({ entry, phones }: Pick<EntryProps, 'entry' | 'phones'>) {
  const styles = useStyles()
  return (
    <Button
      appearance="subtle"
      className={styles.undo}
      icon={<ArrowUndo20Regular aria-hidden />}
      aria-label={`${words.undo}: ${entry.name}`}
      onClick={() => void phones.takeBack(entry.memberId)}
    >
      {words.undo}
    </Button>
  )
}
