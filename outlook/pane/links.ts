/** The tab's pages, opened in Teams. The same addresses as in the emails that Quorate sends. */
export function teamsLink(teamsAppId: string, address: string): string {
  const context = encodeURIComponent(JSON.stringify({ subEntityId: address }))
  return `https://teams.microsoft.com/l/entity/${encodeURIComponent(teamsAppId)}/home?context=${context}`
}
