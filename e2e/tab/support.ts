import { randomUUID } from 'node:crypto'
import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, FrameLocator, Page } from 'playwright-core'
import { expect } from 'vitest'
import { startPreview, type Preview } from '../../tab/testing/preview.ts'
import { openBrowser } from '../support/browser.ts'

export type Tab = {
  readonly page: Page
  readonly tab: FrameLocator
  /** What was sent in this visit, by what it was about. */
  readonly answers: () => ReadonlyMap<string, string>
  readonly close: () => Promise<void>
}
type Visit = {
  readonly as: string
  readonly sub?: string
  readonly theme?: string
  readonly width?: number
  readonly height?: number
  readonly motion?: boolean
}

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
/** The tab as it is built for the product, on a server that answers from invented data. */
export async function openPreview(): Promise<{
  /** A window and answers of its own: several may be open at once, of one scene too. */
  readonly visit: (visit: Visit) => Promise<Tab>
  readonly close: () => Promise<void>
}> {
  const preview = await startPreview()
  const browser = await openBrowser()
  return {
    visit: async (visit) => open(browser, preview, visit),
    close: async () => {
      await browser.close()
      await preview.close()
    },
  }
}

async function open(
  browser: Browser,
  { url, answersOf }: Preview,
  { as, sub = '', theme = 'default', width = 1280, height = 844, motion = false }: Visit,
): Promise<Tab> {
  const context = await browser.newContext({
    viewport: { width, height },
    reducedMotion: motion ? 'no-preference' : 'reduce',
    acceptDownloads: true,
  })
  const page = await context.newPage()
  const troubles: string[] = []
  page.on('pageerror', (error) => troubles.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error' && message.text().includes('Content Security Policy')) troubles.push(message.text())
  })
  const visit = randomUUID()
  await page.goto(`${url}/host?${new URLSearchParams({ as, visit, theme, sub }).toString()}`)
  const tab = page.frameLocator('#tab')
  return {
    page,
    tab,
    answers: () => answersOf(visit),
    close: async () => {
      await context.close()
      // TeamsJS asks a public list of hosts at its start, which our policy and the lack of a network both forbid.
      expect(troubles.filter((trouble) => !trouble.includes('res.cdn.office.net'))).toEqual([])
    },
  }
}

/** Nothing for axe to report by WCAG 2.2 AA inside the frame, save Fluent's invisible focus sentries, which are hidden by design. */
export async function expectAccessible({ page }: Tab): Promise<void> {
  expect(await violationsIn(new AxeBuilder({ page }).withTags(tags))).toEqual([])
}

/** A theme changes colours and nothing else. */
export async function expectContrast({ page }: Tab): Promise<void> {
  expect(await violationsIn(new AxeBuilder({ page }).withRules(['color-contrast', 'link-in-text-block']))).toEqual([])
}

/** In the way made for frames of one origin: the other opens a window more for each look. */
async function violationsIn(axe: AxeBuilder): Promise<readonly string[]> {
  const { violations } = await axe.setLegacyMode(true).include(['#tab', 'html']).exclude(['#tab', '[data-tabster-dummy]']).analyze()
  return violations.map(({ id, nodes }) => {
    const where = nodes.map(({ target, failureSummary }) => `${target.join(' ')} ${failureSummary ?? ''}`)
    return `${id}: ${where.join('; ')}`
  })
}

/** Nothing scrolls sideways, and everything that can be pressed is big enough for a thumb. */
export async function expectFits({ tab }: Tab): Promise<void> {
  const measured = await tab.locator('html').evaluate((root) => {
    const beyond = [...root.querySelectorAll('body *')]
      .filter((element) => element.getBoundingClientRect().right > root.clientWidth + 1 && getComputedStyle(element).clipPath === 'none')
      .map((element) => `${element.tagName}.${element.className.slice(0, 30)}: ${element.textContent?.slice(0, 40) ?? ''}`)
    return { sideways: root.scrollWidth - root.clientWidth, beyond }
  })
  expect(measured).toEqual({ sideways: 0, beyond: [] })
}

/** Teams changes its theme. Back when the page has the new colours and none is being faded in any more; a page that hangs fails by itself. */
export async function changeTheme({ page, tab }: Tab, theme: string): Promise<void> {
  const themed = tab.locator('.fui-FluentProvider').first()
  const before = await themed.evaluate((root) => getComputedStyle(root).backgroundColor)
  await page.evaluate((name) => (window as unknown as { setTheme: (theme: string) => void }).setTheme(name), theme)
  await themed.evaluate(async (root, old) => {
    const isFading = () => root.ownerDocument.getAnimations().some((animation) => animation instanceof CSSTransition)
    const latest = performance.now() + 15_000
    async function nextFrame(): Promise<void> {
      if (performance.now() > latest) throw new Error('the page has not taken the new theme within 15 seconds')
      await new Promise((resolve) => requestAnimationFrame(resolve))
    }
    while (getComputedStyle(root).backgroundColor === old) await nextFrame()
    await nextFrame()
    while (isFading()) await nextFrame()
  }, before)
}

/** Makes the window as tall as the page. */
export async function showWhole({ page, tab }: Tab): Promise<void> {
  const height = await tab.locator('html').evaluate((root) => root.scrollHeight)
  await page.setViewportSize({ width: page.viewportSize()?.width ?? 320, height })
}

/** Buttons of a thumb's size: 44 px at least. Links within a sentence are exempt (WCAG 2.5.8). */
export async function smallTargets({ tab }: Tab): Promise<readonly string[]> {
  return tab.locator('html').evaluate((root) =>
    [...root.querySelectorAll<HTMLElement>('button, a[href], select, input:not([type=radio]):not([type=checkbox]), textarea')]
      .filter((element) => element.offsetParent !== null && !element.closest('p') && !element.matches('[data-tabster-dummy]'))
      .filter((element) => {
        const box = (element.closest<HTMLElement>('.fui-Input, .fui-Textarea') ?? element).getBoundingClientRect()
        return box.height < 44 && box.height > 0
      })
      .map(
        (element) => `${element.tagName} ${Math.round(element.getBoundingClientRect().height)}: ${element.textContent?.slice(0, 40) ?? ''}`,
      ),
  )
}
