import { XMLParser } from 'fast-xml-parser'
import { appointmentEvents } from '../lint/commands.ts'
import type { Mistake } from '../mistake.ts'

type Element = {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly Element[]
  readonly text: string
}

/**
 * The order in which elements stand within each other, as MS-OWEMXML has it: Outlook refuses a manifest for one out of place.
 *
 * Only what this manifest is made of; anything else is refused, so that nothing is added here without being looked up.
 */
const order: Readonly<Record<string, readonly string[]>> = {
  OfficeApp: (
    'Id Version ProviderName DefaultLocale DisplayName Description IconUrl HighResolutionIconUrl SupportUrl ' +
    'AppDomains Hosts Requirements FormSettings Permissions Rule VersionOverrides'
  ).split(' '),
  VersionOverrides: ['Requirements', 'Hosts', 'Resources', 'VersionOverrides'],
  Host: ['Runtimes', 'DesktopFormFactor'],
  DesktopFormFactor: ['SupportsSharedFolders', 'FunctionFile', 'ExtensionPoint'],
  ExtensionPoint: ['OfficeTab', 'LaunchEvents', 'SourceLocation'],
  Group: ['Label', 'Control'],
  Control: ['Label', 'Supertip', 'Icon', 'Action'],
  Supertip: ['Title', 'Description'],
  DesktopSettings: ['SourceLocation', 'RequestedHeight'],
  Resources: ['bt:Images', 'bt:Urls', 'bt:ShortStrings', 'bt:LongStrings'],
  ...only({
    AppDomains: 'AppDomain',
    Hosts: 'Host',
    Requirements: ['Sets', 'bt:Sets'],
    Sets: 'Set',
    'bt:Sets': 'bt:Set',
    FormSettings: 'Form',
  }),
  ...only({
    Form: 'DesktopSettings',
    Runtimes: 'Runtime',
    Runtime: 'Override',
    OfficeTab: 'Group',
    Icon: 'bt:Image',
    Action: 'SourceLocation',
  }),
  ...only({
    LaunchEvents: 'LaunchEvent',
    'bt:Images': 'bt:Image',
    'bt:Urls': 'bt:Url',
    'bt:ShortStrings': 'bt:String',
    'bt:LongStrings': 'bt:String',
  }),
  ...only({ DisplayName: 'Override', Description: 'Override', 'bt:String': 'Override' }),
}
const longest: Readonly<Record<string, number>> = {
  DisplayName: 125,
  Description: 250,
  ProviderName: 125,
  'bt:ShortStrings': 125,
  'bt:LongStrings': 250,
}

function only(each: Readonly<Record<string, string | readonly string[]>>): Record<string, readonly string[]> {
  return Object.fromEntries(Object.entries(each).map(([name, child]) => [name, typeof child === 'string' ? [child] : child]))
}

/** What Outlook would refuse, or take and then not do, in an XML manifest. */
export function xmlMistakes(xml: string): readonly Mistake[] {
  const [root] = elementsOf(new XMLParser({ preserveOrder: true, ignoreAttributes: false, attributeNamePrefix: '' }).parse(xml) as unknown)
  if (root?.name !== 'OfficeApp') return [{ at: 'the XML manifest', because: 'has no OfficeApp' }]
  const all = within(root)
  const layers = all.filter(({ name }) => name === 'VersionOverrides')
  return [
    ...all.flatMap(orderMistakes),
    ...all.flatMap(lengthMistakes),
    ...layers.flatMap(referenceMistakes),
    ...all.flatMap(eventMistakes),
  ]
}

function orderMistakes({ name, children }: Element): readonly Mistake[] {
  const known = order[name] ?? []
  const places = children.map((child) => known.indexOf(child.name))
  return children.flatMap((child, index) => {
    const place = places[index] ?? -1
    if (place === -1) return [{ at: `<${name}>`, because: `<${child.name}> is not known in it` }]
    return places.slice(0, index).some((before) => before > place)
      ? [{ at: `<${name}>`, because: `<${child.name}> stands too late in it` }]
      : []
  })
}

function lengthMistakes({ name, attributes, children, text }: Element): readonly Mistake[] {
  const said = name.startsWith('bt:')
    ? children.flatMap((child) => wordsOf(child))
    : [text, ...wordsOf({ name, attributes, children, text })]
  return said
    .filter((each) => each.length > (longest[name] ?? Number.POSITIVE_INFINITY))
    .map((each) => ({ at: `<${name}>`, because: `“${each}” is longer than the ${longest[name]} characters it may have` }))
}

function wordsOf({ attributes, children }: Element): readonly string[] {
  return [attributes['DefaultValue'] ?? '', ...children.map((child) => child.attributes['Value'] ?? '')]
}

/** Within one layer every reference finds its resource, every resource is referred to, and no id is used twice. */
function referenceMistakes(layer: Element): readonly Mistake[] {
  const all = layer.children.filter(({ name }) => name !== 'VersionOverrides').flatMap(within)
  const resources = all
    .filter(({ name }) => name === 'Resources')
    .flatMap(within)
    .flatMap(({ attributes }) => attributes['id'] ?? [])
  const references = all.flatMap(({ attributes }) => attributes['resid'] ?? [])
  const ids = all.flatMap(({ attributes, name }) => (name === 'OfficeTab' ? [] : (attributes['id'] ?? [])))
  const at = `<VersionOverrides ${layer.attributes['xsi:type']}>`
  return [
    ...references.filter((id) => !resources.includes(id)).map((id) => ({ at, because: `“${id}” is referred to and is not there` })),
    ...resources.filter((id) => !references.includes(id)).map((id) => ({ at, because: `“${id}” is there for nothing` })),
    ...ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => ({ at, because: `“${id}” is the id of two things` })),
    ...ids.filter((id) => id.length > 32).map((id) => ({ at, because: `“${id}” is longer than the 32 characters of an id` })),
  ]
}

function eventMistakes({ name, attributes }: Element): readonly Mistake[] {
  if (name !== 'LaunchEvent' || Object.values(appointmentEvents).includes(attributes['Type'] ?? '')) return []
  return [{ at: '<LaunchEvent>', because: `“${attributes['Type']}” is no event of appointments` }]
}

function within(element: Element): readonly Element[] {
  return [element, ...element.children.flatMap(within)]
}

/** The parser keeps the order by giving each element as `{ name: children, ':@': attributes }`. */
function elementsOf(nodes: unknown): readonly Element[] {
  if (!Array.isArray(nodes)) return []
  return nodes.flatMap((node: Record<string, unknown>) => {
    const [name] = Object.keys(node).filter((key) => key !== ':@' && key !== '#text' && !key.startsWith('?'))
    if (name === undefined) return []
    const children = node[name] as readonly Record<string, unknown>[]
    const text = children.map((child) => (typeof child['#text'] === 'string' ? child['#text'] : '')).join('')
    return [{ name, attributes: (node[':@'] ?? {}) as Record<string, string>, children: elementsOf(children), text }]
  })
}
