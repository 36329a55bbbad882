import { Button, Link } from '@fluentui/react-components'
import { useCallback, useId } from 'react'
import { Temporal } from 'temporal-polyfill'
import { useDesk } from '../desk-context.ts'
import { dayWords, inLondon, timeWords, type Moment } from '../dates.ts'
import { useKeptFocus } from '../use-kept-focus.ts'
import { useLoaded } from '../use-loaded.ts'
import { OutlookFailure } from './OutlookFailure.tsx'
import { absentFrom, attendancesOf, phaseAt, type Attendance, type MeetingTimes, type Phase } from './teams-meeting.ts'
import { useAct } from './use-act.ts'
import { outlookWords } from './words.ts'

const words = outlookWords.teams
/** After the end, when Quorate first asks Teams for its report. */
const minutesUntilAsked = 10

type Props = MeetingTimes & {
  readonly joinUrl: string
  /** For whom it is theirs to end: the addresses of those who accepted, who can be let in for them. */
  readonly organises?: { readonly accepted: readonly string[] }
}

/**
 * Joining and leaving a Teams meeting as the person whose desk it is. The clock stands still meanwhile, so it can be moved from here
 * to where the meeting begins and ends: who joins and leaves at one moment was there for no time.
 */
export function TeamsMeeting({ joinUrl, startsAt, endsAt, organises }: Props) {
  const { sandbox, person } = useDesk()
  const { control, now, version } = sandbox
  const id = useId()
  const keptFocus = useKeptFocus<HTMLElement>()
  const read = useCallback(() => control.whoInTeams(joinUrl), [control, joinUrl])
  const { value: stays, failure } = useLoaded(read, version)
  const { busy: acting, refused, act } = useAct()
  const clock = useAct()
  const busy = acting || clock.busy
  const all = stays && attendancesOf(stays, now)
  const inside = all?.filter(({ isIn }) => isIn) ?? []
  const isIn = inside.some(({ address }) => address === person.email)
  const phase = phaseAt(now, { startsAt, endsAt })
  const next = nextOf(phase, { startsAt, endsAt }, all !== undefined && all.length > 0 && inside.length === 0)
  const absent = absentFrom(all, organises?.accepted ?? [])
  const join = () => act(() => control.inTeams('join', joinUrl, person.email), words.joined)
  const leave = () => act(() => control.inTeams('leave', joinUrl, person.email), words.left)
  const end = () => act(() => control.endInTeams(joinUrl), words.ended)
  async function letIn(): Promise<void> {
    for (const address of absent) await control.inTeams('join', joinUrl, address)
  }

  return (
    <section className="event-box" aria-labelledby={id} {...keptFocus}>
      <h4 id={id}>{words.title}</h4>
      <p>{lineOf(phase, { startsAt, endsAt })}</p>
      {all && <People all={all} phase={phase} />}
      {(refused ?? failure) && <OutlookFailure because={refused ?? failure ?? ''} />}
      <div className="answers">
        <Button appearance={isIn ? 'outline' : 'primary'} disabledFocusable={busy} onClick={() => void (isIn ? leave() : join())}>
          {isIn ? words.leave : words.join}
        </Button>
        {absent.length > 0 && phase !== 'over' && (
          <Button disabledFocusable={busy} onClick={() => void act(letIn, words.letInDone(absent.length))}>
            {words.letIn(absent.length)}
          </Button>
        )}
        {organises && inside.length > 0 && (
          <Button disabledFocusable={busy} onClick={() => void end()}>
            {words.end}
          </Button>
        )}
      </div>
      <GoThere {...next} now={now} clock={clock} />
    </section>
  )
}

function lineOf(phase: Phase, { startsAt, endsAt }: MeetingTimes): string {
  const [start, end] = [inLondon(startsAt), inLondon(endsAt)]
  if (phase === 'before') return words.before(dayWords(start), timeWords(start))
  return phase === 'on' ? words.on(timeWords(end)) : words.over(timeWords(end))
}

function People({ all, phase }: { readonly all: readonly Attendance[]; readonly phase: Phase }) {
  if (all.length === 0) return <p className="event-small">{phase === 'over' ? words.nobodyCame : words.nobody}</p>
  const isEmpty = all.every(({ isIn }) => !isIn)
  return (
    <>
      <ul className="meeting-people" aria-label={words.people}>
        {all.map(({ name, address, isIn, minutes }) => (
          <li key={address ?? name}>{isIn ? words.isIn(name, minutes) : words.wasIn(name, minutes)}</li>
        ))}
      </ul>
      {isEmpty && <p className="event-small">{words.report}</p>}
    </>
  )
}

type Next = { readonly to: Moment; readonly label: string }

/** Where it is worth going next. When the time is over: to when Quorate asks Teams for its report, once everybody has left. */
function nextOf(phase: Phase, { startsAt, endsAt }: MeetingTimes, isReported: boolean): Next | undefined {
  if (phase === 'before') return { to: startsAt, label: words.toStart }
  if (phase === 'on') return { to: endsAt, label: words.toEnd }
  return isReported ? { to: endsAt.add({ minutes: minutesUntilAsked }), label: words.toReport } : undefined
}

/** Moves the clock of the whole council: what is due on the way is done first. */
function GoThere({ to, label, now, clock }: Partial<Next> & { readonly now: Moment; readonly clock: ReturnType<typeof useAct> }) {
  const { sandbox, hold } = useDesk()
  const { busy, refused, act } = clock
  if (!to || Temporal.Instant.compare(now, to) >= 0) return null
  const go = () => act(() => hold(() => sandbox.control.moveTo(to.toString())), words.moved(timeWords(inLondon(to))))
  return (
    <>
      <p className="event-small">
        {words.standsStill}{' '}
        <Link as="button" disabledFocusable={busy} onClick={() => void go()}>
          {busy ? words.moving : label}
        </Link>
      </p>
      {refused && <OutlookFailure because={refused} />}
    </>
  )
}
