import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strFromU8, strToU8, unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { valuesOf } from './environment.ts'
import { packageOf, type Sources } from './package.ts'
import { manifestVersion, schemasFolder } from './schema.ts'
import { aManifest, root, someSources, thamesbrook } from './testing.ts'
import { xmlAddInId } from '../../api/xml-add-in-id.ts'

function built(change: Partial<Sources> = {}) {
  const result = packageOf(someSources(change))
  if (!result.ok) throw new Error(JSON.stringify(result.refusal))
  return { ...result.value, files: unzipSync(result.value.zip) }
}

function refusals(change: Partial<Sources>): readonly string[] {
  const result = packageOf(someSources(change))
  return result.ok ? [] : result.refusal.map(({ at, because }) => `${at}: ${because}`)
}

test('the version of the manifest is the newest of which there is a stable official schema', () => {
  const stable = readdirSync(schemasFolder).flatMap((name) => /^v1\.(\d+)$/.exec(name)?.[1] ?? [])
  expect(manifestVersion).toBe(`1.${Math.max(...stable.map(Number))}`)
})

test('the package holds the manifest and its three pictures, at its root, and nothing else', () => {
  expect(Object.keys(built().files).toSorted()).toEqual(['color.png', 'color32.png', 'manifest.json', 'outline.png'])
})

test('what is packed is the manifest of the repository with its names filled in', () => {
  const packed = strFromU8(built().files['manifest.json'] ?? new Uint8Array())
  expect(packed).not.toContain('${{')
  const { localizationInfo, ...rest } = JSON.parse(packed) as Record<string, unknown>
  expect(localizationInfo).toEqual({ defaultLanguageTag: 'en-gb' })
  expect(aManifest()).toMatchObject(rest)
})

test('a package built twice is the same, byte for byte', () => {
  expect(Buffer.from(built().zip).equals(built().zip)).toBe(true)
  const written = Buffer.from(built().zip)
  expect(written.readUInt32LE(10)).toBe(0x0021_0000) // 1 January 1980 at midnight, which is where a zip's time begins
})

test.each([
  { name: 'BOT_ID', at: 'bots[0].botId' },
  { name: 'APP_DOMAIN', at: 'staticTabs[0].contentUrl and 18 more places' },
  { name: 'PRIVACY_URL', at: 'developer.privacyUrl' },
  { name: 'TEAMS_APP_ID', at: 'id' },
])('without $name there is no package, and it is said where it stands and where its value goes', ({ name, at }) => {
  const said = [`${at}: ${name} has no value. Write ${name}=… in env/.env.thamesbrook`]
  expect(refusals({ values: { ...thamesbrook, [name]: undefined } })).toEqual(said)
  expect(refusals({ values: { ...thamesbrook, [name]: '  ' } })).toEqual(said)
})

test('the end of the name may be empty, and must be said all the same', () => {
  expect(built({ values: { ...thamesbrook, APP_NAME_SUFFIX: ' trial' } }).manifest.name.short).toBe('Quorate trial')
  expect(refusals({ values: { ...thamesbrook, APP_NAME_SUFFIX: undefined } }).join()).toContain('APP_NAME_SUFFIX has no value')
})

test('a value cannot become another part of the manifest', () => {
  const sly = 'https://www.thamesbrook.gov.uk/", "permissions": ["messageTeamMembers"], "x": "'
  expect(refusals({ values: { ...thamesbrook, SUPPORT_URL: sly } }).join()).toContain('developer.websiteUrl')
})

test('what the official schema refuses is refused, with its place', () => {
  const misspelt = { ...(someSources().template as object), staticTab: [] }
  expect(refusals({ template: misspelt })).toEqual([
    'the manifest: must NOT have additional properties: “staticTab” (official schema 1.30)',
  ])
})

test('a part of the add-in for which the XML manifest has no words is refused', () => {
  const { extensions, ...rest } = someSources().template as { extensions: [{ ribbons: { contexts: string[] }[] }] }
  const [extension] = extensions
  const [first, ...others] = extension.ribbons
  const template = { ...rest, extensions: [{ ...extension, ribbons: [{ ...first, contexts: ['mailRead'] }, ...others] }] }
  expect(refusals({ template }).join()).toContain('extensions[0].ribbons[0].contexts[0]')
})

const cymraeg = { 'name.short': 'Cworwm', 'extensions[0].ribbons[0].tabs[0].groups[0].controls[0].label': 'Sesiwn hyfforddi' }

function withWelsh(texts: unknown): Partial<Sources> {
  const whole = someSources().template as object
  const localizationInfo = { defaultLanguageTag: 'en-gb', additionalLanguages: [{ languageTag: 'cy', file: 'cy.json' }] }
  const bytes = texts === undefined ? undefined : strToU8(JSON.stringify(texts))
  return { template: { ...whole, localizationInfo }, language: (file) => (file === 'cy.json' ? bytes : undefined) }
}

test('another language is packed beside the manifest, and said in the XML manifest too', () => {
  const { files, xml } = built(withWelsh(cymraeg))
  expect(Object.keys(files)).toContain('cy.json')
  expect(xml).toContain('<Override Locale="cy" Value="Cworwm for Outlook"/>')
  expect(xml).toContain('<Override Locale="cy" Value="Sesiwn hyfforddi"/>')
})

test.each([
  { texts: undefined, said: 'appPackage/cy.json: is named in localizationInfo and is not there, or is no list of texts' },
  { texts: { 'name.shorter': 'C' }, said: 'the texts in cy: “name.shorter” is no text of the manifest' },
  { texts: { 'name.short': 'C'.repeat(31) }, said: 'name.short in cy: “CCCCCCCCCCCCCCCCCCCCCCCCCCCCCCC” has 31 characters; 30 are shown' },
])('of another language it is refused: $said', ({ texts, said }) => {
  expect(refusals(withWelsh(texts))).toContain(said)
})

test('the other add-in has an id of its own, the same for ever and another for each app', () => {
  expect(xmlAddInId(thamesbrook.TEAMS_APP_ID)).toBe('3333911d-3676-5200-95ae-736aec58a955')
  expect(xmlAddInId(thamesbrook.BOT_ID)).not.toBe(xmlAddInId(thamesbrook.TEAMS_APP_ID))
})

function inFolder<Value>(lines: string, use: (folder: string) => Value): Value {
  const folder = mkdtempSync(join(tmpdir(), 'quorate-env-'))
  writeFileSync(join(folder, '.env.trial'), lines)
  const value = use(folder)
  rmSync(folder, { recursive: true })
  return value
}

test('the environment is its file, and before it what is set for this run', () => {
  const set = { APP_DOMAIN: 'set', BOT_ID: '', TEAMS_APP_ID: 'set and not written' }
  const read = inFolder('# ids\nBOT_ID=written\nAPP_DOMAIN=written\nAPP_NAME_SUFFIX=" trial"\n', (folder) =>
    valuesOf('trial', { folder, set }),
  )
  expect(read).toEqual({
    ok: true,
    value: { BOT_ID: 'written', APP_DOMAIN: 'set', APP_NAME_SUFFIX: ' trial', TEAMS_APP_ID: 'set and not written' },
  })
})

test.each([
  { name: 'live', said: { at: 'env/.env.live', because: 'is not there: copy env/.env.council.example to this name and fill it in' } },
  { name: '../x', said: { at: '--env', because: '“../x” names no environment: use letters, digits, hyphens and underscores' } },
])('an environment called $name is refused, with what to do', ({ name, said }) => {
  expect(inFolder('', (folder) => valuesOf(name, { folder, set: {} }))).toEqual({ ok: false, refusal: [said] })
})

test('the command says what it misses, and fails', () => {
  const { status, stderr } = spawnSync(process.execPath, ['infra/app-package/main.ts'], { cwd: root, encoding: 'utf8' })
  expect(status).toBe(1)
  expect(stderr).toBe(
    'No package was built:\n  --env: is missing. Say for which environment: npm run package -- --env council, for env/.env.council\n',
  )
})
