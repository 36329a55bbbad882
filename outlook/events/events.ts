/// <reference types="office-js" />
import { onSend, type Event } from './on-send.ts'

/** The name by which the manifest asks for it. Classic Outlook may have no timers. */
Office.actions.associate('onAppointmentSend', (event: Event) =>
  onSend(Office, event, typeof setTimeout === 'function' ? setTimeout : undefined),
)
