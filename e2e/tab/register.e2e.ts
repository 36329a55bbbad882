import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { expectAccessible, openPreview, type Tab } from './support.ts'

let preview: Awaited<ReturnType<typeof openPreview>>
beforeAll(async () => {
  preview = await openPreview()
})
afterAll(() => preview.close())

const register = 'session/s-local-plan/register'
const here = ({ tab }: Tab, name: string) => tab.getByRole('button', { name: `${name}, here` })
const heading = ({ tab }: Tab, name: string) => tab.getByRole('heading', { level: 1, name })
const sent = (shown: Tab) => [...shown.answers().values()]
const visit = async (as: string, width = 390) => {
  const shown = await preview.visit({ as, sub: register, width })
  await shown.tab.getByRole('list', { name: /^Expected/ }).waitFor()
  return shown
}

test.concurrent('C2.6 one press records, counts and offers its undo, which records too', async ({ expect }) => {
  const shown = await visit('officer')
  await heading(shown, '5 here, 25 to come').waitFor()
  const button = here(shown, 'Simon Quarrie')
  const box = await button.boundingBox()
  expect([box?.width, box?.height]).toEqual([124, 48])
  await button.click()
  expect(await button.getAttribute('aria-pressed')).toBe('true')
  await heading(shown, '6 here, 24 to come').waitFor()
  await shown.tab.getByText('Cllr Quarrie marked here, 5:58pm').waitFor()
  await shown.tab.getByRole('button', { name: 'Undo: Cllr Quarrie' }).click()
  await heading(shown, '5 here, 25 to come').waitFor()
  await expect.poll(() => sent(shown)).toEqual(['m-2 in-person', 'm-2 not-recorded'])
  expect(await shown.tab.getByRole('button', { name: /^Undo/ }).count()).toBe(0)
  await shown.close()
})

test.concurrent('C2.6 online, apologies and absent are two presses away, the page still in sight behind them', async () => {
  const shown = await visit('officer')
  await shown.tab.getByRole('button', { name: 'More about Simon Quarrie' }).click()
  const top = await shown.tab.locator('html').evaluate((root) => root.scrollHeight)
  expect(top).toBeLessThan(6_000)
  expect(await here(shown, 'Simon Quarrie').isVisible()).toBe(true)
  await shown.tab.getByRole('menuitemradio', { name: 'Sent apologies' }).click()
  await shown.tab.getByRole('button', { name: 'Simon Quarrie, apologies' }).waitFor()
  await heading(shown, '5 here, 24 to come').waitFor()
  await shown.close()
})

test.concurrent('C2.6 without a network presses are kept on the phone, and sent once when it returns', async () => {
  const shown = await visit('officer')
  const place = () => here(shown, 'Leila Pell').evaluate((button) => button.getBoundingClientRect().top + window.scrollY)
  const before = await place()
  await shown.page.context().setOffline(true)
  await here(shown, 'Simon Quarrie').click()
  await shown.tab.getByText('We cannot reach Quorate just now').waitFor()
  expect(await place()).toBe(before) // nothing moves a name from under the thumb
  await here(shown, 'Leila Pell').click()
  await here(shown, 'Dorothy Rainsford').click()
  await shown.tab.getByText('Kept on this phone, 3 to send').first().waitFor()
  await heading(shown, '8 here, 22 to come').waitFor()
  expect(sent(shown)).toEqual([])
  await shown.page.context().setOffline(false)
  await shown.tab.getByText(/^Saved/).waitFor()
  expect(sent(shown).toSorted()).toEqual(['m-11 in-person', 'm-12 in-person', 'm-2 in-person'])
  await shown.close()
})

test.concurrent('what was pressed before the page was lost is sent the next time it is opened', async ({ expect }) => {
  const shown = await visit('officer')
  await shown.page.context().setOffline(true)
  await here(shown, 'Simon Quarrie').click()
  await shown.tab.getByText('Kept on this phone, 1 to send').first().waitFor()
  await shown.page.goto('about:blank')
  await shown.page.context().setOffline(false)
  await shown.page.goBack()
  await shown.tab.getByRole('list', { name: /^Expected/ }).waitFor()
  await expect.poll(() => sent(shown)).toEqual(['m-2 in-person'])
  await heading(shown, '6 here, 24 to come').waitFor()
  await shown.close()
})

test.concurrent('C3.14 marks that the register will not take are said one by one, until they are put away', async ({ expect }) => {
  const shown = await visit('officer-refused')
  await here(shown, 'Simon Quarrie').click()
  await shown.tab.getByText(/Simon Quarrie, here: not recorded, because this session was cancelled/).waitFor()
  await expectAccessible(shown)
  await shown.tab.getByRole('button', { name: 'Put away' }).click()
  await expect.poll(() => shown.tab.getByText(/not recorded, because/).count()).toBe(0)
  await shown.close()
})

test.concurrent('C2.7 a walk-in is looked for among everyone, answers in sight', async () => {
  const shown = await visit('officer')
  await shown.tab.getByRole('button', { name: 'Walk-in' }).click()
  await heading(shown, 'Who has walked in?').waitFor()
  await shown.tab.getByRole('searchbox', { name: 'Find a Member' }).fill('stroudley')
  await shown.tab.getByText('Declined. A walk-in').first().waitFor()
  await here(shown, 'Dorothy Stroudley').click()
  await shown.tab.getByRole('button', { name: 'Back to the register' }).click()
  await heading(shown, '6 here, 25 to come').waitFor()
  await shown.close()
})

test.concurrent('C1.16, C1.18 a guest is recorded apart and counted nowhere', async ({ expect }) => {
  const shown = await visit('officer')
  await shown.tab.getByRole('button', { name: 'Walk-in' }).click()
  await shown.tab.getByRole('button', { name: 'Add a guest' }).click()
  await shown.tab.getByRole('button', { name: 'Record as here' }).click()
  await shown.tab.getByText('Write the guest’s name.').waitFor()
  await shown.tab.getByLabel('Name').fill('Iris Falk')
  await shown.tab.getByLabel('Who they are').selectOption('From a partner organisation')
  await expectAccessible(shown)
  await shown.tab.getByRole('button', { name: 'Record as here' }).click()
  await shown.tab.getByRole('button', { name: 'Iris Falk, here' }).waitFor()
  await heading(shown, '5 here, 25 to come').waitFor()
  await expect.poll(() => sent(shown)).toEqual(['guest in-person Iris Falk'])
  await shown.close()
})

test.concurrent(
  'C2.6 what Teams says is confirmed by an officer, all or one by one, and what two recorded differently is settled',
  async ({ expect }) => {
    const shown = await visit('officer-after')
    await shown.tab.getByText(/^3 Members joined in Teams\. Nothing is recorded until you confirm it\./).waitFor()
    expect(sent(shown)).toEqual([])
    await shown.tab.getByRole('button', { name: 'Confirm all 2' }).click()
    await expect.poll(() => sent(shown).toSorted()).toEqual(['m-11 online', 'm-2 online'])
    await shown.tab.getByRole('button', { name: /^Confirm all the same: Dorothy Rainsford/ }).click()
    await expect.poll(() => sent(shown)).toHaveLength(3)
    await shown.tab.getByText(/^Omar Field marked apologies at 5:50pm/).waitFor()
    await shown.tab.getByRole('button', { name: /^Keep: here/ }).click()
    await expect.poll(() => shown.tab.getByText(/^Omar Field marked/).count()).toBe(0)
    await shown.tab.getByRole('button', { name: /^Mark the \d+ others absent/ }).click()
    await heading(shown, '8 here').waitFor()
    await shown.tab.getByRole('button', { name: /^Undo/ }).click()
    await shown.tab.getByRole('button', { name: /^Mark the \d+ others absent/ }).waitFor()
    await shown.close()
  },
)

test.concurrent('the register can be taken away as a spreadsheet and is whole on paper', async ({ expect }) => {
  const shown = await visit('officer', 1280)
  const [download] = await Promise.all([
    shown.page.waitForEvent('download'),
    shown.tab.getByRole('button', { name: 'Download for Excel' }).click(),
  ])
  const csv = await readFile(await download.path(), 'utf8')
  expect(csv.split('\r\n')).toHaveLength(53) // a heading, fifty Members, a guest, and the last line's end
  await shown.page.emulateMedia({ media: 'print' })
  await expect.poll(() => shown.tab.getByRole('table', { name: 'Register of attendance' }).getByRole('row').count()).toBe(52)
  expect(await shown.tab.getByRole('button').count()).toBe(0) // nothing can be pressed on paper
  await shown.close()
})

test.concurrent('C2.6 before it opens the register says when, and nothing can be pressed', async () => {
  const shown = await visit('officer-not-yet')
  await shown.tab.getByText(/^The register opens at 5pm, an hour before the start\./).waitFor()
  expect(await shown.tab.getByRole('button', { name: /, here$/ }).count()).toBe(0)
  await shown.close()
})

test.concurrent('C2.6 a Member checks in with the code, and reads what was recorded of her', async () => {
  const shown = await preview.visit({ as: 'member-at-the-door', sub: 'my-session/s-chairing', width: 390 })
  const field = shown.tab.getByLabel('The code on the screen in the room')
  await shown.tab.getByRole('button', { name: 'Check in' }).click()
  await shown.tab.getByText('Type the six figures that are on the screen.').waitFor()
  await field.fill('111 111')
  await shown.tab.getByRole('button', { name: 'Check in' }).click()
  await shown.tab.getByText(/^That is not the code on the screen\. Look again/).waitFor()
  expect(await field.evaluate((element) => element === element.ownerDocument.activeElement)).toBe(true)
  await field.fill('482 173')
  await shown.tab.getByRole('button', { name: 'Check in' }).click()
  await shown.tab.getByText(/^You checked in at 6:21pm, and it is recorded that you attended\./).waitFor()
  await shown.close()
})

test.concurrent(
  'C2.12 a Member who has been at one run is offered to release her place at the other, from either page',
  async ({ expect }) => {
    const there = await preview.visit({ as: 'member-attended', sub: 'my-session/s-chairing', width: 390 })
    await there.tab.getByText(/^You are also invited on Tuesday 27\sOctober at 12:30pm\./).waitFor()
    await there.tab.getByRole('button', { name: /^Release my place: Tuesday 27\sOctober/ }).click()
    await expect.poll(() => there.answers().get('s-chairing-online')).toBe('declined')
    await there.close()
    const other = await preview.visit({ as: 'member-been', sub: 'my-session/s-chairing', width: 390 })
    await other.tab.getByText(/^You went to this on Tuesday 6\sOctober, so you need not come again\./).waitFor()
    await other.tab.getByRole('button', { name: 'Release my place' }).click()
    await expect.poll(() => other.answers().get('s-chairing')).toBe('declined')
    await other.close()
  },
)
