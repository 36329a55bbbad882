import { linkToTab } from '../../api/contracts/tab-link.ts'

/** The tab's addresses of a session. */
const addresses = {
  'my-session': (sessionId: string) => `my-session/${sessionId}`,
  session: (sessionId: string) => `session/${sessionId}`,
  decide: (sessionId: string) => `session/${sessionId}/decide`,
  reason: (sessionId: string) => `session/${sessionId}/reason`,
  evaluation: (sessionId: string) => `evaluation/${sessionId}`,
  'phone-list': (sessionId: string) => `session/${sessionId}/phone-list`,
} as const

/** Opens one of a session's pages of the tab in Teams. */
export function tabLink(teamsAppId: string, page: keyof typeof addresses, sessionId: string): string {
  return linkToTab(teamsAppId, addresses[page](sessionId))
}

/** Opens a Member's page of a session with an answer chosen and one button to confirm: nothing is answered by opening it. */
export function answerLink(teamsAppId: string, sessionId: string, answer: 'accepted' | 'tentative' | 'declined'): string {
  return linkToTab(teamsAppId, `${addresses['my-session'](sessionId)}?answer=${answer}`)
}

/** Opens an issue of the bulletin as its readers read it, or the officers' page of the next one. */
export function bulletinLink(teamsAppId: string, issueId?: string): string {
  return linkToTab(teamsAppId, issueId === undefined ? 'bulletin' : `bulletins/${issueId}`)
}

/** C4.4: opens a Member's page of an offer of limited places, or the officers'. Nothing is expressed by opening it. */
export function placesLink(teamsAppId: string, offerId: string, of: 'member' | 'officer' = 'member'): string {
  return linkToTab(teamsAppId, `${of === 'member' ? 'my-places' : 'places'}/${offerId}`)
}
