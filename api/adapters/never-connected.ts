const codes = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
  'CERT_HAS_EXPIRED',
  'CERT_NOT_YET_VALID',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'ERR_TLS_CERT_ALTNAME_INVALID',
  'ERR_SSL_WRONG_VERSION_NUMBER',
])
const deepest = 4

/**
 * Whether a failed call certainly did nothing: no connection was made, or its certificate was not trusted, so no byte went out.
 * Anything not listed perhaps did.
 */
export function neverConnected(thrown: unknown): boolean {
  return everyCode(thrown, 0).some((code) => codes.has(code))
}

/** Both addresses of a host may have refused, and clients wrap: then the codes are within. */
function everyCode(thrown: unknown, depth: number): readonly string[] {
  if (!(thrown instanceof Error) || depth > deepest) return []
  const own = 'code' in thrown && typeof thrown.code === 'string' ? [thrown.code] : []
  const several = thrown instanceof AggregateError ? thrown.errors.flatMap((each) => everyCode(each, depth + 1)) : []
  return [...own, ...several, ...everyCode(thrown.cause, depth + 1)]
}
