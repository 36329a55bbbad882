import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { councilIn } from './council-file.ts'

const folder = mkdtempSync(join(tmpdir(), 'council-'))
afterAll(() => rmSync(folder, { recursive: true }))

const thamesbrook = {
  id: 'thamesbrook',
  name: 'Thamesbrook Council',
  tenantId: '00000000-0000-4000-8000-00000000000a',
  domain: 'thamesbrook.example',
  help: { name: 'Hannah Brightwell', role: 'Member development officer', telephone: '020 7946 0123' },
  notifyTextTemplateId: '00000000-0000-0000-0000-000000000000',
  sendingMailbox: 'member.training@thamesbrook.example',
  outsideMailbox: 'chief.executive@thamesbrook.example',
  teamsAppId: '00000000-0000-4000-8000-00000000000b',
  preset: 'tower-hamlets',
  by: 'Hannah Brightwell',
}

function read(text: string) {
  const path = join(folder, 'council.json')
  writeFileSync(path, text)
  return councilIn(path)
}

test('a file that says who a council is is read as it stands', () => {
  expect(read(JSON.stringify(thamesbrook))).toEqual({ ok: true, value: thamesbrook })
})

test('a mailbox that must be closed has to be named, since it cannot be later', () => {
  const { outsideMailbox: _, ...rest } = thamesbrook
  expect(read(JSON.stringify(rest))).toEqual({ ok: false, refusal: [expect.stringMatching(/^outsideMailbox: /)] })
})

test.each(['member.training@thamesbrook.example', 'Member.Training@Thamesbrook.example'])(
  '%s, from which mail goes out, is not taken for one that must be closed',
  (outsideMailbox) => {
    const refusal = ['outsideMailbox: name one that Quorate has nothing to do with; this is the sendingMailbox']
    expect(read(JSON.stringify({ ...thamesbrook, outsideMailbox }))).toEqual({ ok: false, refusal })
  },
)

test('a file that is no JSON, and one that is not there, are refused with what is wrong', () => {
  const path = join(folder, 'council.json')
  const [said] = sentencesIn(read('{\n  "id": "thamesbrook"\n  "name": "Thamesbrook Council"\n}'))
  expect(said).toMatch(/ cannot be read as JSON: .*line 3/)
  expect(said?.startsWith(path)).toBe(true)
  const [missing] = sentencesIn(councilIn(join(folder, 'no-such.json')))
  expect(missing).toMatch(/no-such\.json cannot be read as JSON: ENOENT: no such file or directory/)
})

test('what is wrong with the file as a whole is said of the file', () => {
  const path = join(folder, 'council.json')
  expect(sentencesIn(read('[]'))).toEqual([expect.stringContaining(`${path}: `)])
  const misspelt = sentencesIn(read(JSON.stringify({ ...thamesbrook, registerURL: 'https://thamesbrook.example' })))
  expect(misspelt).toEqual([expect.stringMatching(/council\.json: .*registerURL/)])
})

function sentencesIn(said: ReturnType<typeof councilIn>): readonly string[] {
  return said.ok ? [] : said.refusal
}
