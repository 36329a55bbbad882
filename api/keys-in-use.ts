import { londonDay } from '../domain/kernel/london.ts'
import { instant } from '../domain/kernel/time.ts'
import { certificateEndsAt } from './adapters/entra/certificate.ts'
import type { Config } from './config.ts'
import type { Account } from './credentials.ts'
import type { CouncilId } from '../domain/kernel/ids.ts'
import type { KeyInUse } from './ports/keys-in-use.ts'

/**
 * By which key, certificate or identity the service proves itself to whom, and when it ends. Of a secret only whoever made it knows that,
 * and may write it down beside it. A managed identity has nothing that ends.
 */
export function keysInUse({ entra, bot, notify, storage, anchors }: Config, council: CouncilId): readonly KeyInUse[] {
  return [
    { of: 'entra', ...entraKey(entra) },
    { of: 'teams', ...(bot.clientSecret ? { kind: 'secret', ...endingOn(bot.secretEndsOn) } : { kind: 'identity' }) },
    { of: 'notify', kind: notify.keys.has(council) ? 'key' : 'none' },
    { of: 'receipts', kind: notify.receiptTokens.has(council) ? 'key' : 'none' },
    { of: 'storage', kind: kindOf(storage.account) },
    { of: 'anchors', kind: kindOf(anchors.account) },
  ]
}

function entraKey({ credential, secretEndsOn }: Config['entra']): Omit<KeyInUse, 'of'> {
  if (credential.kind === 'identity') return { kind: 'identity' }
  if (credential.kind === 'secret') return { kind: 'secret', ...endingOn(secretEndsOn) }
  return { kind: 'certificate', endsOn: londonDay(instant(certificateEndsAt(credential.pem.reveal()))) }
}

function endingOn(endsOn: KeyInUse['endsOn']): Pick<KeyInUse, 'endsOn'> {
  return endsOn ? { endsOn } : {}
}

function kindOf(account: Account): 'identity' | 'key' {
  return account.kind === 'identity' ? 'identity' : 'key'
}
