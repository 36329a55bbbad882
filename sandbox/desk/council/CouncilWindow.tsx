import { Button, FluentProvider, MessageBar, MessageBarBody, Select, Field } from '@fluentui/react-components'
import { Add20Regular, BuildingGovernment20Regular } from '@fluentui/react-icons'
import { useCallback, useState } from 'react'
import type { Committee } from '../control.ts'
import { useDesk } from '../desk-context.ts'
import { firstThursdayToReview, listDayWords, timeWords } from '../dates.ts'
import { ListRow, ListSkeleton } from '../outlook/ListRow.tsx'
import '../outlook/outlook.css'
import { OutlookFailure } from '../outlook/OutlookFailure.tsx'
import { Pages } from '../outlook/Pages.tsx'
import { deskTheme } from '../theme.ts'
import { useLoaded } from '../use-loaded.ts'
import { hasPlace, heldFrom, meetingOf, withMeeting, type Held, type MeetingDraft } from './calendar.ts'
import { MeetingForm } from './MeetingForm.tsx'
import { MeetingPage } from './MeetingPage.tsx'
import { useArrange } from './use-arrange.ts'
import { councilWords } from './words.ts'

type Shown = { readonly kind: 'first' | 'new' } | { readonly kind: 'meeting'; readonly committee: string; readonly number: number }

/** The council's own calendar of committee meetings, as its clerks keep it in modern.gov: where a session may clash with one. */
export function CouncilWindow() {
  const { sandbox } = useDesk()
  const { control, now, version } = sandbox
  const [shown, setShown] = useState<Shown>({ kind: 'first' })
  const [retries, setRetries] = useState(0)
  const read = useCallback(() => control.committees(), [control])
  const { value: committees, failure, loading } = useLoaded(read, version + retries)
  const held = heldFrom(committees ?? [], now)
  const isShown = ({ committee, number }: Held) => shown.kind === 'meeting' && shown.committee === committee && shown.number === number
  const one = shown.kind === 'first' ? held[0] : held.find(isShown)
  const mayChange = useMayChange()
  const first = () => setShown({ kind: 'first' })
  const again = () => setRetries((before) => before + 1)
  const failed = failure && <OutlookFailure title={councilWords.failed} because={failure} tryAgain={again} />

  const list = (
    <>
      {mayChange && committees && committees.length > 0 && (
        <div className="pages-new">
          <Button icon={<Add20Regular />} appearance="subtle" onClick={() => setShown({ kind: 'new' })}>
            {councilWords.add}
          </Button>
        </div>
      )}
      {loading && !committees && <ListSkeleton label={councilWords.loading} />}
      {!committees && failed}
      {committees && held.length === 0 && (
        <p className="pages-none">{committees.length === 0 ? councilWords.noCommittees : councilWords.none}</p>
      )}
      <ul aria-label={councilWords.list}>
        {held.map((each) => (
          <HeldRow
            key={`${each.committee} ${each.number}`}
            held={each}
            chosen={shown.kind !== 'new' && each === one}
            choose={() => setShown({ kind: 'meeting', committee: each.committee, number: each.number })}
          />
        ))}
      </ul>
    </>
  )

  return (
    <FluentProvider theme={deskTheme} className="themed">
      <section className="window" aria-label={councilWords.window}>
        <div className="window-head">
          <BuildingGovernment20Regular aria-hidden="true" />
          <h2 className="window-title">{councilWords.window}</h2>
          <span className="window-hint">{councilWords.hint}</span>
        </div>
        <Pages open={shown.kind !== 'first'} close={first} list={list}>
          {committees && failed}
          <Note mayChange={mayChange} />
          {shown.kind === 'new' && committees ? (
            <NewMeeting
              committees={committees}
              added={(committee, number) => setShown({ kind: 'meeting', committee, number })}
              close={first}
            />
          ) : one ? (
            <MeetingPage key={`${one.committee} ${one.number}`} held={one} mayChange={mayChange} />
          ) : (
            !failed && <p className="pages-none">{noneWords(shown, committees)}</p>
          )}
        </Pages>
      </section>
    </FluentProvider>
  )
}

/** Why no meeting is shown. One just added is in no list that was read before it. */
function noneWords(shown: Shown, committees: readonly Committee[] | undefined): string {
  if (shown.kind !== 'meeting') return councilWords.choose
  return committees && hasPlace(committees, shown) ? councilWords.gone : councilWords.loading
}

/** Clerks are officers: whoever runs the council and is no Member of it. */
function useMayChange(): boolean {
  const { sandbox, person } = useDesk()
  return sandbox.groups.services.some(({ id }) => id === person.id)
}

function Note({ mayChange }: { readonly mayChange: boolean }) {
  const { sandbox } = useDesk()
  const clerk = sandbox.groups.services.at(-1)?.name
  const words = mayChange ? councilWords.readAtNight : clerk ? councilWords.notYours(clerk) : councilWords.nobodysTo
  return (
    <MessageBar layout="multiline" className="council-note">
      <MessageBarBody>{words}</MessageBarBody>
    </MessageBar>
  )
}

function HeldRow({ held, chosen, choose }: { readonly held: Held; readonly chosen: boolean; readonly choose: () => void }) {
  const { sandbox } = useDesk()
  const { committee, meeting, start } = held
  const isOff = meeting.status === 'Cancelled'
  return (
    <ListRow
      chosen={chosen}
      title={listDayWords(start, sandbox.now)}
      under={isOff ? `${councilWords.cancelled}: ${committee}` : committee}
      stamp={timeWords(start)}
      struck={isOff}
      strong
      choose={choose}
    />
  )
}

type NewProps = {
  readonly committees: readonly Committee[]
  readonly added: (committee: string, number: number) => void
  readonly close: () => void
}

/** On the day for which a first invitation is filled in, so that a clash is a matter of the hour. */
function NewMeeting({ committees, added, close }: NewProps) {
  const { sandbox } = useDesk()
  const [name, setName] = useState(committees[0]?.name ?? '')
  const { busy, refused, arrange } = useArrange()
  const begins: MeetingDraft = { day: firstThursdayToReview(sandbox.now).toString(), from: '18:30', until: '20:30', place: '' }

  async function add(draft: MeetingDraft): Promise<void> {
    let number = 0
    const append = (known: Committee) => {
      number = known.meetings.length
      return withMeeting(known, meetingOf(draft))
    }
    if (await arrange(name, append, councilWords.added(name))) added(name, number)
  }

  return (
    <>
      <h3 className="event-title">{councilWords.add}</h3>
      <MeetingForm
        begins={begins}
        label={councilWords.add}
        doIt={councilWords.addDo}
        busy={busy}
        send={(draft) => void add(draft)}
        close={close}
      >
        <Field label={councilWords.committee}>
          <Select value={name} onChange={(_, { value }) => setName(value)}>
            {committees.map((each) => (
              <option key={each.name} value={each.name}>
                {each.name}
              </option>
            ))}
          </Select>
        </Field>
      </MeetingForm>
      {refused && <OutlookFailure title={councilWords.refused} because={refused} />}
    </>
  )
}
