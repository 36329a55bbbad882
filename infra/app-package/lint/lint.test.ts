import { encode } from 'fast-png'
import { expect, test } from 'vitest'
import { controlsOf, type Manifest } from '../manifest.ts'
import { manifestMistakes } from '../package.ts'
import { repositoryPictures } from '../repository.ts'
import { schemaMistakes } from '../schema.ts'
import { aManifest, first, root, thamesbrook } from '../testing.ts'
import { pictureMistakes } from './pictures.ts'

const pictures = repositoryPictures(root)
const mistakesOf = (manifest: Manifest) => manifestMistakes(manifest).map(({ at, because }) => `${at}: ${because}`)
const extensionOf = (manifest: Manifest) => manifest.extensions[0]
const button = (manifest: Manifest) => first(controlsOf(extensionOf(manifest)))
const eventOf = (manifest: Manifest) => first(first(extensionOf(manifest).autoRunEvents).events)
const eventRuntime = (manifest: Manifest) => first(extensionOf(manifest).runtimes.filter(({ id }) => id === 'events'))
const asked = (manifest: Manifest) => manifest.authorization.permissions.resourceSpecific

test('the manifest of the repository has no mistake, by the official schema or by our own rules', () => {
  expect(schemaMistakes(aManifest())).toEqual([])
  expect(mistakesOf(aManifest())).toEqual([])
  expect(pictureMistakes(aManifest(), pictures)).toEqual([])
})

type Planted = {
  readonly what: string
  readonly change: (manifest: Manifest) => void
  readonly said: string
  readonly schema?: 'refuses it too'
}

const planted: readonly Planted[] = [
  // Who is who
  { what: 'an id of nought', change: (m) => (m.id = '00000000-0000-0000-0000-000000000000'), said: 'id: is no id' },
  { what: 'a name for an id', change: (m) => (first(m.bots).botId = 'the-bot'), said: 'bots[0].botId: is no id', schema: 'refuses it too' },
  {
    what: 'one identity for the bot and the API',
    change: (m) => (first(m.bots).botId = m.webApplicationInfo.id),
    said: 'webApplicationInfo.id: is the id of the bot too: the API needs one of its own, or every signed-in person holds a token that the bot takes',
  },
  {
    what: 'one id, in other letters, for the app and the add-in of the XML manifest',
    change: (m) => (first(extensionOf(m).alternates).hide.customOfficeAddin.officeAddinId = m.id.toUpperCase()),
    said: 'is the id of the app too',
  },
  { what: 'a version before 1.0.0', change: (m) => (m.version = '0.9.0'), said: 'version: must be three numbers' },
  { what: 'a number of six digits in the version', change: (m) => (m.version = '1.100000.0'), said: 'version: must be three numbers' },
  {
    what: 'the schema of another version',
    change: (m) => (m.$schema = m.$schema.replace('1.30', '1.29')),
    said: '$schema: must name the schema of version 1.30',
  },
  // Addresses
  {
    what: 'a button’s picture on another host',
    change: (m) => (first(button(m).icons).url = 'https://cdn.thamesbrook.gov.uk/icon-16.png'),
    said: '“cdn.thamesbrook.gov.uk” is not in validDomains',
  },
  {
    what: 'a tab on a host that is not named',
    change: (m) => (m.validDomains = ['www.thamesbrook.gov.uk']),
    said: 'staticTabs[0].contentUrl: “quorate.thamesbrook.gov.uk” is not in validDomains',
  },
  {
    what: 'http',
    change: (m) => (first(m.staticTabs).contentUrl = 'http://quorate.thamesbrook.gov.uk/tab'),
    said: 'staticTabs[0].contentUrl: “http://quorate.thamesbrook.gov.uk/tab” must be an https address',
  },
  {
    what: 'a port',
    change: (m) => (eventRuntime(m).code.page = 'https://quorate.thamesbrook.gov.uk:8443/outlook/events.html'),
    said: 'must be an https address with neither name, port nor spaces in it',
  },
  {
    what: 'an example for the privacy notice',
    change: (m) => (m.developer['privacyUrl'] = 'https://www.example.org/privacy'),
    said: '“www.example.org” is a made-up name',
  },
  { what: 'this machine', change: (m) => (m.developer.websiteUrl = 'https://localhost/help'), said: '“localhost” is a made-up name' },
  {
    what: 'a star in a domain',
    change: (m) => m.validDomains.push('*.azurewebsites.net'),
    said: 'validDomains[1]: “*.azurewebsites.net” must be one host',
  },
  {
    what: 'an address for a domain',
    change: (m) => m.validDomains.push('https://thamesbrook.gov.uk'),
    said: 'validDomains[1]: “https://thamesbrook.gov.uk” must be one host',
  },
  {
    what: 'single sign-on to another host than the tab’s',
    change: (m) => (m.webApplicationInfo.resource = m.webApplicationInfo.resource.replace('quorate.', 'login.')),
    said: 'webApplicationInfo.resource: must be api://quorate.thamesbrook.gov.uk/7e57ab1e-0000-4000-8000-00000000c003',
  },
  {
    what: 'single sign-on to another identity',
    change: (m) => (m.webApplicationInfo.resource = `api://${thamesbrook.APP_DOMAIN}/${thamesbrook.BOT_ID}`),
    said: 'webApplicationInfo.resource: must be api://',
  },
  // Buttons and events
  {
    what: 'Office.js’ own name of an event',
    change: (m) => (eventOf(m).type = 'OnAppointmentSend'),
    said: '“OnAppointmentSend” is no event of appointments',
  },
  {
    what: 'an event of messages',
    change: (m) => (eventOf(m).type = 'messageSending'),
    said: '“messageSending” is no event of appointments',
  },
  {
    what: 'an event whose action is nowhere',
    change: (m) => (eventOf(m).actionId = 'onSend'),
    said: 'the event “appointmentSending”: its action “onSend” is in no runtime',
  },
  {
    what: 'a button whose action is nowhere',
    change: (m) => (button(m).actionId = 'showPain'),
    said: 'the button “organiserPane”: its action “showPain” is in no runtime',
  },
  {
    what: 'a button that runs what an event runs',
    change: (m) => (button(m).actionId = 'onAppointmentSend'),
    said: 'its action “onAppointmentSend” must be of the type openPage',
  },
  {
    what: 'one action in two runtimes',
    change: (m) => eventRuntime(m).actions.push({ id: 'showPane', type: 'openPage', view: 'session' }),
    said: 'its action “showPane” is in more than one runtime',
  },
  {
    what: 'an action that nothing uses',
    change: (m) => eventRuntime(m).actions.push({ id: 'onOpen', type: 'executeFunction' }),
    said: 'the action “onOpen” is used by nothing',
  },
  {
    what: 'two handlers of sending',
    change: (m) => first(extensionOf(m).autoRunEvents).events.push({ ...eventOf(m) }),
    said: 'an add-in may handle appointmentSending once',
  },
  { what: 'sending with no mode', change: (m) => delete eventOf(m).options, said: 'appointmentSending needs a sendMode' },
  {
    what: 'a mode for what stops no sending',
    change: (m) => first(extensionOf(m).autoRunEvents).events.push({ ...eventOf(m), type: 'appointmentTimeChanged' }),
    said: '“appointmentTimeChanged” stops no sending',
  },
  {
    what: 'events with no script for classic Outlook',
    change: (m) => delete eventRuntime(m).code.script,
    said: 'the runtime “events”: needs code.script',
  },
  {
    what: 'two runtimes of events',
    change: (m) => {
      extensionOf(m).runtimes.push({ ...eventRuntime(m), id: 'more', actions: [{ id: 'onTime', type: 'executeFunction' }] })
      first(extensionOf(m).autoRunEvents).events.push({ type: 'appointmentTimeChanged', actionId: 'onTime' })
    },
    said: 'only one runtime may handle events',
  },
  { what: 'two buttons of one id', change: (m) => (button(m).id = 'memberPane'), said: '“memberPane” is the id of more than one' },
  {
    what: 'a size of icon left out',
    change: (m) => button(m).icons.splice(2, 1),
    said: 'the button “organiserPane”: needs one icon of 80 pixels',
    schema: 'refuses it too',
  },
  // Rights and names
  {
    what: 'a right to whole mailboxes',
    change: (m) => asked(m).push({ name: 'Mailbox.ReadWrite.User', type: 'Delegated' }),
    said: '“Mailbox.ReadWrite.User” as Delegated is no permission that Quorate uses',
  },
  {
    what: 'a known right of the other kind',
    change: (m) => (first(asked(m)).type = 'Application'),
    said: '“MailboxItem.ReadWrite.User” as Application is no permission',
  },
  {
    what: 'two levels of rights on an item',
    change: (m) => asked(m).push({ name: 'MailboxItem.Read.User', type: 'Delegated' }),
    said: 'exactly one of MailboxItem.Restricted.User',
  },
  { what: 'no right on an item', change: (m) => asked(m).splice(0, 1), said: 'exactly one of MailboxItem.Restricted.User' },
  { what: 'a bot in teams', change: (m) => first(m.bots).scopes.push('team'), said: 'bots[0].scopes: must be personal alone' },
  {
    what: 'a bot to whom nobody can write',
    change: (m) => (first(m.bots).isNotificationOnly = true),
    said: 'or nobody can write “help”',
  },
  { what: 'a tab with no page', change: (m) => delete first(m.staticTabs).contentUrl, said: 'staticTabs[0]: needs a contentUrl' },
  {
    what: 'a page for Teams’ own tab',
    change: (m) => (first(m.staticTabs).entityId = 'about'),
    said: 'staticTabs[0]: needs a contentUrl, unless',
  },
  {
    what: 'Teams’ own type of activity',
    change: (m) => (first(m.activities.activityTypes).type = 'systemDefault'),
    said: '“systemDefault” is Teams’ own',
  },
  {
    what: 'a type of activity twice',
    change: (m) => m.activities.activityTypes.push({ ...first(m.activities.activityTypes) }),
    said: '“answerWanted” is Teams’ own, or declared twice',
  },
  {
    what: 'a brace that nothing closes',
    change: (m) => (first(m.activities.activityTypes).templateText = '{session needs you'),
    said: 'has a brace that is not of a {name}',
  },
  {
    what: 'a name of 31 characters',
    change: (m) => (m.name.short = 'Quorate for Thamesbrook Council'),
    said: 'has 31 characters; 30 are shown',
    schema: 'refuses it too',
  },
  {
    what: 'a label of 33 characters',
    change: (m) => (button(m).label = 'Training session of this council.'),
    said: 'has 33 characters; 32 are shown',
  },
  {
    what: 'a tip of 129 characters',
    change: (m) => (button(m).supertip.description = 'x'.repeat(129)),
    said: 'has 129 characters; 128 are shown',
  },
  { what: 'a label of nothing', change: (m) => (button(m).label = ' '), said: '“ ” is empty' },
]

test.each(planted)('$what is refused, with what to do', ({ change, said, schema }) => {
  const manifest = aManifest(change)
  expect(mistakesOf(manifest).join('\n')).toContain(said)
  // What the schema refuses as well is said by us too, in words.
  expect(schemaMistakes(manifest).length > 0).toBe(schema !== undefined)
})

test.each<Pick<Planted, 'what' | 'change'>>([
  { what: 'a version of five digits', change: (m) => (m.version = '1.99999.0') },
  { what: 'a name of 30 characters', change: (m) => (m.name.short = 'Quorate of Thamesbrook Council') },
  { what: 'a label of 32 characters', change: (m) => (button(m).label = 'Training session of this council') },
  { what: 'a tip of 128 characters', change: (m) => (button(m).supertip.description = 'x'.repeat(128)) },
  {
    what: 'a second event of appointments',
    change: (m) => first(extensionOf(m).autoRunEvents).events.push({ type: 'appointmentTimeChanged', actionId: 'onAppointmentSend' }),
  },
  { what: 'less of a right', change: (m) => (first(asked(m)).name = 'MailboxItem.Read.User') },
  { what: 'the right to the activity feed', change: (m) => asked(m).push({ name: 'TeamsActivity.Send.User', type: 'Application' }) },
  { what: 'a second domain that is a host', change: (m) => m.validDomains.push('www.thamesbrook.gov.uk') },
])('$what is let through', ({ change }) => {
  expect(mistakesOf(aManifest(change))).toEqual([])
})

type Rgba = readonly [number, number, number, number]
const [white, clear, purple, faint]: readonly [Rgba, Rgba, Rgba, Rgba] = [
  [255, 255, 255, 255],
  [0, 0, 0, 0],
  [91, 95, 199, 255],
  [255, 255, 255, 90],
]

/** A picture whose pixels are of these, in turn. */
function drawn(size: number, ...pixels: readonly Rgba[]): Uint8Array {
  const data = Uint8Array.from(
    { length: size * size * 4 },
    (_none, index) => pixels[Math.floor(index / 4) % pixels.length]?.[index % 4] ?? 0,
  )
  return encode({ width: size, height: size, data, channels: 4, depth: 8 })
}

test.each([
  { name: 'outline.png', picture: drawn(32, white, clear, faint), said: [] },
  {
    name: 'outline.png',
    picture: drawn(32, white, purple),
    said: ['must be white and nothing else', 'must be white on a transparent ground'],
  },
  { name: 'outline.png', picture: drawn(32, clear), said: ['must be white on a transparent ground'] },
  { name: 'outline.png', picture: drawn(20, white, clear), said: ['is 20 × 20 pixels and must be 32 × 32'] },
  { name: 'color.png', picture: drawn(192, purple, white), said: [] },
  { name: 'color.png', picture: drawn(192, purple, faint), said: ['must be opaque everywhere: Teams rounds it off itself'] },
  { name: 'color.png', picture: drawn(96, purple), said: ['is 96 × 96 pixels and must be 192 × 192'] },
  { name: 'color32.png', picture: drawn(32, purple), said: ['must have a transparent ground'] },
  { name: 'color32.png', picture: Uint8Array.from([1, 2, 3]), said: ['is no PNG'] },
  { name: 'color32.png', picture: undefined, said: ['is not there'] },
])('of $name it is said: $said', ({ name, picture, said }) => {
  const swapped = { ...pictures, packed: (asked: string) => (asked === name ? picture : pictures.packed(asked)) }
  expect(pictureMistakes(aManifest(), swapped)).toEqual(said.map((because) => ({ at: name, because })))
})

test.each([
  { icon: 'icon-32.png', said: 'is 32 × 32 pixels and must be 16 × 16' },
  { icon: 'icon-17.png', said: 'is not there' },
  { icon: '../manifest.json', said: 'is not there' },
])('of $icon where 16 pixels are asked for, it is said once: $said', ({ icon, said }) => {
  const manifest = aManifest((m) => (first(button(m).icons).url = `https://${thamesbrook.APP_DOMAIN}/outlook/icons/${icon}`))
  expect(pictureMistakes(manifest, pictures).map(({ because }) => because)).toEqual([said])
})
