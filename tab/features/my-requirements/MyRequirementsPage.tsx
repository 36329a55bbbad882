import { myRequirements } from '../../../api/contracts/requirements.ts'
import { useResource } from '../../api/use-resource.ts'
import { Card } from '../../ui/Card.tsx'
import { NotShown, OutOfReach } from '../../ui/NotShown.tsx'
import { Page } from '../../ui/Page.tsx'
import { Asked } from '../../ui/requirements/Asked.tsx'
import { asksSomething, leadWords, words } from '../../ui/requirements/words.ts'
import { Section } from '../../ui/Section.tsx'
import { SkeletonCard, listBars } from '../../ui/Skeletons.tsx'
import { DoneList } from './DoneList.tsx'
import { words as pageWords } from './words.ts'

/** Everything that is mandatory for her, with why, where she stands, and what shows it: what is not done first. Clauses: C5.1 to C5.9. */
export function MyRequirementsPage() {
  const { state, again } = useResource('/my/requirements', myRequirements)
  const shown = state.kind === 'shown' ? state.value : undefined
  const asked = shown?.requirements.filter(asksSomething) ?? []
  const isDone = shown?.requirements.filter((each) => !asksSomething(each)) ?? []
  return (
    <Page
      of="member"
      title={words.heading}
      back={{ to: { page: 'my-training' }, words: pageWords.back }}
      {...(shown ? { lead: leadWords(shown) } : {})}
    >
      <NotShown state={state} onTryAgain={again}>
        <SkeletonCard bars={listBars} />
      </NotShown>
      {state.kind === 'shown' && <OutOfReach state={state} onTryAgain={again} />}
      {shown?.requirements.length === 0 && <Card>{pageWords.none}</Card>}
      {shown && asked.length > 0 && (
        <Section of="member" heading={pageWords.notDone}>
          {asked.map((each) => (
            <Card key={each.ruleId}>
              <Asked of={each} now={shown.now} whole />
            </Card>
          ))}
        </Section>
      )}
      {isDone.length > 0 && (
        <Section of="member" heading={words.isDone}>
          <Card>
            <DoneList of={isDone} />
          </Card>
        </Section>
      )}
    </Page>
  )
}
