import type { MyTraining } from '../../api/contracts/my-training.ts'
import type { OpenAppointment } from '../office/appointment.ts'

/** Her own session of that title and time. Two alike are told apart nowhere, and then neither is shown. */
export function sessionIn(
  training: Pick<MyTraining, 'needsAnswer' | 'nextDates'>,
  { subject, startsAt }: Pick<OpenAppointment, 'subject' | 'startsAt'>,
) {
  const begins = Date.parse(startsAt)
  const found = [...training.needsAnswer, ...training.nextDates].filter(
    (each) => each.title === subject && Date.parse(each.startsAt) === begins,
  )
  const ids = new Set(found.map(({ sessionId }) => sessionId))
  return ids.size === 1 ? found[0]?.sessionId : undefined
}
