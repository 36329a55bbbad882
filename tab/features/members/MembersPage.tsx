import { Input, makeStyles, tokens } from '@fluentui/react-components'
import { Search20Regular } from '@fluentui/react-icons/svg/search'
import { members, type MembersView } from '../../../api/contracts/register.ts'
import { useResource } from '../../api/use-resource.ts'
import { replaceWith } from '../../host/use-route.ts'
import { hrefOf, longestFind } from '../../paths.ts'
import { useButtonStyles } from '../../ui/button-styles.ts'
import { bySurname } from '../../ui/by-surname.ts'
import { Card } from '../../ui/Card.tsx'
import { useSigned } from '../../ui/MeContext.tsx'
import { NotShown, OutOfReach } from '../../ui/NotShown.tsx'
import { Page } from '../../ui/Page.tsx'
import { SkeletonCard, tableBars } from '../../ui/Skeletons.tsx'
import { TakeAway } from '../../ui/TakeAway.tsx'
import { ImportButtons, ImportState } from './ImportButtons.tsx'
import { ImportReport } from './ImportReport.tsx'
import { MembersTable } from './MembersTable.tsx'
import { useImport } from './use-import.ts'
import { isSought, leadWords, membersTable, words, type MemberRow } from './words.ts'

const useStyles = makeStyles({
  filters: { '@media print': { display: 'none' } },
  line: { margin: 0, textWrap: 'pretty' },
  link: { alignSelf: 'start', display: 'inline-flex', alignItems: 'center', minHeight: '44px', color: tokens.colorBrandForegroundLink },
  title: { margin: 0, fontSize: tokens.fontSizeBase500, lineHeight: tokens.lineHeightBase500, fontWeight: tokens.fontWeightSemibold },
})

/** C1.2: who the Members are, where that was read, and what it leaves in doubt. */
export function MembersPage({ find }: { readonly find: string | undefined }) {
  const { me, refresh } = useSigned()
  const { state, again } = useResource('/members', members)
  const readAgain = async () => {
    await Promise.all([again(), refresh()])
  }
  const register = useImport(readAgain)
  const shown = state.kind === 'shown' ? state.value : undefined
  const isPressing = shown?.members.length === 0 || shown?.lastImport?.unfinished === true
  return (
    <Page
      of="officer"
      title={words.title}
      {...(shown && shown.members.length > 0 ? { lead: leadWords(shown, me.now) } : {})}
      actions={
        <>
          {shown && shown.members.length > 0 && <TakeAway name={words.title} table={() => membersTable(soughtIn(shown, find))} />}
          <ImportButtons register={register} isPressing={isPressing} />
        </>
      }
    >
      <ImportState register={register} />
      <NotShown state={state} onTryAgain={again}>
        <SkeletonCard bars={tableBars} />
      </NotShown>
      {state.kind === 'shown' && <OutOfReach state={state} onTryAgain={again} />}
      {shown && <Shown view={shown} find={find} onNumberChanged={me.roles.includes('officer') ? readAgain : undefined} />}
    </Page>
  )
}

function soughtIn({ members: all }: MembersView, find: string | undefined): readonly MemberRow[] {
  return bySurname(all).filter((member) => isSought(member, find))
}

type ShownProps = {
  readonly view: MembersView
  readonly find: string | undefined
  readonly onNumberChanged: (() => Promise<void>) | undefined
}

function Shown({ view, find, onNumberChanged }: ShownProps) {
  const styles = useStyles()
  const { now } = useSigned().me
  const report = view.lastImport && <ImportReport report={view.lastImport} now={now} mayCorrect={onNumberChanged !== undefined} />
  const matching = soughtIn(view, find)
  if (view.members.length === 0) {
    return (
      <Card>
        <h2 className={styles.title}>{words.emptyTitle}</h2>
        <p className={styles.line}>{words.empty}</p>
        {report}
      </Card>
    )
  }
  return (
    <>
      {report && <Card>{report}</Card>}
      {onNumberChanged && (
        <a className={styles.link} href={hrefOf({ page: 'mandatory' })}>
          {words.mandatory}
        </a>
      )}
      <Find find={find} />
      {onNumberChanged && (
        <a className={styles.link} href={hrefOf({ page: 'plans' })}>
          {words.plans}
        </a>
      )}
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

/** What is sought stands in the address, so that a link can lead to one Member. */
function Find({ find = '' }: { readonly find: string | undefined }) {
  const styles = useStyles()
  const { field } = useButtonStyles()
  return (
    <search aria-label={words.filters} className={styles.filters}>
      <Input
        type="search"
        className={field}
        aria-label={words.find}
        placeholder={words.find}
        maxLength={longestFind}
        contentBefore={<Search20Regular aria-hidden />}
        value={find}
        onChange={(_event, { value }) => replaceWith({ page: 'members', ...(value ? { find: value } : {}) })}
      />
    </search>
  )
}
