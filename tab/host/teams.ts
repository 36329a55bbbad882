import { app, authentication, pages } from '@microsoft/teams-js'
import { addressOf, routeOf, type Route } from '../paths.ts'
import { themeOf, type ThemeName } from './theme.ts'

/** What the tab asks of Teams. Everything Teams says of the person is for display: who is asking is in the token, and the API checks it. */
export type Host = {
  readonly theme: ThemeName
  readonly onTheme: (listener: (theme: ThemeName) => void) => void
  /** The page that a link into Teams asked for. */
  readonly asked: Route | undefined
  /** A token for our own API. Teams keeps it and renews it before it ends. */
  readonly token: () => Promise<string>
  readonly loaded: () => void
  readonly ready: () => void
  readonly failed: (message: string) => void
  readonly openLink: (url: string) => Promise<void>
}

/** In a parent that is not Teams, TeamsJS would wait a minute before it says so. */
const patienceMs = 8_000

/** Starts the conversation with Teams; undefined when this page is not inside it. */
export async function startTeams(origins: readonly string[]): Promise<Host | undefined> {
  if (!(await answers(origins))) return undefined
  const context = await app.getContext()
  onBack()
  return {
    theme: themeOf(context.app.theme),
    onTheme: (listener) => app.registerOnThemeChangeHandler((theme) => listener(themeOf(theme))),
    asked: routeOf(context.page.subPageId ?? ''),
    token: () => authentication.getAuthToken(),
    loaded: () => app.notifyAppLoaded(),
    ready: () => void app.notifySuccess(),
    failed: (message) => app.notifyFailure({ reason: app.FailedReason.AuthFailed, message }),
    openLink: (url) => app.openLink(url),
  }
}

async function answers(origins: readonly string[]): Promise<boolean> {
  if (window.parent === window && !window.opener) return false
  const started = app.initialize(origins.length > 0 ? [...origins] : undefined).then(
    () => true,
    () => false, // "No Parent window found": opened in a browser of its own
  )
  const waited = new Promise<boolean>((resolve) => setTimeout(() => resolve(false), patienceMs))
  return Promise.race([started, waited])
}

/** On a phone, Teams' own back arrow goes to the page before, as the tab's links do. */
function onBack(): void {
  if (!pages.backStack.isSupported()) return
  pages.backStack.registerBackButtonHandler(() => {
    if (window.location.hash === '' || window.history.length < 2) return false
    window.history.back()
    return true
  })
}

/** Puts the page that a link asked for into the address, unless the address already names one. */
export function followLink(asked: Route | undefined): void {
  if (asked && !routeOf(window.location.hash.slice(1))) window.history.replaceState(null, '', `#${addressOf(asked)}`)
}
