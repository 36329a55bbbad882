import { controlsOf, type Extension, type Manifest } from '../manifest.ts'
import type { Mistake } from '../mistake.ts'

/** Events of appointments: as this manifest calls them, and as Office.js and the XML manifest do. The schema takes any text for one. */
export const appointmentEvents: Readonly<Record<string, string>> = {
  appointmentSending: 'OnAppointmentSend',
  newAppointmentOrganizerCreated: 'OnNewAppointmentOrganizer',
  appointmentOrganizerOpened: 'OnAppointmentOrganizer',
  appointmentAttendeesChanged: 'OnAppointmentAttendeesChanged',
  appointmentTimeChanged: 'OnAppointmentTimeChanged',
  appointmentRecurrenceChanged: 'OnAppointmentRecurrenceChanged',
}

/** What the schema never asks: that buttons and events name actions there are, of the kind they need, and that names are used once. */
export function commandMistakes({ extensions: [extension] }: Manifest): readonly Mistake[] {
  return [...actionMistakes(extension), ...eventMistakes(extension), ...runtimeMistakes(extension), ...uniqueMistakes(extension)]
}

const at = 'extensions[0]'

type Use = { readonly at: string; readonly actionId: string; readonly type: 'openPage' | 'executeFunction' }

function usesOf(extension: Extension): readonly Use[] {
  const events = extension.autoRunEvents.flatMap(({ events }) => events)
  return [
    ...controlsOf(extension).map(({ id, actionId }) => ({ at: `${at}: the button “${id}”`, actionId, type: 'openPage' as const })),
    ...events.map(({ type, actionId }) => ({ at: `${at}: the event “${type}”`, actionId, type: 'executeFunction' as const })),
  ]
}

function actionMistakes(extension: Extension): readonly Mistake[] {
  const actions = extension.runtimes.flatMap((runtime) => runtime.actions)
  const uses = usesOf(extension)
  const dangling = uses.flatMap(({ at, actionId, type }) => {
    const found = actions.filter(({ id }) => id === actionId)
    if (found.length !== 1)
      return [{ at, because: `its action “${actionId}” is in ${found.length === 0 ? 'no runtime' : 'more than one runtime'}` }]
    return found[0]?.type === type ? [] : [{ at, because: `its action “${actionId}” must be of the type ${type}` }]
  })
  const idle = actions.filter(({ id }) => !uses.some(({ actionId }) => actionId === id))
  return [...dangling, ...idle.map(({ id }) => ({ at: `${at}.runtimes`, because: `the action “${id}” is used by nothing` }))]
}

function eventMistakes({ autoRunEvents }: Extension): readonly Mistake[] {
  const events = autoRunEvents.flatMap(({ events }) => events)
  const unknown = events.filter(({ type }) => !Object.hasOwn(appointmentEvents, type))
  const sending = events.filter(({ type }) => type === 'appointmentSending')
  const modes = events.filter(({ type, options }) => (options !== undefined) !== (type === 'appointmentSending'))
  return [
    ...unknown.map(({ type }) => ({
      at: `${at}.autoRunEvents`,
      because: `“${type}” is no event of appointments: ${Object.keys(appointmentEvents).join(', ')}`,
    })),
    ...modes.map(({ type }) => ({
      at: `${at}.autoRunEvents`,
      because: type === 'appointmentSending' ? 'appointmentSending needs a sendMode' : `“${type}” stops no sending: it takes no sendMode`,
    })),
    ...(sending.length > 1 ? [{ at: `${at}.autoRunEvents`, because: 'an add-in may handle appointmentSending once' }] : []),
  ]
}

/** Classic Outlook loads the bare script and nothing else, and one runtime of events is all there may be. */
function runtimeMistakes({ runtimes }: Extension): readonly Mistake[] {
  const ofEvents = runtimes.filter(({ actions }) => actions.some(({ type }) => type === 'executeFunction'))
  return [
    ...ofEvents
      .filter(({ code }) => code.script === undefined)
      .map(({ id }) => ({ at: `${at}: the runtime “${id}”`, because: 'needs code.script, without which classic Outlook runs no event' })),
    ...(ofEvents.length > 1 ? [{ at: `${at}.runtimes`, because: 'only one runtime may handle events' }] : []),
  ]
}

function uniqueMistakes(extension: Extension): readonly Mistake[] {
  const groups = extension.ribbons.flatMap(({ tabs }) => tabs.flatMap(({ groups }) => groups))
  const ids = [...groups, ...controlsOf(extension), ...extension.runtimes].map(({ id }) => id)
  const twice = ids.filter((id, index) => ids.indexOf(id) !== index)
  return twice.map((id) => ({ at, because: `“${id}” is the id of more than one group, button or runtime` }))
}
