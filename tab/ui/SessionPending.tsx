import type { ReactNode } from 'react'
import type { Shown } from '../api/shown.ts'
import { NotShown } from './NotShown.tsx'
import { Page } from './Page.tsx'
import { Trail } from './Trail.tsx'
import { wordsOfTrail } from './words.ts'

type Props = {
  /** What the page is called until the session is known. */
  readonly title: string
  readonly state: Shown<unknown>
  readonly onTryAgain: () => Promise<void>
  readonly children: ReactNode
}

/** An officers' page of one session, until there is a session to show. */
export function SessionPending({ title, state, onTryAgain, children }: Props) {
  const trail = <Trail steps={[{ words: wordsOfTrail.programme, to: { page: 'programme' } }]} />
  return (
    <Page of="officer" title={title} trail={trail} ready={state.kind !== 'loading'}>
      <NotShown state={state} onTryAgain={onTryAgain}>
        {children}
      </NotShown>
    </Page>
  )
}
