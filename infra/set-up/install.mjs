// Installs what `npm start` and `npm test` need, when it is not there yet. Plain JavaScript, because it runs on whatever Node
// the machine has (20 or later), before Node 24 has arrived through the `node` package.
import { createHash } from 'node:crypto'
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const installed = 'node_modules/.installed-from'

/** What a person can put right is said without a trace of where it was found. */
function stop(words) {
  console.error(words)
  process.exit(1)
}

function checkOldNode() {
  if (Number(process.versions.node.split('.')[0]) < 20) stop(`Node 20 or later is needed to begin with, and this is ${process.version}.`)
}

function installPackages() {
  const wanted = createHash('sha256').update(readFileSync('package-lock.json')).digest('hex')
  const have = existsSync(installed) ? readFileSync(installed, 'utf8') : ''
  if (have === wanted) return
  console.log('Installing the packages of package-lock.json. This takes a minute or two, once.')
  try {
    execFileSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], { stdio: 'inherit' })
  } catch {
    stop('The packages could not be installed; npm says why above. Is there a network? Then run the same command again.')
  }
  writeFileSync(installed, wanted)
}

function checkNode() {
  const version = nodeOfOurs()
  if (version.startsWith('v24.')) return
  stop(
    `Node 24 should be in node_modules/.bin, but ${version} is. Delete node_modules and run the command again, without --ignore-scripts.`,
  )
}

function nodeOfOurs() {
  try {
    return execFileSync('node_modules/.bin/node', ['--version'], { encoding: 'utf8' }).trim()
  } catch {
    return 'none'
  }
}

process.chdir(fileURLToPath(new URL('../..', import.meta.url)))
checkOldNode()
installPackages()
checkNode()
