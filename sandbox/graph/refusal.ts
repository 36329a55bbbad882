/** An answer of Graph that says no: thrown where it is found, turned into the documented envelope at the edge. */
export class Refusal extends Error {
  readonly status: number
  readonly code: string
  readonly headers: Readonly<Record<string, string>>
  constructor(status: number, code: string, message: string, headers: Readonly<Record<string, string>> = {}) {
    super(message)
    this.status = status
    this.code = code
    this.headers = headers
  }
}

export const itemNotFound = () => new Refusal(404, 'ErrorItemNotFound', 'The specified object was not found in the store.')
export const malformedId = () => new Refusal(400, 'ErrorInvalidIdMalformed', 'Id is malformed.')
export const invalidRequest = (message: string) => new Refusal(400, 'ErrorInvalidRequest', message)
export const badRequest = (message: string) => new Refusal(400, 'BadRequest', message)
export const accessDenied = () => new Refusal(403, 'ErrorAccessDenied', 'Access is denied. Check credentials and try again.')
export const outOfScope = () =>
  new Refusal(403, 'ErrorAccessDenied', 'Access to OData is disabled: [RAOP] : Blocked by tenant configured AppOnly AccessPolicy settings.')
export const insufficientPrivileges = () =>
  new Refusal(403, 'Authorization_RequestDenied', 'Insufficient privileges to complete the operation.')
export const noSuchResource = (id: string) =>
  new Refusal(
    404,
    'Request_ResourceNotFound',
    `Resource '${id}' does not exist or one of its queried reference-property objects are not present.`,
  )
export const noSuchMailbox = (user: string) => new Refusal(404, 'ErrorInvalidUser', `The requested user '${user}' is invalid.`)
export const noMailboxHere = () =>
  new Refusal(404, 'MailboxNotEnabledForRESTAPI', 'The mailbox is either inactive, soft-deleted, or is hosted on-premise.')
export const syncStateNotFound = () =>
  new Refusal(410, 'SyncStateNotFound', 'The sync state generation is not found; generation=1;[highest=2]')

/** The envelope of every error. Callers branch on status and code, never on the message. */
export function envelope(code: string, message: string, requestId: string, clientRequestId: string): object {
  return {
    error: {
      code,
      message,
      innerError: { date: new Date().toISOString().slice(0, 19), 'request-id': requestId, 'client-request-id': clientRequestId },
    },
  }
}
