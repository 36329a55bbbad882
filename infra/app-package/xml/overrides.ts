import { appointmentEvents } from '../lint/commands.ts'
import { sharedMailboxes } from '../lint/permissions.ts'
import type { Control, Extension, Icon, Manifest } from '../manifest.ts'
import { createResources, type Resources, type saying } from './resources.ts'

type Say = ReturnType<typeof saying>
const surfaces = {
  meetingDetailsOrganizer: 'AppointmentOrganizerCommandSurface',
  meetingDetailsAttendee: 'AppointmentAttendeeCommandSurface',
} as const
const sendModes = { promptUser: 'PromptUser', softBlock: 'SoftBlock', block: 'Block' } as const
const namespace = 'http://schemas.microsoft.com/office/mailappversionoverrides'

/** The buttons for everyone, and within it the buttons and the events for those who can run them. A client takes the innermost it can. */
export function overrides(manifest: Manifest, say: Say) {
  return {
    '@xmlns': namespace,
    '@xsi:type': 'VersionOverridesV1_0',
    ...layer(manifest, say, 'buttons'),
    VersionOverrides: { '@xmlns': `${namespace}/1.1`, '@xsi:type': 'VersionOverridesV1_1', ...layer(manifest, say, 'buttons and events') },
  }
}

function layer(manifest: Manifest, say: Say, of: 'buttons' | 'buttons and events') {
  const [extension] = manifest.extensions
  const resources = createResources()
  const events = of === 'buttons' ? undefined : eventsOf(extension, resources)
  const shared = manifest.authorization.permissions.resourceSpecific.some(({ name }) => name === sharedMailboxes)
  const { capabilities = [] } = (of === 'buttons' ? extension : extension.autoRunEvents[0])?.requirements ?? {}
  return {
    Requirements: { 'bt:Sets': { 'bt:Set': capabilities.map((set) => ({ '@Name': set.name, '@MinVersion': set.minVersion })) } },
    Hosts: {
      Host: {
        '@xsi:type': 'MailHost',
        ...(events ? { Runtimes: events.runtimes } : {}),
        DesktopFormFactor: {
          ...(events && shared ? { SupportsSharedFolders: true } : {}),
          ...(events ? { FunctionFile: events.page } : {}),
          ExtensionPoint: [...surfacesOf(extension, say, resources), ...(events ? [events.point] : [])],
        },
      },
    },
    Resources: resources.element(),
  }
}

function surfacesOf(extension: Extension, say: Say, resources: Resources) {
  const icon = (icons: readonly Icon[]) => ({
    'bt:Image': icons.map(({ size, url }) => ({ '@size': size, ...resources.reference('Images', { '@DefaultValue': url }) })),
  })
  const button = (control: Control, at: string) => ({
    '@xsi:type': 'Button',
    '@id': control.id,
    Label: resources.reference('ShortStrings', say(`${at}.label`)),
    Supertip: {
      Title: resources.reference('ShortStrings', say(`${at}.supertip.title`)),
      Description: resources.reference('LongStrings', say(`${at}.supertip.description`)),
    },
    Icon: icon(control.icons),
    Action: { '@xsi:type': 'ShowTaskpane', SourceLocation: resources.reference('Urls', { '@DefaultValue': pageOf(extension, control) }) },
  })
  return extension.ribbons.flatMap(({ contexts, tabs }, ribbonAt) =>
    contexts.flatMap((context) =>
      tabs.map(({ builtInTabId, groups }, tabAt) => ({
        '@xsi:type': surfaces[context],
        OfficeTab: {
          '@id': builtInTabId,
          Group: groups.map(({ id, controls }, groupAt) => {
            const at = `extensions[0].ribbons[${ribbonAt}].tabs[${tabAt}].groups[${groupAt}]`
            return {
              '@id': id,
              Label: resources.reference('ShortStrings', say(`${at}.label`)),
              Control: controls.map((control, controlAt) => button(control, `${at}.controls[${controlAt}]`)),
            }
          }),
        },
      })),
    ),
  )
}

function pageOf({ runtimes }: Extension, { id, actionId }: Control): string {
  const found = runtimes.find(({ actions }) => actions.some((action) => action.id === actionId))
  if (!found) throw new Error(`The button ${id} opens nothing`)
  return found.code.page
}

/** Web and Mac load the page, classic Outlook the bare script. */
function eventsOf({ runtimes, autoRunEvents }: Extension, resources: Resources) {
  const runtime = runtimes.find(({ actions }) => actions.some(({ type }) => type === 'executeFunction'))
  if (!runtime?.code.script) throw new Error('No runtime has a script for the events')
  const page = resources.reference('Urls', { '@DefaultValue': runtime.code.page })
  const script = resources.reference('Urls', { '@DefaultValue': runtime.code.script })
  const launched = autoRunEvents.flatMap(({ events }) =>
    events.map(({ type, actionId, options }) => ({
      '@Type': appointmentEvents[type],
      '@FunctionName': actionId,
      ...(options ? { '@SendMode': sendModes[options.sendMode] } : {}),
    })),
  )
  return {
    page,
    runtimes: { Runtime: { ...page, Override: { '@type': 'javascript', ...script } } },
    point: { '@xsi:type': 'LaunchEvent', LaunchEvents: { LaunchEvent: launched }, SourceLocation: page },
  }
}
