import type { HealthView } from '../../../api/contracts/health.ts'
import { day, isBefore, instant } from '../../../domain/kernel/time.ts'
import { asAtWords, byWords, londonDay } from '../../ui/words-of-time.ts'
import { counted } from '../../ui/words-of-number.ts'
import {
  channelNames,
  dayUnknownToDo,
  jobName,
  keyNames,
  lastDayWords,
  leadWords,
  needs,
  silentWords,
  stoppedWords,
  stuckWords,
  whileSilent,
} from './words.ts'

/** Something that is not as it should be. `act`: it waits for somebody; `watch`: it mends itself, or may be so. */
export type Finding = { readonly kind: 'act' | 'watch'; readonly what: string; readonly toDo: string }

/** Days before the last day of a key from which on it is somebody's to renew. */
export const renewWithinDays = 30
/** Until the last day of a key: 0 on that day, less than nought once it is over. */
export function daysLeft(endsOn: string, now: string): number {
  return londonDay(now).until(day(endsOn), { largestUnit: 'days' }).days
}

/** Minutes that work by the clock may take before it is late. */
const lateMinutes = 30
/** Hours after which what was tried says nothing of today: it is tried each night. */
const triedHours = 48

/** Everything that is not as it should be, what waits for somebody first. */
export function findingsIn(health: HealthView): readonly Finding[] {
  const found = [
    ...outsideFindings(health),
    ...silentFindings(health),
    ...rightFindings(health),
    ...mailboxFindings(health),
    ...keyFindings(health),
    ...workFindings(health),
    ...messageFindings(health),
  ]
  return [...found.filter(({ kind }) => kind === 'act'), ...found.filter(({ kind }) => kind === 'watch')]
}

/** What the page says first. Until what Quorate may do and some mailbox have been tried, finding nothing means little. */
export function leadOf({ access, mailboxes }: HealthView, findings: readonly Finding[]): string {
  const things = findings.filter(({ kind }) => kind === 'act').length
  return leadWords(things, access !== undefined && mailboxes.length > 0, findings.length > things)
}

function act(what: string, toDo: string): Finding {
  return { kind: 'act', what, toDo }
}

function watch(what: string, toDo: string): Finding {
  return { kind: 'watch', what, toDo }
}

/** That the service is confined to the mailboxes it should read is tried, not believed. */
function outsideFindings({ access }: HealthView): readonly Finding[] {
  if (!access) return []
  const { outside } = access
  if (!outside) {
    const toDo = 'It can only be named when a council is set up. Instead, run the check of the mailboxes: the guide to installing, step 9.'
    return [watch('Nobody has named a mailbox that must be closed to Quorate, so it cannot be tried', toDo)]
  }
  const { address } = outside
  if (outside.found === 'open') {
    const toDo =
      'In Entra, take away every Calendars and Mail permission of Quorate: there they open every mailbox. In Exchange, keep the scope to the named mailboxes. Then press “Check now”; a change takes up to two hours.'
    return [act(`Quorate can read ${address}, which must be closed to it`, toDo)]
  }
  const another = 'Give that address, as an alias, to another mailbox that Quorate has nothing to do with. Then press “Check now”.'
  if (outside.found === 'no-such-mailbox') return [act(`There is no mailbox ${address} to try`, another)]
  if (outside.found === 'no-answer')
    return [watch(`Nobody knows whether ${address} is closed to Quorate`, 'Microsoft 365 did not answer. Press “Check now” later.')]
  return []
}

function silentFindings({ unreachable, now }: HealthView): readonly Finding[] {
  return unreachable.map(({ dependency, since }) => act(silentWords(dependency, since, now), whileSilent[dependency]))
}

/** A council may leave out some: Members then answer while they are signed in, or in Outlook, and registers are filled in by hand. */
function rightFindings({ access, now }: HealthView): readonly Finding[] {
  if (!access)
    return [watch('Nobody has tried yet what Quorate may do in Microsoft 365', 'It is tried each night. Press “Check now” to try at once.')]
  const refused = access.found.filter(({ found }) => found === 'refused' || found === 'no-such-mailbox')
  const missing = refused.map(({ need, found }) => {
    const { what, right, without, mayBeLeftOut } = needs[need]
    const toDo =
      found === 'refused'
        ? `Give Quorate ${right}. A change takes up to two hours; then press “Check now”. Until then ${without}.`
        : `Until there is one, ${without}.`
    const tell = mayBeLeftOut ? watch : act
    return tell(`${found === 'refused' ? 'Refused' : 'No such mailbox'}: ${what.charAt(0).toLowerCase()}${what.slice(1)}`, toDo)
  })
  const unknown = access.found.some(({ found }) => found === 'no-answer')
  const silent = watch(
    'Nobody knows whether Quorate has every right that it needs',
    'Microsoft 365 did not answer. Press “Check now” later.',
  )
  const old = isBefore(instant(access.at).add({ hours: triedHours }), instant(now))
  const stale = watch(`What Quorate may do was tried last at ${asAtWords(access.at, now)}`, 'It is tried each night. Press “Check now”.')
  return [...missing, ...(unknown ? [silent] : []), ...(old ? [stale] : [])]
}

function mailboxFindings({ mailboxes, now }: HealthView): readonly Finding[] {
  return mailboxes.flatMap(({ name, address, closedToUs, failingSince, listeningUntil }) => {
    if (closedToUs === 'not-allowed') {
      const toDo = `Add ${address} to the scope in Exchange. A change takes up to two hours. Then press “Check now”; otherwise Quorate reads it by itself within six hours.`
      return [act(`Quorate may not read the calendar of ${name}`, toDo)]
    }
    if (closedToUs) {
      const toDo = 'Give them one in Exchange Online, or take the role Officer from them in Entra.'
      return [act(`${name} has no mailbox in Exchange Online`, toDo)]
    }
    if (failingSince !== undefined) {
      const toDo = 'It is tried again by itself. If it stays so for a day, ask whoever runs Quorate to look in its log.'
      return [watch(`The calendar of ${name} could not be read since ${asAtWords(failingSince, now)}`, toDo)]
    }
    const ended = listeningUntil === undefined || isBefore(instant(listeningUntil), instant(now))
    const toDo =
      'We look every six hours, and ask Outlook again each time. If it stays so, see that Microsoft 365 can reach Quorate’s address.'
    return ended ? [watch(`Outlook does not tell us of changes in the calendar of ${name}`, toDo)] : []
  })
}

function keyFindings({ keys, now }: HealthView): readonly Finding[] {
  return keys.flatMap(({ of, kind, endsOn }) => {
    const name = keyNames[of]
    if (endsOn === undefined) {
      return kind === 'secret' ? [watch(`Quorate does not know when its secret ends: ${name}`, dayUnknownToDo(of))] : []
    }
    const left = daysLeft(endsOn, now)
    const toDo =
      'Make a new one, give it to Quorate beside the old one, and take the old one away once Quorate has started with the new. The guide to operating says how.'
    if (left < 0) return [act(`Ended on ${lastDayWords(endsOn)}: ${name}`, toDo)]
    return left <= renewWithinDays ? [act(`Ends on ${lastDayWords(endsOn)}: ${name}`, toDo)] : []
  })
}

function workFindings({ work, lateSince, hintsGivenUp, now }: HealthView): readonly Finding[] {
  const late = work.filter(
    ({ dueSince }) => dueSince !== undefined && isBefore(instant(dueSince).add({ minutes: lateMinutes }), instant(now)),
  )
  return [
    ...(lateSince === undefined
      ? []
      : [
          act(
            `Work has been waiting since ${asAtWords(lateSince, now)}`,
            'Nothing is lost. See that Quorate is running, and that its storage account has its queue. Start it again if it stays so.',
          ),
        ]),
    ...late.map(({ job, dueSince = now }) =>
      watch(
        `Not done yet, and due since ${asAtWords(dueSince, now)}: ${jobName(job)}`,
        'It is tried again by itself. If it stays so for a day, look in the log.',
      ),
    ),
    ...(hintsGivenUp
      ? [
          watch(
            `${counted(hintsGivenUp.count, 'hint')} given up within the last week`,
            'Nothing is lost: the work was found without them. If there are more each day, look in the log.',
          ),
        ]
      : []),
  ]
}

function messageFindings({ resting, stuck, keys, now }: HealthView): readonly Finding[] {
  const hasTexts = !keys.some(({ of, kind }) => of === 'notify' && kind === 'none')
  return [
    ...resting.map((rest) => restFinding(rest, hasTexts, now)),
    ...(stuck.messages > 0
      ? [watch(stuckWords(stuck).replace(/\.$/, ''), 'Officers see each of them under Needs attention, with what to do.')]
      : []),
  ]
}

/** `hasTexts`: the service has a key of Notify's. A council may go without texts. */
function restFinding({ channel, until, because }: HealthView['resting'][number], hasTexts: boolean, now: string): Finding {
  const name = channelNames[channel]
  if (because === undefined)
    return watch(`${name} wait until ${byWords(until, now)}`, 'The service asked us to pause. Then they go on by themselves.')
  if (because === 'limit-reached')
    return act(
      `${name} wait: the day’s limit is reached`,
      `They go on at ${byWords(until, now)}. Ask the service for a higher limit if that happens again.`,
    )
  const ifWanted = 'Give it one if texts are wanted. The guide to operating says how, under Rotate.'
  if (channel === 'text' && !hasTexts) return watch('Texts are not sent: Quorate has no key of GOV.UK Notify', ifWanted)
  const { why, toDo } = stoppedWords(because)
  return act(`${name} have stopped: ${why}`, toDo)
}
