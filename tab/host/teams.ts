import { app, authentication, pages } from '@microsoft/teams-js'
import { addressOf, routeOf, type Route } from '../paths.ts'
import { countSteps, rewriteStep } from './steps.ts'
import { themeOf, type ThemeName } from './theme.ts'

/** What the tab asks of Teams. Everything Teams says of the person is for display: who is asking is in the token, and the API checks it. */
export type Host = {
  readonly theme: ThemeName
  readonly onTheme: (listener: (theme: ThemeName) => void) => void
  /** The page that a link into Teams asked for. */
  readonly asked: Route | undefined
  /** Whose device this is just now, for what is kept on it: no proof of anything. */
  readonly person: string
  /** A token for our own API. Teams keeps it and renews it before it ends. */
  readonly token: () => Promise<string>
  readonly loaded: () => void
  readonly ready: () => void
  readonly openLink: (url: string) => Promise<void>
}

/** In a parent that is not Teams, TeamsJS would wait a minute before it says so. */
const patienceMs = 8_000
/** Long enough to sign in by hand when Teams asks for it. */
const signInMs = 60_000

/** Starts the conversation with Teams; undefined when this page is not inside it. */
export async function startTeams(origins: readonly string[]): Promise<Host | undefined> {
  if (!(await answers(origins))) return undefined
  const context = await app.getContext()
  onBack()
  return {
    theme: themeOf(context.app.theme),
    onTheme: (listener) => app.registerOnThemeChangeHandler((theme) => listener(themeOf(theme))),
    asked: routeOf(context.page.subPageId ?? ''),
    person: `${context.user?.tenant?.id ?? ''}~${context.user?.id ?? ''}`,
    token: () => within(signInMs, authentication.getAuthToken()),
    loaded: () => app.notifyAppLoaded(),
    ready: () => void app.notifySuccess(),
    openLink,
  }
}

async function answers(origins: readonly string[]): Promise<boolean> {
  if (window.parent === window && !window.opener) return false
  const started = app.initialize(origins.length > 0 ? [...origins] : undefined).then(
    () => true,
    () => false, // "No Parent window found": opened in a browser of its own
  )
  return within(patienceMs, started).catch(() => false)
}

/** Teams does not always answer, and TeamsJS then waits for ever. */
function within<Value>(ms: number, answer: Promise<Value>): Promise<Value> {
  const silence = new Promise<never>((_resolve, reject) => setTimeout(() => reject(new Error('Teams did not answer')), ms))
  return Promise.race([answer, silence])
}

/** Where Teams will not open a link, the browser may. */
async function openLink(url: string): Promise<void> {
  await app.openLink(url).catch(() => window.open(url, '_blank', 'noopener'))
}

/** On a phone, Teams' own back arrow goes to the page before, as the tab's links do. */
function onBack(): void {
  const back = countSteps()
  if (pages.backStack.isSupported()) pages.backStack.registerBackButtonHandler(back)
}

/** Puts the page that a link asked for into the address, unless the address already names one. */
export function followLink(asked: Route | undefined): void {
  if (asked && !routeOf(window.location.hash.slice(1))) rewriteStep(addressOf(asked))
}
