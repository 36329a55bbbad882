import { Button, Input, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { ArrowSync20Regular } from '@fluentui/react-icons/svg/arrow-sync'
import { Document20Regular } from '@fluentui/react-icons/svg/document'
import { Search20Regular } from '@fluentui/react-icons/svg/search'
import { useRef, useState } from 'react'
import type { ImportReport, MembersView } from '../../../api/contracts/register.ts'
import { useButtonStyles } from '../../ui/button-styles.ts'
import { bySurname } from '../../ui/by-surname.ts'
import { Card } from '../../ui/Card.tsx'
import { useMe } from '../../ui/MeContext.tsx'
import { Page } from '../../ui/Page.tsx'
import { Section } from '../../ui/Section.tsx'
import { SkeletonCard, tableBars } from '../../ui/Skeletons.tsx'
import { Status } from '../../ui/Status.tsx'
import { NotReached, Refused } from '../../ui/Trouble.tsx'
import { MembersTable } from './MembersTable.tsx'
import { useMembers, type MembersState } from './use-members.ts'
import { doubtWords, importWords, leadWords, words } from './words.ts'

const useStyles = makeStyles({
  filters: { '@media print': { display: 'none' } },
  hidden: { display: 'none' },
  line: { margin: 0, textWrap: 'pretty' },
  title: { margin: 0, fontSize: tokens.fontSizeBase500, lineHeight: tokens.lineHeightBase500, fontWeight: tokens.fontWeightSemibold },
  list: { margin: 0, paddingLeft: '20px', display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS },
})

/** C1.2: who the Members are, where that was read, and what it leaves in doubt. */
export function MembersPage() {
  const members = useMembers()
  const { now, roles } = useMe()
  const { state, again } = members.resource
  const shown = state.kind === 'shown' ? state.value : undefined
  return (
    <Page
      of="officer"
      title={words.title}
      {...(shown && shown.members.length > 0 ? { lead: leadWords(shown, now) } : {})}
      actions={<ImportButtons members={members} isFirst={shown?.members.length === 0} />}
    >
      <div role="status">
        {members.importing.kind === 'reading' && <Status icon="telling">{words.reading}</Status>}
        {members.importing.kind === 'trouble' && <Status icon="danger">{members.importing.words}</Status>}
      </div>
      {state.kind === 'refused' && <Refused problem={state.problem} />}
      {state.kind === 'unreachable' && <NotReached onTryAgain={() => void again()} />}
      {state.kind === 'loading' && state.slow && <SkeletonCard bars={tableBars} />}
      {shown && <Shown view={shown} now={now} onNumberChanged={roles.includes('officer') ? () => void members.afterNumber() : undefined} />}
    </Page>
  )
}

function ImportButtons({ members, isFirst }: { readonly members: MembersState; readonly isFirst: boolean }) {
  const styles = useStyles()
  const { officer, outlined } = useButtonStyles()
  const file = useRef<HTMLInputElement>(null)
  return (
    <>
      <Button
        appearance={isFirst ? 'primary' : 'outline'}
        className={mergeClasses(officer, !isFirst && outlined)}
        icon={<ArrowSync20Regular aria-hidden />}
        onClick={() => members.importing.kind !== 'reading' && void members.readRegister()}
      >
        {words.import}
      </Button>
      <Button className={mergeClasses(officer, outlined)} icon={<Document20Regular aria-hidden />} onClick={() => file.current?.click()}>
        {words.file}
      </Button>
      <input
        ref={file}
        type="file"
        accept=".xml,text/xml,application/xml"
        aria-label={words.file}
        className={styles.hidden}
        onChange={(event) => {
          const [chosen] = event.target.files ?? []
          if (chosen) void members.readFile(chosen)
          event.target.value = ''
        }}
      />
    </>
  )
}

type ShownProps = { readonly view: MembersView; readonly now: string; readonly onNumberChanged: (() => void) | undefined }

function Shown({ view, now, onNumberChanged }: ShownProps) {
  const styles = useStyles()
  const { field } = useButtonStyles()
  const [find, setFind] = useState('')
  const sought = find.trim().toLowerCase()
  const matching = bySurname(view.members).filter(({ name, group, ward }) =>
    `${name} ${group ?? ''} ${ward ?? ''}`.toLowerCase().includes(sought),
  )
  if (view.members.length === 0) {
    return (
      <Card>
        <h2 className={styles.title}>{words.emptyTitle}</h2>
        <p className={styles.line}>{words.empty}</p>
        {view.lastImport && <Report report={view.lastImport} now={now} />}
      </Card>
    )
  }
  return (
    <>
      {view.lastImport && (
        <Card>
          <Report report={view.lastImport} now={now} />
        </Card>
      )}
      <search aria-label={words.filters} className={styles.filters}>
        <Input
          type="search"
          className={field}
          aria-label={words.find}
          placeholder={words.find}
          contentBefore={<Search20Regular aria-hidden />}
          value={find}
          onChange={(_event, { value }) => setFind(value)}
        />
      </search>
      {matching.length > 0 ? (
        <MembersTable members={matching} onNumberChanged={onNumberChanged} />
      ) : (
        <Card>
          <p className={styles.line}>{words.none}</p>
        </Card>
      )}
    </>
  )
}

function Report({ report, now }: { readonly report: ImportReport; readonly now: string }) {
  const styles = useStyles()
  return (
    <>
      <p className={styles.line}>{importWords(report, now)}</p>
      {report.doubtful.length > 0 && (
        <Section of="officer" heading={words.doubts}>
          <p className={styles.line}>{words.doubtsLead}</p>
          <ul className={styles.list}>
            {report.doubtful.map((each, place) => (
              <li key={`${each.name}-${place}`}>
                <strong>{each.name}</strong>
                {each.ward ? `, ${each.ward}` : ''}: {doubtWords(each)}
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  )
}
