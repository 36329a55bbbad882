import { generateKeyPairSync } from 'node:crypto'
import { expect, test } from 'vitest'
import { certificateEndsAt, certificateFrom } from './certificate.ts'

/** Of nobody: its key was thrown away. */
const certificate = `-----BEGIN CERTIFICATE-----
MIIDETCCAfmgAwIBAgIUJbapjpDivAjIes8lOSxBkYH1RRowDQYJKoZIhvcNAQEL
BQAwFzEVMBMGA1UEAwwMcXVvcmF0ZS10ZXN0MCAXDTI2MTEyMjE2MzcxM1oYDzIx
MjYxMDI5MTYzNzEzWjAXMRUwEwYDVQQDDAxxdW9yYXRlLXRlc3QwggEiMA0GCSqG
SIb3DQEBAQUAA4IBDwAwggEKAoIBAQC0ZwHL3fqrqbvkk2blYKbTRWog5IPIC4p9
BSFxlgTwATQzqKYkXF3ufpHUl3WDoqg20DNTbUOb2gz89BeA5l4v3oXYE0ueEqUg
ZT+VxfRJBHaskWVtZ7fo2cjHs967o8sn6XFAl5v8EEWvvuPcFI+536Yk4/osRiiA
CSElWGhK4Kuja7scb7NQUBtCuf8VFrXuM6dXRTytxAYiq2VXAxelzWKFFX7yxJzO
bmrHVk6vVkxOY7wO8loFkZXmjDCLek4vItnphD1OlypXEXCD7bg6UEaBEHC034iA
GOn7/cEw8pWRvoj7ta2Ck91dStvqsJNXXdPyPZTvU1G8gNMgaHXFAgMBAAGjUzBR
MB0GA1UdDgQWBBSL3TVJJvz4wBmiLP0q+P3zXpUoAzAfBgNVHSMEGDAWgBSL3TVJ
Jvz4wBmiLP0q+P3zXpUoAzAPBgNVHRMBAf8EBTADAQH/MA0GCSqGSIb3DQEBCwUA
A4IBAQAuSmV78zoGXkoyEiRL3IRgn+P8gVmEhaaKVS6ncclxJTkaW8/7zfM8TDLc
0VRQxpy1wbANa6u0i9xwbxlfca7Z4YBvjxs0TFTWlSoDVACOjVFDsB8DFZ2jNVXU
2UG7PDzP8DL817MJO4qoxNYvovdClb9xpVV3VXEq/oX0Dd+4izXqJ0RDDPZzMPx/
xy6P0Eg1WbwDz1onQiMB+ppg4v61BSXtGHs9RA7Y16Fv1Y+hRPiEX3CKN2+b21gA
IHTOgE/6j79Y4SoR27+/ZtW1KkwO2jsoUo2WwmKHq1HEkIdP+Caoq7mG3lXZI5tu
1J8uOnGtADfK1cVXxd9/oXT0CUic
-----END CERTIFICATE-----`
const fingerprint = '4cd7b9515a1adf3d3ec5683eda42292cd29b77116ebdc19ae89d43e96cc05332'
const key = generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString().trim()

test.each([
  ['the key first, as Key Vault keeps it', `${key}\n${certificate}`],
  ['the certificate first, and words around it', `Bag Attributes\n${certificate}\nkey:\n${key}\n`],
])('a certificate and its key are taken from one text with %s', (_, pem) => {
  expect(certificateFrom(pem)).toEqual({ thumbprintSha256: fingerprint, privateKey: key })
})

test.each([
  ['no certificate', key],
  ['no key', certificate],
  ['neither', 'canary'],
])('a text with %s is refused, and none of it repeated', (_, pem) => {
  expect(() => certificateFrom(pem)).toThrow(/^QUORATE_ENTRA_CERTIFICATE should hold a private key and a certificate, both as PEM$/)
})

test('when a certificate ends is read from it, and the key beside it is of no matter', () => {
  expect(certificateEndsAt(`${key}\n${certificate}`)).toBe('2126-10-29T16:37:13.000Z')
})
