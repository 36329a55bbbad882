// Installs what `npm start` and `npm test` need, when it is not there yet. Plain JavaScript, because it runs on whatever Node
// the machine has (20 or later), before Node 24 has arrived through the `node` package.
import { createHash } from 'node:crypto'
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'

const installed = 'node_modules/.installed-from'
const browsers = [process.env.CHROMIUM_PATH, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].filter(Boolean)

function run(command, ...args) {
  execFileSync(command, args, { stdio: 'inherit' })
}

function installPackages() {
  const wanted = createHash('sha256').update(readFileSync('package-lock.json')).digest('hex')
  const have = existsSync(installed) ? readFileSync(installed, 'utf8') : ''
  if (have === wanted) return
  console.log('Installing the packages of package-lock.json. This takes a minute or two, once.')
  run('npm', 'ci', '--no-audit', '--no-fund', '--loglevel=error')
  writeFileSync(installed, wanted)
}

function installBrowser() {
  if (browsers.some((path) => existsSync(path))) return
  const asRoot = process.getuid?.() === 0 ? [] : ['sudo']
  console.log('Installing Chromium from Debian, for the browser tests.')
  try {
    run(...asRoot, 'apt-get', 'update', '-qq')
    run(...asRoot, 'apt-get', 'install', '-y', '-qq', 'chromium', 'fonts-liberation')
  } catch {
    console.error('Chromium could not be installed. Install it yourself, or set CHROMIUM_PATH to a Chromium or Chrome, then try again.')
    process.exit(1)
  }
}

function checkNode() {
  const version = execFileSync('node_modules/.bin/node', ['--version'], { encoding: 'utf8' }).trim()
  if (version.startsWith('v24.')) return
  console.error(
    `Node 24 should be in node_modules/.bin, but ${version} is. Delete node_modules and run the command again, without --ignore-scripts.`,
  )
  process.exit(1)
}

installPackages()
checkNode()
if (process.argv.includes('--with-browser')) installBrowser()
