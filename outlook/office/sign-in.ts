/// <reference types="office-js" />
import type { IPublicClientApplication } from '@azure/msal-browser'
import type { Settings } from '../settings.ts'
import { createTurns } from './asked.ts'

/**
 * A token for our own API, by way of Outlook, which holds the sign-in (nested app authentication). An older Outlook gives one by the way
 * that came before.
 */
export function createSignIn({ clientId, authority, scope }: Settings): () => Promise<string> {
  const inTurn = createTurns()
  let started: Promise<IPublicClientApplication> | undefined
  const client = () => {
    started ??= clientFor({ clientId, authority })
    started.catch(() => {
      started = undefined // the next call begins anew
    })
    return started
  }
  return () =>
    inTurn(async () => {
      if (!Office.context.requirements.isSetSupported('NestedAppAuth', '1.1'))
        return Office.auth.getAccessToken({ allowSignInPrompt: true })
      return tokenFrom(await client(), [scope])
    })
}

/** Loaded only when it is needed: it is half of the pane. */
async function clientFor(auth: Pick<Settings, 'clientId' | 'authority'>): Promise<IPublicClientApplication> {
  const { createNestablePublicClientApplication } = await import('@azure/msal-browser')
  return createNestablePublicClientApplication({ auth })
}

/** Silently where that is possible; else Outlook asks the person. */
async function tokenFrom(client: IPublicClientApplication, scopes: string[]): Promise<string> {
  try {
    return (await client.acquireTokenSilent({ scopes })).accessToken
  } catch (refused) {
    if (!isAboutPerson(refused)) throw refused
    return (await client.acquireTokenPopup({ scopes })).accessToken
  }
}

function isAboutPerson(refused: unknown): boolean {
  return refused instanceof Error && refused.name === 'InteractionRequiredAuthError'
}
