import { describe, expect, test, vi } from 'vitest'
import { appointmentBeingWritten, kept, type Kept } from '../testing/outlook-double.ts'
import { findingsKey, findingsText, markOfFacts, type Findings } from './findings.ts'
import { onSend } from './on-send.ts'
import { messageOf, mostCharacters, words } from './words.ts'

const facts = { startsAt: '2026-10-27T18:30:00.000Z', endsAt: '2026-10-27T20:30:00.000Z', addresses: ['members@thamesbrook.example'] }
const clash = 'Licensing Sub-Committee meets then. 6 of the 50 Members you are asking sit on it.'
const tag = (aims?: string) =>
  JSON.stringify({ v: 1, rev: 'abcd1234', kind: 'in-person-training', details: { costs: [], ...(aims ? { aims } : {}) } })
const found = (given: Partial<Findings> = {}) => ({
  [findingsKey]: findingsText({ of: markOfFacts(facts), lines: [clash], held: [], holds: [], ...given }),
})
const tagged = (given: Partial<Kept> = {}) => kept({ properties: { quorate: tag('Chair a meeting') }, ...given })

type Given = { refuses?: string; silent?: string; supports?: boolean; later?: (work: () => void) => void }
function sent(stored: Kept | undefined, { supports = true, later, ...trouble }: Given = {}): Promise<Record<string, unknown>> {
  const item = stored && appointmentBeingWritten(stored, trouble)
  const office = { context: { mailbox: item ? { item } : {}, requirements: { isSetSupported: () => supports } } }
  return new Promise((resolve) => onSend(office, { completed: (options) => resolve(options as Record<string, unknown>) }, later))
}

describe('C14.3 C1.9 an invitation that is about to leave', () => {
  test('goes where nothing speaks against it', async () => {
    expect(await sent(tagged())).toEqual({ allowEvent: true })
    expect(await sent(tagged({ session: found({ lines: [] }) }))).toEqual({ allowEvent: true })
  })

  test('that was never tagged goes whatever is known: it may be no training', async () => {
    expect(await sent(kept({ required: [], session: found() }))).toEqual({ allowEvent: true })
    expect(await sent(kept({ properties: { quorate: 'by hand' }, required: [] }))).toEqual({ allowEvent: true })
  })

  test('is warned of with the reason, and the officer may go on or look first', async () => {
    expect(await sent(tagged({ session: found() }))).toEqual({
      allowEvent: false,
      errorMessage: `Before you send: ${clash} You can send it as it is.`,
      cancelLabel: 'Look at it first',
      commandId: 'organiserPane',
      sendModeOverride: 'promptUser',
    })
  })

  test('is held only where the council’s rules say so, and then nothing relaxes it', async () => {
    const held = await sent(tagged({ session: found({ held: [clash] }) }))
    expect(held).toMatchObject({ allowEvent: false, errorMessage: `Before you send: ${clash} ${words.held}` })
    expect(held).not.toHaveProperty('sendModeOverride')
  })

  test('C1.9 is held for a missing aim, or for nobody, only where the council’s rules say so, whatever time the pane looked at', async () => {
    const bare = (holds: string[], given: Partial<Findings> = {}) =>
      sent(kept({ properties: { quorate: tag() }, required: [], session: found({ of: '', lines: [], holds, ...given }) }))
    expect(await bare([])).toMatchObject({ sendModeOverride: 'promptUser', errorMessage: expect.stringContaining(words.noAim) as string })
    const noAim = await bare(['noAim'])
    expect(noAim).toMatchObject({ allowEvent: false, errorMessage: `Before you send: ${words.noAim} ${words.held}` })
    expect(noAim).not.toHaveProperty('sendModeOverride')
    expect(await bare(['nobody'])).toMatchObject({ errorMessage: `Before you send: ${words.nobody} ${words.held}` })
    expect(await bare(['nobody', 'noAim'])).toMatchObject({ errorMessage: `Before you send: ${words.nobody} ${words.noAim} ${words.held}` })
    const sentBefore = kept({ properties: { quorate: tag() }, id: 'AAMk1', session: found({ of: '', lines: [], holds: ['noAim'] }) })
    expect(await sent(sentBefore)).toEqual({ allowEvent: true })
  })

  test('that is held says what holds it and nothing else: the rest warns of itself afterwards', async () => {
    const narrowed = 'A session of this kind is for all Members.'
    const held = await sent(tagged({ session: found({ lines: [clash, narrowed], held: [narrowed] }) }))
    expect(held).toMatchObject({ errorMessage: `Before you send: ${narrowed} ${words.held}` })
  })

  test.each([
    ['its time', { startsAt: '2026-10-28T18:30:00.000Z' }],
    ['who is asked', { required: [{ emailAddress: 'planning@thamesbrook.example' }] }],
  ])('is not warned of what was found before %s changed', async (_what, changed) => {
    expect(await sent(tagged({ session: found({ held: [clash] }), ...changed }))).toEqual({ allowEvent: true })
  })

  test('is warned of an aim that is missing, and of an audience that is', async () => {
    const bare = await sent(kept({ properties: { quorate: tag() } }))
    expect(bare).toMatchObject({ allowEvent: false, errorMessage: `Before you send: ${words.noAim} ${words.asItIs}` })
    const alone = await sent(kept({ properties: { quorate: tag('Chair') }, required: [] }))
    expect(alone).toMatchObject({ allowEvent: false, errorMessage: `Before you send: ${words.nobody} ${words.asItIs}` })
  })

  test('that was sent before is not warned of its aim again: it may be put down in Quorate', async () => {
    expect(await sent(kept({ properties: { quorate: tag() }, id: 'AAMk1' }))).toEqual({ allowEvent: true })
    const clashing = await sent(kept({ properties: { quorate: tag() }, id: 'AAMk1', session: found() }))
    expect(clashing).toMatchObject({ allowEvent: false, errorMessage: `Before you send: ${clash} ${words.asItIs}` })
  })

  test('whose id Outlook does not tell is warned of its aim', async () => {
    const untold = await sent(kept({ properties: { quorate: tag() }, id: 'AAMk1' }), { refuses: 'getItemId' })
    expect(untold).toMatchObject({ errorMessage: `Before you send: ${words.noAim} ${words.asItIs}` })
  })

  test('in an Outlook that could only hold it back goes, unless it is to be held', async () => {
    expect(await sent(tagged({ session: found() }), { supports: false })).toEqual({ allowEvent: true })
    const held = await sent(tagged({ session: found({ held: [clash] }) }), { supports: false })
    expect(held).toEqual({ allowEvent: false, errorMessage: `Before you send: ${clash} ${words.held}` })
  })

  test.each(['loadCustomProperties', 'start', 'end', 'required', 'optional'])('goes when Outlook refuses to tell %s', async (refuses) => {
    expect(await sent(tagged({ session: found({ held: [clash] }) }), { refuses })).toEqual({ allowEvent: true })
  })

  test('goes when Outlook does not take the warning, or has a timer that does not work', async () => {
    const item = appointmentBeingWritten(tagged({ session: found({ held: [clash] }) }))
    const office = { context: { mailbox: { item }, requirements: { isSetSupported: () => true } } }
    const came = await new Promise((resolve) => {
      const completed = (options: { allowEvent?: boolean }) => {
        if (options.allowEvent !== true) throw new Error('not this one')
        resolve(options)
      }
      onSend(office, { completed }, undefined)
    })
    expect(came).toEqual({ allowEvent: true })
    const broken = () => {
      throw new Error('no timers here')
    }
    expect(await sent(tagged({ session: found({ held: [clash] }) }), { later: broken })).toEqual({ allowEvent: true })
  })

  test('is judged by the rest where the pane was never open', async () => {
    const bare = kept({ properties: { quorate: tag() } })
    expect(await sent(bare, { refuses: 'sessionData.get' })).toMatchObject({ allowEvent: false })
  })

  test('goes where there is no appointment at all', async () => {
    expect(await sent(undefined)).toEqual({ allowEvent: true })
  })

  test.each(['loadCustomProperties', 'start', 'sessionData.get', 'getItemId'])(
    'goes after three seconds when nobody answers to %s',
    async (silent) => {
      let pass = (): void => undefined
      const answered = sent(tagged({ id: 'AAMk1', session: found({ held: [clash] }) }), { silent, later: (work) => (pass = work) })
      await Promise.resolve()
      pass()
      expect(await answered).toEqual({ allowEvent: true })
    },
  )

  test('is answered for once, although the time is up as well', async () => {
    const completed = vi.fn<(options: object) => void>()
    const office = { context: { mailbox: { item: appointmentBeingWritten(tagged()) }, requirements: { isSetSupported: () => true } } }
    await new Promise<void>((resolve) => {
      onSend(office, { completed: (options) => resolve(completed(options)) }, (work) => setTimeout(work, 1))
    })
    await new Promise((resolve) => setTimeout(resolve, 5))
    expect(completed).toHaveBeenCalledTimes(1)
  })
})

describe('what Outlook shows', () => {
  test('has whole lines, as many as there is room for', () => {
    const long = 'x'.repeat(300)
    const message = messageOf([clash, long, long], false)
    expect(message).toBe(`Before you send: ${clash} ${long} You can send it as it is.`)
    expect(message.length).toBeLessThanOrEqual(mostCharacters)
  })

  test('is cut only where the first line alone is too long', () => {
    const message = messageOf(['x'.repeat(900)], true)
    expect(message).toHaveLength(mostCharacters)
    expect(message.endsWith(`… ${words.held}`)).toBe(true)
  })

  test('has a button that Outlook takes: 20 characters at most', () => {
    expect(words.lookFirst.length).toBeLessThanOrEqual(20)
  })
})
