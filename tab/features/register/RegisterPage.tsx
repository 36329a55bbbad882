import { Button, Input, Tab, TabList, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { ArrowDownload20Regular } from '@fluentui/react-icons/svg/arrow-download'
import { Print20Regular } from '@fluentui/react-icons/svg/print'
import { Search20Regular } from '@fluentui/react-icons/svg/search'
import { useState } from 'react'
import type { AttendanceRegister } from '../../../api/contracts/attendance.ts'
import type { Known } from '../../api/shown.ts'
import { useButtonStyles } from '../../ui/button-styles.ts'
import { Card } from '../../ui/Card.tsx'
import { saveCsv } from '../../ui/csv.ts'
import { Note } from '../../ui/Note.tsx'
import { OutOfReach } from '../../ui/NotShown.tsx'
import { Page } from '../../ui/Page.tsx'
import { SessionPending } from '../../ui/SessionPending.tsx'
import { SkeletonCard, listBars } from '../../ui/Skeletons.tsx'
import { SessionTrail } from '../../ui/Trail.tsx'
import { useAnnouncedChange } from '../../ui/use-announced-change.ts'
import { useMedia } from '../../ui/widths.ts'
import { isBeforeInstant, shortDay } from '../../ui/words-of-time.ts'
import { GuestForm, Guests } from './Guests.tsx'
import { MemberRow } from './MemberRow.tsx'
import { PaperRegister } from './PaperRegister.tsx'
import { RegisterBar, WalkInBar } from './RegisterBar.tsx'
import { Refused, Saved } from './Sending.tsx'
import { hereAt, rowsIn, shownRegister, type List, type ShownRegister } from './shown-register.ts'
import { TeamsCard } from './TeamsCard.tsx'
import { usePresses, type Presses } from './use-presses.ts'
import { useRegister, type RegisterState } from './use-register.ts'
import { headingWords, leadWords, opensWords, registerTable, restAbsentWords, words } from './words.ts'

const useStyles = makeStyles({
  whole: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL, maxWidth: '720px', width: '100%' },
  controls: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  tab: { minHeight: '44px', fontSize: tokens.fontSizeBase400 },
  tabs: { marginLeft: `-${tokens.spacingHorizontalM}` },
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  nobody: { margin: 0, padding: tokens.spacingHorizontalL },
  rest: { alignSelf: 'flex-start' },
})

/** C2.6, C2.7: the register of one session, for a thumb at a door; without a network too. */
export function RegisterPage({ sessionId }: { readonly sessionId: string }) {
  const register = useRegister(sessionId)
  const { state, again } = register.resource
  if (state.kind === 'shown') return <Shown state={state} register={register} />
  return (
    <SessionPending title={words.loadingTitle} state={state} onTryAgain={again}>
      <SkeletonCard bars={listBars} />
    </SessionPending>
  )
}

type ShownProps = { readonly state: Known<AttendanceRegister>; readonly register: RegisterState }

function Shown({ state, register }: ShownProps) {
  const styles = useStyles()
  const page = state.value
  const isPrint = useMedia('print')
  const shown = shownRegister(page, register.kept)
  const presses = usePresses(register, shown, state.fresh ? page.now : undefined)
  const [walkIn, setWalkIn] = useState(false)
  const [adding, setAdding] = useState(false)
  const mayPress = page.state.kind === 'open' && page.mayRecord
  const heading = headingWords(shown, isOver(page))
  useAnnouncedChange(heading)
  const outOfReach = <OutOfReach state={state} onTryAgain={register.resource.again} />
  const bar =
    mayPress &&
    (walkIn ? (
      <WalkInBar onGuest={() => setAdding(true)} onBack={() => setWalkIn(false)} />
    ) : (
      <RegisterBar
        sessionId={page.sessionId}
        mayShowCode={page.checkIn !== undefined}
        register={register}
        presses={presses}
        onWalkIn={() => setWalkIn(true)}
      />
    ))
  return (
    <Page
      of="officer"
      title={walkIn ? words.walkInTitle : heading}
      lead={leadWords(page)}
      trail={<SessionTrail session={page} here={words.trail} />}
      actions={<Actions page={page} shown={shown} />}
      {...(bar ? { bar } : {})}
    >
      <div className={styles.whole}>
        <Saved state={state} register={register} />
        {state.problem && outOfReach}
        <Notes page={page} />
        <Refused register={register} page={page} />
        {page.teams && page.teams.state !== 'not-yet' && page.state.kind === 'open' && !walkIn && (
          <TeamsCard teams={page.teams} rows={shown.rows} mayPress={mayPress} onConfirm={presses.confirm} />
        )}
        {adding && (
          <GuestForm
            onClose={() => setAdding(false)}
            onAdd={(guest) => {
              presses.guest(guest, hereAt(page))
              setAdding(false)
              setWalkIn(false)
            }}
          />
        )}
        {isPrint ? (
          <PaperRegister shown={shown} />
        ) : (
          <Members key={String(walkIn)} page={page} shown={shown} presses={presses} mayPress={mayPress} walkIn={walkIn} />
        )}
        {!isPrint && !walkIn && (
          <Guests guests={shown.guests} invited={shown.guestsInvited} mayPress={mayPress} here={hereAt(page)} onPress={presses.guest} />
        )}
        {!state.problem && outOfReach /* below: above the list it would move a name from under the thumb */}
      </div>
    </Page>
  )
}

type MembersProps = {
  readonly page: AttendanceRegister
  readonly shown: ShownRegister
  readonly presses: Presses
  readonly mayPress: boolean
  readonly walkIn: boolean
}

function Members({ page, shown, presses, mayPress, walkIn }: MembersProps) {
  const styles = useStyles()
  const { field, officer, outlined } = useButtonStyles()
  const [list, setList] = useState<List>(walkIn ? 'everyone' : 'expected')
  const [find, setFind] = useState('')
  const rows = rowsIn(shown.rows, list, find)
  const expected = rowsIn(shown.rows, 'expected', '')
  const rest = shown.rows.filter((row) => row.expected && row.recorded === 'not-recorded')
  return (
    <>
      <div className={styles.controls}>
        <Input
          type="search"
          className={field}
          aria-label={words.find}
          placeholder={words.find}
          contentBefore={<Search20Regular aria-hidden />}
          value={find}
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- it was pressed to look for somebody
          autoFocus={walkIn}
          onChange={(_event, { value }) => setFind(value)}
        />
        <TabList
          className={styles.tabs}
          aria-label={words.lists}
          selectedValue={list}
          onTabSelect={(_event, { value }) => setList(value === 'everyone' ? 'everyone' : 'expected')}
        >
          <Tab value="expected" className={styles.tab}>
            {words.expected(expected.length)}
          </Tab>
          <Tab value="everyone" className={styles.tab}>
            {words.everyone(shown.rows.length)}
          </Tab>
        </TabList>
      </div>
      <Card flush>
        {rows.length === 0 ? (
          <p className={styles.nobody}>{find === '' && list === 'expected' ? words.nobodyExpected : words.nobodyFound}</p>
        ) : (
          <ul className={styles.list} aria-label={list === 'everyone' ? words.everyone(rows.length) : words.expected(rows.length)}>
            {rows.map((row) => (
              <MemberRow key={row.memberId} row={row} mayPress={mayPress} here={hereAt(page)} onPress={presses.member} />
            ))}
          </ul>
        )}
      </Card>
      {mayPress && isOver(page) && rest.length > 0 && !walkIn && find === '' && (
        <Button className={mergeClasses(officer, outlined, styles.rest)} onClick={() => presses.all(rest, 'absent')}>
          {restAbsentWords(rest.length)}
        </Button>
      )}
    </>
  )
}

function isOver({ now, endsAt }: AttendanceRegister): boolean {
  return !isBeforeInstant(now, endsAt)
}

function Notes({ page }: { readonly page: AttendanceRegister }) {
  if (page.state.kind === 'cancelled') return <Note kind="cancelled">{words.cancelled}</Note>
  if (page.state.kind === 'postponed') return <Note kind="info">{words.postponed}</Note>
  if (page.state.kind === 'untagged') return <Note kind="warning">{words.untagged}</Note>
  if (page.state.kind === 'not-yet') return <Note kind="info">{opensWords(page.state.opensAt, page.now)}</Note>
  return page.mayRecord ? null : <Note kind="info">{words.notYours}</Note>
}

function Actions({ page, shown }: { readonly page: AttendanceRegister; readonly shown: ShownRegister }) {
  const { officer, outlined } = useButtonStyles()
  const look = mergeClasses(officer, outlined)
  return (
    <>
      <Button
        className={look}
        icon={<ArrowDownload20Regular aria-hidden />}
        onClick={() => saveCsv(`Register ${page.title} ${shortDay(page.startsAt, page.now)}`, registerTable(page, shown))}
      >
        {words.download}
      </Button>
      <Button className={look} icon={<Print20Regular aria-hidden />} onClick={() => window.print()}>
        {words.print}
      </Button>
    </>
  )
}
