import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { ArrowUndo20Regular } from '@fluentui/react-icons/svg/arrow-undo'
import { Call20Regular } from '@fluentui/react-icons/svg/call'
import type { PhoneList } from '../../../api/contracts/attention.ts'
import { Card, Inset } from '../../ui/Card.tsx'
import { useMe } from '../../ui/MeContext.tsx'
import { Page } from '../../ui/Page.tsx'
import { SkeletonCard, listBars } from '../../ui/Skeletons.tsx'
import { Status } from '../../ui/Status.tsx'
import { Trail } from '../../ui/Trail.tsx'
import { NotReached, Refused, Trouble } from '../../ui/Trouble.tsx'
import { telLink, wordsOfTrouble } from '../../ui/words.ts'
import { usePhoneList, type PhoneListState } from './use-phone-list.ts'
import { callWords, headingWords, inOrder, leadWords, outcomeButton, outcomes, reachedWords, whyWords, words, type Entry } from './words.ts'

const useStyles = makeStyles({
  list: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    maxWidth: '560px',
    listStyleType: 'none',
    margin: 0,
    padding: 0,
  },
  say: {
    maxWidth: '560px',
    boxSizing: 'border-box',
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    padding: tokens.spacingHorizontalL,
  },
  name: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400, fontWeight: tokens.fontWeightSemibold },
  line: { margin: 0, color: tokens.colorNeutralForeground2, textWrap: 'pretty' },
  ring: { minHeight: '48px', fontSize: tokens.fontSizeBase400, alignSelf: 'stretch' },
  outlined: { border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStrokeAccessible}` },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  outcome: { flex: '1 1 auto', minWidth: 0, minHeight: '48px', padding: '0 8px', fontSize: tokens.fontSizeBase400 },
  last: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', justifyContent: 'space-between', gap: tokens.spacingHorizontalM },
  undo: { minHeight: '44px' },
})

/** C3.12: whom to ring, what to say, and what came of it; from the phone in an officer's hand. */
export function PhoneListPage({ sessionId }: { readonly sessionId: string }) {
  const phones = usePhoneList(sessionId)
  const { state, again } = phones.resource
  if (state.kind === 'shown') return <Shown list={state.value} fresh={state.fresh} phones={phones} />
  return (
    <Page
      of="officer"
      title={words.loadingTitle}
      trail={<Trail steps={[{ words: words.programme, to: { page: 'programme' } }]} />}
      ready={state.kind !== 'loading'}
    >
      {state.kind === 'refused' && <Refused problem={state.problem} />}
      {state.kind === 'unreachable' && <NotReached onTryAgain={() => void again()} />}
      {state.kind === 'loading' && state.slow && <SkeletonCard bars={listBars} />}
    </Page>
  )
}

function Shown({ list, fresh, phones }: { readonly list: PhoneList; readonly fresh: boolean; readonly phones: PhoneListState }) {
  const styles = useStyles()
  const steps = [
    { words: words.programme, to: { page: 'programme' } },
    { words: list.title, to: { page: 'session', sessionId: list.sessionId } },
    { words: words.trail },
  ] as const
  const entries = inOrder(list.entries)
  const next = entries.find(({ reached, telephone }) => !reached && telephone !== undefined)
  return (
    <Page of="officer" title={headingWords(list)} lead={leadWords(list)} trail={<Trail steps={steps} />}>
      {!fresh && (
        <Trouble title={wordsOfTrouble.unreachable} onTryAgain={() => void phones.resource.again()}>
          {wordsOfTrouble.unreachableDetail}
        </Trouble>
      )}
      {entries.length === 0 ? (
        <Card>
          <Status icon="done">{words.nobody}</Status>
        </Card>
      ) : (
        <Inset className={styles.say}>
          <strong>{words.say}</strong> {list.say}
        </Inset>
      )}
      <ul className={styles.list}>
        {entries.map((entry) => (
          <li key={entry.memberId}>
            {entry.reached ? (
              <Reached entry={entry} now={list.now} phones={phones} />
            ) : (
              <ToRing entry={entry} now={list.now} phones={phones} isNext={entry === next} />
            )}
          </li>
        ))}
      </ul>
    </Page>
  )
}

type EntryProps = { readonly entry: Entry; readonly now: string; readonly phones: PhoneListState }

function ToRing({ entry, now, phones, isNext }: EntryProps & { readonly isNext: boolean }) {
  const styles = useStyles()
  const { name } = useMe()
  const last = entry.calls.at(-1)
  return (
    <Card>
      <div>
        <h2 className={styles.name}>{entry.name}</h2>
        <p className={styles.line}>{whyWords(entry)}</p>
      </div>
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
            onClick={() => void phones.record(entry.memberId, outcome)}
          >
            {outcomeButton[outcome]}
          </Button>
        ))}
      </div>
      <div role="status">{phones.trouble?.memberId === entry.memberId && <Status icon="danger">{phones.trouble.words}</Status>}</div>
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
function Reached({ entry, now, phones }: EntryProps) {
  const styles = useStyles()
  const { name } = useMe()
  return (
    <Card>
      <h2 className={styles.name}>{entry.name}</h2>
      <div className={styles.last}>
        <Status icon="done">{reachedWords(entry, now, name)}</Status>
        {entry.calls.length > 0 && <Undo entry={entry} phones={phones} />}
      </div>
    </Card>
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
