import type { Problem } from '../../api/contracts/shared.ts'

export const notSignedIn: Problem = {
  type: 'about:blank',
  status: 401,
  title: 'Teams could not sign you in',
  detail: 'Close Quorate and open it again. If that does not help, your council’s IT service may need to allow Quorate once more.',
}
