import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/** A Chromium or Chrome of this machine; `CHROMIUM_PATH` goes before the usual places. */
export function browserPath(): string | undefined {
  return [process.env['CHROMIUM_PATH'], ...places].find((path) => path && existsSync(path))
}

/** Chromium from Debian, with all that it needs, unless there is one. False when it could not be installed. */
export function installBrowser(): boolean {
  if (browserPath()) return true
  console.log('Installing Chromium from Debian, for the browser tests.')
  const installed = asRoot('apt-get', 'update', '-qq') && asRoot('apt-get', 'install', '-y', '-qq', 'chromium', 'fonts-liberation')
  if (!installed) {
    console.error(`Chromium could not be installed. Install it yourself, or set CHROMIUM_PATH to a Chromium or Chrome, then try again.
What needs no browser runs without it: npm test -- --project unit --project sandbox`)
  }
  return installed
}

function asRoot(command: string, ...args: readonly string[]): boolean {
  const line = process.getuid?.() === 0 ? [command, ...args] : ['sudo', command, ...args]
  const [program = '', ...rest] = line
  return spawnSync(program, rest, { stdio: 'inherit' }).status === 0
}
