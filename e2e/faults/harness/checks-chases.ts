import { instant } from '../../../domain/kernel/time.ts'
import type { Purpose } from '../../../domain/duties/duty.ts'
import type { SessionRecord } from '../../../domain/sessions/session-record.ts'
import { clocksDifferBy, messagesOf, minute } from './checks-messages.ts'
import { addressOf, memberNumbers } from './outside/council-world.ts'
import { memberIdFor, type Meant } from './people.ts'
import type { Lived } from './run.ts'
import { settledAnswer, unseenFor } from './settled-answers.ts'

type ChasePurpose = Extract<Purpose, { kind: 'chase' }>
type MeantChase = Meant['chases'][number]

/** One Member asked again by one press: what came of it through whatever channel, or is still to come. */
type Chased = { readonly record: SessionRecord; readonly purpose: ChasePurpose; readonly by: MeantChase | undefined }

const onItsWay = 3 * minute

/** Nobody is chased more often than the council allows, nobody who had answered, and nobody is left out who had not. */
export function chases(lived: Lived): readonly string[] {
  const sent = messagesOf(lived).flatMap(({ duty, record, at }) =>
    duty?.purpose.kind === 'chase' && record ? [{ ...chased(lived, record, duty.purpose), at }] : [],
  )
  return [...aboveTheCap(lived, sent), ...sent.flatMap((each) => answered(lived, each)), ...presses(lived), ...leftOut(lived)]
}

function chased({ meant }: Lived, record: SessionRecord, purpose: ChasePurpose): Chased {
  const press = record.session.chases?.find(({ number }) => number === purpose.number)?.press
  return { record, purpose, by: meant.chases.find((each) => each.press === press) }
}

function aboveTheCap({ scenario }: Lived, sent: readonly Chased[]): readonly string[] {
  return [...Map.groupBy(sent, ({ purpose }) => purpose.memberId)].flatMap(([memberId, own]) => {
    // A card of which nobody knows what became of it, and the email after it, are one.
    const pressed = [...new Set(own.map(({ by }) => by))].toSorted((one, other) => (one?.at ?? 0) - (other?.at ?? 0))
    return pressed.flatMap((by, index) => {
      const most = by ? capAt(scenario, by.at) : 0
      return index + 1 > most ? [`chased ${index + 1} times in a week, where ${most} is the most: ${memberId}`] : []
    })
  })
}

function capAt({ rules }: Lived['scenario'], at: number): number {
  return rules.caps.findLast(({ from }) => instant(from).epochMilliseconds <= at)?.most ?? 0
}

/** Whoever had said yes or no, and was told that it was taken or had it seen in the calendar, is left alone. */
function answered(lived: Lived, { record, purpose, at }: Chased & { readonly at: number }): readonly string[] {
  const { sessions, isCalm, meant, world } = lived
  const number = memberNumbers.find((each) => memberIdFor(each) === purpose.memberId)
  const session = sessions.find(({ sessionId }) => sessionId === record.session.id)
  if (number === undefined || !session) return []
  const name = `member ${number} about ${session.eventId}`
  const settled = settledAnswer(lived, session, number, { from: at - (isCalm ? 15 * minute : unseenFor), until: at })
  if (settled === 'accepted' || settled === 'declined') return [`chased though ${settled}: ${name}`]
  const own = meant.answers.filter((each) => each.member === number && each.eventId === session.eventId && each.at < at)
  const last = own.at(-1)
  if (!last || last.answer === 'tentative' || own.some(({ toldAt }) => toldAt === undefined || toldAt > at - onItsWay)) return []
  const since = world.outlook.entries
    .get(session.eventId)
    ?.answers.some((each) => each.address === addressOf(number) && each.through !== 'us' && each.at > last.at - onItsWay && each.at < at)
  return since ? [] : [`chased though ${last.answer}, and told that it was taken: ${name}`]
}

/** A press is done once, and asks as many as whoever pressed was told. */
function presses({ meant, records }: Lived): readonly string[] {
  return meant.chases.flatMap(({ press, sessionId, eventId, told }) => {
    const record = records.find(({ session }) => session.id === sessionId)
    const own = record?.session.chases?.filter((each) => each.press === press) ?? []
    if (own.length > 1) return [`one press chased ${own.length} times: ${eventId}`]
    if (!told) return []
    const [chase] = own
    if (!chase) return [`a chase is lost: ${eventId}`]
    const asked = askedBy(record, chase.number).size
    return asked === told.asked ? [] : [`told that ${told.asked} are asked, and ${asked} are: ${eventId}`]
  })
}

function askedBy(record: SessionRecord | undefined, number: number): ReadonlySet<string> {
  return new Set(
    record?.duties.flatMap(({ duty: { purpose } }) => (purpose.kind === 'chase' && purpose.number === number ? [purpose.memberId] : [])),
  )
}

/** While all goes well everyone is asked who had not answered and may be; a press that died half-way may have used up a Member's turn. */
function leftOut(lived: Lived): readonly string[] {
  const { meant, records, isCalm, sessions, scenario } = lived
  if (!isCalm) return []
  const done = records.flatMap((record) =>
    record.duties.flatMap(({ duty: { purpose } }) => (purpose.kind === 'chase' ? [chased(lived, record, purpose)] : [])),
  )
  return meant.chases.flatMap(({ sessionId, press, at, told }) => {
    const session = sessions.find((each) => each.sessionId === sessionId)
    if (!session || !told) return []
    return memberNumbers.flatMap((number) => {
      const own = done.filter(({ purpose }) => purpose.memberId === memberIdFor(number))
      const isAsked = own.some(({ by }) => by?.press === press)
      const before = new Set(own.filter(({ by }) => by && by.at <= told.at + clocksDifferBy).map(({ by }) => by?.press)).size
      const settled = settledAnswer(lived, session, number, { from: at - 15 * minute, until: told.at })
      const isOpen = settled === 'none' || settled === 'tentative'
      return isOpen && !isAsked && before < capAt(scenario, at) ? [`left out of a chase: member ${number} about ${session.eventId}`] : []
    })
  })
}
