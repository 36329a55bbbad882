import { createContext, runInContext } from 'node:vm'
import { parse } from 'acorn'
import { build, type Rolldown } from 'vite'
import { beforeAll, describe, expect, test } from 'vitest'
import { findingsKey, findingsText } from './findings.ts'
import { appointmentBeingWritten, kept } from '../testing/outlook-double.ts'

type Completed = Record<string, unknown>
type Handler = (event: { completed: (options: Completed) => void }) => void

let script: string
beforeAll(async () => {
  const configFile = 'outlook/events/vite.config.ts'
  const [made] = (await build({ configFile, logLevel: 'error', build: { write: false } })) as Rolldown.RolldownOutput[]
  script = made?.output[0]?.code ?? ''
})

/** What the language has come to have since 2016, as far as anybody would use it here. */
const withoutYounger = `
  for (const [owner, names] of [
    [Object, ['entries', 'values', 'fromEntries', 'hasOwn', 'groupBy', 'getOwnPropertyDescriptors']],
    [Array.prototype, ['flat', 'flatMap', 'at', 'findLast', 'findLastIndex', 'toSorted', 'toReversed', 'toSpliced', 'with']],
    [String.prototype, ['padStart', 'padEnd', 'trimStart', 'trimEnd', 'matchAll', 'replaceAll', 'at']],
    [Promise.prototype, ['finally']],
    [Promise, ['allSettled', 'any', 'try', 'withResolvers']],
    [globalThis, ['globalThis']],
  ]) names.forEach((name) => delete owner[name])
`

/** What classic Outlook gives a script: the language, and `Office`. No page, no timers, no module loader. */
function bare(item: unknown): Promise<Completed> {
  const handlers = new Map<string, Handler>()
  const Office = {
    actions: { associate: (name: string, handler: Handler) => handlers.set(name, handler) },
    context: { mailbox: { item }, requirements: { isSetSupported: () => true } },
  }
  const engine = createContext({ Office }, { codeGeneration: { strings: false, wasm: false } })
  runInContext(withoutYounger, engine)
  runInContext(script, engine)
  const handler = handlers.get('onAppointmentSend')
  if (!handler || handlers.size > 1) throw new Error('the script does not answer to the one name that the manifest has')
  return new Promise((resolve) => handler({ completed: resolve }))
}

describe('C1.9 the script that classic Outlook runs in a bare engine', () => {
  test('is one file in the language of 2016, and brings nothing else along', () => {
    expect(script.length).toBeGreaterThan(500)
    expect(() => parse(script, { ecmaVersion: 2016, sourceType: 'script' })).not.toThrow()
    expect(script).not.toMatch(/\bimport\s*\(|\brequire\s*\(|\bdocument\b|\bwindow\b|localStorage/)
  })

  test('lets go what is not tagged, and what nothing speaks against', async () => {
    expect(await bare(appointmentBeingWritten(kept()))).toMatchObject({ allowEvent: true })
  })

  test('warns of what is tagged and has no aim', async () => {
    const quorate = { v: 1, rev: 'abcd1234', kind: 'in-person-training', details: { costs: [] } }
    const item = appointmentBeingWritten(kept({ properties: { quorate: JSON.stringify(quorate) } }))
    expect(await bare(item)).toMatchObject({ allowEvent: false, sendModeOverride: 'promptUser' })
  })

  test('holds it for a missing aim where the pane left that the council’s rules do', async () => {
    const quorate = { v: 1, rev: 'abcd1234', kind: 'in-person-training', details: { costs: [] } }
    const session = { [findingsKey]: findingsText({ of: '', lines: [], held: [], holds: ['noAim'] }) }
    const held = await bare(appointmentBeingWritten(kept({ properties: { quorate: JSON.stringify(quorate) }, session })))
    expect(held).toMatchObject({ allowEvent: false })
    expect(held).not.toHaveProperty('sendModeOverride')
  })

  test('lets go where Outlook has nothing to tell', async () => {
    expect(await bare(undefined)).toMatchObject({ allowEvent: true })
  })
})
