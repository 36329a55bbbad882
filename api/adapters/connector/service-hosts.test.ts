import { expect, test } from 'vitest'
import { isAllowedService, tenantInService } from './service-hosts.ts'

const hosts = ['smba.trafficmanager.net', '127.0.0.1:4000']

test.each([
  'https://smba.trafficmanager.net/uk/',
  'https://smba.trafficmanager.net/uk/11111111-1111-4111-8111-111111111111/',
  'https://smba.trafficmanager.net',
  'https://SMBA.trafficmanager.net/amer',
  'https://smba.trafficmanager.net:443/uk/', // the port that it has anyway
  'http://127.0.0.1:4000/connector/',
])('%s may have the bot’s token', (address) => {
  expect(isAllowedService(address, hosts)).toBe(true)
})

test.each([
  ['another host', 'https://evil.example/uk/'],
  ['a host that begins like ours', 'https://smba.trafficmanager.net.evil.example/'],
  ['a host that ends like ours', 'https://evil-smba.trafficmanager.net/'],
  ['ours as the user', 'https://smba.trafficmanager.net@evil.example/'],
  ['ours as user and password', 'https://smba.trafficmanager.net:443@evil.example/'],
  ['a user of ours', 'https://evil@smba.trafficmanager.net/'],
  ['a backslash', 'https://smba.trafficmanager.net\\@evil.example/'],
  ['letters of another alphabet', 'https://smb\u0430.trafficmanager.net/'],
  ['a wide dot', 'https://smba\u3002trafficmanager.net/'],
  ['punycode', 'https://xn--smb-7cd.trafficmanager.net/'],
  ['a dot at the end', 'https://smba.trafficmanager.net./uk/'],
  ['another port', 'https://smba.trafficmanager.net:8443/uk/'],
  ['http to the outside', 'http://smba.trafficmanager.net/uk/'],
  ['another port of this machine', 'http://127.0.0.1:4001/connector/'],
  ['an address of the network', 'http://169.254.169.254/metadata/'],
  ['an address in six', 'https://[::ffff:7f00:1]/'],
  ['another scheme', 'ftp://smba.trafficmanager.net/'],
  ['a file', 'file:///etc/passwd'],
  ['a script', 'javascript:alert(1)'],
  ['no scheme', '//smba.trafficmanager.net/uk/'],
  ['a query', 'https://smba.trafficmanager.net/uk/?to=evil'],
  ['a fragment', 'https://smba.trafficmanager.net/uk/#'],
  ['a way up', 'https://smba.trafficmanager.net/uk/../evil/'],
  ['an escape', 'https://smba.trafficmanager.net/%2e%2e/'],
  ['a line’s end', 'https://smba.trafficmanager.net/uk/\r\nHost: evil.example'],
  ['a space before', ' https://smba.trafficmanager.net/uk/'],
  ['nothing', ''],
])('%s may not: %s', (_what, address) => {
  expect(isAllowedService(address, hosts)).toBe(false)
})

test('the tenant of an address is the one it names, and of one that names none nothing is said', () => {
  expect(tenantInService('https://smba.trafficmanager.net/uk/AAAAAAAA-1111-4111-8111-111111111111/')).toBe(
    'aaaaaaaa-1111-4111-8111-111111111111',
  )
  expect(tenantInService('https://smba.trafficmanager.net/uk/')).toBeUndefined()
})
