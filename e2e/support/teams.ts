import type { Browser, FrameLocator, Page } from 'playwright-core'
import { hostPage } from '../../tab/testing/host-page.ts'
import { expectAccessible, expectNoSidewaysScroll } from './browser.ts'
import type { Control } from './control.ts'

/** The tab as one person's Teams shows it, in one frame that stays while pages, themes and widths change. */
export type Teams = {
  readonly tab: FrameLocator
  readonly go: (path: string, heading: string | RegExp) => Promise<void>
  /**
   * Nothing for axe to report, nor at the width of a small phone, where nothing scrolls sideways either. Pictures of both, and of Teams'
   * other themes, go to `dist/pictures`. `onPhone`: what a phone asks for before it shows the same.
   */
  readonly expectWell: (name: string, onPhone?: () => Promise<void>) => Promise<void>
  readonly close: () => Promise<void>
}

const wide = { width: 1280, height: 900 }
const pictures = 'dist/pictures'

/** The real tab with a person's real token, in a small host of the desk's origin, which answers TeamsJS as Teams does. */
export async function openTeams(browser: Browser, control: Control, person: string): Promise<Teams> {
  const { tab: address, desk } = await control.addresses()
  const context = await browser.newContext({ viewport: wide, reducedMotion: 'reduce' })
  const page = await context.newPage()
  await page.goto(`${desk}/sandbox/clock`) // a document of the desk's own origin, whose text the host replaces
  await page.setContent(hostPage({ token: await control.token(person), theme: 'default', subPage: '', tab: address }))
  const tab = page.frameLocator('iframe')
  await tab.getByRole('heading', { level: 1 }).waitFor({ timeout: 30_000 })

  return {
    tab,
    async go(path, heading) {
      await tab.locator('html').evaluate((_, to) => (location.hash = to), path)
      await tab.getByRole('heading', { level: 1, name: heading }).waitFor({ timeout: 30_000 })
      await tab.locator('[aria-busy="true"]').first().waitFor({ state: 'detached', timeout: 30_000 })
    },
    async expectWell(name, onPhone) {
      for (const theme of ['dark', 'contrast', 'default']) {
        await showIn(page, theme)
        await page.screenshot({ path: `${pictures}/${name}-${theme}.png` })
      }
      await expectAccessible(page) // colours of every theme are looked at where every page is, with invented answers
      await page.setViewportSize({ width: 320, height: 700 })
      await onPhone?.()
      // Whole, so that nothing lies half under the bar at the bottom, which axe takes for a small target.
      await page.setViewportSize({ width: 320, height: await tab.locator('html').evaluate((root) => root.scrollHeight) })
      await expectNoSidewaysScroll(tab)
      await page.screenshot({ path: `${pictures}/${name}-320.png` })
      await expectAccessible(page)
      await page.setViewportSize(wide)
    },
    close: () => context.close(),
  }
}

async function showIn(page: Page, theme: string): Promise<void> {
  await page.evaluate((name) => (window as unknown as { setTheme: (theme: string) => void }).setTheme(name), theme)
  await page.waitForTimeout(250) // colours are faded in
}
