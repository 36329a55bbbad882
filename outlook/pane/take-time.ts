import type { PlanCheck } from '../../api/contracts/plan.ts'
import type { Outlook } from '../office/outlook.ts'

/** Moves the appointment. Where Outlook refuses half-way its new start may stand already, so that it is read again in any case. */
export async function takeTime(
  { moveTo }: Pick<Outlook, 'moveTo'>,
  { startsAt, endsAt }: Pick<PlanCheck['otherTimes'][number], 'startsAt' | 'endsAt'>,
  readAgain: () => Promise<void>,
): Promise<'moved' | 'refused'> {
  const came = await moveTo(startsAt, endsAt).then(
    () => 'moved' as const,
    () => 'refused' as const,
  )
  await readAgain()
  return came
}
