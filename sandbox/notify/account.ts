/** The council's account with the sandbox's GOV.UK Notify. Nothing here opens anything outside. */
const serviceId = '7e57ab1e-0000-4000-8000-00000000c001'

export const notifyAccount = {
  serviceId,
  /** Name, service and secret in one string, as Notify gives it out. Texts go to the phones of the sandbox. */
  liveKey: `quorate-live-${serviceId}-7e57ab1e-0000-4000-8000-00000000c0a1`,
  /** Nothing reaches a phone, and certain numbers fail on purpose. */
  testKey: `quorate-test-${serviceId}-7e57ab1e-0000-4000-8000-00000000c0a2`,
  /** One placeholder, `((message))`: the software writes the whole text. */
  textTemplateId: '7e57ab1e-0000-4000-8000-00000000c0b1',
  /** Placeholders `((subject))` and `((message))`. */
  emailTemplateId: '7e57ab1e-0000-4000-8000-00000000c0b2',
  /** What the council entered at Notify for the receipts it is sent. */
  receiptToken: 'sandbox-receipt-token-that-opens-nothing-else',
} as const

export type KeyType = 'live' | 'test'

/** The secret of a key is its last 36 characters: names hold hyphens too, so it is read from the right. */
export const keys: readonly { readonly type: KeyType; readonly secret: string }[] = [
  { type: 'live', secret: notifyAccount.liveKey.slice(-36) },
  { type: 'test', secret: notifyAccount.testKey.slice(-36) },
]
