import { z } from 'zod'

/**
 * What of a manifest is looked at more closely than the official schema looks, and what the XML manifest is made from.
 *
 * The add-in's part is closed: a thing for which the XML manifest has no words here would be in one manifest and not in the other.
 */
const icon = z.strictObject({ size: z.number(), url: z.string() })
const needs = z.strictObject({
  scopes: z.array(z.literal('mail')).optional(),
  formFactors: z.array(z.literal('desktop')).optional(),
  capabilities: z.array(z.strictObject({ name: z.literal('Mailbox'), minVersion: z.string() })).length(1),
})
const action = z.discriminatedUnion('type', [
  z.strictObject({ id: z.string(), type: z.literal('openPage'), view: z.string() }),
  z.strictObject({ id: z.string(), type: z.literal('executeFunction') }),
])
const runtime = z.strictObject({
  id: z.string(),
  type: z.literal('general'),
  lifetime: z.literal('short'),
  code: z.strictObject({ page: z.string(), script: z.string().optional() }),
  actions: z.array(action),
})
const control = z.strictObject({
  id: z.string(),
  type: z.literal('button', 'must be a button: no other control is known here'),
  label: z.string(),
  icons: z.array(icon),
  supertip: z.strictObject({ title: z.string(), description: z.string() }),
  actionId: z.string(),
})
const group = z.strictObject({ id: z.string(), label: z.string(), icons: z.array(icon), controls: z.array(control) })
const ribbon = z.strictObject({
  contexts: z.array(z.enum(['meetingDetailsOrganizer', 'meetingDetailsAttendee'])).length(1),
  tabs: z.array(z.strictObject({ builtInTabId: z.literal('TabDefault'), groups: z.array(group) })).length(1),
})
const event = z.strictObject({
  type: z.string(),
  actionId: z.string(),
  options: z.strictObject({ sendMode: z.enum(['promptUser', 'softBlock', 'block']) }).optional(),
})
const extension = z.strictObject({
  requirements: needs,
  runtimes: z.array(runtime),
  ribbons: z.array(ribbon),
  autoRunEvents: z.array(z.strictObject({ requirements: needs, events: z.array(event) })).length(1),
  alternates: z
    .array(z.strictObject({ hide: z.strictObject({ customOfficeAddin: z.strictObject({ officeAddinId: z.string() }) }) }))
    .length(1),
})

export const manifestShape = z.looseObject({
  $schema: z.string(),
  manifestVersion: z.string(),
  version: z.string(),
  id: z.string(),
  localizationInfo: z.strictObject({
    defaultLanguageTag: z.string(),
    additionalLanguages: z.array(z.strictObject({ languageTag: z.string(), file: z.string() })).default([]),
  }),
  developer: z.looseObject({ name: z.string(), websiteUrl: z.string() }),
  name: z.strictObject({ short: z.string(), full: z.string() }),
  description: z.strictObject({ short: z.string(), full: z.string() }),
  icons: z.strictObject({ color: z.string(), outline: z.string(), color32x32: z.string() }),
  staticTabs: z.array(z.looseObject({ entityId: z.string(), contentUrl: z.string().optional() })),
  bots: z
    .array(z.looseObject({ botId: z.string(), scopes: z.array(z.string()), isNotificationOnly: z.boolean().default(false) }))
    .length(1),
  validDomains: z.array(z.string()),
  webApplicationInfo: z.looseObject({ id: z.string(), resource: z.string() }),
  authorization: z.strictObject({
    permissions: z.strictObject({
      resourceSpecific: z.array(z.strictObject({ name: z.string(), type: z.enum(['Application', 'Delegated']) })),
    }),
  }),
  activities: z.looseObject({ activityTypes: z.array(z.looseObject({ type: z.string(), templateText: z.string() })) }),
  extensions: z.tuple([extension]),
})

export type Manifest = z.infer<typeof manifestShape>
export type Extension = z.infer<typeof extension>
export type Control = z.infer<typeof control>
export type Icon = z.infer<typeof icon>

/** The texts of another language, by their place in the manifest. */
export type Translation = { readonly tag: string; readonly texts: Readonly<Record<string, string>> }

export function controlsOf({ ribbons }: Extension): readonly Control[] {
  return ribbons.flatMap(({ tabs }) => tabs.flatMap(({ groups }) => groups.flatMap(({ controls }) => controls)))
}

export function iconsOf(extension: Extension): readonly { readonly at: string; readonly icons: readonly Icon[] }[] {
  return extension.ribbons.flatMap(({ tabs }) =>
    tabs.flatMap(({ groups }) =>
      groups.flatMap((group) => [
        { at: `the group “${group.id}”`, icons: group.icons },
        ...group.controls.map(({ id, icons }) => ({ at: `the button “${id}”`, icons })),
      ]),
    ),
  )
}
