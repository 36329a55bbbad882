import { afterAll, beforeAll, expect, test } from 'vitest'
import { openPreview } from './support.ts'

let preview: Awaited<ReturnType<typeof openPreview>>
beforeAll(async () => {
  preview = await openPreview()
})
afterAll(() => preview.close())

test.concurrent(
  'C4.16 the contents lead to each course once; on A4 no course is torn, and nothing of one’s own is printed',
  async ({ expect }) => {
    const { page, tab, close } = await preview.visit({ as: 'member', sub: 'brochure' })
    const courses = tab.getByRole('article')
    await courses.first().waitFor()
    const names = await courses.evaluateAll((all) => all.map((each) => each.querySelector('h3')?.textContent))
    expect(new Set(names).size).toBe(names.length)
    expect(await tab.getByRole('navigation', { name: 'Contents' }).getByRole('link').allTextContents()).toEqual(
      expect.arrayContaining(names),
    )

    await tab.getByRole('link', { name: 'Scrutiny in practice' }).click()
    const scrutiny = tab.getByRole('heading', { level: 3, name: 'Scrutiny in practice' })
    await expect.poll(async () => scrutiny.evaluate((heading) => heading.getBoundingClientRect().top < window.innerHeight)).toBe(true)
    await tab.getByRole('heading', { level: 1, name: 'Member development programme 2026-27' }).waitFor()

    const own = tab.getByText('You accepted.').first()
    expect(await own.isVisible()).toBe(true)
    await page.emulateMedia({ media: 'print' })
    expect(await own.isVisible()).toBe(false)
    expect(await courses.evaluateAll((all) => all.map((each) => getComputedStyle(each).breakInside))).toEqual(names.map(() => 'avoid'))
    const paper = await tab.locator('html').evaluate(() => {
      const rules = [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules])
      return rules.filter((rule) => rule instanceof CSSPageRule).map((rule) => rule.cssText)
    })
    expect(paper.join(' ')).toMatch(/size: a4/i)
    await close()
  },
)

test.concurrent('C4.16 it is taken away as a spreadsheet, a row for each time', async () => {
  const { page, tab, close } = await preview.visit({ as: 'officer', sub: 'brochure' })
  await tab.getByRole('link', { name: /^See this session: Licensing/ }).waitFor()
  const [download] = await Promise.all([page.waitForEvent('download'), tab.getByRole('button', { name: 'Download for Excel' }).click()])
  expect(download.suggestedFilename()).toBe('member-development-programme-2026-27.csv')
  await close()
})
