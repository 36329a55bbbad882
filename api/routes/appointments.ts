import { maySetDetails } from '../../domain/policy/may.ts'
import { appointmentQuery, appointmentView } from '../contracts/appointments.ts'
import { forRoles } from '../http/handle.ts'
import type { Operation } from '../http/operation.ts'
import { done } from '../http/problem.ts'
import { readAppointment } from '../use-cases/read-appointment.ts'

/** What the Outlook add-in asks of an appointment that may not be a session yet. */
export function appointmentRoutes(): readonly Operation[] {
  return [
    forRoles(
      maySetDetails,
      {
        route: 'GET /appointments',
        says: 'For the Outlook add-in: the session that an appointment is, if it is one yet, and what there is to choose from before that',
        query: appointmentQuery,
        gives: appointmentView,
      },
      async ({ council, query: { category = [], series, ...query } }) =>
        done(await readAppointment(council, { ...query, categories: [category].flat(), isSeries: series !== undefined })),
    ),
  ]
}
