import { X509Certificate } from 'node:crypto'
import type { NodeAuthOptions } from '@azure/msal-node'

const certificateInPem = /-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/
const keyInPem = /-----BEGIN (?:RSA )?PRIVATE KEY-----[\s\S]+?-----END (?:RSA )?PRIVATE KEY-----/

/** The last moment at which the certificate in the text is believed, as ISO text in UTC. */
export function certificateEndsAt(pem: string): string {
  const [certificate = ''] = certificateInPem.exec(pem) ?? []
  return new X509Certificate(certificate).validToDate.toISOString()
}

/** What the library signs with, from one PEM text that holds the private key and the certificate, in whichever order. */
export function certificateFrom(pem: string): NonNullable<NodeAuthOptions['clientCertificate']> {
  const [certificate] = certificateInPem.exec(pem) ?? []
  const [privateKey] = keyInPem.exec(pem) ?? []
  // Nothing of the text is repeated: the key is in it.
  if (!certificate || !privateKey) throw new TypeError('QUORATE_ENTRA_CERTIFICATE should hold a private key and a certificate, both as PEM')
  const thumbprintSha256 = new X509Certificate(certificate).fingerprint256.replaceAll(':', '').toLowerCase()
  return { thumbprintSha256, privateKey }
}
