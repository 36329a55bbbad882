import { readPhoneList } from '../../../api/use-cases/phone-list.ts'
import { messagesOf } from './checks-messages.ts'
import { memberNumbers } from './outside/council-world.ts'
import { memberIdFor } from './people.ts'
import type { Lived } from './run.ts'
import type { Held } from './sessions-held.ts'
import { settledAnswer, unseenFor } from './settled-answers.ts'

/** Every Member who was coming to what was cancelled at short notice is texted or is on the list of those to ring; nobody else is texted. */
export async function notices(lived: Lived): Promise<readonly string[]> {
  const found = await Promise.all(lived.sessions.map(async (session) => (session.isNoticeShort ? ofSession(lived, session) : [])))
  return found.flat()
}

async function ofSession(lived: Lived, session: Held): Promise<readonly string[]> {
  const { sessionId, eventId } = session
  const gone = lived.world.outlook.entries.get(eventId)?.gone
  if (!gone || gone.at > lived.scenario.calmFrom.epochMilliseconds) return []
  const list = await readPhoneList(lived.council, sessionId)
  const listed = new Set<string>(list?.entries.map(({ memberId }) => memberId))
  const texted = new Set<string>(
    messagesOf(lived).flatMap(({ duty, record }) =>
      record?.session.id === sessionId && duty?.purpose.kind === 'cancellation-notice' ? [duty.purpose.memberId] : [],
    ),
  )
  // An officer decides before the calendar is cleared: what is answered in between may count or not.
  const decidedAt = lived.meant.decisions.find((each) => each.eventId === eventId)?.at ?? gone.at
  const span = { from: decidedAt - unseenFor, until: gone.at + unseenFor }
  return memberNumbers.flatMap((number) => {
    const settled = settledAnswer(lived, session, number, span)
    const memberId = memberIdFor(number)
    const name = `member ${number}, who had answered ${settled ?? ''}, of ${eventId}`
    if (settled === 'accepted' || settled === 'tentative') {
      return texted.has(memberId) || listed.has(memberId) ? [] : [`never told of the cancellation: ${name}`]
    }
    return settled !== undefined && texted.has(memberId) ? [`told of the cancellation though not coming: ${name}`] : []
  })
}
