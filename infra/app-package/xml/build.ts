import { XMLBuilder } from 'fast-xml-parser'
import { mailboxLevels } from '../lint/permissions.ts'
import type { Manifest, Translation } from '../manifest.ts'
import { overrides } from './overrides.ts'
import { localeOf, saying } from './resources.ts'

/**
 * The manifest for the Outlooks that cannot load the unified one (on a Mac, and of perpetual licences), made from it.
 *
 * Two layers: clients with Mailbox 1.8 get the pane, those with 1.12 the pane and the events, as in the unified manifest.
 */
export function xmlManifest(manifest: Manifest, translations: readonly Translation[] = []): string {
  const say = saying(manifest, translations)
  const [extension] = manifest.extensions
  const [pane] = extension.runtimes.filter(({ actions }) => actions.some(({ type }) => type === 'openPage'))
  if (!pane) throw new Error('No runtime opens a page')
  const page = { '@DefaultValue': pane.code.page }
  const built = {
    '?xml': { '@version': '1.0', '@encoding': 'UTF-8' },
    OfficeApp: {
      '@xmlns': 'http://schemas.microsoft.com/office/appforoffice/1.1',
      '@xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
      '@xmlns:bt': 'http://schemas.microsoft.com/office/officeappbasictypes/1.0',
      '@xsi:type': 'MailApp',
      Id: extension.alternates[0]?.hide.customOfficeAddin.officeAddinId,
      Version: `${manifest.version}.0`,
      ProviderName: manifest.developer.name,
      DefaultLocale: localeOf(manifest.localizationInfo.defaultLanguageTag),
      // Another name than the app's, so that who has both can tell them apart.
      DisplayName: say('name.short', (name) => `${name} for Outlook`),
      Description: say('description.short'),
      IconUrl: { '@DefaultValue': pictureOf(manifest, 64) },
      HighResolutionIconUrl: { '@DefaultValue': pictureOf(manifest, 128) },
      SupportUrl: { '@DefaultValue': manifest.developer.websiteUrl },
      AppDomains: { AppDomain: manifest.validDomains.map((domain) => `https://${domain}`) },
      Hosts: { Host: { '@Name': 'Mailbox' } },
      Requirements: {
        Sets: { Set: extension.requirements.capabilities.map((set) => ({ '@Name': set.name, '@MinVersion': set.minVersion })) },
      },
      FormSettings: {
        Form: [
          { '@xsi:type': 'ItemRead', DesktopSettings: { SourceLocation: page, RequestedHeight: 450 } },
          { '@xsi:type': 'ItemEdit', DesktopSettings: { SourceLocation: page } },
        ],
      },
      Permissions: manifest.authorization.permissions.resourceSpecific.flatMap(({ name }) => mailboxLevels[name] ?? [])[0],
      Rule: { '@xsi:type': 'ItemIs', '@ItemType': 'Appointment', '@FormType': 'ReadOrEdit' },
      VersionOverrides: overrides(manifest, say),
    },
  }
  const builder = new XMLBuilder({ ignoreAttributes: false, attributeNamePrefix: '@', format: true, suppressEmptyNode: true })
  return builder.build(built)
}

/** The ribbon's icon at another size: they stand side by side and end in their size. */
export function pictureOf({ extensions: [extension] }: Manifest, size: 64 | 128): string | undefined {
  return extension.ribbons[0]?.tabs[0]?.groups[0]?.icons[0]?.url.replace(/-\d+\.png$/, `-${size}.png`)
}
