/** The personal tab's id in the app package. */
const tabId = 'home'

/** Opens a page of the tab in Teams, by its address as `tab/paths.ts` reads it. One that it does not know would open its first page. */
export function linkToTab(teamsAppId: string, address: string): string {
  const context = encodeURIComponent(JSON.stringify({ subEntityId: address }))
  return `https://teams.microsoft.com/l/entity/${encodeURIComponent(teamsAppId)}/${tabId}?context=${context}`
}
