import type { Mark } from '../../../domain/attendance/mark.ts'
import { instant } from '../../../domain/kernel/time.ts'
import type { SessionRecord } from '../../../domain/sessions/session-record.ts'
import { clocksDifferBy, eveningOf, messagesOf, minute, onItsWay, type Message } from './checks-messages.ts'
import { memberNumbers } from './outside/council-world.ts'
import { memberIdFor } from './people.ts'
import type { Lived } from './run.ts'
import type { Held } from './sessions-held.ts'
import { settledAnswer, unseenFor } from './settled-answers.ts'

const hour = 60 * minute

/** Whoever was there is asked what it was worth, the morning after and nobody else; and what they say is kept, once. */
export function evaluations(lived: Lived): readonly string[] {
  const sent = messagesOf(lived).filter(({ duty }) => duty?.purpose.kind === 'evaluation')
  return [
    ...sent.flatMap((message) => ofMessage(lived, message)),
    ...lived.sessions.flatMap((session) => leftOut(lived, session)),
    ...said(lived),
  ]
}

function ofMessage(lived: Lived, { at, duty, record }: Message): readonly string[] {
  const held = lived.sessions.find(({ sessionId }) => sessionId === record?.session.id)
  const purpose = duty?.purpose
  const number = memberNumbers.find((each) => purpose && 'memberId' in purpose && purpose.memberId === memberIdFor(each))
  if (!held || !record || number === undefined) return ['asked what something was worth that is no session of ours']
  const name = `member ${number} of ${held.eventId}`
  const from = held.formsAt === undefined ? Number.POSITIVE_INFINITY : instant(held.formsAt).epochMilliseconds
  const isNight = at + clocksDifferBy < eveningOf(at) - 13 * hour || at - onItsWay >= eveningOf(at)
  const told = lived.meant.evaluations.some(
    (each) => each.sessionId === held.sessionId && each.member === number && each.toldAt !== undefined && each.toldAt < at - onItsWay,
  )
  return [
    ...(at + clocksDifferBy < from ? [`asked what it was worth before the morning after: ${name}`] : []),
    ...(isNight ? [`asked at night what it was worth: ${name}`] : []),
    ...(told ? [`asked what it was worth though told already: ${name}`] : []),
    ...(wasThere(lived, held, { record, number, by: at - onItsWay }) === false ? [`asked who was not there: ${name}`] : []),
  ]
}

/** Everybody who was there, and had said nothing, once the morning is well over. */
function leftOut(lived: Lived, held: Held): readonly string[] {
  const record = lived.records.find(({ session }) => session.id === held.sessionId)
  if (!record || held.formsAt === undefined || record.session.standing.kind !== 'standing') return []
  const morning = instant(held.formsAt).epochMilliseconds
  const until = morning + (lived.isCalm ? 4 : lived.scenario.lateByMinutes) * minute
  if (until > lived.scenario.calmFrom.epochMilliseconds) return []
  return memberNumbers.flatMap((number) => {
    const hasSpoken = lived.meant.evaluations.some((each) => each.sessionId === held.sessionId && each.member === number && each.at < until)
    const isOwed = record.duties.some(({ duty: { purpose } }) => purpose.kind === 'evaluation' && purpose.memberId === memberIdFor(number))
    const was = wasThere(lived, held, { record, number, by: morning - hour })
    return was === true && !hasSpoken && !isOwed ? [`never asked what it was worth: member ${number} of ${held.eventId}`] : []
  })
}

type Whose = { readonly record: SessionRecord; readonly number: number; readonly by: number }

/**
 * By what the register had at a moment: whoever was marked last as there; while it is empty, whoever had accepted. Undefined: nobody can tell,
 * because it changed since, or the answer was not settled.
 */
function wasThere(lived: Lived, held: Held, { record, number, by }: Whose): boolean | undefined {
  const about = record.marks.filter(({ about: whom }) => whom.kind === 'member')
  if (about.some(({ takenAt }) => takenAt.epochMilliseconds > by)) return undefined
  const last = memberNumbers.map((each) => lastOf(about, each))
  if (last.some((mark) => mark && mark.recorded !== 'not-recorded')) {
    const own = lastOf(about, number)
    return own !== undefined && ['in-person', 'online'].includes(own.recorded)
  }
  const begins = held.appointment.startsAt.epochMilliseconds
  const answer = settledAnswer(lived, held, number, { from: begins - unseenFor, until: begins + unseenFor })
  return answer === undefined ? undefined : answer === 'accepted'
}

function lastOf(marks: readonly Mark[], number: number): Mark | undefined {
  const own = marks.filter(({ about }) => about.kind === 'member' && about.memberId === memberIdFor(number))
  return own
    .toSorted((one, other) => one.pressedAt.epochMilliseconds - other.pressedAt.epochMilliseconds || one.number - other.number)
    .at(-1)
}

/** No return is lost and none is made up; whoever says the same again has said it once. */
function said({ meant, records }: Lived): readonly string[] {
  return records.flatMap(({ session, evaluations: kept }) => {
    const own = meant.evaluations.filter(({ sessionId }) => sessionId === session.id)
    const lost = own.flatMap(({ member, value, toldAt }) => {
      const found = kept.find(({ memberId }) => memberId === memberIdFor(member))
      const stands = found?.said.kind === 'answers' && found.said.answers.some((each) => each.answer === 'scale' && each.value === value)
      return toldAt !== undefined && !stands ? [`a return is lost: member ${member} of ${session.title}`] : []
    })
    const strange = kept.filter(({ memberId }) => !own.some(({ member }) => memberIdFor(member) === memberId))
    const twice = kept.filter(({ number }) => number > 1)
    return [
      ...lost,
      ...strange.map(({ memberId }) => `a return that nobody made: ${memberId} of ${session.title}`),
      ...twice.map(({ memberId, number }) => `one return counted ${number} times: ${memberId} of ${session.title}`),
    ]
  })
}
