import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openPreview, type Tab } from './support.ts'

let preview: Awaited<ReturnType<typeof openPreview>>
beforeAll(async () => {
  preview = await openPreview()
})
afterAll(() => preview.close())

async function openMonth(as = 'officer', change: { sub?: string; width?: number } = {}): Promise<Tab> {
  const shown = await preview.visit({ as, sub: 'programme?view=month', ...change })
  await shown.tab.getByRole('heading', { level: 2, name: 'October 2026' }).waitFor()
  await shown.tab.locator('[aria-busy=true]').first().waitFor({ state: 'detached' })
  return shown
}
const address = ({ page }: Tab) => page.frames()[1]?.url() ?? ''
const focused = async ({ tab }: Tab) => (await tab.locator('[role=gridcell]:focus > span').first().textContent())?.replace(/\. $/, '')

test.concurrent('C14.3 a day is called by what is on it; what needs somebody says so, and the danger list is one line', async () => {
  const shown = await openMonth()
  await shown.tab.getByRole('gridcell', { name: /^Thursday 15 October, 1 session needs you\. Planning: making sound decisions/ }).waitFor()
  await shown.tab.getByRole('gridcell', { name: /^Wednesday 28 October, 1 session needs you, 1 committee meeting/ }).waitFor()
  await shown.tab.getByText('10am · needs you: 4 of 6 coming').waitFor()
  await shown.tab.getByText('6:30pm · needs you: clashes with Overview and Scrutiny Committee').waitFor()
  await shown.tab.getByText('2 sessions need you. First: 4 of 6 coming to Planning').waitFor()
  await shown.tab.getByRole('link', { name: 'Show them' }).click()
  await shown.tab.getByRole('link', { name: 'Decide: Planning: making sound decisions, Thursday' }).waitFor()
  await shown.close()
})

test.concurrent('the arrows go by day over hidden weekends, Page Down by month, and focus goes with them', async ({ expect }) => {
  const shown = await openMonth()
  await shown.tab.getByRole('gridcell', { name: /^Tuesday 13 October, today/ }).focus()
  const press = async (...keys: string[]) => {
    for (const key of keys) await shown.page.keyboard.press(key)
  }
  await press('ArrowDown', 'ArrowRight', 'ArrowRight', 'ArrowRight')
  expect(await focused(shown)).toBe('Friday 23 October')
  await press('ArrowRight')
  expect(await focused(shown)).toBe('Monday 26 October, school holidays: Half-term')
  await press('End')
  expect(await focused(shown)).toContain('Friday 30 October')
  await press('Home', 'ArrowLeft', 'ArrowUp')
  expect(await focused(shown)).toBe('Friday 16 October')
  await press('PageDown')
  await shown.tab.getByRole('heading', { level: 2, name: 'November 2026' }).waitFor()
  await expect.poll(() => focused(shown)).toBe('Monday 16 November')
  expect(address(shown)).toContain('month=2026-11')
  await press('PageUp')
  await expect.poll(() => focused(shown)).toBe('Friday 16 October')
  await shown.close()
})

test.concurrent('Today comes back from any month, to the day', async ({ expect }) => {
  const shown = await openMonth()
  await shown.tab.getByRole('button', { name: 'Month after: November 2026' }).click()
  await shown.tab.getByRole('heading', { level: 2, name: 'November 2026' }).waitFor()
  await shown.tab.getByRole('button', { name: 'Today' }).click()
  await expect.poll(() => focused(shown)).toBe('Tuesday 13 October, today')
  await shown.close()
})

test.concurrent('the view, its month and what it shows stand in the address with the filters', async () => {
  const shown = await preview.visit({ as: 'officer', sub: 'programme?kind=Member+briefing' })
  await shown.tab.getByRole('button', { name: 'Month', exact: true }).click()
  await shown.tab.getByRole('heading', { level: 2, name: 'October 2026' }).waitFor()
  await shown.tab.getByRole('link', { name: /Local Plan/ }).waitFor()
  expect(await shown.tab.getByRole('link', { name: /Planning: making/ }).count()).toBe(0)
  await shown.tab.getByRole('checkbox', { name: 'Free slots' }).check()
  await shown.tab.getByRole('checkbox', { name: 'Committee meetings' }).uncheck()
  await shown.tab.getByText('Free 2pm to 4pm').first().waitFor()
  expect(await shown.tab.getByText('Cabinet 5pm').count()).toBe(0)
  expect(address(shown)).toContain('programme?kind=Member+briefing&view=month&layers=school-holidays.slots')
  await shown.tab.getByRole('button', { name: 'List', exact: true }).click()
  await shown.tab.getByRole('table', { name: 'Sessions, week by week, with their answers' }).waitFor()
  expect(address(shown)).toMatch(/programme\?kind=Member\+briefing$/)
  await shown.close()
})

test.concurrent('C14.1 C14.2 free slots say how one is used, and that none needs to be', async () => {
  const shown = await openMonth('officer', { sub: 'programme?view=month&layers=slots' })
  await shown.tab.getByText(/To use one, send an Outlook invitation for that time with the category Member training\./).waitFor()
  await shown.tab.getByText(/Any other date is as good, and a slot left unused needs no explanation\./).waitFor()
  await shown.close()
})

test.concurrent('C14.3 a calendar that cannot be read says since when, and what of it is in doubt', async () => {
  const shown = await openMonth('officer-calendar-down')
  await shown.tab
    .getByText(/has not answered since 12:05am\. You are seeing it as it stood at 12:05am on Monday 12 October\.|has not answered since/)
    .waitFor()
  await shown.tab.getByText(/The register does not say who sits on Cabinet and Standards Committee/).waitFor()
  await shown.tab.getByText(/The calendar of Pensions Board could not be read/).waitFor()
  await shown.tab.getByText(/Standards Committee \(TBC\)/).waitFor()
  await shown.close()
})

test.concurrent('C14.1 free slots alone say, too, what of the calendar is not known', async () => {
  const shown = await openMonth('officer-calendar-down', { sub: 'programme?view=month&layers=slots' })
  await shown.tab.getByText(/so check a time marked Free before you use it\./).waitFor()
  await shown.tab.getByText(/has not answered since/).waitFor()
  await shown.tab.getByText(/The calendar of Pensions Board could not be read/).waitFor()
  await shown.close()
})

test.concurrent('on a phone the month is a list of its days', async () => {
  const shown = await openMonth('officer', { width: 320 })
  expect(await shown.tab.getByRole('grid').count()).toBe(0)
  await shown.tab.getByRole('heading', { level: 3, name: 'Thursday 15 October' }).waitFor()
  await shown.tab.getByText('Overview and Scrutiny Committee').first().waitFor()
  await shown.close()
})

test.concurrent('a month can be taken away as a spreadsheet', async () => {
  const shown = await openMonth('officer', { sub: 'programme?view=month&layers=meetings.slots' })
  const [download] = await Promise.all([
    shown.page.waitForEvent('download'),
    shown.tab.getByRole('button', { name: 'Download for Excel' }).click(),
  ])
  expect(download.suggestedFilename()).toBe('programme-october-2026.csv')
  const csv = await readFile(await download.path(), 'utf8')
  expect(csv).toContain('6:30pm,8:30pm,Committee meeting,Planning Committee,Council Chamber,,confirmed')
  expect(csv).toContain('Free slot')
  expect(csv).toContain('Clashes with Overview and Scrutiny Committee')
  await shown.close()
})

test.concurrent('C14.3 a session says what it clashes with and who is affected; why it stays is asked for and kept', async () => {
  const shown = await preview.visit({ as: 'officer-clash', sub: 'attention' })
  await shown.tab.getByText('2 Members invited sit on it: Cllr Hugh Amblecote and Cllr Leila Haddon.').waitFor()
  await shown.tab.getByRole('link', { name: /^Put it right/ }).click()
  await shown.tab.getByText('Clashes with Licensing Committee.').waitFor()
  await shown.tab.getByText('Is at the same time as Budget for 2027/28, and stays: Desmond Achterly').waitFor()
  await shown.tab.getByRole('button', { name: 'Keep it here although it clashes with Licensing Committee' }).click()
  await shown.tab.getByRole('button', { name: 'Keep it at this time' }).click()
  await shown.tab.getByText('Say in a few words why it stays').waitFor()
  await shown.tab.getByRole('textbox', { name: 'Why does it stay?' }).fill('Licensing sends its substitute')
  await shown.tab.getByRole('button', { name: 'Keep it at this time' }).click()
  await shown.tab.getByText(/Clashes with Licensing Committee, and stays: .*Licensing sends its substitute/).waitFor()
  expect(shown.answers().get('clash')).toBe('Licensing sends its substitute')
  await shown.close()
})

test.concurrent('the Members who are sought can be taken away as a spreadsheet', async () => {
  const shown = await preview.visit({ as: 'officer', sub: 'members?find=desai' })
  const [download] = await Promise.all([
    shown.page.waitForEvent('download'),
    shown.tab.getByRole('button', { name: 'Download for Excel' }).click(),
  ])
  expect(download.suggestedFilename()).toBe('members.csv')
  const csv = await readFile(await download.path(), 'utf8')
  expect(csv).toContain('Name,Kind,Group,Ward,In office,How texts reach them')
  expect(csv).toContain('Cllr Dorothy Desai,Councillor')
  expect(csv).not.toContain('Rook')
  await shown.close()
})
