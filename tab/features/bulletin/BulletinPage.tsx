import { Button, Textarea, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { Send20Regular } from '@fluentui/react-icons/svg/send'
import type { Bulletin } from '../../../api/contracts/bulletin.ts'
import { hrefOf } from '../../paths.ts'
import { useButtonStyles } from '../../ui/button-styles.ts'
import { Card } from '../../ui/Card.tsx'
import { LabelledField } from '../../ui/LabelledField.tsx'
import { Live } from '../../ui/Live.tsx'
import { Note } from '../../ui/Note.tsx'
import { NotShown, OutOfReach } from '../../ui/NotShown.tsx'
import { Page } from '../../ui/Page.tsx'
import { Section } from '../../ui/Section.tsx'
import { SkeletonCard, listBars } from '../../ui/Skeletons.tsx'
import { Status } from '../../ui/Status.tsx'
import { Preview } from './Preview.tsx'
import { SectionRows } from './SectionRows.tsx'
import type { IssueView } from './editing.ts'
import { useBulletin, type BulletinState } from './use-bulletin.ts'
import { useTyped } from './use-typed.ts'
import { lapsedWords, leadWords, pastWords, releaseWords, titleWords, warningsWords, words } from './words.ts'

const useStyles = makeStyles({
  columns: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalXL,
    alignItems: 'start',
    '@media (min-width: 1000px)': { gridTemplateColumns: 'minmax(0, 7fr) minmax(0, 5fr)', gap: '16px' },
  },
  column: { display: 'grid', gap: tokens.spacingVerticalL, minWidth: 0 },
  saved: { minHeight: '22px' },
  hint: { margin: 0, color: tokens.colorNeutralForeground2 },
  list: { margin: 0, padding: 0, listStyleType: 'none' },
  link: { display: 'inline-flex', alignItems: 'center', minHeight: '44px', color: tokens.colorBrandForegroundLink },
  /** Brand colours are too pale on a warning's own ground. */
  inNote: { color: 'inherit', textDecorationLine: 'underline' },
  which: { margin: `${tokens.spacingVerticalXS} 0 0`, paddingInlineStart: tokens.spacingHorizontalXL },
  subject: { color: tokens.colorNeutralForeground2 },
})

/** C4.2: the officers' desk of the bulletin: its words, its sections, how it will look to one reader, and its release. */
export function BulletinPage() {
  const bulletin = useBulletin()
  const { state, again } = bulletin.resource
  const shown = state.kind === 'shown' ? state.value : undefined
  return (
    <Page
      of="officer"
      title={shown ? titleWords(shown) : words.title}
      {...(shown ? { lead: leadWords(shown) } : {})}
      actions={<Actions bulletin={bulletin} shown={shown} />}
    >
      <NotShown state={state} onTryAgain={again}>
        <SkeletonCard bars={listBars} />
      </NotShown>
      {state.kind === 'shown' && <OutOfReach state={state} onTryAgain={again} />}
      {shown?.issue && <SavedState bulletin={bulletin} />}
      {shown?.lapsed && <NeverLeft lapsed={shown.lapsed} now={shown.now} />}
      {shown?.issue && <Desk shown={shown} issue={shown.issue} bulletin={bulletin} />}
      {shown && shown.past.length > 0 && <Past past={shown.past} />}
    </Page>
  )
}

/** C4.1: officers are told of an issue that never left, until the next one does. */
function NeverLeft({ lapsed, now }: { readonly lapsed: NonNullable<Bulletin['lapsed']>; readonly now: string }) {
  const { claim, rest } = lapsedWords(lapsed, now)
  return (
    <Note kind="warning">
      <strong>{claim}</strong> {rest}
    </Note>
  )
}

function Actions({ bulletin, shown }: { readonly bulletin: BulletinState; readonly shown: Bulletin | undefined }) {
  const { officer, outlined } = useButtonStyles()
  const issue = shown?.issue
  return (
    <>
      <Button as="a" href={hrefOf({ page: 'notices' })} className={mergeClasses(officer, outlined)}>
        {words.notices}
      </Button>
      {shown && issue?.state === 'draft' && (
        <Button appearance="primary" className={officer} icon={<Send20Regular />} onClick={() => bulletin.release(issue)}>
          {releaseWords(issue, shown.now)}
        </Button>
      )}
      {issue?.state === 'released' && (
        <Button className={mergeClasses(officer, outlined)} onClick={() => bulletin.takeBack(issue)}>
          {words.takeBack}
        </Button>
      )}
    </>
  )
}

/** Its line is kept free, so that nothing moves away from under the pointer when it says something. */
function SavedState({ bulletin: { saving } }: { readonly bulletin: BulletinState }) {
  const styles = useStyles()
  return (
    <div className={styles.saved}>
      <Live>
        {saving.kind === 'saving' && <Status icon="telling">{words.saving}</Status>}
        {saving.kind === 'saved' && <Status icon="done">{words.saved}</Status>}
        {saving.kind === 'trouble' && <Status icon="danger">{saving.words}</Status>}
      </Live>
    </div>
  )
}

type DeskProps = { readonly shown: Bulletin; readonly issue: IssueView; readonly bulletin: BulletinState }

function Desk({ shown, issue, bulletin }: DeskProps) {
  const styles = useStyles()
  const mayChange = issue.state === 'draft'
  return (
    <div className={styles.columns}>
      <div className={styles.column}>
        {warningsWords(issue, shown.now).map(({ claim, rest, which }) => (
          <Note key={claim} kind="warning">
            <strong>{claim}</strong> {rest}
            {which && (
              <ul className={styles.which}>
                {which.map(({ words: named, to }) => (
                  <li key={to ?? named}>
                    {to ? (
                      <a className={mergeClasses(styles.link, styles.inNote)} href={hrefOf({ page: 'details', sessionId: to })}>
                        {named}
                      </a>
                    ) : (
                      named
                    )}
                  </li>
                ))}
              </ul>
            )}
          </Note>
        ))}
        <Opening key={issue.issueId} issue={issue} mayChange={mayChange} onChange={bulletin.change} />
        <Section of="officer" heading={words.sections}>
          <p className={styles.hint}>{words.sectionsHint}</p>
          <SectionRows issue={issue} mayChange={mayChange} onChange={bulletin.change} />
        </Section>
      </div>
      <Preview issueId={issue.issueId} readers={shown.readers} kept={bulletin.kept} />
    </div>
  )
}

type OpeningProps = { readonly issue: IssueView; readonly mayChange: boolean; readonly onChange: (next: IssueView) => void }

function Opening({ issue, mayChange, onChange }: OpeningProps) {
  const { area } = useButtonStyles()
  const { opening = '', ...rest } = issue
  const typed = useTyped(opening, issue.seen, (own, seen) => onChange({ ...rest, seen, ...(own ? { opening: own } : {}) }))
  return (
    <LabelledField label={words.opening} hint={words.openingHint}>
      {(wiring) => <Textarea {...wiring} {...typed} className={area} resize="vertical" maxLength={2_000} readOnly={!mayChange} />}
    </LabelledField>
  )
}

function Past({ past }: { readonly past: Bulletin['past'] }) {
  const styles = useStyles()
  return (
    <Section of="officer" heading={words.past}>
      <Card>
        <ul className={styles.list}>
          {past.map((issue) => (
            <li key={issue.issueId}>
              <a className={styles.link} href={hrefOf({ page: 'delivery', issueId: issue.issueId })}>
                {pastWords(issue)}
              </a>{' '}
              <span className={styles.subject}>{issue.subject}</span>
            </li>
          ))}
        </ul>
      </Card>
    </Section>
  )
}
