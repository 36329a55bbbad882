import type { ComponentProps } from 'react'
import type { Shown } from '../../tab/api/shown.ts'
import { NotShown } from '../../tab/ui/NotShown.tsx'
import { SkeletonCard, listBars } from '../../tab/ui/Skeletons.tsx'
import { PaneFrame } from './PaneFrame.tsx'
import { words } from './words.ts'

type Props = {
  readonly state: Shown<unknown>
  readonly onTryAgain: () => Promise<void>
  readonly bars?: ComponentProps<typeof SkeletonCard>['bars']
}

/** The pane while what it is to show is on its way, was refused, or is out of reach. */
export function PanePending({ state, onTryAgain, bars = listBars }: Props) {
  return (
    <PaneFrame title={words.loading} isBusy={state.kind === 'loading'}>
      <NotShown state={state} onTryAgain={onTryAgain}>
        <SkeletonCard bars={bars} />
      </NotShown>
    </PaneFrame>
  )
}
