import { Button, Tab, TabList } from '@fluentui/react-components'
import { useRef, useState } from 'react'
import { TopBar } from './clock/TopBar.tsx'
import type { Moved } from './clock/use-clock.ts'
import { CouncilWindow } from './council/CouncilWindow.tsx'
import { DeskProvider, useDesk, type Desk as DeskValue } from './desk-context.ts'
import { momentOf } from './dates.ts'
import { HappenedWindow } from './happened/HappenedWindow.tsx'
import { OutlookWindow } from './outlook/OutlookWindow.tsx'
import { OutsideWindow } from './outside/OutsideWindow.tsx'
import { isOutside, shortName } from './people/people.ts'
import { PeoplePane } from './people/PeoplePane.tsx'
import { peopleWords } from './people/words.ts'
import { Phone, phoneId } from './phone/Phone.tsx'
import { PhoneRow } from './phone/PhoneRow.tsx'
import type { Place } from './place.ts'
import { placeOfStep } from './steps/place-of-step.ts'
import { StepsCard } from './steps/StepsCard.tsx'
import { TeamsWindow } from './teams/TeamsWindow.tsx'
import { useDeskValue } from './use-desk-value.ts'
import type { Sandbox } from './use-sandbox.ts'
import { deskWords } from './words.ts'

const deskId = 'desk-top'

type Props = {
  readonly sandbox: Sandbox
  readonly refresh: () => Promise<void>
  readonly hold: DeskValue['hold']
  readonly startAgain: () => Promise<void>
}

/** The whole page: time on top, people on the left, what the chosen one sees in the middle, a phone on the right. */
export function Desk({ sandbox, refresh, hold, startAgain }: Props) {
  const desk = useDeskValue(sandbox, refresh, hold)
  const [moved, setMoved] = useState<Moved>()
  if (!desk) return null
  const isTwoWindows = desk.place.app === 'both' && !isOutside(desk.person)

  /** Going to another window puts away the account of what happened; picking up a phone does not. */
  function leave(to: Partial<Place>): void {
    if (Object.keys(to).some((part) => part !== 'phone')) setMoved(undefined)
    desk?.go(to)
  }

  return (
    <DeskProvider value={{ ...desk, go: leave }}>
      <div className="page">
        <TopBar moved={setMoved} startAgain={startAgain} />
        <PeopleSide />
        <main className="desk" id={deskId} aria-label={deskWords.desk}>
          <DeskHead moved={moved !== undefined} />
          <div className={isTwoWindows && !moved ? 'desk-windows desk-both' : 'desk-windows'}>
            {moved ? <HappenedWindow moved={moved} close={() => setMoved(undefined)} /> : <Windows />}
            <Phone />
          </div>
          <PhoneRow everything={() => setMoved(wholeVisit(desk))} />
        </main>
      </div>
    </DeskProvider>
  )
}

function Windows() {
  const { place, person } = useDesk()
  if (place.app === 'council') return <CouncilWindow key={`council ${person.id}`} />
  if (isOutside(person)) return <OutsideWindow key={`outside ${person.id}`} />
  return (
    <>
      {place.app !== 'teams' && <OutlookWindow key={`outlook ${person.id}`} />}
      {place.app !== 'outlook' && <TeamsWindow key={`teams ${person.id}`} />}
    </>
  )
}

/** Everything since the visitor came, in the form of one move of the clock. */
function wholeVisit({ sandbox, story }: DeskValue): Moved {
  const { openedAt, happenedBefore } = story.story
  return { from: momentOf(openedAt), to: sandbox.now, happenings: sandbox.journal.slice(happenedBefore) }
}

function PeopleSide() {
  const { sandbox, person, story, go } = useDesk()
  const [open, setOpen] = useState(false)
  const toggle = useRef<HTMLButtonElement>(null)
  return (
    <nav className="side" aria-label={deskWords.people}>
      <Button ref={toggle} className="side-toggle" aria-expanded={open} onClick={() => setOpen(!open)}>
        {peopleWords.change}
      </Button>
      <div className={open ? 'side-people side-open' : 'side-people'}>
        <PeoplePane
          choose={(chosen) => {
            if (open) toggle.current?.focus() // the list that has focus is put away
            setOpen(false)
            const isMember = sandbox.groups.members.includes(chosen)
            const mail = story.step === 'answer' && isMember ? ({ outlook: 'mail' } as const) : {}
            go({ person: chosen.id, phone: undefined, path: undefined, ...mail })
          }}
        />
      </div>
      <StepsCard
        show={(step) => {
          go(placeOfStep(step, story.story, sandbox, person.id))
          if (isStacked()) document.getElementById(step === 'read' ? phoneId : deskId)?.scrollIntoView()
        }}
      />
    </nav>
  )
}

/** On a phone the desk is one column, and what a button leads to may lie out of sight. */
function isStacked(): boolean {
  return window.matchMedia('(width < 820px)').matches
}

function DeskHead({ moved }: { readonly moved: boolean }) {
  const { person, place, go } = useDesk()
  const outside = isOutside(person)
  const app = outside && place.app !== 'council' ? 'outlook' : place.app
  return (
    <div className="desk-head">
      <p className="nameplate">
        {deskWords.youAre} <strong>{person.name}</strong>
      </p>
      <p className="desk-line">{useDeskLine()}</p>
      <TabList
        className="desk-apps"
        aria-label={deskWords.apps}
        selectedValue={moved ? null : app}
        onTabSelect={(_, { value }) => go({ app: value as Place['app'] })}
      >
        <Tab value="outlook">{outside ? deskWords.mail : deskWords.outlook}</Tab>
        {!outside && <Tab value="teams">{deskWords.teams}</Tab>}
        {!outside && <Tab value="both">{deskWords.both}</Tab>}
        <Tab value="council">{deskWords.council}</Tab>
      </TabList>
    </div>
  )
}

/** One sentence beside the nameplate: what is worth noticing now. */
function useDeskLine(): string {
  const { sandbox, place, person, story } = useDesk()
  const owner = sandbox.people.find(({ id }) => id === place.phone)
  if (owner && owner.id !== person.id) return deskWords.phoneOf(shortName(owner.name))
  if (story.ticks.cancel && !story.ticks.read) return deskWords.choosePhone
  if (isOutside(person)) return deskWords.outside
  const isMember = sandbox.groups.members.some(({ id }) => id === person.id)
  if (story.step === 'answer' && isMember) return deskWords.invitationCame
  return deskWords.peopleOf(sandbox.people.length)
}
