/** Scheme, host and plain segments: no user, no query, no fragment, nothing that two readers of an address could read in two ways. */
const plainAddress = /^https?:\/\/[a-z0-9.:[\]-]+(?:\/(?!\.{1,2}(?:\/|$))[\w.~-]+)*\/?$/i

/**
 * Whether the bot's token may be sent to a service address: its host is on the list, port and all, and it is https, or http on this machine.
 *
 * An activity names the address to answer to; without this list anyone whose activity got through could have the token sent home.
 */
export function isAllowedService(serviceUrl: string, hosts: readonly string[]): boolean {
  const url = plainAddress.test(serviceUrl) ? URL.parse(serviceUrl) : null
  if (!url || !hosts.includes(url.host)) return false
  return url.protocol === 'https:' || (url.protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname))
}

const guidInPath = /\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?:\/|$)/i

/** The tenant that a service address is for, where it names one, as `https://smba.trafficmanager.net/uk/{tenantId}/` does. */
export function tenantInService(serviceUrl: string): string | undefined {
  return guidInPath.exec(serviceUrl)?.[1]?.toLowerCase()
}
