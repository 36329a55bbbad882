import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { recordedService } from './recorded-service.ts'

export type Line = { readonly url: string; close(): Promise<void> }

/** Addresses at which a call ends before its first byte goes out. */
export const deadLines = {
  'connection refused': async () => {
    const service = await recordedService(() => 'hang')
    await service.close()
    return { url: service.url, close: async () => undefined }
  },
  'no such host': async () => ({ url: 'https://nobody.invalid', close: async () => undefined }),
  'a certificate that nobody trusts': untrusted,
} as const satisfies Record<string, () => Promise<Line>>

/** For everyone to read, since it proves nothing to anyone: that is what it is here for. */
const key = `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgbC7KpatIRDDQFP83
N9n7C9gd3CZvEzjBpg9cpJB7s32hRANCAAQrT0PU4z7/FpJi8FBu7hCjy+QpO805
uGKOhfxefdCO2I2hEutUfFEtiOGzh4qh8sEhctLC6upsyYK31eYggoxE
-----END PRIVATE KEY-----`
const cert = `-----BEGIN CERTIFICATE-----
MIIBgDCCASWgAwIBAgIUS6PnwQSQFW6MKhhmjuw+mNN09K4wCgYIKoZIzj0EAwIw
FDESMBAGA1UEAwwJbG9jYWxob3N0MCAXDTI2MTEyMjAzMDQwNFoYDzIxMjYxMDI5
MDMwNDA0WjAUMRIwEAYDVQQDDAlsb2NhbGhvc3QwWTATBgcqhkjOPQIBBggqhkjO
PQMBBwNCAAQrT0PU4z7/FpJi8FBu7hCjy+QpO805uGKOhfxefdCO2I2hEutUfFEt
iOGzh4qh8sEhctLC6upsyYK31eYggoxEo1MwUTAdBgNVHQ4EFgQUo6e/jK7PNagv
m9wiRpyUXjqUBZMwHwYDVR0jBBgwFoAUo6e/jK7PNagvm9wiRpyUXjqUBZMwDwYD
VR0TAQH/BAUwAwEB/zAKBggqhkjOPQQDAgNJADBGAiEAjbN/1OJNYmQ7TACT0CYc
IWziHhvsXcqUEpmmH1PFShACIQC3tRc3mi7v+NLfR3S94vTqHpzWRfaDvgLb9p2v
AVFV6A==
-----END CERTIFICATE-----`

async function untrusted(): Promise<Line> {
  const server = createServer({ key, cert }, (_request, response) => response.end('{}'))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `https://localhost:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
