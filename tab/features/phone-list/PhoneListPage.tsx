import { makeStyles, tokens } from '@fluentui/react-components'
import { useLayoutEffect, useRef } from 'react'
import type { PhoneList } from '../../../api/contracts/attention.ts'
import type { Known } from '../../api/shown.ts'
import { Card, Inset } from '../../ui/Card.tsx'
import { OutOfReach } from '../../ui/NotShown.tsx'
import { Page } from '../../ui/Page.tsx'
import { SessionPending } from '../../ui/SessionPending.tsx'
import { SkeletonCard, listBars } from '../../ui/Skeletons.tsx'
import { Status } from '../../ui/Status.tsx'
import { SessionTrail } from '../../ui/Trail.tsx'
import { useAnnouncedChange } from '../../ui/use-announced-change.ts'
import { Reached, ToRing } from './PhoneEntry.tsx'
import { usePhoneList, type PhoneListState } from './use-phone-list.ts'
import { headingWords, inOrder, leadWords, words } from './words.ts'

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
})

/** C3.12: whom to ring, what to say, and what came of it; from the phone in an officer's hand. */
export function PhoneListPage({ sessionId }: { readonly sessionId: string }) {
  const phones = usePhoneList(sessionId)
  const { state, again } = phones.resource
  if (state.kind === 'shown') return <Shown state={state} phones={phones} />
  return (
    <SessionPending title={words.loadingTitle} state={state} onTryAgain={again}>
      <SkeletonCard bars={listBars} />
    </SessionPending>
  )
}

function Shown({ state, phones }: { readonly state: Known<PhoneList>; readonly phones: PhoneListState }) {
  const styles = useStyles()
  const list = state.value
  const entries = inOrder(list.entries)
  const next = entries.find(({ reached, telephone }) => !reached && telephone !== undefined)
  const { list: shownList, toldOne } = useFocusOnNext(entries.filter(({ reached }) => !reached).length)
  useAnnouncedChange(headingWords(list))
  return (
    <Page of="officer" title={headingWords(list)} lead={leadWords(list)} trail={<SessionTrail session={list} here={words.trail} />}>
      <OutOfReach state={state} onTryAgain={phones.resource.again} />
      {entries.length === 0 ? (
        <Card>
          <Status icon="done">{words.nobody}</Status>
        </Card>
      ) : (
        <Inset className={styles.say}>
          <strong>{words.say}</strong> {list.say}
        </Inset>
      )}
      <ul ref={shownList} className={styles.list}>
        {entries.map((entry) => (
          <li key={entry.memberId} {...(entry.reached ? {} : { 'data-to-ring': true })}>
            {entry.reached ? (
              <Reached entry={entry} now={list.now} phones={phones} />
            ) : (
              <ToRing entry={entry} now={list.now} phones={phones} isNext={entry === next} onTold={toldOne} />
            )}
          </li>
        ))}
      </ul>
    </Page>
  )
}

/** Who has been told folds away at the end of the list: focus goes on to whom to ring next, and not away with the fold. */
function useFocusOnNext(left: number) {
  const list = useRef<HTMLUListElement>(null)
  const leftBefore = useRef(0)
  useLayoutEffect(() => {
    if (left >= leftBefore.current) return
    leftBefore.current = 0
    list.current?.querySelector<HTMLElement>('[data-to-ring] h2')?.focus()
  }, [left])
  async function toldOne(recorded: () => Promise<boolean>): Promise<void> {
    leftBefore.current = left
    if (!(await recorded())) leftBefore.current = 0
  }
  return { list, toldOne }
}
