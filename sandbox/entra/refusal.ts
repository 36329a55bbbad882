import { randomUUID } from 'node:crypto'

type Shape = { readonly status?: number; readonly error: string; readonly suberror?: string; readonly says: string }

/** Entra's refusals by the number after AADSTS, with what software may branch on. */
const shapes = {
  50013: { error: 'invalid_grant', says: 'Assertion failed signature validation.' },
  50027: { error: 'invalid_request', says: 'JWT token is invalid or malformed.' },
  50057: { error: 'invalid_grant', says: 'The user account is disabled.' },
  65001: {
    error: 'invalid_grant',
    suberror: 'consent_required',
    says: 'The user or administrator has not consented to use the application.',
  },
  70003: { error: 'unsupported_grant_type', says: 'The app requested an unsupported grant type.' },
  70011: { error: 'invalid_scope', says: "The provided value for the input parameter 'scope' is not valid." },
  90002: { error: 'invalid_request', says: 'Tenant not found. Check to make sure you have the correct tenant ID.' },
  240002: { error: 'invalid_grant', says: 'Input id_token cannot be used as a token for a token exchange.' },
  500011: { error: 'invalid_resource', says: 'The resource principal was not found in the tenant.' },
  500131: { error: 'invalid_grant', says: 'Assertion audience does not match the Client app presenting the assertion.' },
  500133: { error: 'invalid_grant', says: 'Assertion is not within its valid time range.' },
  700016: { error: 'unauthorized_client', says: 'Application was not found in the directory.' },
  700022: { error: 'invalid_scope', says: 'The provided value for scope is not valid because it contains more than one resource.' },
  900144: { error: 'invalid_request', says: 'The request body must contain the following parameter:' },
  1002012: {
    error: 'invalid_scope',
    says: 'The provided value for scope is not valid. Client credential flows must have a scope value with /.default suffixed.',
  },
  7000114: { error: 'invalid_grant', says: 'Application is not allowed to make application on-behalf-of calls.' },
  7000215: { status: 401, error: 'invalid_client', says: 'Invalid client secret provided.' },
} as const satisfies Record<number, Shape>

export type RefusalCode = keyof typeof shapes

/** Thrown where a grant cannot be given; caught by the token endpoint alone. */
export class Refused extends Error {
  override readonly name = 'Refused'
  readonly code: RefusalCode

  constructor(code: RefusalCode, detail = '') {
    super(detail)
    this.code = code
  }
}

export function refusalBody({ code, message }: Refused, correlationId: string | undefined): { status: number; body: object } {
  const shape: Shape = shapes[code]
  const trace = randomUUID()
  const correlation = correlationId ?? randomUUID()
  const timestamp = `${new Date().toISOString().slice(0, 19).replace('T', ' ')}Z`
  const says = [shape.says, message].filter(Boolean).join(' ')
  return {
    status: shape.status ?? 400,
    body: {
      error: shape.error,
      error_description: `AADSTS${code}: ${says} Trace ID: ${trace} Correlation ID: ${correlation} Timestamp: ${timestamp}`,
      error_codes: [code],
      timestamp,
      trace_id: trace,
      correlation_id: correlation,
      error_uri: `https://login.microsoftonline.com/error?code=${code}`,
      ...(shape.suberror && { suberror: shape.suberror }),
    },
  }
}
