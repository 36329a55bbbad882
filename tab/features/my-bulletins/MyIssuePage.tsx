import { myBulletin } from '../../../api/contracts/bulletin.ts'
import { useResource } from '../../api/use-resource.ts'
import { Card } from '../../ui/Card.tsx'
import { Issue } from '../../ui/Issue.tsx'
import { NotShown, OutOfReach } from '../../ui/NotShown.tsx'
import { Page } from '../../ui/Page.tsx'
import { SkeletonCard, listBars } from '../../ui/Skeletons.tsx'
import { words } from './words.ts'

const back = { to: { page: 'bulletins' }, words: words.back } as const

/** C4.17: one issue read again. What it asked is asked again only while it is still open. */
export function MyIssuePage({ issueId }: { readonly issueId: string }) {
  const { state, again } = useResource(`/my/bulletins/${issueId}`, myBulletin)
  const page = state.kind === 'shown' ? state.value.page : undefined
  return (
    <Page of="member" title={page?.name ?? words.title} back={back} {...(page ? { lead: page.headline } : {})} ready={page !== undefined}>
      <NotShown state={state} onTryAgain={again}>
        <SkeletonCard bars={listBars} />
      </NotShown>
      {state.kind === 'shown' && <OutOfReach state={state} onTryAgain={again} />}
      {page && (
        <Card>
          <Issue page={page} words={words} />
        </Card>
      )}
    </Page>
  )
}
