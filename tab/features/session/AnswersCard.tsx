import { Button, Tab, TabList, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { ChevronDown20Regular } from '@fluentui/react-icons/svg/chevron-down'
import { ChevronUp20Regular } from '@fluentui/react-icons/svg/chevron-up'
import { useId, useState } from 'react'
import type { SessionPage } from '../../../api/contracts/programme.ts'
import { bySurname } from '../../ui/by-surname.ts'
import { AnswerBar } from '../../ui/AnswerBar.tsx'
import { useButtonStyles } from '../../ui/button-styles.ts'
import { Card } from '../../ui/Card.tsx'
import { Section } from '../../ui/Section.tsx'
import { Status } from '../../ui/Status.tsx'
import { useIsPhone, useMedia } from '../../ui/widths.ts'
import { People, Reminded } from './People.tsx'
import { answeredWords, asAt, tabWords, words } from './words.ts'

type Member = SessionPage['members'][number]
type Answer = Member['response']

const thin = `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`

const useStyles = makeStyles({
  top: {
    display: 'flex',
    flexWrap: 'wrap',
    justifyContent: 'space-between',
    alignItems: 'center',
    gap: `0 ${tokens.spacingHorizontalM}`,
    color: tokens.colorNeutralForeground2,
  },
  again: { textDecorationLine: 'underline', color: tokens.colorBrandForegroundLink, minWidth: 0, '@media print': { display: 'none' } },
  tabs: { marginLeft: `-${tokens.spacingHorizontalM}`, '@media print': { display: 'none' } },
  tabWords: { fontVariantNumeric: 'tabular-nums' },
  disclose: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto 20px',
    gap: tokens.spacingHorizontalM,
    alignItems: 'center',
    width: '100%',
    minHeight: '56px',
    padding: `0 ${tokens.spacingHorizontalL}`,
    border: 0,
    backgroundColor: 'transparent',
    color: 'inherit',
    font: 'inherit',
    fontSize: tokens.fontSizeBase400,
    textAlign: 'left',
    cursor: 'pointer',
  },
  item: { '& + &': { borderTop: thin } },
  people: {
    listStyleType: 'none',
    margin: 0,
    padding: `0 ${tokens.spacingHorizontalL} ${tokens.spacingVerticalM}`,
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
  },
  quiet: { color: tokens.colorNeutralForeground2 },
})

const icons = { accepted: 'done', tentative: 'perhaps', none: 'open', declined: 'declined' } as const

type Props = { readonly page: SessionPage; readonly onReadAgain: () => void }

/** C2.2: how many and who, as Outlook had it at a time that is said. Opens on those who have not answered, where the work is. */
export function AnswersCard({ page, onReadAgain }: Props) {
  const styles = useStyles()
  const isPhone = useIsPhone()
  const isPrint = useMedia('print')
  const { officer } = useButtonStyles()
  return (
    <Section of="officer" card={!isPhone && !isPrint} heading={words.answers}>
      <div className={styles.top}>
        <span>{asAt(page.row, page.now)}</span>
        <Button appearance="transparent" className={mergeClasses(styles.again, officer)} onClick={onReadAgain}>
          {words.readAgain}
        </Button>
      </div>
      {isPrint ? <AllAnswers page={page} /> : isPhone ? <Rows page={page} /> : <Tabs page={page} />}
    </Section>
  )
}

function membersWho(page: SessionPage, answer: Answer): readonly Member[] {
  return bySurname(page.members.filter(({ response }) => response === answer))
}

function startOf({ row }: SessionPage): Answer {
  return row.counts.none > 0 ? 'none' : 'accepted'
}

function Tabs({ page }: { readonly page: SessionPage }) {
  const styles = useStyles()
  const [answer, setAnswer] = useState<Answer>(() => startOf(page))
  const id = useId()
  return (
    <>
      <AnswerBar counts={page.row.counts} needed={page.row.uptake.minimum} tall />
      <TabList className={styles.tabs} selectedValue={answer} onTabSelect={(_event, { value }) => setAnswer(value as Answer)}>
        {tabWords(page.row).map((tab) => (
          <Tab key={tab.answer} value={tab.answer} id={`${id}-${tab.answer}`} aria-controls={`${id}-panel`}>
            <span className={styles.tabWords}>
              {tab.words} {tab.many}
            </span>
          </Tab>
        ))}
      </TabList>
      <div role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${answer}`}>
        <People key={answer} answer={answer} members={membersWho(page, answer)} />
      </div>
    </>
  )
}

/** On a phone: four counts as rows to open. */
function Rows({ page }: { readonly page: SessionPage }) {
  const styles = useStyles()
  const [open, setOpen] = useState<Answer>()
  const id = useId()
  return (
    <Card flush>
      {tabWords(page.row).map((row) => {
        const isOpen = row.answer === open
        return (
          <div key={row.answer} className={styles.item}>
            <button
              type="button"
              className={styles.disclose}
              aria-expanded={isOpen}
              aria-controls={`${id}-${row.answer}`}
              onClick={() => setOpen(isOpen ? undefined : row.answer)}
            >
              <Status icon={icons[row.answer]}>{row.words}</Status>
              <strong>{row.many}</strong>
              {isOpen ? <ChevronUp20Regular aria-hidden /> : <ChevronDown20Regular aria-hidden />}
            </button>
            <div id={`${id}-${row.answer}`} hidden={!isOpen}>
              <ul className={styles.people}>
                {membersWho(page, row.answer).map((member) => (
                  <li key={member.memberId}>
                    <strong>{member.name}</strong>
                    <div className={styles.quiet}>{answeredWords(member)}</div>
                    <Reminded member={member} />
                  </li>
                ))}
                {row.many === 0 && <li>{words.nobody}</li>}
              </ul>
            </div>
          </div>
        )
      })}
    </Card>
  )
}

/** On paper nothing can be opened: everyone, by answer. */
function AllAnswers({ page }: { readonly page: SessionPage }) {
  return tabWords(page.row).map((tab) => (
    <Card key={tab.answer}>
      <strong>
        {tab.words}: {tab.many}
      </strong>
      <People answer={tab.answer} members={membersWho(page, tab.answer)} whole />
    </Card>
  ))
}
