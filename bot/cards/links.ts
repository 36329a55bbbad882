/** The personal tab's id in the app package. */
const tabId = 'home'

/** The tab's addresses of a session, as `tab/paths.ts` reads them. One that it does not know would open its first page. */
const addresses = {
  'my-session': (sessionId: string) => `my-session/${sessionId}`,
  session: (sessionId: string) => `session/${sessionId}`,
  decide: (sessionId: string) => `session/${sessionId}/decide`,
  reason: (sessionId: string) => `session/${sessionId}/reason`,
  'phone-list': (sessionId: string) => `session/${sessionId}/phone-list`,
} as const

/** Opens one of a session's pages of the tab in Teams. */
export function tabLink(teamsAppId: string, page: keyof typeof addresses, sessionId: string): string {
  const context = encodeURIComponent(JSON.stringify({ subEntityId: addresses[page](sessionId) }))
  return `https://teams.microsoft.com/l/entity/${encodeURIComponent(teamsAppId)}/${tabId}?context=${context}`
}
