/**
 * The card as it refreshes by itself for one person. Teams goes by what it calls them to this bot (`29:…`) and not by the Entra id, which
 * is all that whoever made the card knows; somebody never heard from has no such name yet, and presses.
 */
export function refreshingFor(card: object, accountId: string | undefined): object {
  const { refresh } = card as { readonly refresh?: object }
  return refresh && accountId ? { ...card, refresh: { ...refresh, userIds: [accountId] } } : card
}
