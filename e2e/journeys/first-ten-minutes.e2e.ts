import { mkdirSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { attendanceRegister } from '../../api/contracts/attendance.ts'
import { startEmbedded, type Embedded } from '../../sandbox/embedded.ts'
import { expectAccessible, expectContrast, expectNoSidewaysScroll, openBrowser } from '../support/browser.ts'
import { controlOf, type Control } from '../support/control.ts'
import { openTeams } from '../support/teams.ts'

/**
 * What a newcomer does who follows the desk's own first steps and nothing else. The pictures it takes are for people to look at:
 * `dist/pictures`, one of which stands in the README.
 */
const title = 'Scrutiny: using evidence'
const pictures = 'dist/pictures'
const wide = { width: 1440, height: 900 }
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
  page = await (await browser.newContext({ viewport: wide, reducedMotion: 'reduce' })).newPage()
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
const expectFocusOn = (words: string) => expect.poll(async () => page.locator(':focus').textContent()).toBe(words)
/** The frame of a mail runs no script, and axe waits for ever for one that cannot answer it. */
async function letAxeIntoMails(): Promise<void> {
  await page.locator('iframe.body-frame').evaluateAll(async (frames) => {
    const loads = (frames as HTMLIFrameElement[]).map((frame) => {
      const loaded = new Promise((load) => frame.addEventListener('load', load, { once: true }))
      frame.setAttribute('sandbox', 'allow-same-origin allow-scripts')
      const { srcdoc } = frame
      frame.srcdoc = srcdoc // loads it anew, now that it may
      return loaded
    })
    await Promise.all(loads)
  })
}
/** The desk itself, wide and at the width of a small phone. What is in its frames is looked at in all themes further down. */
async function expectDeskWell(): Promise<void> {
  await letAxeIntoMails()
  await expectAccessible(page)
  await page.setViewportSize({ width: 320, height: 700 })
  await expectNoSidewaysScroll(page)
  await expectAccessible(page)
  await page.setViewportSize(wide)
}

test('C1.1 step 1: Send in the officer’s Outlook is all an officer does; Quorate notices by itself', async () => {
  await expectDeskWell()
  await page.getByRole('button', { name: 'Send', exact: true }).click()
  await stepsDone(1)
  await expect
    .poll(async () => JSON.stringify((await control.api('hannah-brightwell', 'GET', '/programme')).body), { timeout: 30_000 })
    .toContain(title)
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
  await expectDeskWell()
}, 180_000)

test('while it is to be decided, every page of it is whole and accessible, on a small phone too', async () => {
  const { sessionId } = await sessionNamed(title)
  const officer = await openTeams(browser, control, 'hannah-brightwell')
  await officer.go('programme', 'Programme')
  await officer.expectWell('programme')
  await officer.go(`session/${sessionId}`, title)
  await officer.expectWell('session')
  await officer.go(`session/${sessionId}/decide`, /go ahead\?$/)
  await officer.expectWell('decision')
  await officer.tab.getByRole('radio', { name: /^Cancel/ }).click()
  await officer.tab.getByRole('button', { name: /^Cancel and clear \d+ calendars$/ }).waitFor()
  await officer.expectWell('decision-cancel', () => officer.tab.getByRole('button', { name: 'Choose', exact: true }).click())
  await officer.close()

  const member = await openTeams(browser, control, 'maureen-tadworth')
  await member.go('my-training', 'My training')
  await member.expectWell('my-training')
  await member.go(`my-session/${sessionId}`, title)
  await member.expectWell('my-session')
  await member.close()
}, 240_000)

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
  await expectDeskWell()
  for (const [look, name] of Object.entries({ dark: 'Dark', contrast: 'High contrast', default: 'Light' })) {
    await page.getByRole('button', { name: 'How Teams looks' }).click()
    await page.getByRole('menuitemradio', { name }).click()
    await page.keyboard.press('Escape')
    await confirm.waitFor()
    await page.screenshot({ path: `${pictures}/card-confirm-${look}.png` })
    await expectContrast(page)
  }
  const reason = page.locator('.ac-adaptiveCard').filter({ has: confirm }).getByRole('combobox')
  await reason.selectOption({ index: 1 })
  await confirm.click()
  await stepsDone(4)
  await page.getByText('Working', { exact: true }).first().waitFor({ state: 'hidden' })
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
  await expectDeskWell()
  expect(troubles).toEqual([])
}, 120_000)

test('once it is cancelled, whom to ring and what it was are whole and accessible, on a small phone too', async () => {
  const { sessionId } = await sessionNamed(title)
  const officer = await openTeams(browser, control, 'hannah-brightwell')
  await officer.go('attention', 'Needs attention')
  await officer.expectWell('attention')
  await officer.go(`session/${sessionId}/phone-list`, /still to ring$/)
  await officer.expectWell('phone-list')
  await officer.go(`session/${sessionId}`, title)
  await officer.expectWell('session-cancelled')
  await officer.close()

  const member = await openTeams(browser, control, 'elspeth-rook')
  await member.go('my-training', 'My training')
  await member.expectWell('my-training-cancelled')
  await member.go(`my-session/${sessionId}`, title)
  await member.expectWell('my-session-cancelled')
  await member.close()
}, 240_000)

test('C3.12 a Member without a mobile is given one by an officer, on the page of Members', async () => {
  const officer = await openTeams(browser, control, 'hannah-brightwell')
  await officer.go('members', 'Members')
  const number = officer.tab.getByRole('textbox', { name: /^Mobile number for .*Amblecote/ })
  const give = async (mobile: string) => {
    const opener = officer.tab.getByRole('button', { name: /^Add a number: .*Amblecote/ })
    await opener.or(number).first().waitFor()
    if (await opener.isVisible()) await opener.click()
    await number.fill(mobile)
    await officer.tab.getByRole('button', { name: 'Save number' }).click()
  }
  const giveWrong = async () => {
    await give('01632 960 118')
    await officer.tab.locator('input[type=tel][aria-invalid=true]').waitFor()
  }
  await giveWrong()
  await officer.expectWell('members-wrong-number', giveWrong)
  await give('07700 900 555')
  await number.waitFor({ state: 'detached' })
  const { body } = await control.api<{ members: { name: string; mobileState: string }[] }>('hannah-brightwell', 'GET', '/members')
  expect(body.members.find(({ name }) => name.includes('Amblecote'))?.mobileState).toBe('usable')
  await officer.close()
}, 120_000)

async function sessionNamed(wanted: string): Promise<{ sessionId: string }> {
  const { body } = await control.api<{ rows: { sessionId: string; title: string }[] }>('hannah-brightwell', 'GET', '/programme')
  const row = body.rows.find((each) => each.title === wanted)
  if (!row) throw new Error(`The programme has no "${wanted}"`)
  return row
}

test('C2.6 a Teams meeting, a forwarded invitation and a partner are played at the desk: who stayed is suggested on the register', async () => {
  const webinar = 'Chairing online'
  const open = () => page.getByRole('list', { name: 'Events' }).getByRole('button', { name: webinar }).click()
  await be('Hannah Brightwell')
  await page.getByRole('tab', { name: 'Outlook', exact: true }).click()
  await page.getByRole('tab', { name: 'Calendar' }).click()
  await page.getByRole('button', { name: 'New event' }).click()
  await page.getByRole('textbox', { name: 'Title' }).fill(webinar)
  await page.getByRole('button', { name: /^Invite:/ }).click()
  const whom = page.getByRole('combobox', { name: 'Add a person or a list' })
  await whom.click()
  await whom.fill('Rook')
  await page.locator('.fui-Listbox').getByRole('option', { name: 'Cllr Elspeth Rook' }).click()
  await page.getByRole('button', { name: /^Day:/ }).click()
  await page.getByLabel('Day', { exact: true }).fill((await control.now()).slice(0, 10))
  await page.getByRole('button', { name: /^Place:/ }).click()
  await page.getByRole('option', { name: 'Committee Room 1: 30 people, step-free, hearing loop' }).waitFor({ state: 'attached' })
  await page.getByRole('checkbox', { name: 'Make it a Teams meeting' }).check()
  await page.getByRole('button', { name: 'Send', exact: true }).click()
  await page.getByRole('heading', { name: 'Teams meeting' }).waitFor()

  await be('Elspeth Rook')
  await page.getByRole('tab', { name: 'Calendar' }).click()
  await open()
  await page.getByRole('button', { name: 'Forward' }).click()
  await page.getByLabel('Forward to').selectOption({ label: 'Joseph Byrne (from outside)' })
  await page.getByRole('button', { name: 'Send it on' }).click()
  await page.getByRole('button', { name: 'Go to when it begins' }).click()
  await page.getByText(/^It is on, until/).waitFor()
  await expectFocusOn('Go to when it ends')
  await page.getByRole('button', { name: 'Join', exact: true }).click()
  await page.getByText('Cllr Elspeth Rook has just joined').waitFor()
  await expectDeskWell()

  await be('Joseph Byrne')
  await page.getByRole('button', { name: 'Accept', exact: true }).click()
  await page.getByText('You accepted').waitFor()
  await page.getByRole('button', { name: 'Join', exact: true }).click()
  await page.getByRole('button', { name: 'Go to when it ends' }).click()
  await page.getByText(/^Its time was over/).waitFor()
  await expectFocusOn('Leave')
  await page.getByRole('button', { name: 'Leave', exact: true }).click()
  await page.getByRole('button', { name: 'Join', exact: true }).waitFor()
  await expectDeskWell()
  await be('Hannah Brightwell')
  await open()
  await page.getByRole('button', { name: 'End it for everybody' }).click()
  await page.getByText(/^Everybody has left/).waitFor()
  await expectFocusOn('Join')
  const asked = page.getByRole('button', { name: 'Go to when Quorate has asked' })
  await asked.click()
  await asked.waitFor({ state: 'detached' })
  await expectFocusOn('Join')
  await control.settle() // the clock is seen to arrive before all that was due on the way is done

  const { sessionId } = await sessionNamed(webinar)
  const { body } = await control.api('hannah-brightwell', 'GET', `/sessions/${sessionId}/attendance`)
  const { rows, teams } = attendanceRegister.parse(body)
  expect(teams).toMatchObject({ state: 'read', others: 1 })
  expect(rows.flatMap(({ name, suggestion }) => (suggestion ? [{ name, ...suggestion }] : []))).toMatchObject([
    { name: 'Cllr Elspeth Rook', minutes: 120, of: 120, enough: true },
  ])
}, 120_000)

test('C14.3 a committee meeting is added, moved and cancelled at the desk by an officer, and only read by anyone else', async () => {
  const planning = async () => {
    const committees = await control.call<{ name: string; meetings: { start: string; status?: string }[] }[]>('GET', '/sandbox/meetings')
    return committees.find(({ name }) => name === 'Planning Committee')?.meetings.at(-1)
  }
  await be('Elspeth Rook')
  await page.getByRole('tab', { name: 'Committees' }).click()
  await page.getByText(/^Officers keep this calendar/).waitFor()
  await page.getByRole('list', { name: 'Committee meetings' }).getByRole('button').first().click()
  await page.getByRole('article').waitFor()
  for (const name of ['New meeting', 'Change day, time or place', 'Cancel the meeting']) {
    expect(await page.getByRole('button', { name }).count()).toBe(0)
  }

  await be('Tom Ellery')
  await page.getByRole('button', { name: 'New meeting' }).click()
  await page.getByLabel('Committee', { exact: true }).selectOption('Planning Committee')
  await page.getByLabel('Day', { exact: true }).fill('2026-10-29')
  await expectDeskWell()
  await page.getByRole('button', { name: 'Put it in the calendar' }).click()
  await page.getByRole('button', { name: 'Change day, time or place' }).click()
  expect(await planning()).toMatchObject({ start: '2026-10-29T18:30' })
  expect(await page.locator(':focus').getAttribute('type')).toBe('date')
  await page.getByRole('button', { name: 'Not now' }).click()
  await expectFocusOn('Change day, time or place')
  await page.keyboard.press('Enter')
  await page.getByLabel('From', { exact: true }).fill('19:00')
  await page.getByRole('button', { name: 'Save the change' }).click()
  await expectFocusOn('Change day, time or place')
  await page.getByRole('button', { name: 'Cancel the meeting' }).click()
  await page.getByRole('button', { name: 'Hold it after all' }).waitFor()
  expect(await planning()).toMatchObject({ start: '2026-10-29T19:00', status: 'Cancelled' })
  await expectDeskWell()
  expect(troubles).toEqual([])
}, 120_000)
