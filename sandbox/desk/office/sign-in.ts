import { z } from 'zod'

const request = z.looseObject({
  requestId: z.string(),
  method: z.string(),
  tokenParams: z.looseObject({ scope: z.string().optional() }).optional(),
})

type About = { readonly id: string; readonly name: string; readonly email: string; readonly tenantId: string }

/**
 * What Outlook answers when MSAL asks it for a token (nested app authentication): a text for a text.
 *
 * Trap: MSAL reads the identity from the id token, so it must be one that decodes; nobody checks its signature there.
 */
export async function signInAnswer(asked: string, about: About, token: () => Promise<string | undefined>): Promise<string> {
  const { requestId, method, tokenParams } = request.parse(JSON.parse(asked))
  const say = (rest: object) => JSON.stringify({ messageType: 'NestedAppAuthResponse', requestId, ...rest })
  const homeAccountId = `${about.id}.${about.tenantId}`
  const accountContext = { homeAccountId, environment: 'login.microsoftonline.com', tenantId: about.tenantId }
  if (method === 'GetInitContext') {
    const initContext = { sdkName: 'sandbox', sdkVersion: '1.0.0', capabilities: { queryAccount: true }, accountContext }
    return say({ success: true, initContext })
  }
  const given = await token()
  if (!given)
    return say({ success: false, error: { status: 'USER_INTERACTION_REQUIRED', code: 'interaction_required', description: 'no token' } })
  return say({
    success: true,
    token: { access_token: given, id_token: given, expires_in: 3600, scope: tokenParams?.scope ?? '' },
    account: { ...accountContext, username: about.email, localAccountId: about.id, name: about.name },
  })
}
