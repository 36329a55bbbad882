import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, FrameLocator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sessionDetails } from '../../api/contracts/details.ts'
import { programme } from '../../api/contracts/programme.ts'
import { expectAccessible, expectNoSidewaysScroll, openBrowser } from '../support/browser.ts'
import { outlookOf } from '../support/outlook.ts'
import { startRig, type Rig } from '../support/rig.ts'
import { aWorld } from '../support/worlds.ts'

/** An officer plans training from inside her appointment, in the desk's Outlook with the real pane, signed in the way Outlook signs in. */
const title = 'Chairing a difficult meeting'
const why = 'They asked to try it out on each other'
const aim = 'Chair a meeting that has got loud'
let rig: Rig
let browser: Browser
let page: Page
const troubles: string[] = []

beforeAll(async () => {
  const [started, opened] = await Promise.all([startRig(aWorld()), openBrowser()])
  rig = started
  browser = opened
  page = await (await browser.newContext({ viewport: { width: 1440, height: 1000 }, reducedMotion: 'reduce' })).newPage()
  page.setDefaultTimeout(15_000)
  page.on('pageerror', (error) => troubles.push(error.message))
  page.on('console', (message) => {
    if (message.text().includes('Content Security Policy')) troubles.push(message.text())
  })
}, 240_000)
afterAll(async () => {
  await browser?.close()
  await rig?.close()
})

const desk = () => rig.addresses().then(({ desk: address }) => address)
const pane = (): FrameLocator => page.frameLocator('iframe[title="Quorate in Outlook"]')
const openPane = () => page.getByRole('button', { name: 'Training session' }).click()
const sessions = async () => programme.parse((await rig.api('officer', 'GET', '/programme')).body).rows

test('C1.5 what an officer writes in the pane is in the appointment, and closing the pane loses nothing', async () => {
  await page.goto(`${await desk()}/#person=officer&app=outlook&outlook=calendar`)
  await page.getByRole('button', { name: 'New event' }).click()
  await page.getByRole('textbox', { name: 'Title' }).fill(title)
  await page.getByRole('button', { name: /^Category/ }).click()
  await page.getByRole('combobox', { name: 'Category' }).selectOption('')
  await openPane()
  await pane().getByLabel('Kind').selectOption({ label: 'Member briefing' })
  await pane().getByText('Saved in the appointment.').waitFor()
  await page.getByRole('button', { name: 'Close Quorate' }).click()
  await openPane()
  await pane().getByText('Saved in the appointment.').waitFor()
  expect(await pane().getByLabel('Kind').inputValue()).toBe('member-briefing')
  await expectNoSidewaysScroll(pane())
  await expectAccessible(page)
  for (const theme of [{ colorScheme: 'dark' }, { colorScheme: 'light', forcedColors: 'active' }] as const) {
    await page.emulateMedia({ reducedMotion: 'reduce', ...theme })
    const axe = new AxeBuilder({ page }).include(['iframe[title="Quorate in Outlook"]', 'html']).withRules(['color-contrast'])
    expect((await axe.exclude(['iframe', '[data-tabster-dummy]']).analyze()).violations).toEqual([])
  }
  await page.emulateMedia({ reducedMotion: 'reduce', colorScheme: 'light', forcedColors: 'none' })
  await page.getByRole('button', { name: 'Close Quorate' }).click()
})

test('C1.5 C12.14 at another time in Outlook nothing is lost of what is being written, even what cannot be saved yet', async () => {
  await openPane()
  await pane().getByText('Saved in the appointment.').waitFor()
  const places = pane()
    .getByRole('spinbutton', { name: 'Places' })
    .or(pane().getByRole('textbox', { name: 'Places' }))
  await places.fill('many')
  await pane().getByText('Not saved yet.').waitFor()
  const short = pane()
    .getByText(/^It is less than \d+ weeks? away/)
    .first()
  await short.waitFor()
  await page.getByRole('button', { name: /^Day/ }).click()
  const day = page.getByLabel('Day', { exact: true })
  const before = await day.inputValue()
  await day.fill('2026-12-10')
  await short.waitFor({ state: 'hidden' })
  await pane().getByLabel('Type of training').fill(why)
  expect(await places.inputValue()).toBe('many')
  await places.fill('')
  await pane().getByText('Saved in the appointment.').waitFor()
  await pane().getByRole('button', { name: 'This is no training session' }).click()
  await pane().getByRole('button', { name: 'Yes, take it out' }).click()
  await pane().getByText('Nothing is written in the appointment yet.').waitFor()
  expect(await pane().getByLabel('Type of training').inputValue()).toBe('')
  await pane().getByLabel('Kind').selectOption({ label: 'Member briefing' })
  await pane().getByLabel('Type of training').fill(why)
  await day.fill(before)
  await pane().getByText('Saved in the appointment.').waitFor()
  await page.getByRole('button', { name: 'Close Quorate' }).click()
})

test('C1.9 without an aim Outlook asks before it sends, and the way to put it right is one press', async () => {
  await page.getByRole('button', { name: 'Send', exact: true }).click()
  const alert = page.getByRole('alertdialog', { name: 'Quorate' })
  await alert.getByText(/You have not said what Members will be able to do afterwards/).waitFor()
  await alert.getByRole('button', { name: 'Send Anyway' }).waitFor()
  await alert.getByRole('button', { name: 'Look at it first' }).click()
  await pane().getByLabel('Aims and objectives').fill(aim)
  await pane().getByText('Saved in the appointment.').waitFor()
})

test('C1.1 C1.5 sent, it is a session of that kind with these details, and Outlook shows its category', async () => {
  await page.getByRole('button', { name: 'Send', exact: true }).click()
  await page.getByRole('article', { name: title }).waitFor()
  await rig.settle()
  const [row] = await sessions()
  expect(row).toMatchObject({ title, kindLabel: 'Member briefing', countsAs: 'briefing' })
  const details = sessionDetails.parse((await rig.api('officer', 'GET', `/sessions/${row?.sessionId ?? ''}/details`)).body)
  expect(details).toMatchObject({ details: { aims: aim, check: { type: why } }, changed: { by: 'Olive Officer' } })
  await page.getByRole('article', { name: title }).getByText('Member briefing').waitFor()
})

test('C2.2 afterwards the pane tells its organiser who is coming, and a Member what it is for', async () => {
  await openPane()
  await pane()
    .getByRole('heading', { level: 1, name: /coming/ })
    .waitFor()
  await pane().getByText(aim).waitFor()
  await expectNoSidewaysScroll(pane())
  await expectAccessible(page)

  await page.goto(`${await desk()}/#person=m1&app=outlook&outlook=calendar`)
  await page.reload()
  await openPane()
  await pane().getByRole('heading', { level: 1, name: title }).waitFor()
  await pane().getByText(aim).waitFor()
  await expectAccessible(page)
  expect(troubles).toEqual([])
})

test('C1.5 beside one date of a series an officer is sent to the whole of it: what she wrote here would be lost', async () => {
  const recurrence = {
    pattern: { type: 'weekly', interval: 1, daysOfWeek: ['tuesday'] },
    range: { type: 'numbered', startDate: '2026-10-13', numberOfOccurrences: 2 },
  }
  const [start, end] = ['10:00', '11:00'].map((time) => ({ dateTime: `2026-10-13T${time}:00`, timeZone: 'Europe/London' }))
  await outlookOf(rig).invite({ subject: 'New Members’ hour', categories: [], start, end, recurrence })
  await page.goto(`${await desk()}/#person=officer&app=outlook&outlook=calendar`)
  await page.reload()
  await page
    .getByRole('button', { name: /New Members’ hour/ })
    .first()
    .click()
  await openPane()
  await pane().getByRole('heading', { level: 1, name: 'This is one date of a series' }).waitFor()
  await pane().getByText('Open the whole series in Outlook, and say there what it is.').waitFor()
  expect(await pane().getByRole('button').count()).toBe(0)
  await expectNoSidewaysScroll(pane())
  expect(troubles).toEqual([])
})
