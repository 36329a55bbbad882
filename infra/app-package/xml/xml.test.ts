import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { convert } from 'office-addin-manifest-converter'
import { expect, test } from 'vitest'
import { controlsOf, type Extension } from '../manifest.ts'
import { aManifest, first } from '../testing.ts'
import { xmlManifest } from './build.ts'
import { xmlMistakes } from './lint.ts'

const manifest = aManifest()
const xml = xmlManifest(manifest)

type Read = {
  readonly id: string
  readonly version: string
  readonly validDomains: readonly string[]
  readonly authorization: unknown
  readonly extensions: readonly [Extension]
}

/** The XML manifest as Office's own parser reads it, given back as a unified one. */
async function readBack(text: string): Promise<Read> {
  const folder = mkdtempSync(join(tmpdir(), 'quorate-xml-'))
  try {
    writeFileSync(join(folder, 'add-in.xml'), text)
    await convert(join(folder, 'add-in.xml'), join(folder, 'read'))
    return JSON.parse(readFileSync(join(folder, 'read', 'manifest.json'), 'utf8')) as Read
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** What both manifests say of the add-in; what each calls its own actions and runtimes is left out. */
function saidOf({ requirements, runtimes, ribbons, autoRunEvents }: Extension) {
  const unique = (things: readonly unknown[]) => [...new Set(things.map((thing) => JSON.stringify(thing)))].toSorted()
  const pageOf = (actionId: string) => runtimes.find(({ actions }) => actions.some(({ id }) => id === actionId))?.code.page
  return {
    needs: requirements.capabilities,
    pages: unique(runtimes.map(({ code }) => ({ page: code.page, script: code.script }))),
    functions: runtimes.flatMap(({ actions }) => actions.flatMap(({ id, type }) => (type === 'executeFunction' ? [id] : []))),
    where: unique(ribbons.map(({ contexts, tabs }) => ({ contexts, tabs: tabs.map(({ builtInTabId }) => builtInTabId) }))),
    groups: unique(ribbons.flatMap(({ tabs }) => tabs.flatMap(({ groups }) => groups.map(({ id, label }) => ({ id, label }))))),
    buttons: unique(
      ribbons.flatMap(({ tabs }) =>
        tabs.flatMap(({ groups }) =>
          groups.flatMap(({ controls }) =>
            controls.map(({ id, type, label, icons, supertip, actionId }) => ({
              id,
              type,
              label,
              icons,
              supertip,
              opens: pageOf(actionId),
            })),
          ),
        ),
      ),
    ),
    events: autoRunEvents.flatMap(({ events }) => events),
  }
}

test('the two manifests say the same of the add-in: pages, scripts, buttons, words, pictures, events and what it needs', async () => {
  const read = await readBack(xml)
  expect(saidOf(read.extensions[0])).toEqual(saidOf(manifest.extensions[0]))
})

test('the two manifests are of one version, on the same domains, with the same rights, and of two ids of which one hides the other', async () => {
  const read = await readBack(xml)
  expect(read.version).toBe(manifest.version)
  expect(read.validDomains).toEqual(manifest.validDomains.map((domain) => `https://${domain}`))
  // The reader calls the right to shared mailboxes by an older name.
  expect(JSON.stringify(read.authorization).replace('Mailbox.AccessSharedFolders.User', 'Mailbox.SharedFolder')).toBe(
    JSON.stringify(manifest.authorization),
  )
  expect(read.id).not.toBe(manifest.id)
  expect(read.id).toBe(manifest.extensions[0].alternates[0]?.hide.customOfficeAddin.officeAddinId)
})

test('a change of the one is a change of the other', async () => {
  const changed = aManifest((m) => {
    const [extension] = m.extensions
    first(controlsOf(extension)).label = 'Train & <learn>'
    first(first(extension.autoRunEvents).events).options = { sendMode: 'promptUser' }
    first(m.authorization.permissions.resourceSpecific).name = 'MailboxItem.Read.User'
    m.authorization.permissions.resourceSpecific.pop()
  })
  const read = await readBack(xmlManifest(changed))
  expect(saidOf(read.extensions[0])).toEqual(saidOf(changed.extensions[0]))
  expect(read.authorization).toEqual(changed.authorization)
})

test('those who can run the events get them with the pane; the others get the pane alone', () => {
  const [outer = '', inner = ''] = xml.split('xsi:type="VersionOverridesV1_1"')
  for (const layer of [outer, inner]) {
    expect(layer).toContain('AppointmentOrganizerCommandSurface')
    expect(layer).toContain('AppointmentAttendeeCommandSurface')
  }
  expect(outer).toContain('<bt:Set Name="Mailbox" MinVersion="1.8"/>')
  expect(outer).not.toContain('LaunchEvent')
  expect(inner).toContain('<bt:Set Name="Mailbox" MinVersion="1.12"/>')
  expect(inner).toContain('<LaunchEvent Type="OnAppointmentSend" FunctionName="onAppointmentSend" SendMode="SoftBlock"/>')
})

test('the XML manifest is in order by our own rules', () => {
  expect(xmlMistakes(xml)).toEqual([])
})

test.each([
  {
    what: 'elements out of order',
    change: (text: string) => swap(text, /<Id>.*<\/Id>/, /<Version>.*<\/Version>/),
    said: '<Id> stands too late in it',
  },
  {
    what: 'an element that nobody looked up',
    change: (text: string) => text.replace('<Supertip>', '<Supertip><Tooltip/>'),
    said: '<Tooltip> is not known in it',
  },
  {
    what: 'a reference to nothing',
    change: (text: string) => text.replace('<Title resid="ShortStrings.2"/>', '<Title resid="ShortStrings.9"/>'),
    said: '“ShortStrings.9” is referred to and is not there',
  },
  {
    what: 'a resource for nothing',
    change: (text: string) => text.replace('<bt:ShortStrings>', '<bt:ShortStrings><bt:String id="extra" DefaultValue="x"/>'),
    said: '“extra” is there for nothing',
  },
  {
    what: 'two buttons of one id',
    change: (text: string) => text.replaceAll('id="memberPane"', 'id="organiserPane"'),
    said: '“organiserPane” is the id of two things',
  },
  {
    what: 'an id of 33 characters',
    change: (text: string) => text.replaceAll('ShortStrings.2"', `${'x'.repeat(33)}"`),
    said: 'longer than the 32 characters of an id',
  },
  {
    what: 'an event of another name',
    change: (text: string) => text.replace('"OnAppointmentSend"', '"appointmentSending"'),
    said: '“appointmentSending” is no event of appointments',
  },
  {
    what: 'a label of 126 characters',
    change: (text: string) => text.replaceAll('"Training session"', `"${'x'.repeat(126)}"`),
    said: 'is longer than the 125 characters it may have',
  },
  {
    what: 'a description of 251 characters',
    change: (text: string) => text.replace(/<Description DefaultValue="[^"]*"/, `<Description DefaultValue="${'x'.repeat(251)}"`),
    said: 'is longer than the 250 characters it may have',
  },
  { what: 'something else', change: () => '<html/>', said: 'has no OfficeApp' },
])('of an XML manifest with $what it is said: $said', ({ change, said }) => {
  expect(
    xmlMistakes(change(xml))
      .map(({ because }) => because)
      .join('\n'),
  ).toContain(said)
})

test.each([
  { what: 'a label of 125 characters', change: (text: string) => text.replaceAll('"Training session"', `"${'x'.repeat(125)}"`) },
  { what: 'an id of 32 characters', change: (text: string) => text.replaceAll('ShortStrings.2"', `${'x'.repeat(32)}"`) },
])('$what is let through', ({ change }) => {
  expect(xmlMistakes(change(xml))).toEqual([])
})

function swap(text: string, one: RegExp, other: RegExp): string {
  const [first = '', second = ''] = [one.exec(text)?.[0], other.exec(text)?.[0]]
  return text.replace(first, '\u0000').replace(second, first).replace('\u0000', second)
}
