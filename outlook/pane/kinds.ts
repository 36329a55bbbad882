import type { AppointmentView } from '../../api/contracts/appointments.ts'

/** What there is to choose from for one kind, before the service has been asked about that kind: what differs by kind is told of each. */
export function choicesFor({ kinds, form }: Pick<AppointmentView, 'kinds' | 'form'>, kind: string): AppointmentView['form']['choices'] {
  const { audienceFixed = form.choices.audienceFixed } = kinds.find(({ kindId }) => kindId === kind) ?? {}
  return { ...form.choices, audienceFixed }
}
