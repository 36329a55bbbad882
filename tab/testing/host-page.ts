type Settings = { token: string; theme: string; subPage: string; tab?: string }

/**
 * A page that speaks as much of the TeamsJS protocol as the tab asks for, around the tab in a frame of its own size.
 * `tab` is the tab's address, which may be of another origin.
 */
export function hostPage({ token, theme, subPage, tab = '/tab/' }: Settings): string {
  const settings = JSON.stringify({ token, theme, subPage }).replaceAll('<', '\\u003c')
  return `<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Host</title>
<style>html,body,iframe{margin:0;border:0;width:100%;height:100vh;display:block}</style></head>
<body><iframe title="Quorate" id="tab" src="${tab}"></iframe><script>
const settings = ${settings}
const tab = document.getElementById('tab')
const origin = new URL(tab.src).origin
const runtime = { apiVersion: 4, hostVersionsInfo: {}, isLegacyTeams: false, supports: { pages: { currentApp: {}, tabs: {}, config: {}, backStack: {} } } }
const context = () => ({ theme: settings.theme, locale: 'en-gb', entityId: 'home', subEntityId: settings.subPage, userObjectId: 'u', tid: 't', hostName: 'Teams', hostClientType: 'web', frameContext: 'content', sessionId: 's', appSessionId: 'a' })
const answers = {
  initialize: () => ['content', 'web', JSON.stringify(runtime), '2.58.0'],
  getContext: () => [context()],
  'authentication.getAuthToken': () => [true, settings.token],
  executeDeepLink: () => [true],
}
window.asked = []
addEventListener('message', ({ data, source }) => {
  if (!data || !data.func) return
  window.asked.push(data.func)
  const answer = answers[data.func]
  if (answer) source.postMessage({ id: data.id, uuidAsString: data.uuidAsString, args: answer(data.args) }, origin)
})
window.setTheme = (theme) => { settings.theme = theme; tab.contentWindow.postMessage({ func: 'themeChange', args: [theme] }, origin) }
</script></body></html>`
}
