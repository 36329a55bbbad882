import { Button, makeStyles, tokens } from '@fluentui/react-components'
import type { MemberRequirements } from '../../../api/contracts/requirements.ts'
import { useButtonStyles } from '../../ui/button-styles.ts'
import { Card } from '../../ui/Card.tsx'
import { Live } from '../../ui/Live.tsx'
import { NotShown, OutOfReach } from '../../ui/NotShown.tsx'
import { Page } from '../../ui/Page.tsx'
import { EvidenceList } from '../../ui/requirements/EvidenceList.tsx'
import { asksSomething, wayWords } from '../../ui/requirements/words.ts'
import { Section } from '../../ui/Section.tsx'
import { SkeletonCard, tableBars } from '../../ui/Skeletons.tsx'
import { Status } from '../../ui/Status.tsx'
import { Trail } from '../../ui/Trail.tsx'
import { CompletionForm } from './CompletionForm.tsx'
import { KeptList } from './KeptList.tsx'
import { useMemberRequirements } from './use-member-requirements.ts'
import { leadWords, statusIcon, words } from './words.ts'

const useStyles = makeStyles({
  title: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400, fontWeight: tokens.fontWeightSemibold },
  line: { margin: '2px 0 0', textWrap: 'pretty' },
  quiet: { margin: '2px 0 0', color: tokens.colorNeutralForeground2, textWrap: 'pretty' },
  start: { alignSelf: 'flex-start' },
  result: { ':focus': { outline: 'none' } },
  became: { ':has([role="status"]:empty)': { position: 'absolute' } },
})

/** C5.1, C5.9, C5.11: how one Member stands to everything mandatory, and what officers put down of what was done elsewhere. */
export function MemberRequirementsPage({ memberId }: { readonly memberId: string }) {
  const styles = useStyles()
  const { officer } = useButtonStyles()
  const { resource, isAdding, setAdding, said, trouble, save, withdraw, within } = useMemberRequirements(memberId)
  const { state, again } = resource
  const shown = state.kind === 'shown' ? state.value : undefined
  const trail = [
    { words: words.members, to: { page: 'members' } },
    { words: words.title, to: { page: 'mandatory' } },
    { words: shown?.member.name ?? words.trail },
  ] as const
  return (
    <Page
      of="officer"
      title={shown?.member.name ?? words.title}
      ready={state.kind !== 'loading'}
      trail={<Trail steps={trail} />}
      {...(shown ? { lead: leadWords(shown) } : {})}
    >
      <NotShown state={state} onTryAgain={again}>
        <SkeletonCard bars={tableBars} />
      </NotShown>
      {state.kind === 'shown' && <OutOfReach state={state} onTryAgain={again} />}
      <div ref={within} className={styles.became}>
        <div data-result tabIndex={-1} className={styles.result}>
          <Live>
            {trouble && <Status icon="danger">{trouble}</Status>}
            {said && <Status icon="done">{said}</Status>}
          </Live>
        </div>
      </div>
      {shown && isAdding && <CompletionForm choices={shown.choices} today={shown.on} onSave={save} onCancel={() => setAdding(false)} />}
      {shown && !isAdding && shown.choices.length > 0 && (
        <Button className={`${officer} ${styles.start}`} appearance="primary" onClick={() => setAdding(true)}>
          {words.putDown}
        </Button>
      )}
      {shown && <Standings of={shown} />}
      {shown && shown.completions.length > 0 && (
        <Section of="officer" heading={words.kept}>
          <KeptList completions={shown.completions} now={shown.now} onWithdraw={withdraw} />
        </Section>
      )}
    </Page>
  )
}

function Standings({ of }: { readonly of: MemberRequirements }) {
  const styles = useStyles()
  if (of.requirements.length === 0) return <Card>{words.none}</Card>
  return (
    <Section of="officer" heading={words.title}>
      {of.requirements.map((each) => {
        const way = wayWords(each, 'officer', of.now)
        return (
          <Card key={each.ruleId}>
            <Status icon={statusIcon[each.status]}>
              <h3 className={styles.title}>{each.label}</h3>
            </Status>
            <div>
              <p className={styles.line}>{each.stands}</p>
              {asksSomething(each) && <p className={styles.line}>{way.words}</p>}
              <p className={styles.quiet}>
                {each.why} {each.says}
              </p>
              <EvidenceList of={each} reader="officer" />
            </div>
          </Card>
        )
      })}
    </Section>
  )
}
