/** The personal tab's id in the app package. */
const tabId = 'home'

/** Opens the tab in Teams at one of its own addresses, such as `session/abc/decide`. */
export function tabLink(teamsAppId: string, subPage: string): string {
  const context = encodeURIComponent(JSON.stringify({ subEntityId: subPage }))
  return `https://teams.microsoft.com/l/entity/${encodeURIComponent(teamsAppId)}/${tabId}?context=${context}`
}
