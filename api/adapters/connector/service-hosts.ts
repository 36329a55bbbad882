/**
 * Whether the bot's token may be sent to a service address: its host is on the list, and it is https, or http on this machine.
 *
 * An activity names the address to answer to; without this list anyone whose activity got through could have the token sent home.
 */
export function isAllowedService(serviceUrl: string, hosts: readonly string[]): boolean {
  const url = URL.parse(serviceUrl)
  if (!url || url.username || url.password || !(hosts.includes(url.host) || hosts.includes(url.hostname))) return false
  return url.protocol === 'https:' || (url.protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname))
}
