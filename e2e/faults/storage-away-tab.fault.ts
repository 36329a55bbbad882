import { mkdirSync } from 'node:fs'
import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { expectAccessible, openBrowser } from '../support/browser.ts'
import { officersOf, type Officers } from '../support/officers.ts'
import { outlookOf } from '../support/outlook.ts'
import { whoGot } from '../support/phones.ts'
import { startRig, type Rig } from '../support/rig.ts'
import { startCuttableStorage, type StorageProxy } from '../support/storage-proxy.ts'
import { aThursday, lettersTo, tomorrow } from '../support/storm.ts'
import { openTeams, type Teams } from '../support/teams.ts'

/*
 * What people see of storage that is away: what does not answer, since when, that nothing is lost, and what to do. It is five past nine
 * on the council's clock throughout.
 */

const title = 'Seen without storage'
const pictures = 'dist/pictures'
let storage: StorageProxy
let rig: Rig
let they: Officers
let browser: Browser
const opened: Teams[] = []

beforeAll(async () => {
  mkdirSync(pictures, { recursive: true })
  storage = await startCuttableStorage()
  rig = await startRig(aThursday('2026-10-15T08:05:00Z'), { storage })
  browser = await openBrowser()
  they = officersOf(rig)
  await they.invite({ ...tomorrow, subject: title })
  await they.answers(title, { accept: ['m1', 'm2'] })
}, 120_000)
afterEach(async () => {
  await storage.restore()
  await Promise.all(opened.splice(0).map((each) => each.close()))
})
afterAll(async () => {
  await browser?.close()
  await rig?.close()
})

async function open(person: string): Promise<Teams> {
  const teams = await openTeams(browser, rig, person)
  opened.push(teams)
  return teams
}
const pageOf = ({ tab }: Teams) => tab.locator('html').page()
const picture = async (teams: Teams, name: string) => {
  await pageOf(teams).screenshot({ path: `${pictures}/storage-away-${name}.png`, fullPage: true })
  await expectAccessible(pageOf(teams))
}
const says = ({ tab }: Teams, words: string | RegExp) => tab.getByText(words).first().waitFor({ timeout: 30_000 })

const recordsAway = 'We cannot reach our records just now'
const since = /They have not answered since 9:05am\./

describe('a Member', () => {
  test('C2.1 answers on a page that was open: it is said that the answer is not kept yet, and it is kept by itself afterwards', async () => {
    const teams = await open('m3')
    await teams.go('my-training', 'My training')
    const answers = teams.tab.getByRole('group', { name: new RegExp(`Your answer to ${title}`) })
    await answers.getByRole('button', { name: 'Accept' }).waitFor()
    await storage.refuse()
    await answers.getByRole('button', { name: 'Accept' }).click()
    await says(teams, /You accepted\. It is not kept yet: our records have not answered since 9:05am\./)
    await picture(teams, 'member-answering')

    await storage.restore()
    await says(teams, /^You accepted\. It is in your Outlook calendar/)
    expect(await outlookOf(rig).answerIn('m3', title)).toBe('accepted')
    expect(await lettersTo(rig, 'officer', { title, beginning: /^Accepted:/ })).toHaveLength(3)
  }, 120_000)

  test('opens Quorate while storage is away: what is silent and since when, and Try again brings her page', async () => {
    await storage.refuse()
    const teams = await open('m4')
    await says(teams, recordsAway)
    await says(teams, since)
    await says(teams, /Nothing is lost\. Try again in a few minutes\. Your invitations are in Outlook too/)
    await picture(teams, 'opened-fresh')
    await storage.restore()
    await teams.tab.getByRole('button', { name: 'Try again' }).click()
    await teams.tab.getByRole('heading', { level: 1, name: 'My training' }).waitFor({ timeout: 30_000 })
  }, 120_000)

  test('whose page is open sees the same above what was known before, which stays', async () => {
    const teams = await open('m5')
    await teams.go('my-training', 'My training')
    await says(teams, title)
    await storage.refuse()
    await comesBack(teams)
    await says(teams, recordsAway)
    await says(teams, since)
    expect(await teams.tab.getByText(title).count()).toBeGreaterThan(0)
    await storage.restore()
    await comesBack(teams)
    await teams.tab.getByText(recordsAway).first().waitFor({ state: 'detached', timeout: 30_000 })
  }, 120_000)

  test('who cannot reach Quorate at all is told since when, by the council’s clock as her device last heard it', async () => {
    const teams = await open('m6')
    await teams.go('my-training', 'My training')
    await pageOf(teams).context().setOffline(true)
    await comesBack(teams)
    await says(teams, 'We cannot reach Quorate just now')
    await says(teams, /It has not answered since 9:\d\dam/)
    await pageOf(teams).context().setOffline(false)
    await comesBack(teams)
    await teams.tab.getByText('We cannot reach Quorate just now').first().waitFor({ state: 'detached', timeout: 30_000 })
  }, 120_000)
})

/** As when the device wakes up again: the page looks at once. */
async function comesBack({ tab }: Teams): Promise<void> {
  await tab.locator('html').evaluate(() => window.dispatchEvent(new Event('online')))
}

test('C3.1 C3.4 an officer decides: she is told that it is not known, what she wrote stays, and pressing again records it once', async () => {
  const teams = await open('officer')
  const keys: (string | undefined)[] = []
  pageOf(teams).on('request', (request) => {
    if (request.method() === 'POST' && request.url().endsWith('/decision')) keys.push(request.headers()['idempotency-key'])
  })
  const { sessionId } = await they.rowOf(title)
  await teams.go(`session/${sessionId}/decide`, /./)
  const { tab } = teams
  await tab.getByRole('radio', { name: /^Cancel/ }).check()
  await tab.getByRole('combobox', { name: /Reason/ }).selectOption('lack-of-interest')
  await tab.getByRole('textbox', { name: /What you tell them/ }).fill('We are sorry: too few could come.')
  await storage.refuse()
  await tab.getByRole('button', { name: /^Cancel and/ }).click()
  await says(teams, /Quorate did not answer, so we do not know whether your decision was recorded\./)
  await says(teams, recordsAway)
  await says(teams, since)
  await says(teams, /Deciding waits until Quorate answers\. What you have chosen and written stays here\./)
  expect(await tab.getByRole('textbox', { name: /What you tell them/ }).inputValue()).toBe('We are sorry: too few could come.')
  await picture(teams, 'officer-deciding')

  await storage.restore()
  await tab.getByRole('button', { name: 'Try again' }).click()
  await tab.getByRole('button', { name: /^Cancel and/ }).click({ timeout: 30_000 })
  await expect.poll(async () => (await they.rowOf(title)).state.kind, { timeout: 30_000 }).toBe('cancelled')
  expect(keys).toHaveLength(2)
  expect(keys[1]).toBe(keys[0])
  await rig.settle()
  expect(whoGot(await they.cancelledTexts(title))).toEqual(['m1', 'm2', 'm3'])
  expect((await they.cancelledTexts(title))[0]?.body).toContain('We are sorry: too few could come.')
}, 180_000)
