import { mkdirSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startEmbedded, type Embedded } from '../../sandbox/embedded.ts'
import { expectAccessible, expectNoSidewaysScroll, openBrowser } from '../support/browser.ts'
import { controlOf, type Control } from '../support/control.ts'

/**
 * What a newcomer does who follows the desk's own first steps and nothing else. The pictures it takes are for people to look at:
 * `dist/pictures`, one of which stands in the README.
 */
const title = 'Scrutiny: using evidence'
const pictures = 'dist/pictures'
let embedded: Embedded
let control: Control
let browser: Browser
let page: Page
const troubles: string[] = []

beforeAll(async () => {
  mkdirSync(pictures, { recursive: true })
  const [started, opened] = await Promise.all([startEmbedded({ sandboxPort: 0, productPort: 0, scenario: 'demo' }), openBrowser()])
  embedded = started
  browser = opened
  control = controlOf(embedded.addresses().desk)
  page = await (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage()
  page.on('pageerror', (error) => troubles.push(error.message))
  await page.goto(embedded.addresses().desk)
}, 240_000)

afterAll(async () => {
  await browser?.close()
  await embedded?.close()
})

const stepsDone = (count: number) => page.getByText(`${count} of 5`, { exact: true }).waitFor({ timeout: 60_000 })
const be = (name: string) =>
  page
    .getByRole('listbox', { name: 'People of the council' })
    .getByRole('option', { name: new RegExp(name) })
    .click()
const tab = () => page.frameLocator('iframe')

test('C1.1 step 1: Send in the officer’s Outlook is all an officer does; Quorate notices by itself', async () => {
  await page.getByRole('button', { name: 'Send', exact: true }).click()
  await stepsDone(1)
  await expect
    .poll(async () => JSON.stringify((await control.api('hannah-brightwell', 'GET', '/programme')).body), { timeout: 30_000 })
    .toContain(title)
  await expectAccessible(page)
})

test('C2.1 step 2: a Member accepts in Outlook, another in the tab, and the officer sees both', async () => {
  await page.getByRole('button', { name: 'Take me there' }).click()
  await page.getByRole('button', { name: 'Accept', exact: true }).click()

  await be('Hugh Amblecote')
  await page.getByRole('tab', { name: 'Teams', exact: true }).click()
  const answers = tab().getByRole('group', { name: new RegExp(`Your answer to ${title}`) })
  await answers.getByRole('button', { name: /^Accept/ }).click({ timeout: 30_000 })
  await tab()
    .getByText(/You accepted\. It is in your Outlook calendar/)
    .first()
    .waitFor({ timeout: 30_000 })
  await page.screenshot({ path: `${pictures}/member-answered.png` })

  await page.getByRole('button', { name: 'Take me there' }).click()
  await page.getByRole('button', { name: 'Answer for all four' }).click()
  await stepsDone(2)
}, 120_000)

test('C3.2 step 3: at the review the officers get a card, and nothing has been cancelled', async () => {
  await page.getByRole('button', { name: 'Go to the decision' }).click()
  await stepsDone(3)
  const cards = await control.cards('hannah-brightwell')
  expect(cards.filter((card) => JSON.stringify(card.activity).includes(title))).toHaveLength(1)
}, 180_000)

test('C3.4 C3.10 step 4: the card shows what would happen, and only then cancels', async () => {
  await page.getByRole('button', { name: 'Take me there' }).click()
  const wait = page.getByRole('button', { name: 'Wait until it is short notice' })
  await wait.waitFor({ timeout: 30_000 })
  await wait.click()
  await wait.waitFor({ state: 'hidden', timeout: 120_000 })

  const card = page.locator('.ac-adaptiveCard').filter({ hasText: title }).last()
  await card.getByRole('combobox').selectOption({ label: 'Cancel' })
  await card.getByRole('button', { name: 'See what would happen' }).click()
  const confirm = page.getByRole('button', { name: /^Cancel and clear \d+ calendars$/ })
  await confirm.waitFor({ timeout: 30_000 })
  await page.screenshot({ path: `${pictures}/card-confirm.png` })
  const reason = page.locator('.ac-adaptiveCard').filter({ has: confirm }).getByRole('combobox')
  await reason.selectOption({ index: 1 })
  await confirm.click()
  await stepsDone(4)
  await page.screenshot({ path: `${pictures}/desk.png` })
}, 240_000)

test('C3.11 C3.12 step 5: those who were coming are texted, and whoever cannot be is to be rung', async () => {
  const told = (await control.texts()).filter((text) => text.body.includes('CANCELLED') && text.body.includes(title))
  expect(told.length).toBeGreaterThanOrEqual(3)
  await page.getByRole('region', { name: 'Phones' }).getByRole('listitem').first().getByRole('button').click()
  await page
    .getByText(/CANCELLED: Scrutiny/)
    .first()
    .waitFor()
  await stepsDone(5)
  await expectAccessible(page)
  expect(troubles).toEqual([])
}, 120_000)

// All three themes of every page and state are looked at by `e2e/tab`, on invented answers; these are the real ones.
test.each([['default']])(
  'every page of the tab is whole and accessible in the %s theme, wide and at 320 pixels',
  async (theme) => {
    const { sessionId } = await sessionNamed(title)
    const pages = [
      ['hannah-brightwell', 'programme'],
      ['hannah-brightwell', `session/${sessionId}`],
      ['hannah-brightwell', 'attention'],
      ['hannah-brightwell', `session/${sessionId}/phone-list`],
      ['hannah-brightwell', 'members'],
      ['maureen-tadworth', 'my-training'],
      ['maureen-tadworth', 'my-texts'],
    ] as const
    for (const [person, path] of pages) await lookAt(person, path, theme)
  },
  240_000,
)

test('C3.12 a Member without a mobile is given one by an officer, on the page of Members', async () => {
  await be('Hannah Brightwell')
  await page.getByRole('tab', { name: 'Teams', exact: true }).click()
  const officer = page.frameLocator('iframe')
  await page.goto(`${embedded.addresses().desk}/#person=hannah-brightwell&app=teams&path=members`)
  await officer.getByRole('button', { name: /^Add a number: .*Amblecote/ }).click({ timeout: 30_000 })
  await officer.getByRole('textbox', { name: /^Mobile number for .*Amblecote/ }).fill('01632 960 118')
  await officer.getByRole('button', { name: 'Save number' }).click()
  await officer.locator('input[type=tel][aria-invalid=true]').waitFor({ timeout: 30_000 })
  await officer.getByRole('textbox', { name: /^Mobile number for .*Amblecote/ }).fill('07700 900 555')
  await officer.getByRole('button', { name: 'Save number' }).click()
  await officer.getByRole('button', { name: /Amblecote/ }).waitFor({ state: 'detached', timeout: 30_000 })
  const { body } = await control.api<{ members: { name: string; mobileState: string }[] }>('hannah-brightwell', 'GET', '/members')
  expect(body.members.find(({ name }) => name.includes('Amblecote'))?.mobileState).toBe('usable')
}, 120_000)

async function sessionNamed(wanted: string): Promise<{ sessionId: string }> {
  const { body } = await control.api<{ rows: { sessionId: string; title: string }[] }>('hannah-brightwell', 'GET', '/programme')
  const row = body.rows.find((each) => each.title === wanted)
  if (!row) throw new Error(`The programme has no "${wanted}"`)
  return row
}

/** The real tab in a small host page of the sandbox's origin, which answers TeamsJS as the desk does. */
async function lookAt(person: string, path: string, theme: string): Promise<void> {
  const { tab: address, desk } = embedded.addresses()
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce' })
  try {
    const host = await context.newPage()
    await host.exposeFunction('answerTo', async (func: string) => answerTo(func, { person, theme, path }))
    // A document of the desk's own origin, whose text the small host replaces.
    await host.goto(`${desk}/sandbox/clock`)
    await host.setContent(hostPage(`${address}#${path}`))
    const frame = host.frameLocator('iframe')
    await frame.getByRole('heading', { level: 1 }).waitFor({ timeout: 30_000 })
    await frame.locator('[aria-busy="true"]').first().waitFor({ state: 'detached', timeout: 30_000 })
    const name = `${path.replaceAll(/[^a-z-]+/g, '-').slice(-24)}-${theme}`
    await host.screenshot({ path: `${pictures}/${name}-wide.png` })
    await expectAccessible(host)
    await host.setViewportSize({ width: 320, height: 700 })
    await host.waitForTimeout(300)
    await host.screenshot({ path: `${pictures}/${name}-320.png` })
    // Tall, so that nothing lies half under the bar at the bottom, which axe takes for a small target.
    await host.setViewportSize({ width: 320, height: 6000 })
    await expectAccessible(host)
    await expectNoSidewaysScroll(host)
    const inside = host.frames().find((each) => each.url().startsWith(address))
    expect(
      await inside?.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
      `${name} scrolls sideways`,
    ).toBe(0)
  } finally {
    await context.close()
  }
}

async function answerTo(
  func: string,
  { person, theme, path }: { person: string; theme: string; path: string },
): Promise<unknown[] | undefined> {
  const runtime = { apiVersion: 4, isLegacyTeams: false, hostVersionsInfo: {}, supports: { pages: { currentApp: {} } } }
  if (func === 'initialize') return ['content', 'web', '2.1.1', JSON.stringify(runtime)]
  if (func === 'getContext')
    return [
      { theme, locale: 'en-gb', entityId: 'home', subEntityId: path, hostName: 'Teams', hostClientType: 'web', frameContext: 'content' },
    ]
  if (func === 'authentication.getAuthToken') return [true, await control.token(person)]
  return undefined
}

function hostPage(source: string): string {
  return `<!doctype html><html lang="en"><title>Teams</title><style>html,body{margin:0;height:100%}iframe{border:0;width:100%;height:100%;display:block}</style>
<main style="height:100%"><iframe title="Quorate" src="${source}"></iframe></main><script>
addEventListener('message', async ({ source, origin, data }) => {
  if (!data || !data.func) return
  const args = await answerTo(data.func)
  if (args) source.postMessage({ id: data.id, uuidAsString: data.uuidAsString, args }, origin)
})</script></html>`
}
