import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { ArrowSplit20Regular } from '@fluentui/react-icons/svg/arrow-split'
import { Clock20Regular } from '@fluentui/react-icons/svg/clock'
import { HatGraduation20Regular } from '@fluentui/react-icons/svg/hat-graduation'
import { Money20Regular } from '@fluentui/react-icons/svg/money'
import { People20Regular } from '@fluentui/react-icons/svg/people'
import { useState } from 'react'
import type { DecisionCase } from '../../../api/contracts/decisions.ts'
import { useButtonStyles } from '../../ui/button-styles.ts'
import { Card } from '../../ui/Card.tsx'
import { Seats } from '../../ui/Seats.tsx'
import { Section } from '../../ui/Section.tsx'
import { Status } from '../../ui/Status.tsx'
import { counted } from '../../ui/words-of-number.ts'
import { belowClaim, claimWords, namesOf, tipHeading, words } from './words.ts'
import { ChaseButton } from './ChaseButton.tsx'
import { changeLine, factsAgainst, factsFor, type Fact } from './words-of-facts.ts'

const thin = `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`

const useStyles = makeStyles({
  lead: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL}` },
  leadWords: { flex: '1 1 240px' },
  claim: {
    margin: 0,
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    fontWeight: tokens.fontWeightSemibold,
    textWrap: 'balance',
  },
  line: { margin: 0, color: tokens.colorNeutralForeground2, textWrap: 'pretty' },
  pair: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalM,
    '@media (min-width: 700px)': { gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr)' },
  },
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  fact: {
    display: 'grid',
    gridTemplateColumns: '20px minmax(0, 1fr)',
    gap: tokens.spacingHorizontalS,
    padding: '8px 0',
    '& + &': { borderTop: thin },
    ':first-child': { paddingTop: 0 },
    ':last-child': { paddingBottom: 0 },
  },
  groups: { display: 'flex', flexWrap: 'wrap', gap: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalXXL}` },
  group: { flex: '1 1 200px', minWidth: 0 },
  names: { margin: '2px 0 0', textWrap: 'pretty' },
  show: { padding: 0, minWidth: 0, color: tokens.colorBrandForegroundLink },
})

const icons = {
  people: People20Regular,
  clock: Clock20Regular,
  split: ArrowSplit20Regular,
  training: HatGraduation20Regular,
  money: Money20Regular,
} as const

/** The count first: seats, the number, the deadline; tentatives on the second line, not counted (C3.3). */
export function CountCard({ view }: { readonly view: DecisionCase }) {
  const styles = useStyles()
  const { row } = view
  return (
    <Card>
      <div className={styles.lead}>
        <Seats accepted={row.counts.accepted} tentative={row.counts.tentative} needed={row.uptake.minimum} size="large" />
        <div className={styles.leadWords}>
          <p className={styles.claim}>{claimWords(view)}</p>
          <p className={styles.line}>{belowClaim(view)}</p>
        </div>
      </div>
      <Changes view={view} />
    </Card>
  )
}

/** C3.4: every rise and fall of the count, for whoever asks how it came to this. */
function Changes({ view: { changes, now } }: { readonly view: DecisionCase }) {
  const styles = useStyles()
  const { officer } = useButtonStyles()
  const [all, setAll] = useState(false)
  if (changes.length === 0) return null
  return (
    <div>
      <Button appearance="transparent" className={mergeClasses(styles.show, officer)} aria-expanded={all} onClick={() => setAll(!all)}>
        {all ? words.hideChanges : words.howItChanged}
      </Button>
      {all && (
        <ul className={styles.list}>
          {changes.map((change) => (
            <li key={`${change.at} ${change.name}`} className={styles.line}>
              {changeLine(change, now)}
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

/** What speaks for it and what against, side by side, with no recommendation. */
export function FactCards({ view }: { readonly view: DecisionCase }) {
  const styles = useStyles()
  return (
    <div className={styles.pair}>
      <Section of="officer" card heading={words.forRunning}>
        <FactList facts={factsFor(view)} none={words.nothingFor} />
      </Section>
      <Section of="officer" card heading={words.against}>
        <FactList facts={factsAgainst(view)} none={words.nothingAgainst} />
      </Section>
    </div>
  )
}

function FactList({ facts, none }: { readonly facts: readonly Fact[]; readonly none: string }) {
  const styles = useStyles()
  return (
    <>
      {facts.length === 0 && <p className={styles.line}>{none}</p>}
      <ul className={styles.list}>
        {facts.map((fact) => {
          const Icon = icons[fact.icon]
          return (
            <li key={`${fact.bold}${fact.rest}`} className={styles.fact}>
              <Icon aria-hidden />
              <span>
                <strong>{fact.bold}</strong>
                {fact.rest}
              </span>
            </li>
          )
        })}
      </ul>
    </>
  )
}

/** Who has not said no: the Members who could still make up the number. */
export function TipCard({ view, onChased }: { readonly view: DecisionCase; readonly onChased: () => Promise<void> }) {
  const styles = useStyles()
  const { officer } = useButtonStyles()
  const [all, setAll] = useState(false)
  const { tentative, noAnswer, row } = view
  return (
    <Section of="officer" heading={tipHeading(view)} card>
      <div className={styles.groups}>
        {tentative.length > 0 && (
          <div className={styles.group}>
            <Status icon="perhaps">
              <strong>{tentative.length} tentative</strong>
            </Status>
            <p className={styles.names}>{namesOf(tentative)}</p>
          </div>
        )}
        {noAnswer.length > 0 && (
          <div className={styles.group}>
            <Status icon="open">
              <strong>{counted(noAnswer.length, 'Member')}, no answer</strong>
            </Status>
            {all || noAnswer.length <= 5 ? (
              <p className={styles.names}>{namesOf(noAnswer)}</p>
            ) : (
              <Button appearance="transparent" className={mergeClasses(styles.show, officer)} onClick={() => setAll(true)}>
                {words.showThem}
              </Button>
            )}
          </div>
        )}
      </div>
      <ChaseButton view={view} onChased={onChased} />
      <p className={styles.line}>
        {words.chaseLeaves} {words.closesItself(Math.max(0, row.uptake.minimum - row.counts.accepted))}
      </p>
    </Section>
  )
}
